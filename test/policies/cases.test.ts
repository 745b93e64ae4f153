// The worked cases beside every bundled rule set hold, and a case that does not hold says where.
import { describe, expect, it } from "vitest";
import { readCases } from "../../electron/policies/cases.ts";
import { filesOfFolder } from "../../electron/policies/files.ts";
import { runCases } from "../../shared/engine/run-cases.ts";
import { type CasesData, CasesFile } from "../../shared/rules/cases.ts";
import { POLICIES, tableOf, tables } from "../bundled.ts";

describe.each([...tables.keys()])("the worked cases of %s", (id) => {
  const { cases, faults } = readCases(filesOfFolder(POLICIES), id);

  it("are there and in order", () => {
    expect(faults).toEqual([]);
    expect(cases?.cases.length).toBeGreaterThan(0);
  });

  it.each((cases?.cases ?? []).map((one) => [one.about.en, one] as const))("%s", (_about, one) => {
    if (cases === null) throw new Error("there are no cases");
    expect(runCases({ ...cases, cases: [one] }, tableOf(id))[0]?.differences).toEqual([]);
  });
});

describe("a worked case", () => {
  const one = (request: object, expected: object): CasesData => {
    const about = { zh: "一例", en: "a case" };
    return CasesFile.parse({
      format: "canbao-cases/1",
      ruleSet: "gansu/2025",
      cases: [{ about, request, expect: expected }],
    });
  };
  const resident = { categories: ["dibao-marginal"], missedYears: [] };
  const differencesOf = (request: object, expected: object) =>
    runCases(one(request, expected), tableOf("gansu/2025"))[0]?.differences;

  it("that another amount comes out of names the path, what was expected and what came", () => {
    expect(
      differencesOf({ paidOn: "2024-11-03", resident }, { contribution: { aid: "100.00", payable: "310.00" } }),
    ).toEqual([{ path: "contribution.payable", expected: "310.00", got: "300.00" }]);
  });

  it("compares a list whole: a review that was not expected is a difference", () => {
    expect(differencesOf({ county: "620622", paidOn: "2024-11-03", resident }, { review: [] })).toMatchObject([
      { path: "review", expected: [], got: [{ code: "tier-unverified" }] },
    ]);
  });

  it("of which the result has no such field", () => {
    expect(differencesOf({ paidOn: "2024-11-03", resident }, { admission: { covered: true } })).toEqual([
      { path: "admission", expected: { covered: true }, got: undefined },
    ]);
  });

  it("whose request the rule set refuses", () => {
    expect(
      differencesOf({ paidOn: "2024-11-03", resident: { categories: ["dibao"] } }, { benefit: { kind: "exact" } }),
    ).toMatchObject([{ path: "request.resident.categories[0]", expected: "an answer" }]);
  });

  it("that expects nothing is refused, since it could not fail", () => {
    expect(() => one({ paidOn: "2024-11-03", resident }, {})).toThrow(/cannot fail/);
  });
});
