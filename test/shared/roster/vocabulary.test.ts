import { describe, expect, it } from "vitest";
import domain from "../../../shared/locales/zh-CN/domain.json" with { type: "json" };
import { CATEGORY_ALIASES, GROUP_ALIASES, LIKELY } from "../../../shared/roster/aliases.ts";
import { categoryVocabulary, groupVocabulary, normalName } from "../../../shared/roster/vocabulary.ts";

import { tables } from "../../bundled.ts";

const GANSU = [
  "extreme-poverty",
  "orphan",
  "rural-dibao-1-2",
  "urban-dibao-full",
  "rural-dibao-3-4",
  "urban-dibao-partial",
  "relapse-monitored",
  "dibao-marginal",
  "lifted-from-poverty",
];
const XINZHOU = ["extreme-poverty", "orphan", "dibao", "relapse-monitored"];

describe("names of aid identities", () => {
  it.each([
    ["特困人员", "extreme-poverty"],
    ["特困供养", "extreme-poverty"],
    ["农村一类低保", "rural-dibao-1-2"],
    ["农村低保二类", "rural-dibao-1-2"],
    ["农村低保一、二类", "rural-dibao-1-2"],
    ["农村低保 ３ 类", "rural-dibao-3-4"],
    ["城市低保差额保障对象", "urban-dibao-partial"],
    ["边缘易致贫户", "relapse-monitored"],
    ["脱贫不稳定户", "relapse-monitored"],
    ["突发严重困难户", "relapse-monitored"],
    ["过渡期内的已脱贫人口", "lifted-from-poverty"],
    ["orphan", "orphan"],
    ["普通居民", ""],
  ])("%s is %s in Gansu", (name, id) => {
    expect(categoryVocabulary(GANSU, {}).resolve(name)).toBe(id);
  });

  it.each(["低保一二类", "城市低保", "低保", "五保", "事实无人抚养儿童", "风险已消除监测对象", "居民", "建档立卡"])(
    "%s stays unresolved in Gansu",
    (name) => {
      expect(categoryVocabulary(GANSU, {}).resolve(name)).toBeUndefined();
    },
  );

  it("an unresolved name comes with its likely meanings, of this rule set only", () => {
    expect(categoryVocabulary(GANSU, {}).suggest("城市低保")).toEqual(["urban-dibao-full", "urban-dibao-partial"]);
    expect(categoryVocabulary(XINZHOU, {}).suggest("五保户")).toEqual(["extreme-poverty"]);
    expect(categoryVocabulary(GANSU, {}).suggest("乱写")).toEqual([]);
  });

  it("低保 is one identity where the province does not split it", () => {
    expect(categoryVocabulary(XINZHOU, {}).resolve("农村低保")).toBe("dibao");
    expect(categoryVocabulary(XINZHOU, {}).resolve("农村低保一类")).toBe("dibao");
  });

  it("an id of another rule set is not known here", () => {
    expect(categoryVocabulary(GANSU, {}).resolve("dibao")).toBeUndefined();
    expect(categoryVocabulary(XINZHOU, {}).resolve("城乡低保边缘家庭成员")).toBeUndefined();
  });

  it("a person's own mapping holds, and only to ids that exist", () => {
    const vocabulary = categoryVocabulary(GANSU, { 五保: "extreme-poverty", 居民: "none", 低保: "dibao" });
    expect(vocabulary.resolve(" 五保 ")).toBe("extreme-poverty");
    expect(vocabulary.resolve("居民")).toBe("");
    expect(vocabulary.resolve("低保")).toBeUndefined();
  });
});

describe("names of special groups", () => {
  it("resolve to the ids of the rule set", () => {
    const vocabulary = groupVocabulary(["newborn", "discharged-soldier"], {});
    expect(vocabulary.resolve("新生儿")).toBe("newborn");
    expect(vocabulary.resolve("当年退役军人")).toBe("discharged-soldier");
    expect(vocabulary.resolve("刑满释放人员")).toBeUndefined();
  });
});

describe.each([...tables])("a list for %s", (_id, table) => {
  it("may write every identity and every special group by the name that the window shows", () => {
    const [identities, groups] = [[...table.categories.keys()], [...table.groupById.keys()]];
    const names: {
      readonly category: Readonly<Record<string, string>>;
      readonly group: Readonly<Record<string, string>>;
    } = domain;
    for (const id of identities) expect(categoryVocabulary(identities, {}).resolve(names.category[id] ?? "")).toBe(id);
    for (const id of groups) expect(groupVocabulary(groups, {}).resolve(names.group[id] ?? "")).toBe(id);
  });
});

describe("the tables of names", () => {
  it.each([
    ["identities", CATEGORY_ALIASES],
    ["groups", GROUP_ALIASES],
  ] as const)("never give one name two meanings among %s of one rule set", (_, aliases) => {
    const ids = new Set(aliases.flatMap((alias) => alias.ids));
    for (const ruleSet of [[...ids], GANSU, XINZHOU]) {
      const meanings = new Map<string, string>();
      for (const alias of aliases) {
        const id = alias.ids.find((candidate) => ruleSet.includes(candidate));
        if (id === undefined) continue;
        for (const name of alias.names) {
          const earlier = meanings.get(normalName(name));
          expect(earlier === undefined || earlier === id, `${name}: ${earlier} and ${id}`).toBe(true);
          meanings.set(normalName(name), id);
        }
      }
    }
  });

  it("say where each name comes from", () => {
    for (const { source } of [...CATEGORY_ALIASES, ...GROUP_ALIASES]) expect(source).not.toBe("");
    for (const { why } of LIKELY) expect(why).not.toBe("");
  });
});
