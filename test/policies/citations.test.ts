// What a number stands on: the text that says it, under the same title everywhere, and no text that says something else.
import { describe, expect, it } from "vitest";
import { describeRules } from "../../shared/rules/describe-parts.ts";
import { bundled, tableOf } from "../bundled.ts";
import { resultOf } from "../shared/engine/residents.ts";

/** The waiting step of a resident who missed two years, where years before 2025 are read as counting. */
function waitOfTwoMissedYears(ruleSet: string, paidOn: string, missedYears: readonly number[]) {
  const result = resultOf({
    ruleSet,
    paidOn,
    resident: { birthDate: "1980-05-01", categories: [], missedYears },
    interpretations: { "gap-counted-from": "any-year" },
  });
  return result.trace.find(({ step }) => step === "wait");
}

describe("what a further missed year adds", () => {
  it("is cited from the State Council in Xinzhou, whose notice gives three months at least and no more", () => {
    expect(waitOfTwoMissedYears("xinzhou/2025", "2025-03-10", [2023, 2024])).toMatchObject({
      clause: { document: "国办发〔2024〕38号", grade: "B" },
      out: { length: 4 },
    });
    expect(waitOfTwoMissedYears("xinzhou/2025", "2025-03-10", [2024])).toMatchObject({
      clause: { document: "忻医保发〔2024〕11号", grade: "A" },
      out: { length: 3 },
    });
  });

  it.each([
    ["guizhou/2026", "C"],
    ["hunan/2026", "C"],
    ["jiangxi/2026", "B"],
    ["gansu/2026", "B"],
    ["xinzhou/2025", "B"],
  ])("stands in %s on a text of its own, of grade %s", (id, grade) => {
    expect(describeRules(tableOf(id)).wait.furtherCite?.grade).toBe(grade);
  });

  it("is Gansu's own in 2025, whose notice writes both lengths", () => {
    expect(describeRules(tableOf("gansu/2025")).wait).toMatchObject({
      day: { fixed: 90, further: 30 },
      furtherCite: null,
      cite: { document: "甘医保发〔2024〕54号", grade: "A" },
    });
  });
});

describe("a document", () => {
  it("has one title under one number, whichever rule set names it", () => {
    const titles = new Map<string, Set<string>>();
    for (const { source } of bundled.ruleSets.values())
      for (const { number, title } of Object.values(source.data.documents))
        titles.set(number, (titles.get(number) ?? new Set()).add(title.zh));
    expect([...titles].filter(([, names]) => names.size > 1)).toEqual([]);
  });
});
