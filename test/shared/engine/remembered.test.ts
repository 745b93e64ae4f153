// What was decided for one way a resident could turn out is taken over for another only where a decision of its own says the same.

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type Assessment, assess, decisionOf, isSameDecision } from "../../../shared/engine/assess.ts";
import type { Case } from "../../../shared/engine/case.ts";
import { factsOf } from "../../../shared/engine/missing-facts.ts";
import { rememberedAnswers } from "../../../shared/engine/remembered.ts";
import { parseCase, parseRequest } from "../../../shared/engine/request.ts";
import type { Table } from "../../../shared/rules/table.ts";
import { tableOf, tables } from "../../bundled.ts";
import { type RandomRequest, requests, runs } from "./residents.ts";

vi.setConfig({ testTimeout: 120_000 });

function caseOf(request: RandomRequest, table: Table): Case {
  const read = parseRequest(request);
  const parsed = read.ok ? parseCase(read.value, table) : read;
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.value;
}

const FILLED = ["categories", "missedYears", "birth", "claims", "facts", "county"] as const;

/** Several residents of one payment day who share some facts and differ in others, as filling facts in makes them. */
function relatives(table: Table): fc.Arbitrary<readonly Case[]> {
  const mixed = fc.array(fc.record(Object.fromEntries(FILLED.map((fact) => [fact, fc.nat({ max: 2 })]))), {
    minLength: 2,
    maxLength: 8,
  });
  return fc.tuple(fc.array(requests({ table }), { minLength: 3, maxLength: 3 }), mixed).map(([told, mixes]) => {
    const cases = told.map((request) => caseOf(request, table));
    const [first] = cases;
    if (first === undefined) throw new Error("nobody");
    const from = (at: number | undefined): Case => cases[at ?? 0] ?? first;
    return [
      first,
      ...mixes.map((mix) => ({
        ...first,
        categories: from(mix["categories"]).categories,
        missedYears: from(mix["missedYears"]).missedYears,
        birth: from(mix["birth"]).birth,
        claims: from(mix["claims"]).claims,
        facts: from(mix["facts"]).facts,
        county: from(mix["county"]).county,
      })),
    ];
  });
}

const ofEachTable = [...tables.values()].map((table) => ({ id: table.id, table }));

describe.each(ofEachTable)("under $id", ({ table }) => {
  it("the remembered answer of everybody is the one that they get when asked alone", () => {
    fc.assert(
      fc.property(relatives(table), (cases) => {
        const [base, ...others] = cases;
        if (base === undefined) return;
        const answer = rememberedAnswers(base, assess(base, table), table);
        for (const other of [...others, base, ...others]) expect(answer(other)).toEqual(assess(other, table));
      }),
      { seed: 20_261_127, numRuns: runs(300) },
    );
  });

  it("two who are said to share a decision have the same one", () => {
    let shared = 0;
    fc.assert(
      fc.property(relatives(table), ([one, ...others]) => {
        for (const other of others) {
          if (one === undefined || !isSameDecision(one, other, table)) continue;
          shared++;
          expect(decisionOf(other, table)).toEqual(decisionOf(one, table));
        }
      }),
      { seed: 20_261_127, numRuns: runs(300) },
    );
    expect(shared).toBeGreaterThan(0);
  });

  it("an identity left out as treated alike gives the answer of one that is looked at", () => {
    const said = ({ contribution: { standard, payable }, payables, funding, outcome, tree }: Assessment) =>
      JSON.stringify({ standard, payable, payables, funding, outcome, tree });
    fc.assert(
      fc.property(requests({ table }), (request) => {
        const resident: Case = { ...caseOf(request, table), categories: null };
        const identities = factsOf(resident, table, assess(resident, table)).find(
          ({ field }) => field === "resident.categories",
        );
        const looked = new Set(identities?.candidates(resident).map((candidate) => said(assess(candidate, table))));
        for (const category of table.categories.values())
          expect(looked).toContain(said(assess({ ...resident, categories: [category] }, table)));
      }),
      { seed: 20_261_127, numRuns: runs(200) },
    );
  });
});

it("of identities with the same aid, the one that a group lists is looked at beside those that it does not", () => {
  const table = tableOf("gansu/2025");
  const held = [...table.categories.values()];
  const pair = held.flatMap((one) => {
    const other = held.find(({ aid, order }) => aid === one.aid && order > one.order);
    return other === undefined ? [] : [[one.id, other.id] as const];
  })[0];
  if (pair === undefined) throw new Error("no two identities of the same aid");
  const looked = (identities: readonly string[]): readonly (string | undefined)[] => {
    const listing = {
      ...table,
      groups: table.groups.map((group) => (group.listed === null ? group : { ...group, listed: new Set(identities) })),
    };
    const resident = caseOf({ ruleSet: table.id, paidOn: "2025-01-15", resident: {} }, listing);
    const facts = factsOf(resident, listing, assess(resident, listing));
    return (facts[0]?.candidates(resident) ?? []).map(({ categories }) => categories?.[0]?.id);
  };
  expect(looked(pair)).toContain(pair[0]);
  expect(looked(pair)).not.toContain(pair[1]);
  expect(looked([pair[1]])).toEqual(expect.arrayContaining([...pair]));
});
