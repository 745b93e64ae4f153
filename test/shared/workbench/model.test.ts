// The workbench's model: every bundled file goes through its forms and back unharmed, and no carried-over figure is confirmed.

import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../../build/schema.ts";
import { filesOfFolder } from "../../../electron/policies/files.ts";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { checkDraft } from "../../../electron/workbench/check-draft.ts";
import { startDraft } from "../../../electron/workbench/start-draft.ts";
import {
  confirmed,
  confirmProblem,
  type DraftData,
  draftPoints,
  openPoints,
  unconfirmed,
} from "../../../shared/workbench/draft.ts";
import { emptyValue, type Field, fieldOf, fits, optionOf } from "../../../shared/workbench/field-model.ts";
import { begin, redo, step, undo } from "../../../shared/workbench/history.ts";
import { documentId, moveDay, withoutLayers } from "../../../shared/workbench/new-year.ts";
import { optionsFor } from "../../../shared/workbench/reading-options.ts";
import { idRenamed, referencesTo } from "../../../shared/workbench/rename-id.ts";
import { timelineOf } from "../../../shared/workbench/timeline.ts";
import { canonical, moved, pathOf, renamed, valueAt, without, withValue } from "../../../shared/workbench/tree.ts";

const bundled = loadPolicies("policies").ruleSets;
const ground = { ruleSets: bundled, layers: filesOfFolder("policies") };
const schemas = jsonSchemas();
const ruleSet = fieldOf(schemas.get("rule-set.schema.json"));

function draftOf(year = 2031): DraftData {
  const draft = startDraft({ base: "gansu/2025", year, notice: null }, ground);
  if (draft === null) throw new Error("no draft");
  return draft;
}

/** What the forms show, put together again from the fields alone: whatever no field shows is missing from it. */
function through(field: Field, value: unknown): unknown {
  if (!fits(field, value)) return "only as JSON";
  switch (field.kind) {
    case "record": {
      const record = value as Readonly<Record<string, unknown>>;
      const shown = field.fields.filter(({ name }) => name in record);
      return Object.fromEntries(shown.map(({ name, field: inner }) => [name, through(inner, record[name])]));
    }
    case "map":
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, through(field.value, item)]),
      );
    case "list":
      return (value as readonly unknown[]).map((item) => through(field.item, item));
    case "choice": {
      const option = optionOf(field.options, value);
      return option === undefined ? "only as JSON" : through(option.field, value);
    }
    case "optional-value":
      return value === null ? null : through(field.field, value);
    default:
      return value;
  }
}

describe("the forms, read off the schema", () => {
  it.each([...bundled.keys()])("show all of %s, and give it back as it was", (id) => {
    const file = withoutLayers(bundled.get(id)?.source.data);
    expect(canonical(through(ruleSet, file))).toBe(canonical(file));
  });

  it("show all of the national layers and the county layers", () => {
    const national = fieldOf(schemas.get("national.schema.json"));
    const county = fieldOf(schemas.get("county.schema.json"));
    for (const { source } of bundled.values()) {
      expect(canonical(through(national, withoutLayers(source.national)))).toBe(
        canonical(withoutLayers(source.national)),
      );
      for (const layer of source.counties)
        expect(canonical(through(county, withoutLayers(layer)))).toBe(canonical(withoutLayers(layer)));
    }
  });

  it("say of a part that no form shows that it stays JSON, and never drop it", () => {
    const file = { ...(withoutLayers(bundled.get("gansu/2025")?.source.data) as object), wait: { days: [1, 2] } };
    expect(fits(ruleSet, { ...file, later: 1 })).toBe(false);
    expect(through(ruleSet, file)).toMatchObject({ wait: "only as JSON" });
  });

  it("begin a new part with every field it needs, empty where somebody has to say something", () => {
    if (ruleSet.kind !== "record") throw new Error("no record");
    const periods = ruleSet.fields.find(({ name }) => name === "periods")?.field;
    if (periods?.kind !== "list") throw new Error("no list");
    const empty = emptyValue(periods.item);
    expect(empty).toMatchObject({ id: "", from: "", to: "", cite: { document: "", article: "" } });
    expect(fits(periods.item, empty)).toBe(true);
  });
});

describe("a new year's draft", () => {
  it("moves days and the fiscal year, keeps amounts, and is provisional", () => {
    const rules = draftOf(2027).files["rules"];
    expect(rules).toMatchObject({
      id: "gansu/2027",
      extends: "national/2027",
      coverageYear: 2027,
      status: "provisional",
      name: { zh: "甘肃省 2027 年度" },
      contribution: { standard: { value: "400.00" } },
      subsidy: { fiscalYear: 2026 },
      periods: [
        { from: "2026-09-10", to: "2026-12-25" },
        { from: "2026-12-26", to: "2026-12-31" },
        { from: "2027-01-01", to: "2027-02-28" },
        { from: "2027-03-01", to: "2027-12-31" },
      ],
      documents: { "gansu-2024-54": { issuedOn: "2024-09-10" } },
    });
    expect(JSON.stringify(rules)).not.toContain('"layer"');
  });

  it("keeps the last of February the last of February", () => {
    expect(moveDay("2027-02-28", 1)).toBe("2028-02-29");
    expect(moveDay("2028-02-29", 1)).toBe("2029-02-28");
    expect(moveDay("2026-12-25", 1)).toBe("2027-12-25");
    expect(moveDay("not a day", 1)).toBe("not a day");
  });

  it("brings a national layer that stands on the one before, where the year has none", () => {
    const national = draftOf().files["national"];
    expect(national).toMatchObject({ id: "national/2031", extends: "national/2025", coverageYear: 2031 });
  });

  it("cites the new notice in place of last year's, and still counts nothing as confirmed", () => {
    const notice = {
      number: "测医保发〔2030〕1号",
      title: { zh: "测试", en: "test" },
      issuers: ["测试局"],
      issuedOn: "2030-09-01",
      grade: "A" as const,
    };
    const draft = startDraft({ base: "gansu/2025", year: 2031, notice }, ground);
    if (draft === null) throw new Error("no draft");
    expect(documentId("gansu", notice.number)).toBe("gansu-2030-1");
    expect(valueAt(draft.files["rules"], ["contribution", "standard", "cite"])).toMatchObject({
      document: "gansu-2030-1",
      article: "二（二）",
    });
    expect(Object.keys(valueAt(draft.files["rules"], ["documents"]) as object)).toEqual([
      "gansu-2030-1",
      "gansu-deep-poverty-list",
    ]);
    expect(openPoints(draft)).toHaveLength(draftPoints(draft).length);
  });
});

describe("a county's layer in a new year", () => {
  const notice = {
    number: "测医保发〔2030〕1号",
    title: { zh: "测试", en: "test" },
    issuers: ["测试局"],
    issuedOn: "2030-09-01",
    grade: "A" as const,
  };
  const started = startDraft({ base: "gansu/2025", year: 2031, notice }, ground);
  if (started === null) throw new Error("no draft");
  const draft = started;

  it("is carried over with its townships, belongs to the new rule set, and loads", () => {
    expect(draft.files["county-620602"]).toMatchObject({
      ruleSet: "gansu/2031",
      county: "620602",
      tier: { id: "2", cite: { document: "gansu-2030-1", article: "附表1" } },
      townships: { total: 734881, cite: { document: "liangzhou-2024-53" } },
    });
    expect(valueAt(draft.files["county-620602"], ["townships", "rows"])).toHaveLength(47);
    expect(checkDraft(draft, ground).faults).toEqual([]);
    expect(draftOf(2031).files["county-620602"]).toMatchObject({ tier: { cite: { document: "gansu-2024-54" } } });
  });

  it("is a place that a worked case can lie in, under its prefecture; rules that do not load name none", () => {
    const wuwei = checkDraft(draft, ground).places.find(({ name }) => name.zh === "武威市");
    expect(wuwei?.counties).toContainEqual({ code: "620602", name: { zh: "凉州区", en: expect.any(String) } });
    const unsound = { ...draft, files: { ...draft.files, rules: {} } };
    expect(checkDraft(unsound, ground).places).toEqual([]);
  });

  it("has no point but those that a card shows: what has none could be confirmed by nobody", () => {
    const own = draftPoints(draft).filter(({ file }) => file === "county-620602");
    expect(own.map(({ point }) => point.key)).toEqual(["general", "documents/liangzhou-2024-53", "tier", "townships"]);
  });

  it("has its numbers to enrol confirmed by nobody: until somebody does, they stand between the draft and a signature", () => {
    const townships = "county-620602:townships";
    const all = draftPoints(draft).map(({ address }) => address);
    const without = confirmed(
      draft,
      all.filter((address) => address !== townships),
    );
    expect(openPoints(without).map(({ address }) => address)).toEqual([townships]);
    expect(openPoints(confirmed(without, [townships]))).toEqual([]);
    const rows = ["townships", "rows", 0, "toEnrol"];
    const done = confirmed(without, [townships]);
    const file = withValue(done.files["county-620602"], rows, 14000);
    expect(openPoints({ ...done, files: { ...done.files, "county-620602": file } })).toMatchObject([
      { address: townships, state: "changed" },
    ]);
  });
});

describe("another id for a category or group", () => {
  const withCase: DraftData = {
    ...draftOf(),
    cases: [
      {
        id: "case-1",
        about: { zh: "算例", en: "Case" },
        source: null,
        request: {
          paidOn: "2031-01-15",
          resident: { categories: ["extreme-poverty"], groups: [{ group: "newborn" }], missedYears: [] },
        },
        expect: { contribution: { category: "extreme-poverty" }, exemption: { group: "newborn" } },
      },
    ],
  };
  const rename = (draft: DraftData, path: readonly (string | number)[], to: string) => {
    const renamedNow = idRenamed(draft, "rules", path, to);
    if (!renamedNow.ok) throw new Error(renamedNow.code);
    return renamedNow.draft;
  };
  const list = (draft: DraftData, path: readonly string[]) =>
    valueAt(draft.files["rules"], path) as readonly { readonly id: string }[];

  it.each([...bundled.keys()])("is followed by whatever names it: %s stays sound, whichever is renamed", (base) => {
    const start = startDraft({ base, year: 2031, notice: null }, ground);
    if (start === null) throw new Error("no draft");
    const before = checkDraft(start, ground).faults;
    let draft = start;
    list(start, ["aid", "categories"]).forEach(({ id }, at) => {
      draft = rename(draft, ["aid", "categories", at, "id"], `renamed-${id}`);
      expect(referencesTo(draft, "category", id)).toBe(0);
      expect(referencesTo(draft, "category", `renamed-${id}`)).toBe(referencesTo(start, "category", id));
    });
    list(start, ["groups"]).forEach(({ id }, at) => {
      if (id !== "newborn") draft = rename(draft, ["groups", at, "id"], `renamed-${id}`);
    });
    expect(checkDraft(draft, ground).faults).toEqual(before);
  });

  it("is followed by the worked cases", () => {
    const category = list(withCase, ["aid", "categories"]).findIndex(({ id }) => id === "extreme-poverty");
    const group = list(withCase, ["groups"]).findIndex(({ id }) => id === "newborn");
    const once = rename(withCase, ["aid", "categories", category, "id"], "wubao");
    const [entry] = rename(once, ["groups", group, "id"], "infant").cases;
    expect(entry).toMatchObject({
      request: { resident: { categories: ["wubao"], groups: [{ group: "infant" }] } },
      expect: { contribution: { category: "wubao" }, exemption: { group: "infant" } },
    });
  });

  it("is refused where another entry has it, for two would become one", () => {
    const [first, second] = list(withCase, ["aid", "categories"]);
    expect(idRenamed(withCase, "rules", ["aid", "categories", 0, "id"], second?.id ?? "")).toEqual({
      ok: false,
      code: "taken",
    });
    expect(first?.id).not.toBe(second?.id);
  });

  it("leaves alone what names another entry of the same id", () => {
    const at = list(withCase, ["aid", "categories"]).length;
    const twice = withValue(withCase.files["rules"], ["aid", "categories", at], { id: "extreme-poverty" });
    const draft = { ...withCase, files: { ...withCase.files, rules: twice } };
    const renamedNow = rename(draft, ["aid", "categories", at, "id"], "new-one");
    expect(renamedNow.cases).toEqual(withCase.cases);
  });
});

describe("the option that a field names", () => {
  const words = (text: string) => ({ zh: text, en: text });
  const files = {
    rules: {
      interpretations: { own: { options: [{ id: "yes", text: words("是") }, { id: "" }], default: "yes" }, taken: {} },
      groups: [
        { test: { kind: "open", if: { interpretation: "own", is: "yes" } } },
        { test: { kind: "open", if: { interpretation: "taken", is: "" } } },
        { test: { kind: "open", if: { interpretation: "", is: "" } } },
      ],
    },
  };
  const inherited = { taken: { options: [{ id: "late", text: words("晚") }] } };
  const ids = (...path: readonly (string | number)[]) =>
    optionsFor(files, "rules", path, inherited).map(({ id }) => id);

  it("is one of the draft's own interpretation, or else of the layer's", () => {
    expect(ids("interpretations", "own", "default")).toEqual(["yes"]);
    expect(ids("interpretations", "taken", "default")).toEqual(["late"]);
    expect(ids("groups", 0, "test", "if", "is")).toEqual(["yes"]);
    expect(ids("groups", 1, "test", "if", "is")).toEqual(["late"]);
  });

  it("is typed where nobody has said which interpretation is meant, and nowhere else chosen", () => {
    expect(ids("groups", 2, "test", "if", "is")).toEqual([]);
    expect(ids("groups", 0, "id")).toEqual([]);
  });
});

describe("confirming", () => {
  const standard = "rules:contribution/standard";
  const document = "rules:documents/gansu-2024-54";
  const stateOf = (draft: DraftData) => draftPoints(draft).find(({ address }) => address === standard)?.state;

  it("takes the document too: a figure whose document nobody confirmed is not confirmed", () => {
    const draft = confirmed(draftOf(), [standard]);
    expect(stateOf(draft)).toBe("document-unconfirmed");
    expect(stateOf(confirmed(draft, [document]))).toBe("confirmed");
  });

  it("lapses with the figure, its article or its grade, and comes back with undoing the change", () => {
    const sure = confirmed(draftOf(), [standard, document]);
    const edit = (path: readonly string[], value: unknown) => ({
      ...sure,
      files: { ...sure.files, rules: withValue(sure.files["rules"], path, value) },
    });
    expect(stateOf(edit(["contribution", "standard", "value"], "430.00"))).toBe("changed");
    expect(stateOf(edit(["contribution", "standard", "cite", "article"], "二（三）"))).toBe("changed");
    expect(stateOf(edit(["contribution", "standard", "cite", "grade"], "B"))).toBe("changed");
    expect(stateOf(edit(["contribution", "standard", "value"], "400.00"))).toBe("confirmed");
    expect(stateOf(unconfirmed(sure, standard))).toBe("unconfirmed");
  });

  it("is refused without an article, for an empty figure, and for a figure that the text is said not to state", () => {
    const problemAfter = (path: readonly string[], value: unknown) => {
      const draft = draftOf();
      const changed = { ...draft, files: { ...draft.files, rules: withValue(draft.files["rules"], path, value) } };
      const found = draftPoints(changed).find(({ address }) => address === standard);
      expect(confirmed(changed, [standard]).confirmed).toEqual({});
      return found === undefined ? undefined : confirmProblem(found.point);
    };
    expect(problemAfter(["contribution", "standard", "cite", "article"], " ")).toBe("cite-incomplete");
    expect(problemAfter(["contribution", "standard", "value"], "")).toBe("value-missing");
    expect(problemAfter(["contribution", "standard", "cite", "silent"], true)).toBe("silent-with-value");
  });

  it("a silent figure is confirmed as not stated", () => {
    const draft = draftOf();
    const path = ["majorIllness", "perHead"];
    const rules = withValue(draft.files["rules"], [...path, "value"], null);
    const silent = { ...draft, files: { ...draft.files, rules: withValue(rules, [...path, "cite", "silent"], true) } };
    const sure = confirmed(silent, ["rules:majorIllness/perHead", document]);
    expect(draftPoints(sure).find(({ address }) => address === "rules:majorIllness/perHead")?.state).toBe("confirmed");
  });
});

describe("changing a file", () => {
  const file = { a: [{ id: "x" }, { id: "y" }], m: { one: 1, two: 2 } };

  it("leaves the old one as it was", () => {
    expect(withValue(file, ["a", 1, "id"], "z")).toEqual({ a: [{ id: "x" }, { id: "z" }], m: { one: 1, two: 2 } });
    expect(without(file, ["a", 0])).toEqual({ a: [{ id: "y" }], m: { one: 1, two: 2 } });
    expect(without(file, ["m", "one"])).toEqual({ a: file.a, m: { two: 2 } });
    expect(moved(file, ["a", 0], 1)).toMatchObject({ a: [{ id: "y" }, { id: "x" }] });
    expect(Object.keys((renamed(file, ["m", "one"], "uno") as typeof file).m)).toEqual(["uno", "two"]);
    expect(renamed(file, ["m", "one"], "two")).toBe(file);
    expect(file).toEqual({ a: [{ id: "x" }, { id: "y" }], m: { one: 1, two: 2 } });
  });

  it("finds the place that a fault names", () => {
    expect(pathOf('interpretations["wait-unit"].options[1].id')).toEqual([
      "interpretations",
      "wait-unit",
      "options",
      1,
      "id",
    ]);
    expect(pathOf("")).toEqual([]);
  });

  it("can be undone and done again; typing in one field is one step", () => {
    let history = begin("400.00");
    history = step(history, "4", "f");
    history = step(history, "43", "f");
    history = step(history, "430.00", "f");
    history = step(history, "B", "g");
    history = undo(history);
    expect(history.now).toBe("430.00");
    history = undo(history);
    expect(history.now).toBe("400.00");
    expect(undo(history)).toBe(history);
    history = redo(redo(history));
    expect(history.now).toBe("B");
    expect(redo(history).now).toBe("B");
  });
});

describe("the line of the periods", () => {
  it("shows the days between two periods as a gap, and days of two as an overlap", () => {
    const line = timelineOf(
      [
        { window: "concentrated", from: "2026-09-01", to: "2026-12-25" },
        { window: "supplementary", from: "2027-01-01", to: "2027-03-01" },
        { window: "after-closing", from: "2027-02-20", to: "2027-12-30" },
      ],
      2027,
    );
    const found = line?.spans.filter(({ kind }) => kind !== "period").map(({ kind, from, to }) => [kind, from, to]);
    expect(found).toEqual([
      ["gap", "2026-12-26", "2026-12-31"],
      ["overlap", "2027-02-20", "2027-03-01"],
      ["gap", "2027-12-31", "2027-12-31"],
    ]);
    const whole = line?.spans.filter(({ kind }) => kind !== "overlap").reduce((sum, { width }) => sum + width, 0);
    expect(whole).toBeGreaterThan(100);
  });

  it("is not drawn while no period has two days", () => {
    expect(timelineOf([{ window: "concentrated", from: "2026-09", to: "" }], 2027)).toBeNull();
    expect(timelineOf("nothing", 2027)).toBeNull();
  });
});
