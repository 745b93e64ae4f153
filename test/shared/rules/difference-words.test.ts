// Differences as a reader sees them: grouped, counted, each with both citations, in words.
import { describe, expect, it } from "vitest";
import { ruleWordsIn } from "../../../electron/policies/rule-words.ts";
import { differenceSections, differenceText, oneLine } from "../../../shared/rules/difference-words.ts";
import { type ComparedRules, differencesBetween, isLastOfFebruary } from "../../../shared/rules/differences.ts";

const words = ruleWordsIn("en");
const zhEn = (text: string) => ({ zh: text, en: text });
const cite = (article: string, more: object = {}) => ({
  document: "d",
  article,
  grade: "A",
  summary: zhEn("rule"),
  ...more,
});

function rules(file: object, more: Partial<ComparedRules> = {}): ComparedRules {
  return { file, documents: new Map([["d", { number: "1号" }]]), interpretations: new Map(), ...more };
}

const between = (before: object, after: object) => differencesBetween(rules(before), rules(after));
const linesOf = (before: object, after: object) =>
  differenceSections(between(before, after), words).flatMap(({ lines }) => lines);
const standard = (value: string | null, article = "二", more: object = {}) => ({
  contribution: { standard: { value, cite: cite(article, more) } },
});

describe("differences in words", () => {
  it("stand in the order of the sections, whatever the order of the files, and empty sections are left out", () => {
    const before = { ...standard("400.00"), documents: { d: { number: "1号" } }, version: "1" };
    const after = { ...standard("430.00"), documents: { d: { number: "2号" } }, version: "2" };
    expect(differenceSections(between(before, after), words).map(({ section, title }) => [section, title])).toEqual([
      ["general", "General"],
      ["documents", "Documents"],
      ["amounts", "Amounts"],
    ]);
  });

  it("as text name section, point, old and new, and count what is only cited anew without listing it", () => {
    const before = { ...standard("400.00"), wait: { atLeast: false, cite: cite("五") } };
    const after = { ...standard("430.00"), wait: { atLeast: false, cite: cite("六") } };
    const differences = between(before, after);
    expect(differenceText(differences, words, false)).toBe(
      "Amounts\n" +
        "  Personal contribution: Amount: 400.00 → 430.00 [old: 1号 二 (grade A); new: 1号 二 (grade A)]\n\n" +
        `${words.say("diff.count", { count: 1, cites: 1 })}\n`,
    );
    expect(differenceText(differences, words, true)).toBe(
      "Amounts\n" +
        "  Personal contribution: Amount: 400.00 → 430.00 [old: 1号 二 (grade A); new: 1号 二 (grade A)]\n\n" +
        "Wait and missed years\n" +
        `  ${words.say("diff.writtenElsewhere", { subject: "Wait" })} [old: 1号 五 (grade A); new: 1号 六 (grade A)]\n\n` +
        `${words.say("diff.count", { count: 1, cites: 1 })}\n`,
    );
  });

  it.each([
    [{ article: "三" }, true],
    [{ grade: "B" }, true],
    [{ document: "e" }, true],
    [{ silent: true }, true],
    [{ summary: zhEn("other words") }, false],
  ])("of a citation that changed by %j: %s", (change, differs) => {
    const differences = between(standard("400.00"), standard("400.00", "二", change));
    expect(differences.map(({ kind }) => kind)).toEqual(differs ? ["cite"] : []);
  });

  it("name a document by its number, and by its id where nobody knows the number", () => {
    const [difference] = between(standard("400.00"), standard("430.00", "二", { document: "e" }));
    expect([difference?.oldCite?.number, difference?.newCite?.number]).toEqual(["1号", "e"]);
  });

  it("tell a point that gained or lost its citation", () => {
    const documents = (entry: object) => ({ documents: { d: { number: "1号", ...entry } } });
    expect(between(documents({}), documents({ cite: cite("二") })).map(({ kind }) => kind)).toEqual(["cite"]);
    expect(between(documents({ cite: cite("二") }), documents({})).map(({ kind }) => kind)).toEqual(["cite"]);
    expect(between(documents({}), documents({}))).toEqual([]);
  });

  it("of a rule that came list its figures, but not its id; of one that went, those it had", () => {
    const tier = { id: "4", province: "100.00", cite: cite("附表") };
    const before = { subsidy: { tiers: [] } };
    const after = { subsidy: { tiers: [tier] } };
    expect(linesOf(before, after)).toEqual([
      {
        key: "subsidy/tiers/4",
        kind: "added",
        subject: "Tier 4",
        changes: [words.say("diff.added"), "Province: 100.00"],
        oldCite: null,
        newCite: "1号 附表 (grade A)",
      },
    ]);
    expect(linesOf(after, before)).toMatchObject([
      {
        kind: "removed",
        changes: [words.say("diff.removed"), "Province: 100.00"],
        oldCite: "1号 附表 (grade A)",
        newCite: null,
      },
    ]);
  });

  it("of fields that came and went inside a point say that they were not there", () => {
    const wait = (more: object) => ({ wait: { ...more, cite: cite("五") } });
    const [difference] = between(wait({ fixed: 90 }), wait({ atLeast: true }));
    expect(difference?.changes).toEqual([
      { names: ["atLeast"], old: undefined, new: true, movedByYears: null },
      { names: ["fixed"], old: 90, new: undefined, movedByYears: null },
    ]);
    expect(linesOf(wait({ fixed: 90 }), wait({ atLeast: true }))[0]?.changes).toEqual([
      words.say("diff.change", {
        field: words.field(["atLeast"]),
        old: words.say("value.absent"),
        new: words.say("value.true"),
      }),
      words.say("diff.change", { field: words.field(["fixed"]), old: "90", new: words.say("value.absent") }),
    ]);
    // Not stated is not the same as not there.
    expect(between(wait({}), wait({ fixed: null }))).toHaveLength(1);
  });

  it("say how a day moved, forwards and back, and nothing where it is another day or no day", () => {
    const period = (to: string | number) => ({ periods: [{ id: "p", to, cite: cite("五") }] });
    const moved = (was: string | number, now: string | number) =>
      between(period(was), period(now))[0]?.changes[0]?.movedByYears;
    expect(moved("2024-12-25", "2025-12-25")).toBe(1);
    expect(moved("2025-12-25", "2023-12-25")).toBe(-2);
    expect(moved("2024-12-25", "2025-12-26")).toBeNull();
    expect(moved("2024-02-29", "2025-02-28")).toBe(1);
    expect(moved("2024-02-28", "2025-02-28")).toBe(1);
    expect(moved("2024-02-29", "2025-03-01")).toBeNull();
    expect(moved("2024-02-28", "2024-02-29")).toBeNull();
    expect(moved("2024-13-25", "2025-13-25")).toBeNull();
    expect(moved("2024-12-25", "2025-12-25 ")).toBeNull();
    expect(moved("x2024-12-25", "x2025-12-25")).toBeNull();
    expect(moved(2024, 2025)).toBeNull();
    expect(linesOf(period("2024-12-25"), period("2025-12-25"))[0]?.changes[0]).toContain(
      words.say("diff.moved", { count: 1 }),
    );
    expect(linesOf(period("2025-12-25"), period("2023-12-25"))[0]?.changes[0]).toContain(
      words.say("diff.movedBack", { count: 2 }),
    );
  });

  it("know the last day of February in every year", () => {
    expect(["2024-02-29", "2025-02-28"].map(isLastOfFebruary)).toEqual([true, true]);
    expect(["2024-02-28", "2025-02-27", "2025-03-01", "abcd-02-28", "2025-01-31"].map(isLastOfFebruary)).toEqual(
      Array(5).fill(false),
    );
  });

  it("ask the question of a reading in its own words, from the newer side first, the older where only it is known", () => {
    const file = (option: string) => ({ interpretations: { "month-end": { default: option, cite: cite("五") } } });
    const asked = (text: string) => ({ interpretations: new Map([["month-end", { question: zhEn(text) }]]) });
    const subject = (old: object, now: object) =>
      differenceSections(differencesBetween(rules(file("a"), old), rules(file("b"), now)), words)[0]?.lines[0]?.subject;
    expect(subject(asked("old?"), asked("new?"))).toBe("new?");
    expect(subject(asked("old?"), {})).toBe("old?");
    expect(subject({}, {})).toBe("month-end");
    const [standardChange] = differencesBetween(
      rules(standard("1.00"), asked("x")),
      rules(standard("2.00"), asked("x")),
    );
    expect(standardChange?.question).toBeNull();
  });

  it("say nothing of a rule that is not there on either side, in whatever way that is written", () => {
    expect(between({ admission: null }, {})).toEqual([]);
    expect(between({}, { aid: { notStatedFor: [] } })).toEqual([]);
    expect(between({ admission: null }, { admission: cite("六") }).map(({ kind }) => kind)).toEqual(["added"]);
    expect(between({ admission: false }, {}).map(({ kind }) => kind)).toEqual(["removed"]);
    expect(between({ wait: { fixed: null, cite: cite("五") } }, {}).map(({ kind }) => kind)).toEqual(["removed"]);
  });

  it("keep two entries of one name in a draft apart", () => {
    const group = (price: string) => ({ id: "released", price, cite: cite("五") });
    const keys = between({ groups: [group("a")] }, { groups: [group("a"), group("b"), group("c")] }).map(
      ({ key, kind }) => [kind, key],
    );
    expect(keys).toEqual([
      ["added", "groups/released"],
      ["added", "groups/released"],
    ]);
    expect(between({ groups: [group("a"), group("b")] }, { groups: [group("a"), group("x")] })).toMatchObject([
      { kind: "changed", changes: [{ names: ["price"], old: "b", new: "x" }] },
    ]);
  });
});

describe("one difference as a line", () => {
  const line = {
    key: "k",
    kind: "changed" as const,
    subject: "Wait",
    changes: ["a", "b"],
    oldCite: "old",
    newCite: "new",
  };

  it("joins its changes, and gives the citations that there are", () => {
    expect(oneLine(line, words)).toBe("Wait: a; b [old: old; new: new]");
    expect(oneLine({ ...line, oldCite: null }, words)).toBe("Wait: a; b [new: new]");
    expect(oneLine({ ...line, newCite: null }, words)).toBe("Wait: a; b [old: old]");
    expect(oneLine({ ...line, oldCite: null, newCite: null }, words)).toBe("Wait: a; b");
    expect(oneLine({ ...line, changes: [] }, words)).toBe("Wait [old: old; new: new]");
  });
});
