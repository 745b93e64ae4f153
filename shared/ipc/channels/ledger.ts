// What the window asks of the ledger: issuing, finding, checking, closing, keeping.

import { z } from "zod";
import { ledgerFaults } from "../../ledger/fault.ts";
import { DayTotals, MemberFigures } from "../../ledger/record.ts";
import { SearchPage, SearchQuery } from "../../ledger/search.ts";
import { SlipDocumentSchema } from "../../slip/document.ts";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Reason = z.string().trim().max(500);
const Number_ = z.string().min(1).max(40);
/** The clerk was told that the clock stands before the last record, and goes on. */
const acceptClock = z.boolean().default(false);

const errors = [...ledgerFaults, "cancelled", "case-invalid", "past-year"] as const;

const Fault = z.strictObject({
  code: z.enum(ledgerFaults),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const LedgerStatus = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("closed") }),
  z.strictObject({ state: z.literal("fault"), fault: Fault }),
  z.strictObject({
    state: z.literal("open"),
    records: z.int(),
    today: Day,
    station: z.string(),
    keptBy: z.enum(["keyring", "passphrase"]),
    /** A passphrase is set, so that a backup can be opened on another machine. */
    portable: z.boolean(),
  }),
]);
export type LedgerStatus = z.infer<typeof LedgerStatus>;

const Backup = z.strictObject({
  name: z.string(),
  folder: z.string(),
  ledger: z.string(),
  seq: z.int(),
  at: z.string(),
  bytes: z.int(),
  portable: z.boolean(),
});
export type LedgerBackup = z.infer<typeof Backup>;

const Issued = z.strictObject({
  seq: z.int(),
  number: z.string(),
  /** What the QR code holds. */
  code: z.string(),
  at: z.string(),
  day: Day,
  copies: z.int(),
});

const Person = z.strictObject({
  name: z.string().nullable(),
  idNumber: z.string().nullable(),
  figures: MemberFigures,
  /** Names, numbers and the case were erased or purged; the figures stay. */
  erased: z.boolean(),
});

const RuleSetUsed = z.strictObject({ id: z.string(), version: z.string(), hash: z.string(), coverageYear: z.int() });

export const LedgerSlip = z.strictObject({
  number: z.string(),
  code: z.string(),
  seq: z.int(),
  day: Day,
  at: z.string(),
  clerk: z.string(),
  ruleSet: RuleSetUsed,
  /** Of a newborn's lines for its other coverage year. */
  otherRuleSets: z.array(RuleSetUsed),
  engine: z.string(),
  masked: z.boolean(),
  people: z.array(Person),
  history: z.array(
    z.strictObject({
      seq: z.int(),
      kind: z.enum(["void", "reprint", "reveal"]),
      at: z.string(),
      clerk: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type LedgerSlip = z.infer<typeof LedgerSlip>;

const Verdict = z.discriminatedUnion("verdict", [
  z.strictObject({ verdict: z.literal("genuine"), number: z.string(), seq: z.int(), voided: z.boolean() }),
  z.strictObject({ verdict: z.literal("number-known"), number: z.string(), seq: z.int(), voided: z.boolean() }),
  z.strictObject({
    verdict: z.literal("changed"),
    number: z.string(),
    seq: z.int(),
    part: z.enum(["signature", "rules", "input"]),
  }),
  z.strictObject({ verdict: z.literal("missing"), number: z.string() }),
  z.strictObject({ verdict: z.literal("unknown"), number: z.string().nullable() }),
]);
export type LedgerVerdict = z.infer<typeof Verdict>;

/** What the slip said then, and what today's program answers to the same case by the rules of then and of today. */
const Comparison = z.strictObject({
  /** The rule set of then in the ledger: `absent` on slips from before rule sets were kept. */
  archive: z.enum(["kept", "damaged", "absent", "unreadable"]),
  /** Today's rules beside those of then, a bureau's decisions included. */
  rules: z.enum(["same", "changed", "absent"]),
  engine: z.strictObject({ atIssue: z.string(), today: z.string() }),
  /** The case was erased or purged: nothing can be answered again. */
  erased: z.boolean(),
  members: z.array(
    z.strictObject({
      atIssue: MemberFigures,
      again: MemberFigures.nullable(),
      today: MemberFigures.nullable(),
      /** Document and article that amount, identity and first day rest on, by the rules of then and by today's. */
      grounds: z.strictObject({ again: z.array(z.string()).nullable(), today: z.array(z.string()).nullable() }),
    }),
  ),
});
export type LedgerComparison = z.infer<typeof Comparison>;

const ClosedDay = z.strictObject({
  at: z.string(),
  clerk: z.string(),
  seq: z.int(),
  hash: z.string(),
  totals: DayTotals,
});
export const LedgerDay = z.strictObject({
  day: Day,
  totals: DayTotals,
  closed: ClosedDay.nullable(),
  reopened: z.array(z.strictObject({ at: z.string(), clerk: z.string(), reason: z.string() })),
});
export type LedgerDay = z.infer<typeof LedgerDay>;

const BackupName = z.strictObject({ folder: z.string().min(1), name: z.string().regex(/^canbao-[0-9-]+$/) });
const Passphrase = z.string().min(1).max(200);

export const ledgerChannels = {
  "ledger.status": { request: z.undefined(), response: LedgerStatus, errors },
  /** Opens it again after a fault, with what was asked for. */
  "ledger.open": {
    request: z.strictObject({
      passphrase: Passphrase.optional(),
      /** Goes on although the anchor does not fit; becomes a record. */
      acceptReason: Reason.optional(),
      /** Sets what is there aside and begins anew, for that reason. */
      startNew: z.boolean().default(false),
    }),
    response: LedgerStatus,
    errors,
  },
  /** Answers the cases with the rules in force here, records them as one slip and hands out its number and code. */
  "ledger.issue": {
    request: z.strictObject({
      nonce: z.string().min(8).max(64),
      acceptClock,
      people: z
        .array(
          z.strictObject({
            name: z.string().max(100).nullable(),
            idNumber: z.string().max(40).nullable(),
            township: z.string().max(60).nullable(),
            request: z.record(z.string(), z.unknown()),
          }),
        )
        .min(1)
        .max(20),
      /** The slip as it will be printed, still without number, code and copy mark. */
      document: z.unknown(),
    }),
    response: Issued,
    errors,
  },
  "ledger.void": {
    request: z.strictObject({ number: Number_, reason: Reason, acceptClock }),
    response: z.strictObject({ seq: z.int() }),
    errors,
  },
  /** Counts a copy and hands out what to print: word for word what was printed then. */
  "ledger.reprint": {
    request: z.strictObject({ number: Number_, acceptClock }),
    response: Issued.extend({ document: SlipDocumentSchema }),
    errors,
  },
  "ledger.search": { request: SearchQuery, response: SearchPage, errors },
  "ledger.slip": { request: z.strictObject({ number: Number_ }), response: LedgerSlip, errors },
  /** In full; that somebody saw it becomes a record. */
  "ledger.reveal": { request: z.strictObject({ number: Number_, reason: Reason }), response: LedgerSlip, errors },
  "ledger.compare": { request: z.strictObject({ number: Number_ }), response: Comparison, errors },
  "ledger.check": { request: z.strictObject({ text: z.string().max(300) }), response: Verdict, errors },
  "ledger.days": {
    request: z.undefined(),
    response: z.strictObject({ days: z.array(z.strictObject({ day: Day, slips: z.int(), closed: z.boolean() })) }),
    errors,
  },
  "ledger.day": { request: z.strictObject({ day: Day }), response: LedgerDay, errors },
  "ledger.closeDay": { request: z.strictObject({ day: Day, acceptClock }), response: ClosedDay, errors },
  "ledger.reopenDay": {
    request: z.strictObject({ day: Day, reason: Reason, acceptClock }),
    response: z.strictObject({ day: Day }),
    errors,
  },
  /** Saves totals and the day's slips, masked, where the person says. */
  "ledger.exportDay": {
    request: z.strictObject({ day: Day, format: z.enum(["csv", "xlsx"]) }),
    response: z.strictObject({ path: z.string(), rows: z.int() }),
    errors,
  },
  "ledger.townships": {
    request: z.strictObject({ county: z.string().regex(/^\d{6}$/), coverageYear: z.int() }),
    response: z.strictObject({
      townships: z.array(z.strictObject({ township: z.string().nullable(), enrolled: z.int() })),
    }),
    errors,
  },
  "ledger.backups": {
    request: z.strictObject({ folder: z.string().nullable() }),
    response: z.strictObject({ backups: z.array(Backup) }),
    errors,
  },
  /** Asks for a folder in the system's dialog. */
  "ledger.pickFolder": { request: z.undefined(), response: z.strictObject({ folder: z.string() }), errors },
  /** `folder` null: among the automatic ones. Checked from end to end before it counts. */
  "ledger.backUp": { request: z.strictObject({ folder: z.string().nullable() }), response: Backup, errors },
  "ledger.restore": {
    request: z.strictObject({ from: BackupName, reason: Reason, passphrase: Passphrase.optional() }),
    response: LedgerStatus,
    errors,
  },
  "ledger.setPassphrase": {
    request: z.strictObject({ passphrase: Passphrase }),
    response: z.strictObject({ portable: z.literal(true) }),
    errors,
  },
  /** Walks every record. */
  "ledger.verify": {
    request: z.undefined(),
    response: z.strictObject({
      checked: z.int(),
      findings: z.array(z.strictObject({ code: z.string(), from: z.int(), through: z.int() })),
    }),
    errors,
  },
  "ledger.countBefore": {
    request: z.strictObject({ day: Day }),
    response: z.strictObject({ slips: z.int() }),
    errors,
  },
  "ledger.purge": {
    request: z.strictObject({ before: Day, acceptClock }),
    response: z.strictObject({ slips: z.int() }),
    errors,
  },
  "ledger.eraseResident": {
    request: z.strictObject({ idNumber: z.string().min(8).max(40), reason: Reason, acceptClock }),
    response: z.strictObject({ slips: z.int() }),
    errors,
  },
  /** Saves everything kept about one resident where the person says. */
  "ledger.exportResident": {
    request: z.strictObject({ idNumber: z.string().min(8).max(40) }),
    response: z.strictObject({ path: z.string(), slips: z.int() }),
    errors,
  },
} as const;
