// Who is shown which information: provisions that decide nothing, told only to those whom they concern, to the day.
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { tables } from "../../bundled.ts";
import { adult, born } from "./adult.ts";
import { resultOf } from "./residents.ts";
import { rewritten } from "./rewritten.ts";

function shown(ruleSet: string, paidOn: string, resident: object, rules = tables): readonly unknown[] {
  const answer = answerRequest({ ruleSet, paidOn, resident: { ...adult, ...resident } }, rules);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.result.trace.flatMap((step) => (step.step === "information" ? [step.in["information"]] : []));
}

const claim = (group: string, eventDate: string) => ({ groups: [{ group, eventDate }] });

describe("information is shown to a resident who", () => {
  it.each<readonly [who: string, ruleSet: string, paidOn: string, resident: object, expected: readonly string[]]>([
    ["is nobody in particular: none", "gansu/2025", "2024-11-10", {}, []],
    ["is an orphan in Gansu", "gansu/2025", "2024-11-10", { categories: ["orphan"] }, ["major-illness-tilt"]],
    ["was lifted from poverty: none", "gansu/2025", "2024-11-10", { categories: ["lifted-from-poverty"] }, []],
    [
      "holds two identities, one of which it is for",
      "gansu/2025",
      "2024-11-10",
      { categories: ["lifted-from-poverty", "orphan"] },
      ["major-illness-tilt"],
    ],
    ["did not say which identities there are: none", "gansu/2025", "2024-11-10", { categories: null }, []],
    ["holds a residence permit", "gansu/2025", "2024-11-10", { standing: "residence-permit" }, ["residence-permit"]],
    ["is a student", "gansu/2025", "2024-11-10", { standing: "student" }, ["student"]],
    ["pays in Jiangxi on New Year's Eve: none", "jiangxi/2025", "2024-12-31", {}, []],
    ["pays in Jiangxi on 1 January", "jiangxi/2025", "2025-01-01", {}, ["before-payment"]],
    ["pays in Jiangxi on 28 February", "jiangxi/2025", "2025-02-28", {}, ["before-payment"]],
    ["pays in Jiangxi on 1 March: none", "jiangxi/2025", "2025-03-01", {}, []],
    ["pays in Hunan on 31 January: none", "hunan/2026", "2026-01-31", {}, []],
    ["pays in Hunan on 1 February", "hunan/2026", "2026-02-01", {}, ["next-year-price"]],
    [
      "pays in Hunan then, and did not tell the birth",
      "hunan/2026",
      "2026-02-01",
      { birthDate: null },
      ["next-year-price"],
    ],
    [
      "left employee insurance in Hunan",
      "hunan/2026",
      "2026-01-20",
      { ...claim("employee-to-resident", "2025-12-20"), employeeMonths: 3 },
      ["employee-no-2025"],
    ],
    ["was born in Jiangxi on the last day of 2023: none", "jiangxi/2026", "2025-11-10", born("2023-12-31"), []],
    [
      "was born in Jiangxi on the first day of 2024",
      "jiangxi/2026",
      "2025-11-10",
      born("2024-01-01"),
      ["newborn-confirmation"],
    ],
    ["was born in Gansu on the last day of 2024: none", "gansu/2026", "2025-11-10", born("2024-12-31"), []],
    ["was born in Gansu on the first day of 2025", "gansu/2026", "2025-11-10", born("2025-01-01"), ["newborn-pays"]],
    ["was born on a day not told: none", "gansu/2026", "2025-11-10", { birthDate: null }, []],
    ["was born in Tongren on 2 October: none", "guizhou/2026", "2026-12-31", born("2026-10-02"), []],
    ["was born in Tongren on 3 October", "guizhou/2026", "2026-12-31", born("2026-10-03"), ["newborn-cross-year"]],
    ["was born in Tongren on New Year's Eve", "guizhou/2026", "2026-12-31", born("2026-12-31"), ["newborn-cross-year"]],
  ])("%s", (_who, ruleSet, paidOn, resident, expected) => {
    expect(shown(ruleSet, paidOn, resident)).toEqual(expected);
  });

  it("was born on the day that one limit alone names, or beyond it", () => {
    const limited = (when: { readonly bornFrom?: string; readonly bornTo?: string }) =>
      rewritten("jiangxi/2026", ({ information }) => ({
        information: information.map((entry) => (entry.id === "newborn-confirmation" ? { ...entry, when } : entry)),
      }));
    const shows = (birthDate: string | null, rules: ReturnType<typeof limited>) =>
      shown("jiangxi/2026", "2025-11-10", { birthDate }, rules).length > 0;
    const since = limited({ bornFrom: "2024-01-01" });
    expect(["2023-12-31", "2024-01-01", "2025-06-01", null].map((birth) => shows(birth, since))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const until = limited({ bornTo: "2024-01-01" });
    expect(["1980-05-01", "2024-01-01", "2024-01-02", null].map((birth) => shows(birth, until))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("in both languages, with its figures and the article that says so", () => {
    const { trace } = resultOf({
      ruleSet: "gansu/2025",
      paidOn: "2024-11-10",
      resident: { ...adult, categories: ["orphan"] },
    });
    expect(trace.find(({ step }) => step === "information")).toMatchObject({
      variant: "shown",
      effect: "info",
      clause: { document: "甘医保发〔2024〕54号", grade: "A" },
      in: {
        information: "major-illness-tilt",
        zh: expect.stringContaining("大病"),
        en: expect.stringContaining("ajor"),
      },
    });
  });
});
