// What the shape of a rule file cannot show: each fault is found once, named with its place and what to do, and nothing sound is blamed.
import { describe, expect, it } from "vitest";
import { checkRuleSet } from "../../../shared/rules/check.ts";
import { checkNational } from "../../../shared/rules/check-national.ts";
import { checkSettled } from "../../../shared/rules/compile.ts";
import { layerChain, resolveRuleSet } from "../../../shared/rules/resolve.ts";
import { bundled, othersThan } from "../../bundled.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the data wherever it likes
type Data = any;

function sourceOf(id: string) {
  const loaded = bundled.ruleSets.get(id);
  if (loaded === undefined) throw new Error(`no bundled rule set ${id}`);
  return structuredClone(loaded.source);
}

type Faults = readonly (readonly [path: string, message: string])[];

function faultsOf(id: string, change: (data: Data, source: Data) => void): Faults {
  const source = sourceOf(id);
  change(source.data, source);
  return checkRuleSet(source, "rules.json").map(({ file, path, message }) => {
    expect(file).toBe("rules.json");
    return [path, message];
  });
}

const GANSU = "gansu/2025";
const HUNAN = "hunan/2026";
const JIANGXI = "jiangxi/2026";

interface Broken {
  readonly what: string;
  readonly id?: string;
  readonly change: (data: Data, source: Data) => void;
  readonly faults: Faults;
}

const find = (list: readonly Data[], id: string): Data => list.find((entry) => entry.id === id);

const amounts: readonly Broken[] = [
  {
    what: "a layer of another year",
    change: (data) => {
      data.extends = "national/2026";
    },
    faults: [["extends", '"national/2026" is a layer of another year than 2025']],
  },
  {
    what: "no standard at all: no other amount can be judged then",
    change: (data) => {
      data.contribution.standard.value = null;
      data.aid.categories[0].aid = "999.00";
    },
    faults: [["contribution.standard.value", "a rule set needs a standard; without one it cannot answer"]],
  },
  {
    what: "a standard and a subsidy a fen below the national floors",
    change: (data) => {
      data.contribution.standard.value = "399.99";
      data.subsidy.total.value = "669.99";
      data.subsidy.tiers = [];
      for (const category of data.aid.categories) category.aid = null;
    },
    faults: [
      ["contribution.standard.value", "399.99 is below the national floor of 400.00"],
      ["subsidy.total.value", "669.99 is below the national floor of 670.00"],
    ],
  },
  {
    what: "aid a fen above the standard",
    change: (data) => {
      data.aid.categories[1].aid = "400.01";
    },
    faults: [["aid.categories[1].aid", "aid 400.01 is above the standard 400.00; aid is a part of the contribution"]],
  },
  {
    what: "a late price below the standard, in a period that gives nothing",
    change: (data) => {
      data.periods[3].standard = { value: "399.99", cite: data.periods[3].cite };
    },
    faults: [
      ["periods[3].standard.value", "399.99 is below the ordinary standard 400.00"],
      ["periods[3].standard", "a price for late payers goes with a period that sets a wait"],
    ],
  },
  {
    what: "a late price that is not stated",
    id: HUNAN,
    change: (data) => {
      data.periods[1].standard.value = null;
    },
    faults: [["periods[1].standard.value", "a price that is not stated cannot be charged; leave the price out"]],
  },
  {
    what: "shares of the standard that leave a part of a fen",
    id: JIANGXI,
    change: (data) => {
      data.contribution.standard.value = "400.01";
      data.aid.categories[0].aid = { percent: 50 };
      data.aid.reliefs[1].pays = { percent: 10 };
    },
    faults: [
      ["aid.categories[0].aid.percent", "50 % of 400.01 is no whole number of fen; write the amount"],
      ["aid.reliefs[1].pays.percent", "10 % of 400.01 is no whole number of fen; write the amount"],
    ],
  },
  {
    what: "a relief above the standard, twice under one name",
    id: JIANGXI,
    change: (data) => {
      data.aid.reliefs.push({ ...data.aid.reliefs[1], pays: "400.01" });
    },
    faults: [
      ["aid.reliefs[2].pays", "400.01 is above the standard 400.00"],
      ["aid.reliefs[2].id", '"student-aid" stands twice'],
    ],
  },
  {
    what: "a name for a name of a class, and a name for nothing",
    id: "jiangxi/2025",
    change: (data) => {
      find(data.aid.categories, "dibao").resolvesTo = "orphan";
      find(data.aid.categories, "orphan").resolvesTo = "rich";
    },
    faults: [
      ["aid.categories[3].resolvesTo", expect.stringMatching(/^"rich" is no class of this rule set; known: [a-z-]+, /)],
      [
        "aid.categories[4].resolvesTo",
        expect.stringMatching(/^"orphan" is no class of this rule set; known: [a-z-]+, /),
      ],
    ],
  },
  {
    what: "a name for a class with an amount of its own, and an identity twice",
    id: "jiangxi/2025",
    change: (data) => {
      find(data.aid.categories, "dibao").aid = "100.00";
      data.aid.categories.push({ ...data.aid.categories[0] });
    },
    faults: [
      ["aid.categories[6].id", '"full-aid" stands twice'],
      ["aid.categories[4].aid", "a name for a class takes the class's aid; write null"],
    ],
  },
  {
    what: "a county in two tiers, verified in one and not in the other, and one of another province",
    change: (data) => {
      data.subsidy.tiers[1].areas.push("620623", "620421");
      data.subsidy.tiers[0].unverified.areas.push("360102");
    },
    faults: [
      ["subsidy.tiers[1].areas[9]", "620623 is in two tiers"],
      ["subsidy.tiers[1].areas[10]", "620421 is in two tiers"],
      ["subsidy.tiers[0].unverified.areas[18]", "360102 lies outside 甘肃省 (62)"],
    ],
  },
  {
    what: "a tier that makes up another total",
    change: (data) => {
      data.subsidy.tiers[2].province = "113.21";
    },
    faults: [
      [
        "subsidy.tiers[2]",
        "central 536.00 + province 113.21 + city and county 20.80 = 670.01, but the subsidy is 670.00",
      ],
    ],
  },
];

const days: readonly Broken[] = [
  {
    what: "windows that overlap by one day",
    change: (data) => {
      data.periods[1].from = "2024-12-25";
    },
    faults: [["periods[1].from", "overlaps the period before, which ends on 2024-12-25"]],
  },
  {
    what: "one day that no period speaks of",
    change: (data) => {
      data.periods[1].from = "2024-12-27";
    },
    faults: [
      [
        "periods[1].from",
        "leaves out 2024-12-26 to 2024-12-26; write a period for those days, silent where the notice is",
      ],
    ],
  },
  {
    what: "a window that ends before it begins, and so leaves days out",
    change: (data) => {
      data.periods[0].to = "2024-09-09";
    },
    faults: [
      ["periods[0].to", "2024-09-09 is before 2024-09-10"],
      [
        "periods[1].from",
        "leaves out 2024-09-10 to 2024-12-25; write a period for those days, silent where the notice is",
      ],
    ],
  },
  {
    what: "days that the calendar does not have: nothing is said of the days around them",
    change: (data) => {
      data.periods[1].from = "2024-12-32";
      data.periods[1].to = "2024-13-01";
      data.periods[2].from = "2024-12-26";
    },
    faults: [
      ["periods[1].from", '"2024-12-32" is no day of the calendar'],
      ["periods[1].to", '"2024-13-01" is no day of the calendar'],
    ],
  },
  {
    what: "periods that end a day before the year, or a day after it",
    change: (data) => {
      data.periods[3].to = "2025-12-30";
    },
    faults: [["periods", "end on 2025-12-30; the last period ends with the coverage year on 2025-12-31"]],
  },
  {
    what: "periods that end after the year",
    change: (data) => {
      data.periods[3].to = "2026-01-01";
    },
    faults: [["periods", "end on 2026-01-01; the last period ends with the coverage year on 2025-12-31"]],
  },
  {
    what: "a period of one day, and two of one name",
    change: (data) => {
      data.periods[1].to = "2024-12-26";
      data.periods.splice(2, 0, { ...data.periods[1], from: "2024-12-27", to: "2024-12-31" });
    },
    faults: [["periods[2].id", '"between" stands twice']],
  },
  {
    what: "a further missed year that is written twice, in days and in months",
    change: (data) => {
      data.wait.further = { day: 30, month: 1, cite: data.wait.cite };
    },
    faults: [
      ["wait.further.day", "write once what a further missed year adds, in the units of the wait"],
      ["wait.further.month", "write once what a further missed year adds, in the units of the wait"],
    ],
  },
  {
    what: "a further missed year in a unit that the wait does not have, and not in its own",
    id: HUNAN,
    change: (data) => {
      data.wait.further = { month: 1, cite: data.wait.further.cite };
    },
    faults: [
      ["wait.further.day", "write once what a further missed year adds, in the units of the wait"],
      ["wait.further.month", "write once what a further missed year adds, in the units of the wait"],
    ],
  },
  {
    what: "a day for missed years in another year, and a floor in no unit of the wait",
    id: "guizhou/2026",
    change: (data) => {
      data.missedYears.inWindow.start = "2027-04-01";
      data.missedYears.repair.floor = { ...data.missedYears.repair.floor, day: undefined, month: 6 };
    },
    faults: [
      ["missedYears.inWindow.start", "2027-04-01 is no day of coverage year 2026"],
      ["missedYears.repair.floor.day", "the wait is counted by the day; write the floor in it too"],
    ],
  },
  {
    what: "a floor in months for a wait in months, missing",
    id: JIANGXI,
    change: (data) => {
      data.missedYears.repair.floor = { ...data.missedYears.repair.floor, day: 180, month: undefined };
    },
    faults: [["missedYears.repair.floor.month", "the wait is counted by the month; write the floor in it too"]],
  },
];

const groups: readonly Broken[] = [
  {
    what: "identities that nobody has, listed and open",
    change: (data) => {
      const group = find(data.groups, "newly-recognised-low-income");
      group.identities.listed.push("nobility");
      group.identities.open.identities.push("clergy");
    },
    faults: [
      [
        "groups[4].identities",
        expect.stringMatching(/^"nobility" is no aid identity of this rule set; known: [a-z-]+, /),
      ],
      [
        "groups[4].identities",
        expect.stringMatching(/^"clergy" is no aid identity of this rule set; known: [a-z-]+, /),
      ],
    ],
  },
  {
    what: "a newborn's test under another name, beside the newborns",
    change: (data) => {
      data.groups[1].test = find(data.groups, "newborn").test;
    },
    faults: [
      ["groups[1].test", "only the group newborn is told by its birth date"],
      ["groups", "military-dependant and newborn are both told by the birth date"],
    ],
  },
  {
    what: "two groups of those born since a day",
    id: JIANGXI,
    change: (data) => {
      data.groups.push({ ...find(data.groups, "free-newborn-years"), id: "free-years-again" });
    },
    faults: [["groups", "free-newborn-years and free-years-again are both told by the birth date"]],
  },
  ...(
    [
      ["2025-08-31", "2025-09-30"],
      ["2025-10-01", "2025-09-30"],
      ["2025-10-01", "2027-01-01"],
    ] as const
  ).map(
    ([from, to]): Broken => ({
      what: `a window of one's own from ${from} to ${to}`,
      id: HUNAN,
      change: (data) => {
        Object.assign(find(data.groups, "freshman").test, { from, to });
      },
      faults: [["groups[2].test", "a window of its own lies between the opening on 2025-09-01 and the year's end"]],
    }),
  ),
  ...(
    [
      ["2025-09-01", "2025-09-01"],
      ["2025-09-01", "2026-12-31"],
    ] as const
  ).map(
    ([from, to]): Broken => ({
      what: `no fault: a window of one's own from ${from} to ${to}`,
      id: HUNAN,
      change: (data) => {
        Object.assign(find(data.groups, "freshman").test, { from, to });
      },
      faults: [],
    }),
  ),
  {
    what: "information for an identity that is not there, so that nobody would ever see it",
    change: (data) => {
      data.information[0].when = { identities: ["orphan", "orphans"] };
    },
    faults: [
      [
        "information[0].when.identities",
        expect.stringMatching(/^"orphans" is no aid identity of this rule set; known: .*orphan/),
      ],
    ],
  },
  {
    what: "information for a group that is not there",
    id: HUNAN,
    change: (data) => {
      data.information[2].when.groups = ["newborn", "astronaut"];
    },
    faults: [
      [
        "information[2].when.groups",
        expect.stringMatching(/^"astronaut" is no special group of this rule set; known: [a-z-]+, /),
      ],
    ],
  },
  {
    what: "a group that stands twice",
    change: (data) => {
      data.groups.push({ ...data.groups[0] });
    },
    faults: [["groups[6].id", '"discharged-soldier" stands twice']],
  },
];

const lacks = (id: string, why: string): Faults[number] => [
  "interpretations",
  `lacks "${id}", which ${why} needs; write "${id}": {} to take the national reading`,
];

const readings: readonly Broken[] = [
  {
    what: "every reading that Gansu's rules ask for, missing",
    change: (_data, source) => {
      for (const id of [
        "wait-counts-payment-day",
        "month-end",
        "wait-unit",
        "gap-counted-from",
        "one-fixed-wait",
        "gap-anchor",
        "this-year",
        "within-edge",
        "newborn-after-year",
      ])
        source.interpretations.delete(id);
    },
    faults: [
      lacks("wait-counts-payment-day", "every wait"),
      lacks("month-end", "a wait in months"),
      lacks("wait-unit", "a wait in days and in months"),
      lacks("gap-counted-from", "the rule for missed years"),
      lacks("one-fixed-wait", "the rule for missed years"),
      lacks("gap-anchor", "the rule for missed years"),
      lacks("this-year", "the group newly-recognised-low-income"),
      lacks("within-edge", "newborns"),
      lacks("newborn-after-year", "newborns"),
    ],
  },
  {
    what: "the edge of a group that is counted from an event",
    id: "jiangxi/2025",
    change: (data, source) => {
      data.groups = data.groups.filter(({ test }: Data) => test.kind !== "newborn");
      source.interpretations.delete("within-edge");
    },
    faults: [lacks("within-edge", "the group graduate-returned")],
  },
  {
    what: "no fault: readings that Jiangxi 2025 does not ask for",
    id: "jiangxi/2025",
    change: (data, source) => {
      for (const id of ["gap-counted-from", "gap-anchor", "one-fixed-wait", "this-year", "wait-unit"])
        source.interpretations.delete(id);
      expect(data.missedYears).toBeNull();
    },
    faults: [],
  },
  {
    what: "no fault: nothing to anchor where the rule names the day itself, no wait in months, no rule of the month's end",
    id: "guizhou/2026",
    change: (_data, source) => {
      for (const id of ["gap-anchor", "month-end", "wait-unit"]) source.interpretations.delete(id);
    },
    faults: [],
  },
  {
    what: "a default that is no option, and an open question without a code",
    change: (_data, source) => {
      const entry = source.interpretations.get("gap-counted-from");
      source.interpretations.set("gap-counted-from", { ...entry, default: "sometime", code: undefined });
    },
    faults: [
      [
        'interpretations["gap-counted-from"].default',
        '"sometime" is none of its options (not-settled, 2025, any-year)',
      ],
      [
        'interpretations["gap-counted-from"].code',
        "an interpretation that can be not-settled names the review code it raises",
      ],
    ],
  },
  {
    what: "a period's first day by a reading that is not there",
    id: "xinzhou/2025",
    change: (data) => {
      data.periods[1].benefit.start.by = "nobody-asked";
    },
    faults: [
      [
        "periods[1].benefit.start",
        expect.stringMatching(/^no interpretation "nobody-asked"; known: wait-counts-payment-day, /),
      ],
    ],
  },
  {
    what: "first days of a group and of a newborn's phase by readings that name no day",
    change: (data) => {
      data.groups[1].start = { by: "month-end" };
      find(data.groups, "newborn").test.phases[1].start = { by: "nobody-asked" };
    },
    faults: expect.arrayContaining([
      [
        "groups[2].test.phases[1].start",
        expect.stringMatching(/^no interpretation "nobody-asked"; known: wait-counts-payment-day, /),
      ],
      [
        "groups[1].start",
        expect.stringMatching(
          /^option "[a-z-]+" of month-end names no first day; possible: coverage-year-start, payment-day, /,
        ),
      ],
    ]),
  },
  {
    what: "conditions on readings and options that are not there",
    change: (data) => {
      find(data.groups, "other").test.if = { interpretation: "nobody-asked", is: "yes" };
      find(data.groups, "newborn").test.phases[1].if.is = "second-birthday";
      find(data.groups, "newly-recognised-low-income").identities.open.if.is = "annex-9";
      data.groups[1].impliedByIdentity = { if: { interpretation: "low-income-means", is: "everybody" } };
    },
    faults: [
      [
        "groups[1].impliedByIdentity.if",
        '"everybody" is no option of low-income-means; known: not-settled, listed, annex-2',
      ],
      [
        "groups[2].test.phases[1].if",
        '"second-birthday" is no option of newborn-age; known: not-settled, 90-days, first-birthday',
      ],
      [
        "groups[4].identities.open.if",
        '"annex-9" is no option of low-income-means; known: not-settled, listed, annex-2',
      ],
      [
        "groups[5].test.if",
        expect.stringMatching(/^no interpretation "nobody-asked"; known: wait-counts-payment-day, /),
      ],
    ],
  },
  {
    what: "a reading of a first day that is written nowhere, by an option that is not there",
    id: HUNAN,
    change: (data) => {
      const { test } = data.groups[1];
      delete test.eventFrom;
      test.onFirstDay.is = "perhaps";
    },
    faults: [
      ["groups[1].test.onFirstDay", '"perhaps" is no option of event-from-edge; known: not-settled, in, out'],
      ["groups[1].test.onFirstDay", "the day that it is about, eventFrom, is not written"],
    ],
  },
  {
    what: "a newborn's phase for a relief that is not there",
    change: (data) => {
      find(data.groups, "newborn").test.phases[0].relief = "free-for-all";
    },
    faults: [["groups[2].test.phases[0].relief", 'no relief "free-for-all" in this rule set; known: none']],
  },
  {
    what: "a central part by a reading that is not there, or under an option that it does not have",
    id: "jiangxi/2025",
    change: (data) => {
      data.subsidy.central.options["perhaps"] = "500.00";
    },
    faults: [
      [
        "subsidy.central.options.perhaps",
        '"perhaps" is no option of western-policy-county; known: not-stated, yes, no',
      ],
    ],
  },
  {
    what: "a central part by a reading that is not there",
    id: "jiangxi/2025",
    change: (data) => {
      data.subsidy.central.by = "nobody-asked";
    },
    faults: [
      [
        "subsidy.central.by",
        expect.stringMatching(/^no interpretation "nobody-asked"; known: wait-counts-payment-day, /),
      ],
    ],
  },
];

const citations: readonly Broken[] = [
  {
    what: "a document that nobody has",
    id: "guizhou/2026",
    change: (data) => {
      data.periods[1].cite.document = "nowhere";
    },
    faults: [["periods[1].cite.document", expect.stringMatching(/^no document "nowhere"; known: .*, .*tongren-2025/)]],
  },
  {
    what: "grades C and D under a rule in force",
    change: (data) => {
      data.wait.cite.grade = "C";
      data.groups[0].cite.grade = "D";
    },
    faults: expect.arrayContaining([
      [
        "wait.cite.grade",
        "grade C cannot carry a rule in force; find an official text or make the rule set provisional",
      ],
      [
        "groups[0].cite.grade",
        "grade D cannot carry a rule in force; find an official text or make the rule set provisional",
      ],
    ]),
  },
  {
    what: "no fault: grade B in force, grade C where the reader is told of it, or where the rules are provisional",
    change: (data) => {
      data.wait.cite.grade = "B";
      data.information[0].cite.grade = "C";
      data.interpretations["wait-unit"].cite.grade = "C";
      data.subsidy.tiers[0].unverified.cite.grade = "C";
    },
    faults: [],
  },
  {
    what: "no fault: grade C in a provisional rule set",
    id: HUNAN,
    change: (data) => {
      data.wait.cite.grade = "C";
    },
    faults: [],
  },
];

describe("the check of a rule set", () => {
  it.each(othersThan())("finds nothing wrong with %s", (id) => {
    expect(faultsOf(id, () => {})).toEqual([]);
  });

  it.each([...amounts, ...days, ...groups, ...readings, ...citations])("$what", ({ id = GANSU, change, faults }) => {
    expect(faultsOf(id, change)).toEqual(faults);
  });
});

describe("the check of a national layer", () => {
  const layer = (change: (data: Data) => void) => {
    const { national } = sourceOf(GANSU);
    change(national);
    return checkNational(national, new Set(), "national/2025.json").map(({ file, path, message }) => [
      file,
      path,
      message,
    ]);
  };
  const file = "national/2025.json";

  it("finds nothing wrong with the bundled one", () => {
    expect(layer(() => {})).toEqual([]);
  });

  it.each<readonly [what: string, change: (data: Data) => void, path: string, message: string]>([
    [
      "another year than its id",
      (data) => {
        data.coverageYear = 2026;
      },
      "id",
      '"national/2025" is not the layer of coverage year 2026',
    ],
    [
      "a default that is no option",
      (data) => {
        data.interpretations["month-end"].default = "never";
      },
      'interpretations["month-end"].default',
      '"never" is none of its options (',
    ],
    [
      "an open question without a code",
      (data) => {
        data.interpretations["gap-counted-from"].code = undefined;
      },
      'interpretations["gap-counted-from"].code',
      "an interpretation that can be not-settled names the review code it raises",
    ],
    [
      "a citation of a document of nobody",
      (data) => {
        data.standing.student.document = "nowhere";
      },
      "standing.student.document",
      'no document "nowhere"; known: ',
    ],
    [
      "a grade that carries nothing in force",
      (data) => {
        data.standing.student.grade = "C";
      },
      "standing.student.grade",
      "grade C cannot carry a rule in force",
    ],
  ])("%s", (_what, change, path, message) => {
    expect(layer(change)).toEqual([[file, path, expect.stringContaining(message)]]);
  });

  it("names a layer under another file's name", () => {
    const { national } = sourceOf(GANSU);
    expect(checkNational(national, new Set(), "national/2024.json")).toEqual([
      { file: "national/2024.json", path: "id", message: '"national/2025" does not fit the file\'s name' },
    ]);
  });

  it("may cite what the layers above it list", () => {
    const { national } = sourceOf(GANSU);
    const [known = ""] = Object.keys(national.documents);
    const rest = structuredClone(national) as Data;
    delete rest.documents[known];
    expect(checkNational(rest, new Set([known]), file)).toEqual([]);
    expect(checkNational(rest, new Set(), file)).not.toEqual([]);
  });
});

describe("a bureau's decisions on Gansu 2025", () => {
  const decision = { option: "any-year", issuer: "武威市医疗保障局", document: "武医保函〔2025〕3号" };
  const checked = (settled: Parameters<typeof checkSettled>[1]) =>
    checkSettled(sourceOf(GANSU), settled, "bureau.json");

  it("are used where question, option, issuer and document are there", () => {
    expect(checked({ "gap-counted-from": decision })).toEqual({
      sound: { "gap-counted-from": decision },
      faults: [],
    });
  });

  it.each<readonly [id: string, change: object, path: string, message: string]>([
    ["weather", {}, "weather", "no interpretation of gansu/2025; it has wait-counts-payment-day, wait-unit, "],
    [
      "gap-counted-from",
      { option: "never" },
      "gap-counted-from.option",
      'unknown option "never"; allowed: not-settled, 2025, any-year',
    ],
    [
      "gap-counted-from",
      { issuer: " " },
      "gap-counted-from",
      "a settled interpretation names its issuer and its document number",
    ],
    [
      "gap-counted-from",
      { document: " " },
      "gap-counted-from",
      "a settled interpretation names its issuer and its document number",
    ],
  ])("on %s with %j are not used, and the others are", (id, change, path, message) => {
    const { sound, faults } = checked({
      [id]: { ...decision, ...change },
      "month-end": { ...decision, option: "last-of-month" },
    });
    expect(faults).toEqual(
      expect.arrayContaining([{ file: "bureau.json", path, message: expect.stringContaining(message) }]),
    );
    expect(Object.keys(sound)).toEqual(["month-end"]);
  });
});

describe("layers", () => {
  const { national } = sourceOf(GANSU);
  const layer = (id: string, above?: string): Data => ({ ...national, id, extends: above });
  const chainOf = (start: string, ...all: readonly Data[]) => {
    const { chain, faults } = layerChain(start, new Map(all.map((one) => [one.id, one])), "rules.json");
    return { chain: chain.map(({ id }) => id), faults };
  };

  it("are followed from the nearest to the farthest", () => {
    expect(chainOf("a", layer("b"), layer("a", "b"))).toEqual({ chain: ["a", "b"], faults: [] });
  });

  it("that form a cycle are named", () => {
    const message = "the layers form a cycle at a; a layer may not extend itself, directly or through others";
    expect(chainOf("a", layer("a", "b"), layer("b", "a"))).toEqual({
      chain: ["a", "b"],
      faults: [{ file: "rules.json", path: "extends", message }],
    });
  });

  it("that are not there are named with those that are, in order", () => {
    const faultsFor = (...all: readonly Data[]) => chainOf("x", ...all).faults;
    expect(faultsFor(layer("c"), layer("b"))).toEqual([
      { file: "rules.json", path: "extends", message: "no layer x; known layers: b, c" },
    ]);
    expect(faultsFor()).toEqual([{ file: "rules.json", path: "extends", message: "no layer x; known layers: none" }]);
  });

  it("none at all is a fault of the rule set, not of the program", () => {
    const { data } = sourceOf(GANSU);
    expect(resolveRuleSet(data, [], [], "rules.json")).toEqual({
      faults: [{ file: "rules.json", path: "extends", message: "no layer national/2025" }],
    });
  });

  it("give what is nearer before what is farther: documents, readings, standings and days", () => {
    const near = { ...structuredClone(national), id: "near" } as Data;
    const far = { ...structuredClone(national), id: "far" } as Data;
    const [document = ""] = Object.keys(near.documents);
    near.documents[document].number = "近号";
    far.documents[document].number = "远号";
    far.documents["only-far"] = { ...far.documents[document] };
    near.interpretations["month-end"].evidence = { zh: "近", en: "near" };
    const { data } = sourceOf("xinzhou/2025");
    const { resolved, faults } = resolveRuleSet(data, [near, far], [], "rules.json");
    expect(faults).toEqual([]);
    expect(resolved?.documents.get(document)).toMatchObject({ id: document, number: "近号" });
    expect(resolved?.documents.get("only-far")).toMatchObject({ id: "only-far", number: "远号" });
    expect(resolved?.interpretations.get("month-end")?.evidence).toEqual({ zh: "近", en: "near" });
    expect(resolved?.interpretations.get("month-end")?.cite.layer).toBe("near");
    expect(resolved?.standing.employee.layer).toBe("near");
    expect(resolved?.standing.student).toEqual(data.standing?.student);
    expect(resolved?.information.map(({ id }) => id)).toEqual([
      ...data.information.map(({ id }) => id),
      ...near.information.map(({ id }: Data) => id),
      ...far.information.map(({ id }: Data) => id),
    ]);
  });

  it("are merged for the chain at hand, whatever stood above the nearest layer before", () => {
    const near = { ...structuredClone(national), id: "near" } as Data;
    const far = { ...structuredClone(national), id: "far" } as Data;
    far.documents["only-far"] = { ...Object.values<Data>(far.documents)[0] };
    const { data } = sourceOf(GANSU);
    const above = (...chain: readonly Data[]) => resolveRuleSet(data, chain, [], "rules.json").resolved;
    expect(above(near, far)?.documents.has("only-far")).toBe(true);
    expect(above(near)?.documents.has("only-far")).toBe(false);
    expect(above(near, near)?.documents.has("only-far")).toBe(false);
    expect(above(near, far)?.documents.has("only-far")).toBe(true);
    expect(above(near, far)?.national).toBe(above(near, far)?.national);
  });

  it("are not changed by a rule set above them", () => {
    const near = { ...structuredClone(national), id: "near" } as Data;
    const { data } = sourceOf(GANSU);
    const own = { ...data, documents: { ...data.documents, "only-own": Object.values(data.documents)[0] } } as Data;
    expect(resolveRuleSet(own, [near], [], "rules.json").resolved?.documents.has("only-own")).toBe(true);
    expect(resolveRuleSet(data, [near], [], "rules.json").resolved?.documents.has("only-own")).toBe(false);
  });

  it("keep the national standing where the rule set leaves its own undefined", () => {
    const { data } = sourceOf(GANSU);
    const silent = { ...data, standing: { ...data.standing, student: undefined } } as Data;
    const { resolved } = resolveRuleSet(silent, [national], [], "rules.json");
    expect(resolved?.standing.student.document).toBe(national.standing.student.document);
  });

  it("that leave a reading half written are named with what is missing", () => {
    const { data } = sourceOf(GANSU);
    const own = { ...data, interpretations: { ...data.interpretations, "brand-new": { default: "x" } } } as Data;
    expect(resolveRuleSet(own, [national], [], "rules.json")).toEqual({
      faults: [
        {
          file: "rules.json",
          path: 'interpretations["brand-new"]',
          message: expect.stringMatching(
            /^not a reading of the national layer, so it must state question, options, evidence, cite; known: .*month-end/,
          ),
        },
      ],
    });
  });
});
