import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/dates/civil.ts";
import { isoDay } from "../../../shared/dates/iso.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import { parseCase, parseRequest } from "../../../shared/engine/request.ts";
import { requestOf } from "../../../shared/engine/request-of.ts";
import { ComingYearFile } from "../../../shared/rules/coming.ts";
import { lastUsefulDay } from "../../../shared/rules/last-useful-day.ts";
import { missingYear, missingYears, yearsPaidFor } from "../../../shared/rules/missing-year.ts";
import { bundled, tableOf, tables } from "../../bundled.ts";

const gansu = () => tableOf("gansu/2025");
const request = { ruleSet: "gansu/2025", paidOn: "2025-01-15", resident: { categories: [], missedYears: [] } };

describe("the year that a payment is for", () => {
  it("on 26 November 2026 is 2026, or 2027 whose season is running", () => {
    expect(yearsPaidFor(dayOf(2026, 11, 26))).toEqual([2026, 2027]);
  });
  it("on 31 August is this year's alone, on 1 September also the next one's", () => {
    expect(yearsPaidFor(dayOf(2026, 8, 31))).toEqual([2026]);
    expect(yearsPaidFor(dayOf(2026, 9, 1))).toEqual([2026, 2027]);
  });
  it("has no notice for 2027 in any bundled jurisdiction", () => {
    for (const { coverageYear } of tables.values()) expect(coverageYear).toBeLessThan(2027);
    for (const jurisdiction of ["gansu", "jiangxi", "xinzhou"]) {
      const years = missingYears(jurisdiction, dayOf(2026, 11, 26), [...tables.values()], bundled.coming);
      expect(years.map(({ coverageYear }) => coverageYear)).toContain(2027);
    }
  });
});

describe("what is known of coverage year 2027", () => {
  const missing = () => missingYear("gansu", 2027, [...tables.values()], bundled.coming);
  it("is the rise of the subsidy alone, with its source and grade B", () => {
    expect(bundled.faults).toEqual([]);
    expect(missing()?.facts.map(({ id, grade, values }) => [id, grade, values])).toEqual([
      ["subsidy", "B", { rise: "24.00", derivedTotal: "724.00" }],
    ]);
    expect(missing()?.facts[0]?.document.zh).toContain("2026-03-05");
  });
  it("says of contribution and windows that they are not known", () => {
    expect(missing()?.unknown).toEqual(expect.arrayContaining(["contribution", "windows", "aid", "waits"]));
  });
  it("takes no number from memory: grade D is no fact", () => {
    const [year] = bundled.coming;
    const bad = { ...year, facts: [{ ...year?.facts[0], grade: "D" }] };
    expect(ComingYearFile.safeParse(bad).success).toBe(false);
  });
  it("of a year that nobody knows anything about, everything is unknown", () => {
    expect(missingYear("gansu", 2031, [...tables.values()], bundled.coming)).toMatchObject({
      facts: [],
      have: expect.any(Array),
    });
  });
  it("is not missing where the rule set is there, nor is another province's year its own", () => {
    expect(missingYear("gansu", 2025, [...tables.values()], bundled.coming)).toBeNull();
    expect(missingYear("xinzhou", 2027, [...tables.values()], bundled.coming)?.have).toContain("xinzhou/2025");
  });
});

describe("a request for a year without a notice", () => {
  it("answers missing-year with the facts, and borrows nothing", () => {
    const answer = answerRequest({ ...request, ruleSet: "gansu/2027", paidOn: "2026-11-26" }, tables, bundled.coming);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: "missing-year", path: "ruleSet", missing: { coverageYear: 2027, jurisdiction: "gansu" } },
    });
    if (!answer.ok) expect(answer.error.message).toMatch(/24 yuan.*grade B.*Not known: contribution.*workbench/);
  });
  it("is refused in words: what is known with its source, what is not, and what to do", () => {
    const fact = (id: string) => ({
      id,
      scope: "national",
      text: { zh: id, en: `the ${id} rises` },
      values: {},
      document: { zh: "报告", en: "Report" },
      grade: "B" as const,
    });
    const entered = new Map(["gansu/2026", "gansu/2025"].map((id) => [id, { ...gansu(), id }]));
    const refusal = (known: Parameters<typeof answerRequest>[2]) => {
      const answer = answerRequest({ ...request, ruleSet: "gansu/2027" }, entered, known);
      return answer.ok ? "" : answer.error.message;
    };
    const year = {
      format: "canbao-coming/1" as const,
      coverageYear: 2027,
      unknown: ["windows" as const, "aid" as const],
    };
    expect(refusal([{ ...year, facts: [fact("subsidy"), fact("standard")] }])).toBe(
      "the notice of gansu for coverage year 2027 has not been entered. " +
        "Known: the subsidy rises (Report, grade B); the standard rises (Report, grade B). Not known: windows, aid. " +
        "There is gansu/2026, gansu/2025; no year stands in for another. " +
        "Take in the bureau's rule pack, or enter the notice in the workbench.",
    );
    expect(refusal([])).toBe(
      "the notice of gansu for coverage year 2027 has not been entered. Nothing is known of it. " +
        "Not known: contribution, subsidy, windows, aid, waits. There is gansu/2026, gansu/2025; no year stands in for another. " +
        "Take in the bureau's rule pack, or enter the notice in the workbench.",
    );
  });
  it("of an id that is no place and year is an unknown rule set, and those known are listed in order", () => {
    const entered = new Map(["xinzhou/2025", "gansu/2025"].map((id) => [id, { ...gansu(), id }]));
    for (const ruleSet of ["gansu/27", "gansu/20277", "gansu2027", "Gansu/2027", "x gansu/2027", "gansu/2027 "])
      expect(answerRequest({ ...request, ruleSet }, entered, bundled.coming)).toMatchObject({
        ok: false,
        error: {
          code: "unknown-rule-set",
          path: "ruleSet",
          message: `no rule set "${ruleSet}"; known: gansu/2025, xinzhou/2025.`,
        },
      });
  });
  it("of a jurisdiction that nobody knows is an unknown rule set", () => {
    const answer = answerRequest({ ...request, ruleSet: "atlantis/2025" }, tables, bundled.coming);
    expect(answer).toMatchObject({ ok: false, error: { code: "unknown-rule-set" } });
  });
});

describe("a rule set past its last useful day", () => {
  it("is useful to the end of its year, since special groups come on any day", () => {
    for (const table of tables.values()) expect(isoDay(lastUsefulDay(table))).toBe(`${table.coverageYear}-12-31`);
  });
  it("without special groups ends with its last window", () => {
    const plain = { ...gansu(), groups: [], newborn: null };
    expect(isoDay(lastUsefulDay(plain))).toBe("2025-02-28");
  });
  it("computes an old payment as before, without any choice", () => {
    const answer = answerRequest(request, tables, bundled.coming);
    expect(answer.ok && answer.result.pastYear).toBe(undefined);
    expect(answer.ok && answer.result.benefit.start).toBe("2025-04-15");
  });
  it("carries the choice of its year in the result, and changes nothing else", () => {
    const chosen = answerRequest({ ...request, pastYear: 2025 }, tables, bundled.coming);
    const plain = answerRequest(request, tables, bundled.coming);
    if (!chosen.ok || !plain.ok) throw new Error("both are answered");
    const { pastYear, ...rest } = chosen.result;
    expect(pastYear).toEqual({ coverageYear: 2025, lastUsefulDay: "2025-12-31" });
    expect(rest).toEqual(plain.result);
  });
  it("refuses a choice that names another year", () => {
    const answer = answerRequest({ ...request, pastYear: 2024 }, tables, bundled.coming);
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: "past-year-other",
        path: "pastYear",
        message: "2024 is not the coverage year of gansu/2025; name 2025, or leave it out",
      },
    });
  });
});

describe("a case written down as a request again", () => {
  it("is the same case, whatever is known of the resident", () => {
    const full = {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-02-10",
      admittedOn: "2025-03-03",
      resident: {
        birthDate: "1990-02-28",
        categories: ["rural-dibao-1-2", "lifted-from-poverty"],
        groups: [{ group: "discharged-soldier", eventDate: "2025-02-01" }, { group: "military-dependant" }],
        missedYears: [2024, 2023],
        recognisedElsewhere: true,
        otherSponsor: true,
        standing: "student",
        parentInsured: false,
        recognisedOn: "2025-01-20",
        insuredYears: 3,
        repairedYears: 1,
        claimFreeLastYear: true,
      },
      interpretations: { "exempt-start": "next-day" },
    };
    for (const asked of [full, request, { ...request, resident: {} }]) {
      const parsed = parseRequest(asked);
      if (!parsed.ok) throw new Error(parsed.error.message);
      const before = parseCase(parsed.value, gansu());
      if (!before.ok) throw new Error(before.error.message);
      const after = parseCase(requestOf(before.value, gansu()), gansu());
      expect(after).toEqual(before);
      expect(after.ok && evaluate(after.value, gansu())).toEqual(evaluate(before.value, gansu()));
    }
  });
});
