// Whatever could change the amount or the first day is asked for at once: not one question after the other.

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isoDay } from "../../../shared/dates/iso.ts";
import type { Table } from "../../../shared/rules/table.ts";
import { tableOf, tables } from "../../bundled.ts";
import { adult } from "./adult.ts";
import { areClaimsPossible, dayIn, type RandomRequest, requests, resultOf, runs } from "./residents.ts";

vi.setConfig({ testTimeout: 120_000 });

type Resident = RandomRequest["resident"];

/** A fact of the resident: how it is told in another way, and how it is kept back. */
interface Fact {
  readonly field: string;
  readonly isTold: (resident: Resident) => boolean;
  readonly told: (resident: Resident, way: number, paidOn: number, table: Table) => Resident;
  readonly hidden: (resident: Resident) => Resident;
}

const AGES = [0, 5, 30, 89, 90, 91, 200, 365, 366, 400, 15_000];

const oneOf = <T>(all: readonly T[], way: number): T => {
  const found = all[way % all.length];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
};

function simple<K extends keyof Resident>(
  key: K,
  ways: (table: Table, paidOn: number) => readonly Exclude<Resident[K], undefined>[],
): Fact {
  return {
    field: `resident.${key}`,
    isTold: (resident) => resident[key] !== undefined,
    told: (resident, way, paidOn, table) => ({ ...resident, [key]: oneOf(ways(table, paidOn), way) }),
    hidden: ({ [key]: _kept, ...resident }) => resident as Resident,
  };
}

function eventOf(at: number): Fact {
  const withEvent = (resident: Resident, eventDate: string | undefined): Resident => ({
    ...resident,
    groups: (resident.groups ?? []).map(({ group, eventDate: was }, index) => {
      const day = index === at ? eventDate : was;
      return { group, ...(day === undefined ? {} : { eventDate: day }) };
    }),
  });
  return {
    field: `resident.groups[${at}].eventDate`,
    isTold: (resident) => resident.groups?.[at] !== undefined,
    told: (resident, way, paidOn) => withEvent(resident, isoDay(paidOn - oneOf(AGES, way))),
    hidden: (resident) => withEvent(resident, undefined),
  };
}

const COUNTS = [0, 1, 2, 3, 4, 5, 6];

const FACTS: readonly Fact[] = [
  simple("birthDate", (_table, paidOn) => AGES.map((age) => isoDay(paidOn - age))),
  simple("categories", ({ categories }) => [[], ...[...categories.keys()].map((id) => [id])]),
  simple("missedYears", ({ coverageYear }) => [[], [1], [1, 2, 3, 4]].map((run) => run.map((at) => coverageYear - at))),
  eventOf(0),
  eventOf(1),
  simple("parentInsured", () => [true, false]),
  simple("recognisedOn", ({ closing }, paidOn) => [closing, closing + 1].map((day) => isoDay(Math.min(day, paidOn)))),
  simple("insuredYears", () => COUNTS),
  simple("employeeMonths", () => COUNTS),
];

const isUsed = ({ field }: Fact, { furtherFacts }: Table): boolean =>
  ["parentInsured", "recognisedOn", "insuredYears", "employeeMonths"].every(
    (key) => field !== `resident.${key}` || furtherFacts.some((known) => known === key),
  );

/** Questions that only another answer puts: nobody is asked for a baby's parents or an identity's day before there is one. */
function isPutByAnother({ field }: Fact, hidden: readonly Fact[], { groups = [] }: Resident): boolean {
  const isHidden = (name: string) => hidden.some((fact) => fact.field === `resident.${name}`);
  if (field === "resident.parentInsured")
    return isHidden("birthDate") && !groups.some((one) => one.group === "newborn");
  return field === "resident.recognisedOn" && isHidden("categories");
}

/** Whoever pays inside the window and holds an identity holds it by then: a later recognition is told, not asked for. */
const isToldUnasked = ({ field }: Fact, paidOn: number, { closing }: Table): boolean =>
  field === "resident.recognisedOn" && paidOn <= closing;

/** What the resident is told: the amount and the first day, under every reading. */
function answerOf(request: RandomRequest): string {
  const { contribution, benefit, review } = resultOf(request);
  const readings = review.flatMap(({ alternatives }) =>
    alternatives.map((reading) => [reading.benefit.kind, reading.benefit.start, reading.payable]),
  );
  return JSON.stringify([contribution.payable, benefit.kind, benefit.start, readings]);
}

const asked = (request: object) => resultOf(request).unanswered.map(({ field }) => field);

describe("every fact that could change the amount or the first day is named at once", () => {
  it("whatever else is not told: two residents who differ in it alone and get two answers are both asked for it", () => {
    let found = 0;
    const several = fc.subarray([...FACTS], { minLength: 2 });
    fc.assert(
      fc.property(requests({ complete: true }), several, fc.nat(), fc.nat(), (request, facts, which, way) => {
        const { resident, paidOn } = request;
        // Who holds an identity at the counter was recognised by then.
        fc.pre((resident.recognisedOn ?? paidOn) <= paidOn);
        const table = tableOf(request.ruleSet);
        const hidden = facts.filter((fact) => isUsed(fact, table) && fact.isTold(resident));
        if (hidden.length === 0) return;
        const fact = oneOf(hidden, which);
        const twin = { ...request, resident: fact.told(resident, way, dayIn(paidOn), table) };
        if (!areClaimsPossible(request) || !areClaimsPossible(twin) || isPutByAnother(fact, hidden, resident)) return;
        if (isToldUnasked(fact, dayIn(paidOn), table) || answerOf(request) === answerOf(twin)) return;
        found++;
        const unknown = hidden.reduce((known, one) => one.hidden(known), resident);
        expect(asked({ ...request, resident: unknown })).toContain(fact.field);
      }),
      { seed: 20_260_101, numRuns: runs(4000) },
    );
    expect(found).toBeGreaterThan(runs(60));
  });

  it.each([...tables.keys()])(
    "%s asks somebody of whom nothing is known for everything that its answers hang on",
    (id) => {
      const { opening, closing } = tableOf(id);
      for (const paidOn of [opening + 40, closing, closing + 20]) {
        const request = { ruleSet: id, paidOn: isoDay(paidOn), resident: {} };
        const fields = asked(request);
        for (const fact of FACTS.slice(0, 3)) {
          const answers = [0, 1, 2, 3].map((way) =>
            answerOf({ ...request, resident: fact.told(adult, way, paidOn, tableOf(id)) }),
          );
          if (new Set(answers).size > 1) expect(fields).toContain(fact.field);
        }
      }
    },
  );

  it("in Hunan the identity beside the day of a claim, though the amount moves only once the day is told", () => {
    const { categories, ...told } = adult;
    const groups = [{ group: "employee-to-resident" }];
    const { unanswered } = resultOf({
      ruleSet: "hunan/2026",
      county: "430102",
      paidOn: "2026-04-20",
      resident: { ...told, employeeMonths: 4, groups },
    });
    expect(unanswered.map(({ field, stake, changes }) => [field, stake, ...changes])).toEqual([
      ["resident.groups[0].eventDate", "999.73", "amount", "benefit"],
      ["resident.categories", "400.00", "amount"],
    ]);
  });

  it("in Tongren the birth date beside the missed years: who was born in the missed year is excepted from the wait", () => {
    const { birthDate, missedYears, ...told } = adult;
    expect(asked({ ruleSet: "guizhou/2026", county: "520602", paidOn: "2025-12-29", resident: told })).toEqual([
      "resident.missedYears",
      "resident.birthDate",
    ]);
  });

  it("in Guizhou the identity where it moves the amount under one reading alone", () => {
    const { categories, ...told } = adult;
    const interpretations = { "hardship-means": "others" };
    const request = { ruleSet: "guizhou/2026", county: "520330", paidOn: "2026-07-05", interpretations };
    const resident = { ...told, birthDate: "2026-04-05" };
    expect(asked({ ...request, resident })).toContain("resident.categories");
    const readings = (one: object) => resultOf(one).review.flatMap(({ alternatives }) => alternatives);
    expect(readings({ ...request, resident: { ...resident, categories: [] } }).map(({ payable }) => payable)).toEqual([
      "1100.00",
      null,
    ]);
  });

  it("but not for the day of an identity that nobody named, nor for the parents of who may be grown up", () => {
    const fields = asked({ ruleSet: "hunan/2026", paidOn: "2026-04-20", resident: { missedYears: [] } });
    expect(fields).toContain("resident.categories");
    expect(fields).toContain("resident.birthDate");
    expect(fields).not.toContain("resident.recognisedOn");
    expect(fields).not.toContain("resident.parentInsured");
  });
});
