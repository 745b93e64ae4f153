// Answers the window's questions about rule sets and residents. The rule sets are loaded once, with the first question.

import { adviseRequest, answerRequest } from "../../shared/engine/answer.ts";
import { fail, succeed } from "../../shared/ipc/channel.ts";
import { summarise } from "../../shared/rules/description.ts";
import { describeLoaded } from "../policies/describe.ts";
import { loadPolicies } from "../policies/store.ts";
import type { Handler } from "./ipc/router.ts";

export interface RulesService {
  readonly evaluate: Handler<"engine.evaluate">;
  readonly advise: Handler<"engine.advise">;
  readonly list: Handler<"rules.list">;
  readonly describe: Handler<"rules.describe">;
}

/** @param folder the policies folder */
export function createRulesService(folder: string): RulesService {
  let loaded: ReturnType<typeof load> | undefined;
  const policies = () => (loaded ??= load(folder));
  return {
    evaluate: ({ request }) => succeed(answerRequest(request, policies().tables)),
    advise: ({ request }) => {
      const answer = adviseRequest(request, policies().tables);
      return answer.ok ? succeed(answer.advice) : fail("not-a-case");
    },
    list: () => {
      const { ruleSets, faults } = policies();
      return succeed({ ruleSets: [...ruleSets.values()].map(({ table }) => summarise(table)), faults: [...faults] });
    },
    describe: ({ id }) => {
      const found = policies().ruleSets.get(id);
      return found === undefined ? fail("unknown-rule-set") : succeed(describeLoaded(found));
    },
  };
}

function load(folder: string) {
  const { ruleSets, faults } = loadPolicies(folder);
  return { ruleSets, faults, tables: new Map([...ruleSets].map(([id, { table }]) => [id, table])) };
}
