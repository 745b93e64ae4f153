// What a record of the ledger is. Its body stays for ever and names no person; names, numbers and the case lie in the payload.

import { z } from "zod";

const Seq = z.int().positive();
const Fen = z.int().nonnegative().nullable();
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const Clerk = z.string().min(1).max(60);
const Reason = z.string().trim().min(2).max(500);

/** Every kind starts with this. `at` is UTC to the millisecond, `day` the civil day at the counter. */
const head = {
  format: z.literal("canbao-record/1"),
  seq: Seq,
  at: z.iso.datetime({ precision: 3 }),
  day: Day,
  clerk: Clerk,
  /** The clock stood before the last record, and the clerk went on knowing it. */
  clockBehind: z.literal(true).optional(),
} as const;

/** One resident's figures in whole fen; null where no document states an amount. */
export const MemberFigures = z.strictObject({
  county: z.string().nullable(),
  township: z.string().nullable(),
  category: z.string().nullable(),
  standard: Fen,
  payable: Fen,
  aid: Fen,
  central: Fen,
  province: Fen,
  cityCounty: Fen,
  benefit: z.strictObject({ kind: z.string(), start: Day.nullable(), end: Day.nullable() }),
});
export type MemberFigures = z.infer<typeof MemberFigures>;

const RuleSetUsed = z.strictObject({ id: z.string(), version: z.string(), hash: z.string(), coverageYear: z.int() });
const ReadingUsed = z.strictObject({ id: z.string(), option: z.string(), source: z.string() });

const SlipBody = z.strictObject({
  ...head,
  kind: z.literal("slip"),
  number: z.string(),
  station: z.string(),
  counter: Seq,
  /** Given by whoever asks for the slip, so that asking twice issues once. */
  nonce: z.string().min(8).max(64),
  /** Of every line that `others` does not name. */
  ruleSet: RuleSetUsed,
  /** Of the archived rule set, its decisions included; absent on slips from before there was an archive. */
  rules: Hex.optional(),
  engine: z.string(),
  interpretations: z.array(ReadingUsed),
  /** A newborn's line for its other coverage year: its place among the members, and that year's own rules. */
  others: z
    .array(
      z.strictObject({
        place: z.int().nonnegative(),
        ruleSet: RuleSetUsed,
        rules: Hex,
        interpretations: z.array(ReadingUsed),
      }),
    )
    .min(1)
    .optional(),
  inputHash: Hex,
  /** Of each resident's name, number and case, and of the slip as printed. */
  payloads: z.array(Hex).min(1).max(20),
  document: Hex,
  members: z.array(MemberFigures).min(1).max(20),
});

const VoidBody = z.strictObject({ ...head, kind: z.literal("void"), slip: Seq, number: z.string(), reason: Reason });
const ReprintBody = z.strictObject({ ...head, kind: z.literal("reprint"), slip: Seq, number: z.string(), copy: Seq });
/** Somebody saw names and numbers in full. */
const RevealBody = z.strictObject({
  ...head,
  kind: z.literal("reveal"),
  slip: Seq,
  number: z.string(),
  reason: z.string().max(500),
});

/** Sums in fen. `unknown` counts payments whose amount is not stated and which are therefore in no sum. */
export const Sums = z.strictObject({
  slips: z.int(),
  /** People: a newborn with a line for each of two coverage years is one. */
  residents: z.int(),
  /** Contributions, one a line; absent in closes from before a resident could have two. */
  payments: z.int().optional(),
  unknown: z.int(),
  resident: z.int(),
  aid: z.int(),
  central: z.int(),
  province: z.int(),
  cityCounty: z.int(),
});
export type Sums = z.infer<typeof Sums>;

export const SumsBy = z.array(z.strictObject({ key: z.string().nullable(), sums: Sums }));

export const DayTotals = z.strictObject({
  day: Day,
  total: Sums,
  byCategory: SumsBy,
  byTownship: SumsBy,
  byClerk: SumsBy,
  byRuleSet: SumsBy,
  /** Slips of this day that were voided, whenever that was. */
  voided: z.int(),
  /** Voids recorded on this day for slips of earlier days. */
  voidedEarlier: z.int(),
  reprints: z.int(),
});
export type DayTotals = z.infer<typeof DayTotals>;

const CloseBody = z.strictObject({ ...head, kind: z.literal("close"), closed: Day, totals: DayTotals });
const ReopenBody = z.strictObject({ ...head, kind: z.literal("reopen"), reopened: Day, reason: Reason });
const ExportBody = z.strictObject({
  ...head,
  kind: z.literal("export"),
  what: z.enum(["day", "resident", "search", "townships"]),
  /** Names and numbers left the ledger in full. */
  full: z.boolean(),
  rows: z.int().nonnegative(),
});
/** Payloads of slips before that day were dropped; the bodies stay. */
const PurgeBody = z.strictObject({
  ...head,
  kind: z.literal("purge"),
  before: Day,
  through: Seq,
  slips: z.int().positive(),
});
/** The named residents (counted from 0) of these slips were dropped, and the slips as printed. */
const EraseBody = z.strictObject({
  ...head,
  kind: z.literal("erase"),
  slips: z.array(z.strictObject({ seq: Seq, places: z.array(z.int().nonnegative()).min(1) })).min(1),
  reason: Reason,
});
/** The ledger was put back from a backup, or opened although its anchor did not fit; `lost` numbers may stand on paper. */
const AcceptBody = z.strictObject({
  ...head,
  kind: z.literal("accept"),
  fault: z.string(),
  reason: Reason,
  lost: z.strictObject({ from: Seq, through: Seq }).nullable(),
  /** Slip counters of lost records are not given again. */
  counterFloor: z.strictObject({ day: Day, counter: z.int().nonnegative() }).nullable(),
});
const BeginBody = z.strictObject({ ...head, kind: z.literal("begin"), ledger: z.uuid(), app: z.string() });

export const RecordBody = z.discriminatedUnion("kind", [
  BeginBody,
  SlipBody,
  VoidBody,
  ReprintBody,
  RevealBody,
  CloseBody,
  ReopenBody,
  ExportBody,
  PurgeBody,
  EraseBody,
  AcceptBody,
]);
export type RecordBody = z.infer<typeof RecordBody>;
export type RecordKind = RecordBody["kind"];
export type SlipBody = z.infer<typeof SlipBody>;

/** The rule set of the line at that place. */
export function ruleSetAt(
  { ruleSet, others }: Pick<SlipBody, "ruleSet" | "others">,
  place: number,
): SlipBody["ruleSet"] {
  return others?.find((other) => other.place === place)?.ruleSet ?? ruleSet;
}

/** A body without what the ledger itself fills in. */
export type Entry = RecordBody extends infer Body
  ? Body extends RecordBody
    ? Omit<Body, "format" | "seq" | "at" | "day" | "clerk" | "clockBehind">
    : never
  : never;

/** What names a person: kept apart, compressed, and dropped when the resident asks or the years have passed. */
export const PersonPayload = z.strictObject({
  name: z.string().max(100).nullable(),
  idNumber: z.string().max(40).nullable(),
  /** The request as the engine took it, and its whole answer with the trace. */
  request: z.json(),
  result: z.json(),
});
export type PersonPayload = z.infer<typeof PersonPayload>;
