// Answers the window's questions about the ledger; the ledger is opened with the first of them.

import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { Settings } from "../../../shared/ipc/channels/settings.ts";
import type { ChannelName, ErrorOf } from "../../../shared/ipc/contract.ts";
import type { Json } from "../../../shared/ledger/canonical.ts";
import { NAMELESS } from "../../../shared/ledger/nameless.ts";
import { SlipDocumentSchema } from "../../../shared/slip/document.ts";
import type { LedgerOutcome } from "../../ledger/host-link.ts";
import type { KeptRules } from "../../ledger/rule-archive.ts";
import type { LedgerService } from "../../ledger/service.ts";
import type { Actor } from "../../ledger/session.ts";
import type { Handler } from "../ipc/router.ts";
import type { StandingRules } from "../rules-service.ts";
import { findingOf, slipOf, statusOf } from "./answers.ts";
import type { Files } from "./files.ts";
import { newSlip } from "./new-slip.ts";
import { thenAndNow } from "./then-and-now.ts";

type LedgerChannel = Extract<ChannelName, `ledger.${string}`>;
export type LedgerHandlers = { readonly [Name in LedgerChannel]: Handler<Name> };

export interface LedgerHandlerOptions {
  readonly service: LedgerService;
  readonly files: Files;
  readonly settings: () => Promise<Settings>;
  readonly rules: () => Promise<StandingRules>;
  readonly version: string;
  /** The civil day at the counter, ISO. */
  readonly today: () => string;
}

/** Of a slip from before rule sets were kept. */
const ABSENT = { ok: true, value: { kind: "absent" } } as const;

export function createLedgerHandlers(options: LedgerHandlerOptions): LedgerHandlers {
  const { service, files } = options;
  let first: Promise<unknown> | undefined;

  /** The first question opens the ledger, and sees to the day's backup once it is open. */
  async function opened(): Promise<void> {
    first ??= options.settings().then(async ({ station }) => {
      const answer = await service.open({ station });
      if (answer.ok) void service.backUpIfDue().catch(() => undefined);
    });
    await first;
  }

  async function actor(acceptClock: boolean): Promise<Actor> {
    const { clerk, counterName } = await options.settings();
    return { clerk: clerk.trim() || counterName.trim() || NAMELESS, acceptClock };
  }

  /** Asks the ledger, and gives the answer the shape of the channel. */
  async function through<Value, Given extends Json | object>(
    asked: Promise<LedgerOutcome<Value>>,
    shape: (value: Value) => Given,
  ): Promise<Outcome<Given, ErrorOf<LedgerChannel>>> {
    const answer = await asked;
    return answer.ok ? succeed(shape(answer.value)) : fail(answer.error.code, answer.error.params);
  }

  const call: LedgerService["call"] = async (name, ...args) => {
    await opened();
    return service.call(name, ...args);
  };
  const status = async () => succeed(await statusOf(service));

  return {
    "ledger.status": async () => {
      await opened();
      return status();
    },
    "ledger.open": async ({ passphrase, acceptReason, startNew }) => {
      const { clerk } = await actor(false);
      const { station } = await options.settings();
      first = service.open({
        station,
        startNew,
        ...(passphrase === undefined ? {} : { passphrase }),
        ...(acceptReason === undefined ? {} : { accept: { clerk, reason: acceptReason } }),
      });
      await first;
      return status();
    },
    "ledger.issue": async ({ nonce, acceptClock, people, document }) => {
      const slip = newSlip(await options.rules(), people, options.today());
      if (!slip.ok) return slip;
      const { value } = slip;
      const complete = { ...value, nonce, engine: options.version, document: document as Json };
      return through(call("issue", await actor(acceptClock), complete), (issued) => ({ ...issued }));
    },
    "ledger.void": async ({ number, reason, acceptClock }) =>
      through(call("void", await actor(acceptClock), number, reason), (seq) => ({ seq })),
    "ledger.reprint": async ({ number, acceptClock }) => {
      // Before it is counted: a copy that this program cannot print would stand on record for nothing.
      const printed = await call("printed", number);
      if (!printed.ok) return fail(printed.error.code, printed.error.params);
      const document = SlipDocumentSchema.safeParse(printed.value);
      if (!document.success) return fail(printed.value === null ? "slip-erased" : "slip-unprintable", { number });
      const { data } = document;
      return through(call("reprint", await actor(acceptClock), number), (copy) => ({ ...copy, document: data }));
    },
    "ledger.search": (query) => through(call("search", query), (page) => page),
    "ledger.slip": ({ number }) => through(call("detail", number), slipOf),
    "ledger.reveal": async ({ number, reason }) => through(call("reveal", await actor(false), number, reason), slipOf),
    "ledger.compare": async ({ number }) => {
      const detail = await call("detail", number);
      if (!detail.ok) return fail(detail.error.code, detail.error.params);
      const requests = await call("requests", number);
      if (!requests.ok) return fail(requests.error.code, requests.error.params);
      const { body } = detail.value;
      const own = body.rules === undefined ? ABSENT : await call("rules", body.rules);
      if (!own.ok) return fail(own.error.code, own.error.params);
      const others: KeptRules[] = [];
      for (const { rules } of body.others ?? []) {
        const other = await call("rules", rules);
        if (!other.ok) return fail(other.error.code, other.error.params);
        others.push(other.value);
      }
      return succeed(
        thenAndNow({
          body,
          requests: requests.value as readonly Readonly<Record<string, unknown>>[] | null,
          kept: own.value,
          others,
          today: await options.rules(),
          engine: options.version,
        }),
      );
    },
    "ledger.check": ({ text }) => through(call("check", text), (verdict) => verdict),
    "ledger.days": () => through(call("days", 400), (days) => ({ days: days.map((day) => ({ ...day })) })),
    "ledger.day": ({ day }) => through(call("day", day), (state) => ({ ...state, reopened: [...state.reopened] })),
    "ledger.closeDay": async ({ day, acceptClock }) => {
      const closed = await through(call("closeDay", await actor(acceptClock), day), (value) => value);
      if (closed.ok) void service.backUp(null).catch(() => undefined);
      return closed;
    },
    "ledger.reopenDay": async ({ day, reason, acceptClock }) =>
      through(call("reopenDay", await actor(acceptClock), day, reason), () => ({ day })),
    "ledger.exportDay": async ({ day, format }, { contentsId }) => {
      const state = await call("day", day);
      if (!state.ok) return fail(state.error.code, state.error.params);
      const saved = await files.exportDay(contentsId, state.value.totals, format, (query) => call("search", query));
      if (!saved.ok) return fail(saved.error.code, saved.error.params);
      const noted = await call("exported", await actor(true), "day", false, saved.value.rows);
      return noted.ok ? saved : fail(noted.error.code, noted.error.params);
    },
    "ledger.townships": ({ county, coverageYear }) =>
      through(call("townships", county, coverageYear), (townships) => ({ townships: [...townships] })),
    "ledger.backups": ({ folder }) => {
      const backups = service.backups(folder);
      return succeed({ backups: [...backups] });
    },
    "ledger.pickFolder": async (_, { contentsId }) => {
      const folder = await files.chooseFolder(contentsId);
      return folder === undefined ? fail("cancelled") : succeed({ folder });
    },
    "ledger.backUp": ({ folder }) => through(service.backUp(folder), (backup) => backup),
    "ledger.restore": async ({ from, reason, passphrase }) => {
      const { clerk } = await actor(false);
      const restored = await service.restore(from, { clerk, reason }, passphrase);
      return restored.ok ? status() : fail(restored.error.code, restored.error.params);
    },
    "ledger.setPassphrase": ({ passphrase }) =>
      through(service.setPassphrase(passphrase), () => ({ portable: true as const })),
    "ledger.verify": () =>
      through(service.verify(), ({ checked, findings }) => ({ checked, findings: findings.map(findingOf) })),
    "ledger.countBefore": ({ day }) => through(call("countBefore", day), (slips) => ({ slips })),
    "ledger.purge": async ({ before, acceptClock }) =>
      through(call("purge", await actor(acceptClock), before), (slips) => ({ slips })),
    "ledger.eraseResident": async ({ idNumber, reason, acceptClock }) =>
      through(call("erase", await actor(acceptClock), idNumber, reason), (slips) => ({ slips })),
    "ledger.exportResident": async ({ idNumber }, { contentsId }) => {
      const file = await files.chooseFile(contentsId, "resident.json", "json");
      if (file === undefined) return fail("cancelled");
      const slips = await call("exportResident", await actor(true), idNumber);
      if (!slips.ok) return fail(slips.error.code, slips.error.params);
      const saved = await files.save(file, `${JSON.stringify(slips.value, null, 2)}\n`);
      return saved.ok ? succeed({ path: file, slips: slips.value.length }) : fail(saved.error.code, saved.error.params);
    },
  };
}
