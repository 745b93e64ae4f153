// The counter's state: who stands there, what comes back, and that a slow answer never overtakes a newer one.

import { beforeEach, expect, test, vi } from "vitest";
import { describeLoaded } from "../../../electron/policies/describe.ts";
import { loadPolicies } from "../../../electron/policies/store.ts";
import type { Gateway } from "../../../renderer/assess/gateway.ts";
import type { AssessRequest } from "../../../renderer/assess/request.ts";
import { createCounter } from "../../../renderer/assess/store.ts";
import { dayOf } from "../../../shared/dates/civil.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { summarise } from "../../../shared/rules/description.ts";

const { ruleSets } = loadPolicies("policies");
const tables = new Map([...ruleSets].map(([id, { table }]) => [id, table]));
let asked: AssessRequest[] = [];
let delay = (_request: AssessRequest) => 0;

const gateway: Gateway = {
  evaluate: async (request) => {
    asked.push(request);
    await new Promise((resolve) => setTimeout(resolve, delay(request)));
    return answerRequest(request, tables);
  },
  advise: async () => [],
  listRuleSets: async () => ({
    ruleSets: [...ruleSets.values()].map(({ table }) => summarise(table)),
    coming: [],
    faults: [],
    described: null,
  }),
  describeRuleSet: async (id) => {
    const found = ruleSets.get(id);
    if (found === undefined) throw new Error(id);
    return describeLoaded(found);
  },
};

const remembered: object[] = [];
async function counterAt(county: string | null = "620602") {
  const store = createCounter(gateway, dayOf(2026, 11, 23), (what) => remembered.push(what));
  await store.getState().start(Promise.resolve({ ruleSet: "gansu/2025", county, setAside: null }));
  return store;
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

beforeEach(() => {
  asked = [];
  delay = () => 0;
  remembered.length = 0;
});

test("the answer follows what is typed", async () => {
  const store = await counterAt();
  store.getState().edit({ paidText: "20250115", categories: ["rural-dibao-1-2"], continuity: "covered" });
  await settle();
  const { answers, active } = store.getState();
  expect(answers[active]?.result?.contribution.payable).toBe("90.00");
  expect(answers[active]?.result?.benefit.start).toBe("2025-04-15");
});

test("the question is out before the window hears of what was typed: it draws while the engine works", async () => {
  const store = await counterAt();
  await settle();
  const before = asked.length;
  const out: number[] = [];
  const stop = store.subscribe(() => out.push(asked.length - before));
  store.getState().edit({ paidText: "20250115" });
  stop();
  expect(out).toEqual([1]);
});

test("one day later the parts of the answer that say the same are the same objects", async () => {
  const store = await counterAt();
  store.getState().edit({ paidText: "20250115", continuity: "covered" });
  await settle();
  const first = store.getState().answers[store.getState().active]?.result;
  store.getState().edit({ paidText: "20250116" });
  await settle();
  const second = store.getState().answers[store.getState().active]?.result;
  expect(second?.benefit.start).toBe("2025-04-16");
  expect(second?.contribution).toBe(first?.contribution);
  expect(second?.funding).toBe(first?.funding);
  expect(first?.benefit.start).toBe("2025-04-15");
});

test("a slow answer to an older question is dropped", async () => {
  const store = await counterAt();
  await settle();
  delay = (request) => (request.paidOn === "2025-01-15" ? 40 : 0);
  store.getState().edit({ paidText: "20250115" });
  store.getState().edit({ paidText: "20241110" });
  await settle();
  const { answers, active } = store.getState();
  expect(answers[active]?.result?.benefit.start).toBe("2025-01-01");
});

test("a half typed day keeps the answer from before, marked as such", async () => {
  const store = await counterAt();
  store.getState().edit({ paidText: "20250115" });
  await settle();
  store.getState().edit({ paidText: "202501" });
  await settle();
  const { answers, active } = store.getState();
  expect(answers[active]).toMatchObject({ stale: true, result: { benefit: { start: "2025-04-15" } } });
});

test("the next resident starts empty at the same county; the last one comes back, and the one at hand is not lost", async () => {
  const store = await counterAt();
  store.getState().edit({ name: "甲" });
  store.getState().next();
  expect(store.getState().members).toMatchObject([{ name: "", county: "620602" }]);
  store.getState().edit({ name: "乙" });
  store.getState().bringBack();
  expect(store.getState().members).toMatchObject([{ name: "甲" }]);
  store.getState().bringBack();
  expect(store.getState().members).toMatchObject([{ name: "乙" }]);
});

test("an untouched form is not kept among the residents served", async () => {
  const store = await counterAt();
  store.getState().next();
  store.getState().next();
  expect(store.getState().earlier).toEqual([]);
});

test("a member of the family has the same place and payment day, and nothing personal", async () => {
  const store = await counterAt();
  store.getState().edit({ name: "甲", township: 12, paidText: "20250115", categories: ["orphan"] });
  store.getState().addMember();
  const added = store.getState().members.find(({ key }) => key === store.getState().active);
  expect(added).toMatchObject({ name: "", county: "620602", township: 12, paidText: "2025-01-15", categories: null });
});

test("a removed member comes back with the whole household", async () => {
  const store = await counterAt();
  store.getState().edit({ name: "甲" });
  store.getState().addMember();
  store.getState().edit({ name: "乙" });
  store.getState().removeMember(store.getState().active);
  expect(store.getState().members.map(({ name }) => name)).toEqual(["甲"]);
  store.getState().bringBack();
  expect(store.getState().members.map(({ name }) => name)).toEqual(["甲", "乙"]);
});

test("drafts found after a crash take nothing from somebody who is already being typed, and are one key away", async () => {
  const store = await counterAt();
  const found = store.getState().members.map((member) => ({ ...member, name: "甲" }));
  store.getState().edit({ name: "乙" });
  store.getState().restore(found);
  expect(store.getState()).toMatchObject({ restored: false, members: [{ name: "乙" }] });
  store.getState().bringBack();
  expect(store.getState().members.map(({ name }) => name)).toEqual(["甲"]);
});

test("an answer stays with the question it was given to, while the next one is on its way", async () => {
  const store = await counterAt();
  store.getState().edit({ paidText: "20250115" });
  const answer = () => store.getState().answers[store.getState().active];
  await vi.waitFor(() => expect(answer()?.answered?.request?.paidOn).toBe("2025-01-15"));
  store.getState().edit({ paidText: "20250116" });
  expect(answer()).toMatchObject({
    asked: { request: { paidOn: "2025-01-16" } },
    answered: { request: { paidOn: "2025-01-15" } },
  });
  await vi.waitFor(() => expect(answer()?.answered?.request?.paidOn).toBe("2025-01-16"));
});

test("one key stroke changes the window twice: what was typed, and its answer", async () => {
  const store = await counterAt();
  let changes = 0;
  store.subscribe(() => {
    changes += 1;
  });
  store.getState().edit({ paidText: "20250115" });
  expect(changes).toBe(1);
  await vi.waitFor(() => expect(changes).toBe(2));
});

test("the county and the rule set are remembered, a name never", async () => {
  const store = await counterAt(null);
  store.getState().edit({ name: "甲", county: "620621" });
  expect(remembered).toEqual([{ ruleSet: "gansu/2025" }, { county: "620621" }]);
});

test.each([
  ["settings that could not be read", { ruleSet: null, county: null, setAside: "settings.json.unreadable-1" }],
  ["a rule set that is not there any more", { ruleSet: "fuxin/2026", county: null, setAside: null }],
])("%s: other rules are in force, and that is said until it is seen", async (_, preferred) => {
  const store = createCounter(gateway, dayOf(2026, 11, 23), () => {});
  await store.getState().start(Promise.resolve(preferred));
  expect(store.getState().rules).not.toBeNull();
  expect(store.getState().lost).toEqual({ settings: preferred.setAside, ruleSet: preferred.ruleSet });
  store.getState().seeLost();
  expect(store.getState().lost).toBeNull();
});

test("a start with the description of the rule set in force at hand asks for no other", async () => {
  const listed = await gateway.listRuleSets();
  const described = await gateway.describeRuleSet("gansu/2026");
  const describeRuleSet = vi.fn(gateway.describeRuleSet);
  const store = createCounter(
    { ...gateway, listRuleSets: async () => ({ ...listed, described }), describeRuleSet },
    dayOf(2026, 11, 23),
    () => {},
  );
  await store.getState().start(Promise.resolve({ ruleSet: "gansu/2026", county: null, setAside: null }));
  expect(store.getState().rules).toBe(described);
  expect(describeRuleSet).not.toHaveBeenCalled();
});

test("a description of other rules than those that were chosen is never put in force", async () => {
  const listed = await gateway.listRuleSets();
  const described = await gateway.describeRuleSet("gansu/2026");
  const store = createCounter(
    { ...gateway, listRuleSets: async () => ({ ...listed, described }) },
    dayOf(2026, 11, 23),
    () => {},
  );
  await store.getState().start(Promise.resolve({ ruleSet: "gansu/2025", county: null, setAside: null }));
  expect(store.getState().rules?.id).toBe("gansu/2025");
});

test("a first start has lost nothing", async () => {
  const store = createCounter(gateway, dayOf(2026, 11, 23), () => {});
  await store.getState().start(Promise.resolve({ ruleSet: null, county: null, setAside: null }));
  expect(store.getState().lost).toBeNull();
});

test("without an answer from the main process the form stays and says so", async () => {
  const store = createCounter(
    { ...gateway, listRuleSets: () => Promise.reject(new Error("gone")) },
    dayOf(2026, 11, 23),
    () => {},
  );
  await store.getState().start(Promise.resolve({ ruleSet: null, county: null, setAside: null }));
  expect(store.getState()).toMatchObject({ unreachable: true, started: true });
});

test("a newborn's other year is asked only when the clerk adds it, by its own rules and past on purpose", async () => {
  const store = await counterAt();
  await store.getState().switchRules("gansu/2026");
  store.getState().edit({ birthText: "20251210", paidText: "20251220", categories: [] });
  await settle();
  const { active } = store.getState();
  expect(asked.filter(({ ruleSet, resident }) => ruleSet === "gansu/2025" && resident.birthDate !== undefined)).toEqual(
    [],
  );
  store.getState().toggleOtherYear(active);
  await settle();
  expect(store.getState().others[active]).toMatchObject({
    coverageYear: 2025,
    answer: { stale: false, result: { ruleSet: { id: "gansu/2025" }, pastYear: { coverageYear: 2025 } } },
  });
  expect(store.getState().answers[active]?.result).not.toHaveProperty("pastYear");
  store.getState().toggleOtherYear(active);
  expect(store.getState().others).toEqual({});
});

test("the other year's line follows what is typed, and goes when the birth is no longer near", async () => {
  const store = await counterAt();
  await store.getState().switchRules("gansu/2026");
  store.getState().edit({ birthText: "20251210", paidText: "20251220", categories: [] });
  const { active } = store.getState();
  store.getState().toggleOtherYear(active);
  await settle();
  store.getState().edit({ categories: ["rural-dibao-1-2"] });
  await settle();
  expect(store.getState().others[active]).toMatchObject({ answer: { result: { contribution: { payable: "90.00" } } } });
  store.getState().edit({ birthText: "19621210" });
  await settle();
  expect(store.getState().others).toEqual({});
});

test("a year without a notice is a line that is missing, and nothing is asked for it", async () => {
  const store = await counterAt();
  await store.getState().switchRules("gansu/2026");
  store.getState().edit({ birthText: "20261115", paidText: "20261120" });
  await settle();
  const { active } = store.getState();
  const before = asked.length;
  store.getState().toggleOtherYear(active);
  await settle();
  expect(store.getState().others[active]).toEqual({ kind: "missing", coverageYear: 2027 });
  expect(asked).toHaveLength(before);
});

test("nobody else gets a second line", async () => {
  const store = await counterAt();
  store.getState().edit({ birthText: "19620210", paidText: "20250115" });
  await settle();
  const { active, members } = store.getState();
  store.getState().toggleOtherYear(active);
  expect(store.getState().others).toEqual({});
  expect(store.getState().members).toEqual(members);
});

test("cover in 2024 is no answer about 2025: under other rules it is asked again, said, and there again on the way back", async () => {
  const store = await counterAt();
  store.getState().edit({ birthText: "19620210", paidText: "20251120", continuity: "missed", missedCount: 2 });
  await settle();
  await store.getState().switchRules("gansu/2026");
  await settle();
  const { active } = store.getState();
  const draft = () => store.getState().members[0];
  expect(draft()).toMatchObject({ continuity: "unknown", year: 2026 });
  const asked2026 = store.getState().answers[active]?.asked;
  expect(asked2026?.request?.resident).not.toHaveProperty("missedYears");
  expect(asked2026?.unknown).toContainEqual({ field: "continuity", id: "missed", year: 2025 });
  store.getState().edit({ continuity: "covered" });
  await store.getState().switchRules("gansu/2025");
  expect(draft()).toMatchObject({ continuity: "missed", missedCount: 2, year: 2025 });
  await store.getState().switchRules("gansu/2026");
  expect(draft()).toMatchObject({ continuity: "covered", year: 2026 });
});

test("who missed 2025 alone was covered in 2024: that is known under the rules of 2025 too", async () => {
  const store = await counterAt();
  await store.getState().switchRules("gansu/2026");
  store.getState().edit({ birthText: "19620210", paidText: "20251120", continuity: "missed", missedCount: 1 });
  await store.getState().switchRules("gansu/2025");
  expect(store.getState().members[0]).toMatchObject({ continuity: "covered", year: 2025 });
});

test("a resident served under other rules comes back asked by those in force, not by their years", async () => {
  const store = await counterAt();
  store.getState().edit({ birthText: "19620210", continuity: "covered" });
  store.getState().next();
  await store.getState().switchRules("gansu/2026");
  store.getState().bringBack();
  expect(store.getState().members[0]).toMatchObject({ continuity: "unknown", year: 2026 });
});

test("facts and an admission that the other rules have no use for are kept, left out and named", async () => {
  const store = await counterAt(null);
  await store.getState().switchRules("jiangxi/2026");
  store.getState().edit({ birthText: "19620210", admittedText: "20260520", further: { insuredYears: "3" } });
  await store.getState().switchRules("gansu/2025");
  await settle();
  const { active, answers, members } = store.getState();
  expect(members[0]).toMatchObject({ admittedText: "20260520", further: { insuredYears: "3" } });
  expect(answers[active]?.asked.unknown.map(({ field }) => field)).toEqual(["admittedOn", "insuredYears"]);
  expect(answers[active]?.asked.request).not.toHaveProperty("admittedOn");
});

test("a member taken out is put back into its place, what was typed since stays, and nobody is served twice", async () => {
  const store = await counterAt();
  store.getState().edit({ name: "甲", birthText: "19620210", paidText: "20250115" });
  store.getState().addMember();
  store.getState().edit({ name: "乙", birthText: "19900505" });
  store.getState().addMember();
  store.getState().edit({ name: "丙" });
  const second = store.getState().members[1]?.key ?? "";
  store.getState().removeMember(second);
  expect(store.getState().members.map(({ name }) => name)).toEqual(["甲", "丙"]);
  expect(store.getState().earlier).toHaveLength(1);
  store.getState().edit({ birthText: "20150101" });
  store.getState().undoRemove();
  await settle();
  const { members, active, earlier, removed, answers } = store.getState();
  expect(members.map(({ name, birthText }) => [name, birthText])).toEqual([
    ["甲", "19620210"],
    ["乙", "19900505"],
    ["丙", "20150101"],
  ]);
  expect({ active, earlier, removed }).toEqual({ active: second, earlier: [], removed: null });
  expect(answers[second]?.result?.benefit.start).toBe("2025-04-15");
});

test("the next resident ends what could be put back: the household of before is among those served", async () => {
  const store = await counterAt();
  store.getState().edit({ name: "甲" });
  store.getState().addMember();
  store.getState().edit({ name: "乙" });
  store.getState().removeMember(store.getState().active);
  store.getState().next();
  expect(store.getState().removed).toBeNull();
  store.getState().undoRemove();
  expect(store.getState().members).toHaveLength(1);
  expect(store.getState().earlier.map((household) => household.length)).toEqual([2, 1]);
});
