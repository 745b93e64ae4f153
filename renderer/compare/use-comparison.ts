// Asks the engine the same resident under several rule sets; of answers that overlap only the newest counts.
import { useEffect, useMemo, useState } from "react";
import { type Carried, carryOver, type TypedCase } from "../../shared/compare/carry-over.ts";
import type { Result } from "../../shared/engine/result.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import type { EngineFault } from "../assess/gateway.ts";
import { ipcGateway } from "../assess/ipc-gateway.ts";

/** Identities put in the place of unknown ones: rule set → unknown → known. */
export type StandIns = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Column {
  readonly rules: RuleSetDescription;
  readonly carried: Carried;
  readonly result: Result | null;
  /** What the engine refused; null while it is still being asked too. */
  readonly error: EngineFault | null;
}

interface Outcome {
  readonly question: string;
  readonly result: Result | null;
  readonly error: EngineFault | null;
}

/** The columns in the order of `ids`; a rule set that is still being read is left out. */
export function useComparison(
  typed: TypedCase | null,
  inForce: RuleSetDescription | null,
  ids: readonly string[],
  standIns: StandIns,
): readonly Column[] {
  const described = useDescriptions(inForce, ids);
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const asked = useMemo(
    () =>
      typed === null
        ? []
        : described.map((rules) => {
            const carried = carryOver(typed, rules, standIns[rules.id]);
            return { rules, carried, question: JSON.stringify(carried.request) };
          }),
    [typed, described, standIns],
  );

  useEffect(() => {
    let current = true;
    for (const { rules, carried, question } of asked) {
      const put = (outcome: Omit<Outcome, "question">) => {
        if (current) setOutcomes((before) => ({ ...before, [rules.id]: { question, ...outcome } }));
      };
      ipcGateway.evaluate(carried.request).then(
        (answer) => put(answer.ok ? { result: answer.result, error: null } : { result: null, error: answer.error }),
        () => put({ result: null, error: { code: "bad-shape", path: "", message: "" } }),
      );
    }
    return () => {
      current = false;
    };
  }, [asked]);

  return asked.map(({ rules, carried, question }) => {
    const outcome = outcomes[rules.id];
    const fresh = outcome?.question === question ? outcome : undefined;
    return { rules, carried, result: fresh?.result ?? null, error: fresh?.error ?? null };
  });
}

function useDescriptions(inForce: RuleSetDescription | null, ids: readonly string[]): readonly RuleSetDescription[] {
  const [read, setRead] = useState<Readonly<Record<string, RuleSetDescription>>>({});
  const missing = ids.filter((id) => id !== inForce?.id && read[id] === undefined).join(" ");
  useEffect(() => {
    for (const id of missing === "" ? [] : missing.split(" ")) {
      ipcGateway.describeRuleSet(id).then(
        (rules) => setRead((before) => ({ ...before, [id]: rules })),
        // Left out of the comparison: the counter itself says that the main process does not answer.
        () => undefined,
      );
    }
  }, [missing]);
  return useMemo(
    () =>
      ids.flatMap((id) => {
        const rules = id === inForce?.id ? inForce : read[id];
        return rules === undefined ? [] : [rules];
      }),
    [ids, inForce, read],
  );
}
