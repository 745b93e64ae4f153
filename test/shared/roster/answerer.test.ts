import { describe, expect, it } from "vitest";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { generateRoster } from "../../../electron/roster/residents/generate.ts";
import { seededRandom } from "../../../electron/roster/residents/random.ts";
import { dayOf } from "../../../shared/dates/civil.ts";
import { isoDay } from "../../../shared/dates/iso.ts";
import { type AnsweredRow, rowAnswerer } from "../../../shared/roster/answerer.ts";
import { checksOf } from "../../../shared/roster/checks.ts";
import { matchColumns } from "../../../shared/roster/columns.ts";
import { rowReader } from "../../../shared/roster/row-reader.ts";
import { categoryVocabulary, groupVocabulary } from "../../../shared/roster/vocabulary.ts";

const policies = loadPolicies(new URL("../../../policies/", import.meta.url).pathname);
const CONTRACT = [
  "name",
  "id_number",
  "birth_date",
  "county",
  "township",
  "categories",
  "groups",
  "missed_years",
  "paid_on",
];

function answerer(
  ruleSet: string,
  headers: readonly string[],
  remember: boolean,
): (cells: readonly string[]) => AnsweredRow {
  const table = policies.ruleSets.get(ruleSet)?.table;
  if (table === undefined) throw new Error(`no rule set ${ruleSet}`);
  const { columns } = matchColumns(headers, {});
  const read = rowReader({
    table,
    columns,
    headers,
    categories: categoryVocabulary(table.categories.keys(), {}),
    groups: groupVocabulary(table.groupById.keys(), {}),
    county: null,
    date1904: false,
    interpretations: new Map(),
  });
  return rowAnswerer({
    table,
    columns,
    headers,
    read,
    today: dayOf(2026, 11, 22),
    date1904: false,
    words: (key, values) => `${key} ${JSON.stringify(values)}`,
    encode: (cells) => cells.join(","),
    remember,
  });
}

function answer(
  cells: Readonly<Partial<Record<string, string>>>,
  ruleSet = "gansu/2025",
  headers = CONTRACT,
): AnsweredRow {
  return answerer(ruleSet, headers, true)(headers.map((header) => cells[header] ?? ""));
}

/** Payable, kind, start, exemption, reason. */
function short({ answer: { cells } }: AnsweredRow): readonly (string | undefined)[] {
  return [cells[0], cells[5], cells[6], cells[3], cells[10]];
}

describe("a remembered answer is the answer that would have been computed", () => {
  // Births around every edge a rule has: the payment day, 90 days, the first birthday, New Year.
  it.each(["gansu/2025", "jiangxi/2025", "xinzhou/2025"])("for residents at all edges in %s", (ruleSet) => {
    const remembering = answerer(ruleSet, CONTRACT, true);
    const computing = answerer(ruleSet, CONTRACT, false);
    const random = seededRandom(7);
    const categories = ["", ...(policies.ruleSets.get(ruleSet)?.table.categories.keys() ?? [])];
    const groups = [
      "",
      "newborn",
      "discharged-soldier@2025-01-05",
      "newly-recognised-low-income@2024-12-30",
      "newborn;employee-to-resident",
    ];
    const missed = ["", "0", "2024", "2023;2024"];
    for (let row = 0; row < 6_000; row++) {
      const paid = dayOf(2024, 8, 25) + random.below(500);
      const age =
        [0, 1, 88, 89, 90, 91, 92, 363, 364, 365, 366, 367, 399, 400, 401, 5_000, random.below(900), -1][
          random.below(18)
        ] ?? 0;
      const birth = random.chance(0.1)
        ? ""
        : isoDay(random.chance(0.2) ? dayOf(2025, 1, 1) - 3 + random.below(6) : paid - age);
      const cells = [
        "张三",
        "",
        birth,
        "",
        "某镇",
        categories[random.below(categories.length)] ?? "",
        groups[random.below(groups.length)] ?? "",
        missed[random.below(4)] ?? "",
        isoDay(paid),
      ];
      const known = remembering(cells);
      const fresh = computing(cells);
      expect({ cells, answer: known.answer.cells, amounts: known.answer.amounts, checks: known.checks }).toEqual({
        cells,
        answer: fresh.answer.cells,
        amounts: fresh.answer.amounts,
        checks: fresh.checks,
      });
    }
  });

  it("for a believable list", () => {
    const remembering = answerer("gansu/2025", CONTRACT, true);
    const computing = answerer("gansu/2025", CONTRACT, false);
    for (const batch of generateRoster({
      rows: 4_000,
      seed: 3,
      county: "620602",
      townships: [{ name: "柏树镇", toEnrol: 1 }],
    })) {
      for (const line of batch.split("\n").slice(0, -1)) {
        const cells = line.split(",");
        if (cells[0] === "name") continue;
        expect(remembering(cells)).toEqual(computing(cells));
      }
    }
  });

  it("also where cells hold the character that separates them in the memory", () => {
    const remembering = answerer("gansu/2025", CONTRACT, true);
    const row = (groups: string, missed: string): readonly string[] => [
      "",
      "",
      "1980-05-01",
      "",
      "",
      "",
      groups,
      missed,
      "2024-11-10",
    ];
    expect(remembering(row("", "\n")).answer.cells).toEqual(remembering(row("\n", "")).answer.cells);
    expect(remembering(row("无\n2024", "")).answer.problems).toHaveLength(1);
    expect(remembering(row("无", "2024")).answer.problems).toHaveLength(0);
  });
});

describe("a row of a Gansu list", () => {
  it("an ordinary resident in the concentrated window pays 400 and is covered from 1 January", () => {
    expect(short(answer({ birth_date: "1980-05-01", missed_years: "0", paid_on: "2024/11/3" }))).toEqual([
      "400.00",
      "exact",
      "2025-01-01",
      "",
      "",
    ]);
  });

  it("takes the birth date from the ID number: born in March, paid in April, a newborn", () => {
    const { answer: found } = answer({ id_number: "620699202503150018", missed_years: "0", paid_on: "2025-04-15" });
    expect(found.problems.map((problem) => problem.code)).toEqual(["id-check-digit"]);
    const valid = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"]
      .map((check) => answer({ id_number: `62069920250315001${check}`, missed_years: "0", paid_on: "2025-04-15" }))
      .filter((row) => row.answer.problems.length === 0);
    expect(valid).toHaveLength(1);
    expect(valid[0]?.answer.cells[3]).toBe("newborn");
  });

  it("an aid identity recognised this year, after the windows: exempt by the recognition date of the list", () => {
    const headers = ["姓名", "医疗救助身份", "纳入资助时间", "缴费时间", "断保年度"];
    const row = (recognised: string): AnsweredRow =>
      answer(
        {
          姓名: "张三",
          医疗救助身份: "农村低保一类",
          纳入资助时间: recognised,
          缴费时间: "2025年6月20日",
          断保年度: "0",
        },
        "gansu/2025",
        headers,
      );
    expect(short(row("2025-05-10"))).toEqual(["90.00", "not-stated", "", "newly-recognised-low-income", ""]);
    expect(short(row("2019-05-10"))).toEqual(["90.00", "none", "", "", "windows-closed"]);
  });

  it("a recognition date without an identity exempts nobody", () => {
    const headers = ["姓名", "医疗救助身份", "纳入资助时间", "缴费时间"];
    expect(short(answer({ 纳入资助时间: "2025-05-10", 缴费时间: "2025-06-20" }, "gansu/2025", headers))[1]).toBe(
      "none",
    );
  });

  it("without an answer to the identity where the list was said not to state it: no amount is made up", () => {
    const headers = ["姓名", "缴费时间", "断保年度"];
    expect(short(answer({ 缴费时间: "2024-11-03", 断保年度: "0" }, "gansu/2025", headers)).slice(0, 3)).toEqual([
      "",
      "exact",
      "2025-01-01",
    ]);
  });

  it("says everything that is wrong, by the columns' own names", () => {
    const { answer: found, checks } = answer({
      id_number: "11010519491231002X",
      birth_date: "1950-01-01",
      categories: "五保",
      groups: "pilot",
      missed_years: "2",
      paid_on: "2025-13-01",
      county: "999999",
    });
    expect(found.problems.map((problem) => `${problem.column} ${problem.code}`)).toEqual([
      "birth_date birth-differs",
      "categories category-unknown",
      "groups group-unknown",
      "missed_years missed-year",
      "county county-unknown",
      "paid_on date",
    ]);
    expect(found.cells.slice(0, 12).every((cell) => cell === "")).toBe(true);
    expect(found.cells[12]).toContain("paid_on: ");
    expect(checksOf(checks)).toEqual(["birth-differs"]);
  });

  it("a county by its code, by the statistical form of it or by its name: Jiayuguan, too, by its own code 620200", () => {
    const paid = { birth_date: "1980-05-01", categories: "none", paid_on: "2024-11-03" };
    const answers = ["620201", "620200", "620200000000", "嘉峪关市", "jiayuguan city"].map(
      (county) => answer({ ...paid, county }).answer.cells,
    );
    expect(answers.map((cells) => cells[12])).toEqual(["", "", "", "", ""]);
    for (const cells of answers) expect(cells).toEqual(answers[0]);
  });

  it("an identity of another province is a problem that lists those of this one", () => {
    const { answer: found } = answer({ categories: "full-aid", paid_on: "2024-11-03" });
    expect(String(found.problems[0]?.values["known"])).toContain("extreme-poverty, orphan");
  });

  it.each([
    ["orphan", "1964-05-01", "", ["no-number", "orphan-adult"]],
    ["orphan", "2010-05-01", "", ["no-number"]],
    ["", "2019-05-01", "newborn", ["no-number", "newborn-too-old"]],
    ["", "2015-05-01", "discharged-soldier@2024-10-01", ["no-number", "soldier-too-young"]],
  ])("identity %s, born %s, group %s is counted as %s", (categories, birth_date, groups, expected) => {
    expect(checksOf(answer({ categories, birth_date, groups, paid_on: "2024-11-03" }).checks)).toEqual(expected);
  });

  it("paid between the windows is counted", () => {
    expect(checksOf(answer({ birth_date: "1980-01-01", paid_on: "2024-12-28" }).checks)).toContain("outside-windows");
    expect(checksOf(answer({ birth_date: "1980-01-01", paid_on: "2025-01-28" }).checks)).not.toContain(
      "outside-windows",
    );
  });

  it("a newborn's birth certificate is no ID number and no fault", () => {
    const row = answer({ id_number: "U620012345", birth_date: "2025-02-01", missed_years: "0", paid_on: "2025-03-01" });
    expect(row.answer.problems).toEqual([]);
    expect(row.answer.cells[3]).toBe("newborn");
  });

  it("an ID number that a spreadsheet rounded is told as that", () => {
    expect(answer({ id_number: "6.20602E+17", paid_on: "2025-03-01" }).answer.problems[0]?.code).toBe("id-rounded");
  });

  it("a problem's text cannot begin a formula", () => {
    const headers = ["=HYPERLINK(1)", "categories", "paid_on"];
    const { columns } = matchColumns(headers, { birth_date: "=HYPERLINK(1)" });
    expect(columns.birth_date).toBe(0);
    const table = policies.ruleSets.get("gansu/2025")?.table;
    if (table === undefined) throw new Error("no table");
    const read = rowReader({
      table,
      columns,
      headers,
      categories: categoryVocabulary([], {}),
      groups: groupVocabulary([], {}),
      county: null,
      date1904: false,
      interpretations: new Map(),
    });
    const answering = rowAnswerer({
      table,
      columns,
      headers,
      read,
      today: 20_000,
      date1904: false,
      words: (key) => key,
      encode: (cells) => cells.join(),
    });
    expect(answering(["gestern", "", "2024-11-03"]).answer.cells[12]).toMatch(/^'=HYPERLINK/);
  });
});
