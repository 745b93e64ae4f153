// The same resident under another rule set: nothing is dropped without a word, and differences are true differences.

import { describe, expect, test } from "vitest";
import { describeLoaded } from "../../../electron/policies/describe.ts";
import { type CarriedRequest, carryOver, type TypedCase } from "../../../shared/compare/carry-over.ts";
import { changes, clauseOf, differingPoints, isOver, POINTS } from "../../../shared/compare/differences.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { bundled, tables } from "../../bundled.ts";

function rulesOf(id: string) {
  const loaded = bundled.ruleSets.get(id);
  if (loaded === undefined) throw new Error(`no bundled rule set ${id}`);
  return describeLoaded(loaded);
}
const gansu = rulesOf("gansu/2025");
const jiangxi = rulesOf("jiangxi/2025");
const xinzhou = rulesOf("xinzhou/2025");

const typed = (change: Partial<TypedCase> = {}): TypedCase => ({
  county: "620602",
  paidOn: "2025-01-15",
  birthDate: "1962-02-10",
  categories: [],
  groups: [],
  told: [{ coverageYear: 2025, missedYears: [], facts: {} }],
  facts: {},
  standing: "registered",
  otherSponsor: false,
  recognisedElsewhere: false,
  admittedOn: null,
  interpretations: {},
  ...change,
});

function resultOf(request: CarriedRequest) {
  const answer = answerRequest({ ...request }, tables);
  if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
  return answer.result;
}

describe("a resident of Liangzhou", () => {
  test("asked under the rule set it was typed for loses nothing", () => {
    const { request, dropped } = carryOver(typed({ categories: ["rural-dibao-1-2"] }), gansu);
    expect(dropped).toEqual([]);
    expect(request).toEqual({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-01-15",
      resident: { birthDate: "1962-02-10", categories: ["rural-dibao-1-2"], missedYears: [] },
    });
  });

  test("loses the county in Jiangxi, and that is said", () => {
    expect(carryOver(typed(), jiangxi).dropped).toEqual([{ kind: "county", id: "620602" }]);
  });

  test("with an identity that Jiangxi does not know is asked about as not told, never as without one", () => {
    const { request, dropped } = carryOver(typed({ categories: ["rural-dibao-1-2"] }), jiangxi);
    expect(request.resident.categories).toBeUndefined();
    expect(dropped).toContainEqual({ kind: "category", id: "rural-dibao-1-2", instead: ["dibao"] });
    expect(resultOf(request).contribution.payable).toBeNull();
  });

  test("with an identity that the clerk put in its place is asked about with that", () => {
    const standIns = { "rural-dibao-1-2": "dibao" };
    const { request, dropped } = carryOver(typed({ categories: ["rural-dibao-1-2"] }), jiangxi, standIns);
    expect(dropped).toEqual([{ kind: "county", id: "620602" }]);
    expect(resultOf(request).contribution.payable).toBe("80.00");
  });

  test("with a stand-in that this rule set does not know either is asked about as not told", () => {
    const { request } = carryOver(typed({ categories: ["dibao-marginal"] }), jiangxi, { "dibao-marginal": "nobody" });
    expect(request.resident.categories).toBeUndefined();
  });

  test("keeps the identity that is known beside one that is not", () => {
    const { request, dropped } = carryOver(typed({ categories: ["orphan", "dibao-marginal"] }), jiangxi);
    expect(request.resident.categories).toEqual(["orphan"]);
    expect(dropped).toContainEqual({ kind: "category", id: "dibao-marginal", instead: [] });
  });

  test("with no identity is without one everywhere", () => {
    expect(carryOver(typed(), jiangxi).request.resident.categories).toEqual([]);
  });
});

test("a low-income resident of Jiangxi's second class may be one of several in Gansu: all are offered, none is taken", () => {
  const { request, dropped } = carryOver(typed({ county: null, categories: ["dibao"] }), gansu);
  expect(request.resident.categories).toBeUndefined();
  expect(dropped).toEqual([
    {
      kind: "category",
      id: "dibao",
      instead: ["rural-dibao-1-2", "rural-dibao-3-4", "urban-dibao-full", "urban-dibao-partial"],
    },
  ]);
});

test("a group that only Jiangxi knows is left out in Gansu and named; one that both know keeps its day", () => {
  const groups = [
    { group: "released", eventDate: "2025-03-01" },
    { group: "discharged-soldier", eventDate: "2025-02-01" },
  ];
  const { request, dropped } = carryOver(typed({ groups }), gansu);
  expect(dropped).toEqual([{ kind: "group", id: "released" }]);
  expect(request.resident.groups).toEqual([{ group: "discharged-soldier", eventDate: "2025-02-01" }]);
});

test("an admission is judged only where the rule set has the rule", () => {
  const told = typed({ county: null, admittedOn: "2025-05-20" });
  expect(carryOver(told, jiangxi).request.admittedOn).toBe("2025-05-20");
  expect(carryOver(told, gansu)).toMatchObject({ dropped: [{ kind: "admission", day: "2025-05-20" }] });
  expect(carryOver(told, gansu).request.admittedOn).toBeUndefined();
});

test("a reading goes along only where the question and its option exist", () => {
  const told = typed({ county: null, interpretations: { "exempt-start": "next-day", "month-end": "last-of-month" } });
  const { request, dropped } = carryOver(told, jiangxi);
  expect(request.interpretations).toEqual({ "month-end": "last-of-month" });
  expect(dropped).toEqual([{ kind: "interpretation", id: "exempt-start", option: "next-day" }]);
});

describe("the years before", () => {
  const askedFor = (year: number, missed: { readonly beforeYear: number; readonly years: readonly number[] } | null) =>
    carryOver(
      typed({
        county: null,
        told: missed === null ? [] : [{ coverageYear: missed.beforeYear, missedYears: missed.years, facts: {} }],
      }),
      { ...gansu, coverageYear: year },
    );

  test("hold for the same coverage year", () => {
    expect(askedFor(2025, { beforeYear: 2025, years: [2024, 2023] }).request.resident.missedYears).toEqual([
      2024, 2023,
    ]);
  });
  test("say nothing of a later one: 2025 itself was not asked about", () => {
    const { request, dropped } = askedFor(2026, { beforeYear: 2025, years: [] });
    expect(request.resident.missedYears).toBeUndefined();
    expect(dropped).toEqual([{ kind: "missed-years", year: 2026 }]);
  });
  test("reach back as far as they were told: missed 2024 and 2023, so 2022 was covered", () => {
    expect(askedFor(2024, { beforeYear: 2025, years: [2024, 2023] }).request.resident.missedYears).toEqual([2023]);
    expect(askedFor(2023, { beforeYear: 2025, years: [2024, 2023] }).request.resident.missedYears).toEqual([]);
    expect(askedFor(2022, { beforeYear: 2025, years: [2024, 2023] }).dropped).toHaveLength(1);
    expect(askedFor(2024, { beforeYear: 2025, years: [] }).dropped).toHaveLength(1);
  });
  test("that nobody asked about are not dropped: there was nothing to drop", () => {
    expect(askedFor(2026, null).dropped).toEqual([]);
  });
});

describe("Gansu against Jiangxi, paid on 15 January", () => {
  const told = typed({ categories: ["rural-dibao-1-2"] });
  const here = resultOf(carryOver(told, gansu).request);
  const there = resultOf(carryOver(told, jiangxi, { "rural-dibao-1-2": "dibao" }).request);

  test("ten yuan less, and covered 104 days earlier", () => {
    expect(changes(here, there)).toEqual([
      { point: "payable", how: "less", yuan: "10.00" },
      { point: "start", how: "earlier", days: 104 },
      { point: "wait", how: "unlike" },
      { point: "window", how: "unlike" },
      { point: "aid", how: "more", yuan: "10.00" },
      { point: "funding", how: "unlike" },
      { point: "majorIllness", how: "unlike" },
    ]);
    expect(changes(there, here)[0]).toEqual({ point: "payable", how: "more", yuan: "10.00" });
    expect(changes(there, here)[1]).toEqual({ point: "start", how: "later", days: 104 });
  });

  test("an answer does not differ from itself", () => {
    expect(changes(here, here)).toEqual([]);
    expect(differingPoints([here, here]).size).toBe(0);
    expect([...differingPoints([here, here, there])]).toContain("start");
  });

  test("each amount and day names its article", () => {
    expect(clauseOf("payable", here)?.article).toBe("附表2");
    expect(clauseOf("wait", here)?.article).toBe("五（二）");
    expect(clauseOf("start", there)?.document).toBe("赣医保发〔2024〕7号");
    expect(clauseOf("aid", there)?.grade).toBe("B");
  });
});

test("a first day that one rule set does not state is unlike, never counted in days", () => {
  const here = resultOf(carryOver(typed({ paidOn: "2024-11-01" }), gansu).request);
  const there = resultOf(carryOver(typed({ paidOn: "2025-01-15" }), xinzhou).request);
  expect(there.benefit.kind).toBe("not-stated");
  expect(changes(here, there)).toContainEqual({ point: "start", how: "unlike" });
});

test("after the year there is nothing to compare but that it is over", () => {
  const late = typed({ county: null, paidOn: "2026-11-23" });
  const results = [gansu, jiangxi].map((rules) => resultOf(carryOver(late, rules).request));
  expect(results.every(isOver)).toBe(true);
  const amounts = new Set<string>(["payable", "aid", "funding", "majorIllness"]);
  expect([...differingPoints(results)].filter((point) => amounts.has(point))).toEqual([]);
  expect(POINTS).toContain("payable");
});
