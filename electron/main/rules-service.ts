// Answers the window's questions about rule sets and residents, by the rule files and by what the bureau has settled.
// The rule sets are loaded with the first question, and again when a decision changes what is in force.

import { isoDay } from "../../shared/dates/iso.ts";
import { type Answer, adviseRequest, answerRequest } from "../../shared/engine/answer.ts";
import { fail, succeed } from "../../shared/ipc/channel.ts";
import type { RulesToKeep } from "../../shared/ledger/archived-rules.ts";
import { type Decision, settlementsOf, settles } from "../../shared/rules/bureau.ts";
import { summarise } from "../../shared/rules/description.ts";
import { lastUsefulDay } from "../../shared/rules/last-useful-day.ts";
import type { Table } from "../../shared/rules/table.ts";
import { loadRulesInUse, type RuleSources, type RulesInUse } from "../packs/rules-in-use.ts";
import { packRules } from "../policies/archive.ts";
import { describeLoaded } from "../policies/describe.ts";
import type { BureauStore } from "./bureau-store.ts";
import type { Handler } from "./ipc/router.ts";
import { runIn } from "./run-in.ts";

export interface RulesService {
  /** Loads the rule sets ahead of the first question, while the page is still being fetched, and then runs the engine in. */
  readonly warm: (pause: () => Promise<void>) => void;
  readonly evaluate: Handler<"engine.evaluate">;
  readonly advise: Handler<"engine.advise">;
  readonly list: Handler<"rules.list">;
  readonly describe: Handler<"rules.describe">;
  readonly settlements: Handler<"rules.settlements">;
  readonly settle: Handler<"rules.settle">;
  readonly withdraw: Handler<"rules.withdraw">;
  /** Everything in use, with where it comes from. */
  readonly inUse: () => Promise<RulesInUse>;
  /** Packs were taken in or undone, or a key was revoked: the next question is answered by what is then in force. */
  readonly reload: () => void;
  /** The rules as they stand now: several answers and what is kept of the rules then belong together. */
  readonly standing: () => Promise<StandingRules>;
}

export interface StandingRules {
  readonly answer: (request: Readonly<Record<string, unknown>>) => Answer;
  /** Undefined where there is no such rule set, or its files changed after it was loaded. */
  readonly pack: (ruleSet: string) => RulesToKeep | undefined;
  /** ISO day; "" for a rule set that is not there. */
  readonly lastUsefulDay: (ruleSet: string) => string;
}

/**
 * @param sources the policies folder and the packs in use, asked anew with every loading
 * @param now the counter's clock, for the history of decisions
 * @param usedLast the rule set that the window will want first; null where that is not known
 */
export function createRulesService(
  sources: () => RuleSources,
  bureau: BureauStore,
  now: () => Date,
  usedLast: () => Promise<string | null>,
): RulesService {
  let loaded: Promise<Loaded> | undefined;
  const policies = () => (loaded ??= bureau.load().then(({ decisions }) => load(sources(), decisions)));

  /** Keeps the decision; the next question is answered by it. */
  const decide = async (decision: Decision) => {
    const kept = await bureau.add(decision);
    if (!kept.ok) return kept;
    loaded = undefined;
    return succeed({ decision });
  };

  return {
    // Whoever asks is told of a fault; here nobody has asked yet.
    warm: (pause) =>
      void policies()
        .then(({ tables, coming }) =>
          runIn((request) => JSON.stringify(answerRequest(request, tables, coming)), [...tables.values()], pause),
        )
        .catch(() => {}),
    inUse: policies,
    reload: () => {
      loaded = undefined;
    },
    standing: async () => {
      const { tables, coming, pack } = await policies();
      return { answer: (request) => answerRequest(request, tables, coming), pack, lastUsefulDay: lastDayIn(tables) };
    },
    evaluate: async ({ request }) => {
      const { tables, coming } = await policies();
      return succeed(JSON.stringify(answerRequest(request, tables, coming)));
    },
    advise: async ({ request }) => {
      const answer = adviseRequest(request, (await policies()).tables);
      return answer.ok ? succeed(answer.advice) : fail("not-a-case");
    },
    list: async () => {
      const [{ ruleSets, coming, faults }, wanted] = await Promise.all([policies(), usedLast()]);
      const all = [...ruleSets.values()];
      const first = ruleSets.get(wanted ?? "") ?? all[0];
      return succeed({
        ruleSets: all.map(({ table }) => summarise(table)),
        coming: [...coming],
        faults: [...faults],
        described: first === undefined ? null : JSON.stringify(describeLoaded(first)),
      });
    },
    describe: async ({ id }) => {
      const found = (await policies()).ruleSets.get(id);
      return found === undefined ? fail("unknown-rule-set") : succeed(JSON.stringify(describeLoaded(found)));
    },
    settlements: async () => {
      const { decisions, setAside, unreadable } = await bureau.load();
      const { settlementFaults } = await policies();
      return succeed({ decisions: [...decisions], setAside, unreadable, faults: [...settlementFaults] });
    },
    settle: async ({ ruleSet, interpretation, option, issuer, document, enteredBy }) => {
      const table = (await policies()).tables.get(ruleSet);
      if (table === undefined) return fail("unknown-rule-set", { field: "ruleSet" });
      const question = table.questions.get(interpretation);
      if (question === undefined) return fail("unknown-interpretation", { field: "interpretation" });
      if (!question.options.some(({ id }) => id === option && settles(id)))
        return fail("unknown-option", { field: "option" });
      if (issuer.trim() === "") return fail("issuer-missing", { field: "issuer" });
      if (document.trim() === "") return fail("document-missing", { field: "document" });
      return decide({
        action: "settle",
        at: now().toISOString(),
        ruleSet,
        interpretation,
        option,
        issuer: issuer.trim(),
        document: document.trim(),
        enteredBy: enteredBy.trim(),
      });
    },
    withdraw: async ({ ruleSet, interpretation, enteredBy }) => {
      const settled = settlementsOf((await bureau.load()).decisions);
      // Own entries alone: a page that was taken over may ask for "constructor", which every object has.
      if (!Object.hasOwn(settled, ruleSet) || !Object.hasOwn(settled[ruleSet] ?? {}, interpretation))
        return fail("not-settled", { field: "interpretation" });
      return decide({
        action: "withdraw",
        at: now().toISOString(),
        ruleSet,
        interpretation,
        enteredBy: enteredBy.trim(),
      });
    },
  };
}

function lastDayIn(tables: ReadonlyMap<string, Table>): StandingRules["lastUsefulDay"] {
  return (id) => {
    const table = tables.get(id);
    return table === undefined ? "" : isoDay(lastUsefulDay(table));
  };
}

type Loaded = ReturnType<typeof load>;

function load(sources: RuleSources, decisions: readonly Decision[]) {
  const policies = loadRulesInUse(sources, settlementsOf(decisions));
  const packed = new Map<string, RulesToKeep>();
  const pack = (id: string): RulesToKeep | undefined => {
    const loaded = policies.ruleSets.get(id);
    const rules = packed.get(id) ?? (loaded === undefined ? undefined : packRules(loaded));
    if (rules !== undefined) packed.set(id, rules);
    return rules;
  };
  return { ...policies, pack, tables: new Map([...policies.ruleSets].map(([id, { table }]) => [id, table])) };
}
