// When cover begins under each rule for a first day that a rule file may write, and what is said of a stay where no rule judges it.
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import type { StartRule } from "../../../shared/rules/schema-parts.ts";
import { resultOf } from "./residents.ts";
import { gansuRewritten, rewritten } from "./rewritten.ts";

/** Gansu 2025, but whoever pays in the supplementary window is covered from the day of this rule. */
function gansuWith(start: StartRule) {
  return gansuRewritten(({ periods }) => ({
    periods: periods.map((period) =>
      period.id === "supplementary" ? { ...period, benefit: { kind: "start" as const, start } } : period,
    ),
  }));
}

function benefitOf(start: StartRule, paidOn: string, birthDate = "1980-05-01") {
  const resident = { birthDate, categories: [], missedYears: [] };
  const answer = answerRequest({ ruleSet: "gansu/2025", paidOn, resident }, gansuWith(start));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.result.benefit;
}

describe("somebody who pays in a window that names the first day", () => {
  it.each<readonly [rule: StartRule, paidOn: string, start: string | null]>([
    ["coverage-year-start", "2025-01-31", "2025-01-01"],
    ["payment-day", "2025-01-31", "2025-01-31"],
    ["next-day", "2025-01-31", "2025-02-01"],
    ["next-day", "2025-02-28", "2025-03-01"],
    ["month-start", "2025-02-28", "2025-02-01"],
    ["month-start", "2025-02-01", "2025-02-01"],
    ["next-month", "2025-01-01", "2025-02-01"],
    ["next-month", "2025-01-31", "2025-02-01"],
    ["next-month", "2025-02-28", "2025-03-01"],
    ["birth", "2025-01-31", "2025-01-01"],
    ["not-stated", "2025-01-31", null],
  ])("by the rule %s on %s is covered from %s", (rule, paidOn, start) => {
    expect(benefitOf(rule, paidOn)).toEqual({
      kind: start === null ? "not-stated" : "exact",
      start,
      end: "2025-12-31",
      wait: null,
    });
  });
});

describe("somebody without cover in 2025, if Tongren's window went on to the end of April, each payment covered from the next day", () => {
  const tables = () =>
    rewritten("guizhou/2026", ({ periods }) => ({
      periods: periods.map((period) =>
        period.window === "concentrated"
          ? { ...period, to: "2026-04-30", benefit: { kind: "start" as const, start: "next-day" as const } }
          : { ...period, from: "2026-05-01" },
      ),
    }));
  const pays = (paidOn: string) => {
    const resident = { birthDate: "1980-05-01", categories: [], missedYears: [2025] };
    const answer = answerRequest({ ruleSet: "guizhou/2026", paidOn, resident }, tables());
    if (!answer.ok) throw new Error(answer.error.message);
    const { benefit, trace } = answer.result;
    return {
      start: benefit.start,
      waits: benefit.wait?.to ?? null,
      steps: trace.filter(({ step }) => step === "wait" || step === "missed-years").map(({ variant }) => variant),
    };
  };

  it.each([
    ["2026-03-30", "2026-04-01", "2026-03-31", ["counted", "missed-fixed-day"]],
    ["2026-03-31", "2026-04-01", null, ["counted"]],
    ["2026-04-10", "2026-04-11", null, ["counted"]],
  ])("who pays on %s is covered from %s, having waited up to %s", (paidOn, start, waits, steps) => {
    expect(pays(paidOn)).toEqual({ start, waits, steps });
  });
});

describe("a rule set that slipped past the check", () => {
  it("with a question about days where one about a first day belongs answers nobody", () => {
    const tables = gansuRewritten(({ periods }) => ({
      periods: periods.map((period) =>
        period.id === "concentrated" ? { ...period, benefit: { kind: "start", start: { by: "wait-unit" } } } : period,
      ),
    }));
    const resident = { birthDate: "1980-05-01", categories: [], missedYears: [] };
    expect(() => answerRequest({ ruleSet: "gansu/2025", paidOn: "2024-11-10", resident }, tables)).toThrow(
      "not a rule for a first day: day",
    );
  });
});

describe("a hospital stay in Gansu, whose notice judges none", () => {
  it("is told as that, and no verdict is made up", () => {
    const resident = { birthDate: "1980-05-01", categories: [], missedYears: [] };
    const result = resultOf({ ruleSet: "gansu/2025", paidOn: "2025-01-15", admittedOn: "2025-03-03", resident });
    expect(result.admission).toBeUndefined();
    expect(result.trace.filter(({ step }) => step.startsWith("admission"))).toMatchObject([
      { step: "admission-rule", variant: "none", effect: "info", in: { admittedOn: "2025-03-03" }, out: {} },
    ]);
  });
});

describe("a hospital stay where a rule judges it by the day of admission", () => {
  const tables = (atLeast: boolean) =>
    gansuRewritten(({ wait }) => ({ admission: { cite: wait.cite }, wait: { ...wait, atLeast } }));
  const stay = (paidOn: string, admittedOn: string, more: object = {}, atLeast = false) => {
    const resident = { birthDate: "1980-05-01", categories: [], missedYears: [], ...more };
    const answer = answerRequest({ ruleSet: "gansu/2025", paidOn, admittedOn, resident }, tables(atLeast));
    if (!answer.ok) throw new Error(answer.error.message);
    return [answer.result.admission?.covered, answer.result.admission?.reason];
  };

  it("is covered from New Year's Day to New Year's Eve for who paid in time, and not judged on the days around", () => {
    expect(stay("2024-11-10", "2025-01-01")).toEqual([true, "admitted-while-covered"]);
    expect(stay("2024-11-10", "2025-12-31")).toEqual([true, "admitted-while-covered"]);
    expect(stay("2024-11-10", "2024-12-31")).toEqual([null, "outside-coverage-year"]);
    expect(stay("2024-11-10", "2026-01-01")).toEqual([null, "outside-coverage-year"]);
  });

  it("is not judged where the first day is not stated", () => {
    const dependant = { groups: [{ group: "military-dependant" }] };
    expect(stay("2025-06-20", "2025-07-01", dependant)).toEqual([null, "benefit-not-known"]);
  });

  it("is not covered within a wait, and beyond a wait of three months at least nothing is certain", () => {
    expect(stay("2025-01-15", "2025-04-14")).toEqual([false, "admitted-before-wait-ended"]);
    expect(stay("2025-01-15", "2025-04-15")).toEqual([true, "admitted-while-covered"]);
    expect(stay("2025-01-15", "2025-04-14", {}, true)).toEqual([false, "admitted-before-wait-ended"]);
    expect(stay("2025-01-15", "2025-04-15", {}, true)).toEqual([null, "benefit-not-known"]);
  });
});
