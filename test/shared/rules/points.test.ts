// A rule file seen as points: the smallest parts with a citation of their own, found by shape, whatever they are called.
import { describe, expect, it } from "vitest";
import { isCite, isTree, isWords, type Point, pointsOf, sectionOf } from "../../../shared/rules/points.ts";

const words = { zh: "一", en: "one" };
const cite = { document: "d", article: "二（一）", grade: "A", summary: words };
const told = { document: "d", article: "二（一）", grade: "A", silent: false, summary: words };

const points = (file: unknown) => pointsOf(file).slice(1);
/** Key, figures by their names, and whether the point has a citation. */
const short = ({ key, leaves, cite: own }: Point) => [
  key,
  Object.fromEntries(leaves.map(({ names, value }) => [names.join("/"), value])),
  own !== null,
];

describe("the points of a rule file", () => {
  it("begin with the general part: what the file is and where, without its schema", () => {
    const [general, ...others] = pointsOf({
      $schema: "x",
      format: "canbao-rules/1",
      id: "gansu/2025",
      coverageYear: 2025,
      name: words,
      jurisdiction: { code: "62", name: words },
    });
    expect(others).toEqual([]);
    expect(general).toEqual({
      key: "general",
      names: ["general"],
      path: [],
      section: "general",
      cite: null,
      citePath: null,
      leaves: [
        { names: ["format"], path: ["format"], value: "canbao-rules/1" },
        { names: ["id"], path: ["id"], value: "gansu/2025" },
        { names: ["coverageYear"], path: ["coverageYear"], value: 2025 },
        { names: ["name"], path: ["name"], value: words },
        { names: ["jurisdiction", "code"], path: ["jurisdiction", "code"], value: "62" },
        { names: ["jurisdiction", "name"], path: ["jurisdiction", "name"], value: words },
      ],
    });
  });

  it("are none where the file has no form yet", () => {
    for (const file of [null, [], "x", 1, undefined]) expect(pointsOf(file)).toEqual([]);
  });

  it("are an amount with its citation", () => {
    expect(points({ contribution: { standard: { value: "400.00", cite } } })).toEqual([
      {
        key: "contribution/standard",
        names: ["contribution", "standard"],
        path: ["contribution", "standard"],
        section: "amounts",
        cite: told,
        citePath: ["contribution", "standard", "cite"],
        leaves: [{ names: ["value"], path: ["contribution", "standard", "value"], value: "400.00" }],
      },
    ]);
  });

  it("are a rule that is nothing but a citation", () => {
    expect(points({ standing: { student: { ...cite, silent: true } } })).toEqual([
      {
        key: "standing/student",
        names: ["standing", "student"],
        path: ["standing", "student"],
        section: "further",
        cite: { ...told, silent: true },
        citePath: ["standing", "student"],
        leaves: [],
      },
    ]);
  });

  it("are documents and readings under their ids, also a document without any citation", () => {
    const file = {
      documents: { d: { number: "1号", issuers: ["甲", "乙"], issuedOn: null } },
      interpretations: { "month-end": { default: "last-day", cite }, "wait-unit": {} },
    };
    expect(points(file).map(short)).toEqual([
      ["documents/d", { number: "1号", issuers: ["甲", "乙"], issuedOn: null }, false],
      ["interpretations/month-end", { default: "last-day" }, true],
      ["interpretations/wait-unit", {}, false],
    ]);
    expect(points({ documents: null, interpretations: [] })).toEqual([]);
  });

  it("are the entries of a list by their id, wherever they stand in it, and by their place where they have none", () => {
    const file = {
      groups: [{ id: "released", cite }, { cite }],
      aid: { notStatedFor: [{ who: "newborn", cite }] },
      floors: { shares: [{ region: "west", cite }] },
      townships: [{ no: 7, cite }],
    };
    expect(points(file).map(({ key, path }) => [key, path])).toEqual([
      ["groups/released", ["groups", 0]],
      ["groups/#2", ["groups", 1]],
      ["aid/notStatedFor/newborn", ["aid", "notStatedFor", 0]],
      ["floors/shares/west", ["floors", "shares", 0]],
      ["townships/7", ["townships", 0]],
    ]);
  });

  it("keep figures beside a cited part as a point without a citation, before that part", () => {
    expect(points({ subsidy: { fiscalYear: 2024, total: { value: "670.00", cite } } })).toEqual([
      {
        key: "subsidy",
        names: ["subsidy"],
        path: ["subsidy"],
        section: "amounts",
        cite: null,
        citePath: null,
        leaves: [{ names: ["fiscalYear"], path: ["subsidy", "fiscalYear"], value: 2024 }],
      },
      expect.objectContaining({ key: "subsidy/total", cite: told }),
    ]);
  });

  it("take what is cited inside a point out of it, beside it", () => {
    const tier = { id: "1", province: "121.60", unverified: { areas: ["620421"], cite }, cite };
    expect(points({ subsidy: { tiers: [tier] } }).map(short)).toEqual([
      ["subsidy/tiers/1", { id: "1", province: "121.60" }, true],
      ["subsidy/tiers/1/unverified", { areas: ["620421"] }, true],
    ]);
    expect(points({ subsidy: { tiers: [tier] } })[1]?.path).toEqual(["subsidy", "tiers", 0, "unverified"]);
  });

  it("hold words, a length of time and a reading as one figure each, other objects field by field", () => {
    const group = {
      id: "newborn",
      name: words,
      start: { by: "newborn-start" },
      test: { kind: "newborn", phases: [{ until: { length: 90, unit: "day" } }, { until: "first-birthday" }] },
      conditionsNotStated: true,
      listed: ["orphan"],
      nobody: [],
      cite,
    };
    expect(points({ groups: [group] }).map(short)).toEqual([
      [
        "groups/newborn",
        {
          id: "newborn",
          name: words,
          start: { by: "newborn-start" },
          "test/kind": "newborn",
          "test/phases/#1/until": { length: 90, unit: "day" },
          "test/phases/#2/until": "first-birthday",
          conditionsNotStated: true,
          listed: ["orphan"],
          nobody: [],
        },
        true,
      ],
    ]);
    expect(points({ groups: [group] })[0]?.leaves.find(({ names }) => names[1] === "phases")?.path).toEqual([
      "groups",
      0,
      "test",
      "phases",
      0,
      "until",
    ]);
  });

  it("take an object that is only like words, a length or a reading apart", () => {
    const odd = {
      cite,
      a: { zh: "一", en: "one", fr: "un" },
      b: { zh: "一", en: 1 },
      c: { zh: 1, en: "one" },
      d: { length: "90", unit: "day" },
      e: { length: 90, unit: 1 },
      f: { length: 90, unit: "day", more: 1 },
      g: { by: "x", options: {} },
      h: { by: 1 },
    };
    expect(points({ incentive: odd }).map(short)).toEqual([
      [
        "incentive",
        {
          "a/zh": "一",
          "a/en": "one",
          "a/fr": "un",
          "b/zh": "一",
          "b/en": 1,
          "c/zh": 1,
          "c/en": "one",
          "d/length": "90",
          "d/unit": "day",
          "e/length": 90,
          "e/unit": 1,
          "f/length": 90,
          "f/unit": "day",
          "f/more": 1,
          "g/by": "x",
          "h/by": 1,
        },
        true,
      ],
    ]);
  });

  it("are a bare value or list where that is all a part says: no admission rule, no further aid", () => {
    expect(points({ admission: null, aid: { notStatedFor: [] }, missedYears: false }).map(short)).toEqual([
      ["admission", { "": null }, false],
      ["aid/notStatedFor", { "": [] }, false],
      ["missedYears", { "": false }, false],
    ]);
    expect(points({ admission: null })[0]?.leaves).toEqual([{ names: [], path: ["admission"], value: null }]);
  });

  it("know a citation that is not filled in yet, and say of it what is there", () => {
    const draft = { document: null, article: 2, grade: undefined, summary: { zh: "一" } };
    expect(points({ wait: { atLeast: false, cite: draft } })).toMatchObject([
      { key: "wait", cite: { document: "", article: "2", grade: "", silent: false, summary: null } },
    ]);
    expect(points({ wait: { atLeast: false, cite: { document: "d", article: "一" } } })).toMatchObject([
      { key: "wait", cite: null },
      { key: "wait/cite", cite: null },
    ]);
  });

  it("pass over what no file can hold", () => {
    expect(points({ wait: { odd: undefined, length: 90, cite } }).map(short)).toEqual([["wait", { length: 90 }, true]]);
  });
});

describe("the section of a part", () => {
  it.each([
    ["documents", "documents"],
    ["contribution", "amounts"],
    ["subsidy", "amounts"],
    ["majorIllness", "amounts"],
    ["floors", "amounts"],
    ["aid", "aid"],
    ["periods", "periods"],
    ["wait", "wait"],
    ["missedYears", "wait"],
    ["incentives", "wait"],
    ["groups", "groups"],
    ["interpretations", "interpretations"],
    ["information", "information"],
    ["version", "general"],
    ["status", "general"],
    ["extends", "general"],
    ["ruleSet", "general"],
    ["county", "general"],
    ["nobody-foresaw-this", "further"],
    [undefined, "further"],
  ])("%s is %s", (name, section) => {
    expect(sectionOf(name)).toBe(section);
  });
});

describe("the shapes that points are found by", () => {
  it("are told apart", () => {
    expect([{}, { a: 1 }].every(isTree)).toBe(true);
    expect([null, [], "x", 1, undefined].some(isTree)).toBe(false);
    expect(isCite(cite)).toBe(true);
    for (const part of ["document", "article", "grade"] as const) {
      const { [part]: _, ...rest } = cite;
      expect(isCite(rest)).toBe(false);
    }
    expect(isCite(null)).toBe(false);
    expect(isWords(words)).toBe(true);
    expect(isWords(["一", "one"])).toBe(false);
  });
});
