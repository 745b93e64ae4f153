// A year without a notice: what is known of it stands with its source, what another place knows is not borrowed.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/dates/civil.ts";
import { type ComingYear, ComingYearFile } from "../../../shared/rules/coming.ts";
import { lastUsefulDay } from "../../../shared/rules/last-useful-day.ts";
import { jurisdictionOf, missingYear, missingYears } from "../../../shared/rules/missing-year.ts";
import { tableOf } from "../../bundled.ts";

const fact = (scope: string): ComingYear["facts"][number] => ({
  id: `subsidy-${scope}`,
  scope,
  text: { zh: "补助提高", en: "the subsidy rises" },
  values: { rise: "24.00" },
  document: { zh: "政府工作报告", en: "Report on the Work of the Government" },
  grade: "B",
});
const coming: ComingYear = {
  format: "canbao-coming/1",
  coverageYear: 2027,
  facts: [fact("national"), fact("gansu"), fact("hunan")],
  unknown: ["contribution", "windows"],
};
const entered = [
  { id: "gansu/2025", coverageYear: 2025 },
  { id: "gansu/2026", coverageYear: 2026 },
  { id: "gansuu/2027", coverageYear: 2027 },
  { id: "hunan/2026", coverageYear: 2026 },
];

describe("coverage year 2027 in Gansu", () => {
  it("is known by the nation's facts and Gansu's, not by Hunan's, and no other rule set stands in", () => {
    expect(missingYear("gansu", 2027, entered, [coming])).toEqual({
      jurisdiction: "gansu",
      coverageYear: 2027,
      facts: [fact("national"), fact("gansu")],
      unknown: ["contribution", "windows"],
      have: ["gansu/2025", "gansu/2026"],
    });
  });

  it("is all unknown where nothing has been entered: contribution, subsidy, windows, aid and waits", () => {
    expect(missingYear("gansu", 2028, entered, [coming])).toMatchObject({
      facts: [],
      unknown: ["contribution", "subsidy", "windows", "aid", "waits"],
    });
  });

  it("is the one year missing for a payment in the season of 2026", () => {
    const years = missingYears("gansu", dayOf(2026, 11, 26), entered, [coming]);
    expect(years.map(({ coverageYear }) => coverageYear)).toEqual([2027]);
  });

  it("belongs to the place that its id begins with", () => {
    expect(jurisdictionOf("gansu/2027")).toBe("gansu");
  });
});

describe("a file of what is known of a coming year", () => {
  const why = (change: object) => ComingYearFile.safeParse({ ...coming, ...change }).success;
  const withFact = (change: object) => why({ facts: [{ ...fact("national"), ...change }] });

  it("is taken with facts of grades A to C, and without any fact", () => {
    for (const grade of ["A", "B", "C"]) expect(withFact({ grade })).toBe(true);
    expect(why({ facts: [] })).toBe(true);
    expect(why({ coverageYear: 2025 })).toBe(true);
    expect(why({ coverageYear: 2100 })).toBe(true);
  });

  it.each<readonly [what: string, change: object]>([
    ["of another format", { format: "canbao-coming/2" }],
    ["of a year before the first rule set", { coverageYear: 2024 }],
    ["of a year beyond 2100", { coverageYear: 2101 }],
    ["of half a year", { coverageYear: 2027.5 }],
    ["that leaves nothing unknown", { unknown: [] }],
    ["with an unknown that nobody asks for", { unknown: ["weather"] }],
    ["with a field that nobody reads", { more: 1 }],
  ])("%s is refused", (_, change) => {
    expect(why(change)).toBe(false);
  });

  it.each<readonly [what: string, change: object]>([
    ["from memory", { grade: "D" }],
    ["with an id in capitals", { id: "Subsidy" }],
    ["with an id that begins with a dash", { id: "-subsidy" }],
    ["with an id that ends in a space", { id: "subsidy " }],
    ["of a place and a year", { scope: "gansu/2027" }],
    ["of a place in capitals", { scope: "Gansu" }],
    ["of no place", { scope: "" }],
    ["with an amount without decimals", { values: { rise: "24" } }],
    ["with an amount of three decimals", { values: { rise: "24.000" } }],
    ["with an amount of one decimal", { values: { rise: "24.0" } }],
    ["with a minus before the amount", { values: { rise: "-24.00" } }],
    ["with no figure before the point", { values: { rise: ".00" } }],
    ["with an amount as a number", { values: { rise: 24 } }],
    ["without words in Chinese", { text: { zh: "", en: "x" } }],
    ["without words in English", { text: { zh: "字", en: "" } }],
    ["with words in a third language", { text: { zh: "字", en: "x", fr: "y" } }],
    ["with a field that nobody reads", { note: "x" }],
  ])("with a fact %s is refused", (_, change) => {
    expect(withFact(change)).toBe(false);
  });
});

describe("the last useful payment day of Gansu 2025", () => {
  const gansu = () => tableOf("gansu/2025");
  const none = { groups: [], newborn: null };

  it("is the year's end for the sake of special groups, and of newborns alone", () => {
    expect(lastUsefulDay(gansu())).toBe(dayOf(2025, 12, 31));
    expect(lastUsefulDay({ ...gansu(), groups: [] })).toBe(dayOf(2025, 12, 31));
    expect(lastUsefulDay({ ...gansu(), newborn: null })).toBe(dayOf(2025, 12, 31));
  });

  it("without either is the end of the supplementary window, the last days that lead to cover", () => {
    expect(lastUsefulDay({ ...gansu(), ...none })).toBe(dayOf(2025, 2, 28));
    expect(lastUsefulDay({ ...gansu(), ...none, closing: dayOf(2025, 3, 5) })).toBe(dayOf(2025, 3, 5));
  });

  it("in Jiangxi is the year's end, since late payers wait", () => {
    expect(lastUsefulDay({ ...tableOf("jiangxi/2025"), ...none })).toBe(dayOf(2025, 12, 31));
  });

  it("never lies beyond the year", () => {
    expect(lastUsefulDay({ ...gansu(), ...none, closing: dayOf(2026, 1, 5) })).toBe(dayOf(2025, 12, 31));
  });
});
