// What the parts of a rule file are called: by the longest known name, an id where nobody named it, never by a guess.
import { describe, expect, it } from "vitest";
import { type RuleTexts, ruleWords } from "../../../shared/rules/rule-words.ts";

const texts: RuleTexts = {
  words: {
    section: { information: "Information", periods: "Windows" },
    point: { "contribution/standard": "Contribution", wait: "Wait" },
    list: { tier: "Tier {{id}}", notStatedFor: "Aid not stated: {{id}}", centralShare: "Central share: {{id}}" },
    who: { student: "students" },
    part: { standard: "amount to pay", unverified: "unverified list" },
    field: {
      value: "Amount",
      from: "From",
      test: "Condition",
      unverified: "Unverified",
      options: "Options",
      window: "Window",
      central: "Central",
    },
    value: {
      true: "yes",
      false: "no",
      notStated: "not stated",
      absent: "not there",
      empty: "empty",
      by: "by the reading {{id}}",
      length: "{{length}} {{unit}}",
      unit: { day: "days" },
      status: { provisional: "provisional" },
    },
    diff: {
      count_one: "{{count}} difference",
      count_other: "{{count}} differences and {{more}}",
      moved_other: "moved by {{count}}",
    },
  },
  domain: {
    category: { orphan: "orphans", both: "an identity" },
    group: { newborn: "newborns", both: "a group" },
    window: { concentrated: "concentrated window" },
    reason: { "windows-closed": "the windows are closed" },
    standing: { student: "student of a university" },
    review: { "tier-unverified": { title: "tier not verified" } },
  },
};
const words = ruleWords("en", texts);
const chinese = ruleWords("zh-CN", texts);
const zhEn = { zh: "甲", en: "one" };

describe("a text of the namespace", () => {
  it("has its blanks filled, and a blank that nobody fills stands as it is", () => {
    expect(words.say("list.tier", { id: "1" })).toBe("Tier 1");
    expect(words.say("list.tier")).toBe("Tier {{id}}");
    expect(words.say("diff.count_other", { count: 0, more: "x" })).toBe("0 differences and x");
  });

  it("has the English plural of its count, and in Chinese one form for all", () => {
    expect(words.say("diff.count", { count: 1 })).toBe("1 difference");
    expect(words.say("diff.count", { count: 2, more: 3 })).toBe("2 differences and 3");
    expect(words.say("diff.moved", { count: 2 })).toBe("moved by 2");
    expect(chinese.say("diff.count", { count: 1, more: 0 })).toBe("1 differences and 0");
    expect(words.say("section.periods", { count: 1 })).toBe("Windows");
  });

  it("that is not there is a fault of the program", () => {
    for (const key of ["diff.none", "none", "section", "section.periods.x", "toString", "diff.constructor"])
      expect(() => words.say(key)).toThrow(`no words for ${key}`);
  });

  it("knows its language", () => {
    expect([words.language, chinese.language]).toEqual(["en", "zh-CN"]);
  });
});

describe("the name of a field", () => {
  it.each<readonly [names: readonly string[], text: string]>([
    [[], "Amount"],
    [["value"], "Amount"],
    [["from"], "From"],
    [["standard", "value"], "amount to pay"],
    [["test", "from"], "Condition · From"],
    [["test", "phases", "#1"], "Condition · phases · #1"],
    [["orphan"], "orphans"],
    [["newborn"], "newborns"],
    [["both"], "an identity"],
    [["student"], "students"],
    [["options", "from", "value"], "Options · from"],
    [["unverified"], "Unverified"],
  ])("%j is %s", (names, text) => {
    expect(words.field(names)).toBe(text);
  });
});

describe("a value", () => {
  it.each<readonly [names: readonly string[], value: Parameters<typeof words.value>[1], text: string]>([
    [["from"], undefined, "not there"],
    [["value"], null, "not stated"],
    [["value"], "400.00", "400.00"],
    [["value"], "", "empty"],
    [["atLeast"], true, "yes"],
    [["atLeast"], false, "no"],
    [["fixed"], 90, "90"],
    [["text"], zhEn, "one"],
    [["areas"], [], "empty"],
    [["areas"], ["620421", "620422"], "620421, 620422"],
    [["listed"], ["orphan", "x", null], "orphans, x, not stated"],
    [["identities"], ["orphan"], "orphans"],
    [["issuers"], ["orphan"], "orphan"],
    [["start"], { by: "exempt-start" }, "by the reading exempt-start"],
    [["until"], { length: 90, unit: "day" }, "90 days"],
    [["until"], { length: 3, unit: "month" }, "3 month"],
    [["status"], "provisional", "provisional"],
    [["unit"], "day", "days"],
    [["window"], "concentrated", "concentrated window"],
    [["kind"], "concentrated", "concentrated"],
    [["reason"], "windows-closed", "the windows are closed"],
    [["kind"], "windows-closed", "windows-closed"],
    [["standing"], "student", "student of a university"],
    [["review"], "tier-unverified", "tier not verified"],
    [["kind"], "tier-unverified", "tier-unverified"],
    [["resolvesTo"], "orphan", "orphans"],
    [["id"], "newborn", "newborns"],
    [["who"], "student", "students"],
    [["kind"], "student", "student"],
    [[], "orphan", "orphan"],
  ])("of %j: %j is %s", (names, value, text) => {
    expect(words.value(names, value)).toBe(text);
  });

  it("in Chinese has Chinese words and marks between", () => {
    expect(chinese.value(["text"], zhEn)).toBe("甲");
    expect(chinese.value(["areas"], ["a", "b"])).toBe("a、b");
  });
});

describe("what a point is called", () => {
  const leaf = (name: string, value: string | typeof zhEn) => ({ names: [name], path: [name], value });
  const inner = (value: string) => ({ names: ["inside", "number"], path: [], value });

  it.each<readonly [names: readonly string[], leaves: Parameters<typeof words.subject>[1], text: string]>([
    [["contribution", "standard"], [], "Contribution"],
    [["wait"], [leaf("window", "concentrated")], "Wait"],
    [["documents", "d"], [inner("9号"), leaf("number", "54号")], "54号"],
    [["documents", "d"], [inner("9号")], "d"],
    [["interpretations", "month-end"], [leaf("question", zhEn)], "one"],
    [["interpretations", "month-end"], [], "month-end"],
    [["information", "student"], [], "Information · student"],
    [["periods", "late"], [leaf("window", "concentrated")], "concentrated window · late"],
    [["periods", "late"], [], "Windows · late"],
    [["periods", "late", "standard"], [leaf("window", "concentrated")], "Windows · late · amount to pay"],
    [["groups", "newborn"], [], "newborns"],
    [["groups", "newborn", "from"], [], "newborns · From"],
    [["groups", "newborn", "requires", "orphan"], [], "newborns · requires · orphans"],
    [["aid", "categories", "orphan"], [], "orphans"],
    [["aid", "categories", "orphan", "from"], [], "orphans · From"],
    [["aid", "reliefs", "free", "from"], [leaf("name", zhEn)], "one · From"],
    [["aid", "reliefs", "free"], [], "free"],
    [["aid", "notStatedFor", "student"], [], "Aid not stated: students"],
    [["aid", "value"], [], "aid"],
    [["subsidy", "tiers", "1"], [], "Tier 1"],
    [["subsidy", "tiers", "1", "unverified"], [], "Tier 1 · unverified list"],
    [["subsidy", "central"], [], "subsidy · Central"],
    [["floors", "centralShares", "west"], [], "Central share: west"],
    [["floors", "from"], [], "floors · From"],
    [["incentive"], [], "incentive"],
  ])("%j is %s", (names, leaves, text) => {
    expect(words.subject(names, leaves)).toBe(text);
  });

  it("in Chinese uses the Chinese question", () => {
    expect(chinese.subject(["interpretations", "x"], [leaf("question", zhEn)])).toBe("甲");
  });
});
