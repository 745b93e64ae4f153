// Whatever is known of a resident goes along to another rule set or is named as left out; never a third way.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeLoaded } from "../../../electron/policies/describe.ts";
import { carryOver, type ToldFor, type TypedCase, YEAR_BOUND } from "../../../shared/compare/carry-over.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { RequestSchema } from "../../../shared/engine/request.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { FURTHER_FACTS, type FurtherFact } from "../../../shared/rules/table.ts";
import { bundled, tables } from "../../bundled.ts";

const RULES = [...bundled.ruleSets.values()].map(describeLoaded);
const rulesOf = (id: string): RuleSetDescription => {
  const found = RULES.find((rules) => rules.id === id);
  if (found === undefined) throw new Error(`no bundled rule set ${id}`);
  return found;
};
const all = <Item>(of: (rules: RuleSetDescription) => readonly Item[]) => [...new Set(RULES.flatMap(of))];
const CATEGORIES = all((rules) => rules.categories.map(({ id }) => id));
const GROUPS = all((rules) => rules.groups.map(({ id }) => id));
const COUNTIES = all((rules) => rules.prefectures.flatMap(({ counties }) => counties.map(({ code }) => code)));

const VALUES: Readonly<Record<FurtherFact, fc.Arbitrary<boolean | number | string>>> = {
  parentInsured: fc.boolean(),
  recognisedOn: fc.constantFrom("2024-11-01", "2025-12-01", "2026-03-10"),
  insuredYears: fc.integer({ min: 0, max: 9 }),
  employeeMonths: fc.integer({ min: 0, max: 12 }),
  repairedYears: fc.integer({ min: 0, max: 9 }),
  continuousYears: fc.integer({ min: 0, max: 9 }),
  claimFreeLastYear: fc.boolean(),
  lastYearWaitTo: fc.constantFrom("2025-12-31", "2026-02-05"),
};
const facts = (bound: boolean) =>
  fc.record(
    Object.fromEntries(
      FURTHER_FACTS.filter((fact) => YEAR_BOUND.has(fact) === bound).map((fact) => [fact, VALUES[fact]]),
    ),
    { requiredKeys: [] },
  );
const toldFor = (coverageYear: number): fc.Arbitrary<ToldFor> =>
  fc.record({
    coverageYear: fc.constant(coverageYear),
    missedYears: fc.option(
      fc.integer({ min: 0, max: 4 }).map((count) => Array.from({ length: count }, (_, at) => coverageYear - 1 - at)),
    ),
    facts: facts(true),
  });
const resident: fc.Arbitrary<TypedCase> = fc.record({
  county: fc.option(fc.constantFrom(...COUNTIES)),
  paidOn: fc.constantFrom("2024-11-01", "2025-01-15", "2025-03-05", "2025-12-10", "2026-02-10", "2026-06-01"),
  birthDate: fc.option(fc.constantFrom("1962-02-10", "2024-10-20", "2015-05-05")),
  categories: fc.option(fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 3 })),
  groups: fc.uniqueArray(
    fc.record({ group: fc.constantFrom(...GROUPS), eventDate: fc.option(fc.constantFrom("2024-10-01", "2025-11-20")) }),
    { maxLength: 2, selector: ({ group }) => group },
  ),
  told: fc.oneof(
    fc.constant([]),
    toldFor(2025).map((one) => [one]),
    toldFor(2026).map((one) => [one]),
    fc.tuple(toldFor(2025), toldFor(2026)),
  ),
  facts: facts(false),
  standing: fc.constantFrom("registered", "residence-permit", "student", "employee"),
  otherSponsor: fc.boolean(),
  recognisedElsewhere: fc.boolean(),
  admittedOn: fc.option(fc.constant("2025-05-20")),
  interpretations: fc.constantFrom({}, { "exempt-start": "next-day" }, { "gap-counted-from": "2025" }),
});

test("every fact of a resident is carried to the other rule set or named as left out, and the engine takes the question", () => {
  fc.assert(
    fc.property(resident, fc.constantFrom(...RULES.map(({ id }) => id)), (told, id) => {
      const rules = rulesOf(id);
      const { request, dropped } = carryOver(told, rules);
      const named = (kind: string, id?: string) =>
        dropped.some((entry) => entry.kind === kind && (id === undefined || ("id" in entry && entry.id === id)));
      const { resident: asked } = request;
      const lost: string[] = [];
      const check = (what: string, carried: boolean, isNamed: boolean) => {
        // Never both: what is named as left out is not in the question.
        if (carried === isNamed) lost.push(what);
      };
      if (told.county !== null) check("county", request.county === told.county, named("county"));
      if (told.birthDate !== null) check("birthDate", asked.birthDate === told.birthDate, false);
      for (const id of told.categories ?? []) check(id, asked.categories?.includes(id) === true, named("category", id));
      if (told.categories?.length === 0) check("no identity", asked.categories?.length === 0, false);
      for (const { group, eventDate } of told.groups) {
        const claim = asked.groups?.find((entry) => entry.group === group);
        check(group, claim !== undefined && (claim.eventDate ?? null) === eventDate, named("group", group));
      }
      if (told.told.some(({ missedYears }) => missedYears !== null))
        check("missedYears", asked.missedYears !== undefined, named("missed-years"));
      for (const fact of FURTHER_FACTS) {
        const values = [told.facts[fact], ...told.told.map((entry) => entry.facts[fact])];
        if (values.some((value) => value !== undefined))
          check(fact, asked[fact] !== undefined && values.includes(asked[fact]), named("fact", fact));
      }
      check("standing", (asked.standing ?? "registered") === told.standing, false);
      check("otherSponsor", (asked.otherSponsor ?? false) === told.otherSponsor, false);
      check("recognisedElsewhere", (asked.recognisedElsewhere ?? false) === told.recognisedElsewhere, false);
      if (told.admittedOn !== null) check("admittedOn", request.admittedOn === told.admittedOn, named("admission"));
      for (const [id, option] of Object.entries(told.interpretations))
        check(id, request.interpretations?.[id] === option, named("interpretation", id));
      expect(lost).toEqual([]);
      const answer = answerRequest({ ...request }, tables);
      if (!answer.ok) expect(answer.error.code).toBe("birth-after-payment");
    }),
    { numRuns: 3000 },
  );
});

test("there is no fact of a resident in a request that this does not know", () => {
  const everything: TypedCase = {
    county: null,
    paidOn: "2025-12-10",
    birthDate: "1990-01-01",
    categories: ["orphan"],
    groups: [{ group: "newborn", eventDate: null }],
    told: [
      {
        coverageYear: 2026,
        missedYears: [2025],
        facts: {
          employeeMonths: 3,
          repairedYears: 1,
          continuousYears: 0,
          claimFreeLastYear: false,
          lastYearWaitTo: "2026-02-05",
        },
      },
    ],
    facts: { parentInsured: false, recognisedOn: "2025-11-01", insuredYears: 2 },
    standing: "student",
    otherSponsor: true,
    recognisedElsewhere: true,
    admittedOn: null,
    interpretations: {},
  };
  const { request } = carryOver(everything, { ...rulesOf("hunan/2026"), furtherFacts: FURTHER_FACTS });
  // A fact that request.ts learns has to be carried here too.
  expect(Object.keys(request.resident).sort()).toEqual(Object.keys(RequestSchema.shape.resident.shape).sort());
});

describe("facts counted back from a year", () => {
  const moved = (from: number, to: string) =>
    carryOver(
      {
        county: null,
        paidOn: "2026-06-01",
        birthDate: "1990-01-01",
        categories: [],
        groups: [{ group: "employee-to-resident", eventDate: "2026-05-01" }],
        told: [{ coverageYear: from, missedYears: [from - 1], facts: { employeeMonths: 5, repairedYears: 1 } }],
        facts: { insuredYears: 3 },
        standing: "registered",
        otherSponsor: false,
        recognisedElsewhere: false,
        admittedOn: null,
        interpretations: {},
      },
      rulesOf(to),
    );

  test("from Guizhou 2026 to Hunan 2026: the months of employee insurance go along, the years before are not asked there", () => {
    const { request, dropped } = moved(2026, "hunan/2026");
    expect(request.resident).toMatchObject({ employeeMonths: 5, missedYears: [2025] });
    expect(dropped).toContainEqual({ kind: "fact", id: "insuredYears", why: "unused", year: 2026 });
  });

  test("told before 2025, they say nothing of 2026, and that is said", () => {
    const { request, dropped } = moved(2025, "hunan/2026");
    expect(request.resident).not.toHaveProperty("employeeMonths");
    expect(dropped).toContainEqual({ kind: "missed-years", year: 2026 });
    expect(dropped).toContainEqual({ kind: "fact", id: "employeeMonths", why: "other-year", year: 2025 });
  });
});
