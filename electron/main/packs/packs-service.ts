// Answers the window's questions about rule packs. A pack is read once, when it is chosen; afterwards the page knows it by a token.

import { randomInt, randomUUID } from "node:crypto";
import path from "node:path";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { ImpactReport, PackLook, PacksOverview } from "../../../shared/ipc/channels/packs.ts";
import type { ChannelName, ErrorOf } from "../../../shared/ipc/contract.ts";
import { LARGEST_PACK } from "../../../shared/packs/envelope.ts";
import { GROUPS, typedDigits } from "../../../shared/packs/fingerprint.ts";
import { refuse } from "../../../shared/packs/refusal.ts";
import { knownKeyBehind } from "../../../shared/packs/trust.ts";
import type { Settlements } from "../../../shared/rules/bureau.ts";
import { checkRules } from "../../packs/check-rules.ts";
import { packImpact, type RecordAsked, readPersonas, takingEffect } from "../../packs/impact.ts";
import { verifySignature } from "../../packs/open-pack.ts";
import { overviewOf } from "../../packs/overview.ts";
import type { PackStore, StoreFault } from "../../packs/pack-store.ts";
import { readBytes } from "../../packs/read-bytes.ts";
import type { RulesInUse } from "../../packs/rules-in-use.ts";
import { fingerprintOf } from "../../packs/signing.ts";
import { filesOfParts } from "../../policies/files.ts";
import type { Handler } from "../ipc/router.ts";
import { verdictOn } from "./verdict.ts";

type PacksChannel = Extract<ChannelName, `packs.${string}`>;
export type PacksHandlers = { readonly [Name in PacksChannel]: Handler<Name> };

export interface RecordsAsked {
  readonly records: readonly RecordAsked[];
  readonly erased: number;
}

export interface PacksOptions {
  readonly store: PackStore;
  /** The bundled rules' folder. */
  readonly policies: string;
  readonly rules: { readonly inUse: () => Promise<RulesInUse>; readonly reload: () => void };
  readonly settlements: () => Promise<Settlements>;
  readonly day: () => string;
  /** Who works here, for the history. */
  readonly clerk: () => Promise<string>;
  /** Asks for a file in the system's dialog; undefined where nobody chose one. */
  readonly choose: (contentsId: number) => Promise<string | undefined>;
  /** The file that the system handed over, once. */
  readonly offered: () => string | undefined;
  /** Whether such a file waits. */
  readonly waits: () => boolean;
  /** The counter's own slips of a rule set; a code where the ledger cannot be asked. */
  readonly recent: (ruleSet: string) => Promise<Outcome<RecordsAsked>>;
}

interface Waiting {
  readonly token: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Which groups of the fingerprint have to be heard from the issuer. */
  readonly hidden: readonly number[];
}

const HIDDEN_GROUPS = 2;

export function createPacksService(options: PacksOptions): PacksHandlers {
  const { store, rules } = options;
  /** One pack at a time: choosing another lets the one before go. */
  let waiting: Waiting | undefined;

  const take = async (file: string): Promise<Outcome<PackLook, TrustCode>> => {
    const read = readBytes(file, LARGEST_PACK);
    const name = path.basename(file);
    const bytes = read.ok ? read.bytes : Buffer.alloc(0);
    waiting = { token: randomUUID(), name, bytes, hidden: hiddenGroups() };
    if (read.ok) return lookAt(waiting);
    const { refusal } = refuse(read.code, { detail: read.detail });
    return succeed({ token: waiting.token, name, size: 0, verdict: { kind: "refused", refusal, manifest: null } });
  };

  const lookAt = async ({ token, name, bytes, hidden }: Waiting): Promise<Outcome<PackLook, TrustCode>> => {
    const verdict = verdictOn(bytes, store, await rules.inUse(), hidden);
    return verdict.ok ? succeed({ token, name, size: bytes.length, verdict: verdict.value }) : verdict;
  };

  const found = (token: string): Waiting | undefined => (waiting?.token === token ? waiting : undefined);
  const overview = async (): Promise<PacksOverview> => overviewOf(store.reading(), await rules.inUse(), options.day());
  const by = () => options.clerk();

  /** What has changed is in force with the next question. */
  const afterwards = async (outcome: Outcome<undefined, StoreFault>): Promise<Outcome<PacksOverview, StoreFault>> => {
    if (!outcome.ok) return outcome;
    rules.reload();
    return succeed(await overview());
  };

  return {
    "packs.overview": async () => succeed(await overview()),
    "packs.age": async () => {
      const { origins } = await rules.inUse();
      return succeed({ origins: Object.fromEntries(origins), today: options.day(), waiting: options.waits() });
    },
    "packs.choose": async (_, { contentsId }) => {
      const file = await options.choose(contentsId);
      return file === undefined ? fail("cancelled") : take(file);
    },
    "packs.offered": async () => {
      const file = options.offered();
      return file === undefined ? fail("none") : take(file);
    },
    "packs.look": async ({ token }) => {
      const pack = found(token);
      return pack === undefined ? fail("unknown-pack") : lookAt(pack);
    },
    "packs.pin": async ({ token, heard }) => {
      const pack = found(token);
      if (pack === undefined) return fail("unknown-pack");
      const signed = verifySignature(pack.bytes);
      if (!signed.ok) return fail("refused");
      const groups = fingerprintOf(signed.value.envelope.key);
      const isHeard =
        heard.length === pack.hidden.length && pack.hidden.every((at, n) => typedDigits(heard[n] ?? "") === groups[at]);
      if (!isHeard) {
        // Other groups the next time: whoever guesses does not get nearer.
        waiting = { ...pack, hidden: hiddenGroups() };
        return fail("not-heard");
      }
      const pinned = store.pin(pack.bytes, await by());
      if (!pinned.ok) return "fault" in pinned ? fail(pinned.fault) : fail("refused");
      return lookAt(pack);
    },
    "packs.grant": async ({ token }) => {
      const pack = found(token);
      if (pack === undefined) return fail("unknown-pack");
      const look = await lookAt(pack);
      const signed = verifySignature(pack.bytes);
      if (!look.ok || !signed.ok || look.value.verdict.kind !== "not-granted") return look;
      const reading = store.reading();
      // Of a key that came by rotation the list knows the one before: what that may, its successor may.
      const { signer, chain } = signed.value;
      const key = reading.kind === "good" ? knownKeyBehind(reading.state, signer, chain) : undefined;
      const granted = store.grant(key?.id ?? signer.id, look.value.verdict.jurisdictions, await by());
      return granted.ok ? lookAt(pack) : granted;
    },
    "packs.impact": async ({ token }) => {
      const pack = found(token);
      if (pack === undefined) return fail("unknown-pack");
      const judged = store.judge(pack.bytes);
      if (!judged.ok) return "fault" in judged ? fail(judged.fault) : fail("refused");
      return impactFor(judged.value.opened);
    },
    "packs.install": async ({ token }) => {
      const pack = found(token);
      if (pack === undefined) return fail("unknown-pack");
      const done = store.install(pack.bytes, await by());
      if (!done.ok) return "fault" in done ? fail(done.fault) : fail("refused");
      waiting = undefined;
      return afterwards(succeed(undefined));
    },
    "packs.undo": async ({ root, pack }) => afterwards(store.undo(root, pack, await by())),
    "packs.revoke": async ({ key, reason }) => afterwards(store.revoke(key, reason, await by())),
    "packs.correctClock": async ({ reason }) => afterwards(store.correctClock(reason, await by())),
    "packs.settle": async ({ how }) => afterwards(store.settle(how)),
  };

  async function impactFor(opened: Parameters<typeof checkRules>[0]): Promise<Outcome<ImpactReport, "refused">> {
    // By the bureau's decisions, as both would answer here.
    const checked = checkRules(opened, await options.settlements());
    if (!checked.ok) return fail("refused");
    const inUse = await rules.inUse();
    const next = takingEffect(checked.value, inUse);
    const records = new Map<string, readonly RecordAsked[]>();
    let erased = 0;
    let recordsLeftOut: string | null = null;
    for (const id of next.ruleSets.keys()) {
      if (!inUse.ruleSets.has(id)) continue;
      const answer = await options.recent(id);
      if (answer.ok) {
        records.set(id, answer.value.records);
        erased += answer.value.erased;
      } else recordsLeftOut = answer.error.code;
    }
    const impacts = packImpact({
      inUse,
      next,
      nextFiles: filesOfParts(opened.parts),
      personas: readPersonas(options.policies),
      records: (id) => records.get(id) ?? [],
    });
    return succeed({ impacts, recordsLeftOut, erased });
  }
}

type TrustCode = Extract<ErrorOf<"packs.look">, `trust-${string}`>;

function hiddenGroups(): readonly number[] {
  const chosen = new Set<number>();
  while (chosen.size < HIDDEN_GROUPS) chosen.add(randomInt(GROUPS));
  return [...chosen].sort((a, b) => a - b);
}
