// A fault in a rule file is named with file, path and remedy, and the other rule sets still answer.

import { describe, expect, it } from "vitest";
import { othersThan } from "../../bundled.ts";
import { type Data, loadChanged } from "./damaged.ts";

const GANSU = "gansu/2025/rules.json";
const LIANGZHOU = "gansu/2025/county-620602.json";
const NATIONAL = "national/2025.json";

interface Broken {
  readonly what: string;
  readonly change: (data: Data) => void;
  readonly path: string;
  /** What the message has to say: the fault and what to do. */
  readonly says: readonly RegExp[];
  readonly file?: string;
}

const broken: readonly Broken[] = [
  {
    what: "a window that ends on 30 February",
    change: (data) => {
      data.periods[2].to = "2025-02-30";
    },
    path: "periods[2].to",
    says: [/2025-02-30/, /no day of the calendar/],
  },
  {
    what: "a date that is no date",
    change: (data) => {
      data.periods[0].from = "10.9.2024";
    },
    path: "periods[0].from",
    says: [/YYYY-MM-DD/],
  },
  {
    what: "a window that ends before it begins",
    change: (data) => {
      data.periods[0].to = "2024-09-01";
    },
    path: "periods[0].to",
    says: [/2024-09-01 is before 2024-09-10/],
  },
  {
    what: "windows that overlap by a day",
    change: (data) => {
      data.periods[1].from = "2024-12-25";
    },
    path: "periods[1].from",
    says: [/overlaps the period before, which ends on 2024-12-25/],
  },
  {
    what: "days that no period speaks of",
    change: (data) => {
      data.periods.splice(1, 1);
    },
    path: "periods[1].from",
    says: [/leaves out 2024-12-26 to 2024-12-31/, /write a period for those days/],
  },
  {
    what: "periods that stop before the year does",
    change: (data) => {
      data.periods.pop();
    },
    path: "periods",
    says: [/end on 2025-02-28/, /2025-12-31/],
  },
  {
    what: "two periods of one name",
    change: (data) => {
      data.periods[3].id = "supplementary";
    },
    path: "periods[3].id",
    says: [/"supplementary" stands twice/],
  },
  {
    what: "an amount as a JSON number",
    change: (data) => {
      data.contribution.standard.value = 400;
    },
    path: "contribution.standard.value",
    says: [/^expected a text in quotes, found the number 400; an amount is written in yuan with two decimals/],
  },
  {
    what: "an amount as a float",
    change: (data) => {
      data.subsidy.tiers[0].province = 121.6;
    },
    path: "subsidy.tiers[0].province",
    says: [/found the number 121.6/, /an amount is written in yuan with two decimals, like "400.00"$/],
  },
  {
    what: "an amount with one decimal",
    change: (data) => {
      data.subsidy.tiers[0].province = "121.6";
    },
    path: "subsidy.tiers[0].province",
    says: [/two decimals, like "116.80"/],
  },
  {
    what: "a standard below the national floor",
    change: (data) => {
      data.contribution.standard.value = "390.00";
    },
    path: "contribution.standard.value",
    says: [/390.00 is below the national floor of 400.00/],
  },
  {
    what: "a rule set without a standard",
    change: (data) => {
      data.contribution.standard.value = null;
    },
    path: "contribution.standard.value",
    says: [/needs a standard/],
  },
  {
    what: "a subsidy below the national floor",
    change: (data) => {
      data.subsidy.total.value = "640.00";
    },
    path: "subsidy.total.value",
    says: [/640.00 is below the national floor of 670.00/],
  },
  {
    what: "aid above the standard",
    change: (data) => {
      data.aid.categories[0].aid = "400.01";
    },
    path: "aid.categories[0].aid",
    says: [/aid 400.01 is above the standard 400.00/],
  },
  {
    what: "a late price below the standard",
    change: (data) => {
      data.periods[3].standard = { value: "300.00", cite: data.periods[3].cite };
    },
    path: "periods[3].standard.value",
    says: [/300.00 is below the ordinary standard 400.00/],
  },
  {
    what: "a tier whose parts do not make up the subsidy",
    change: (data) => {
      data.subsidy.tiers[1].cityCounty = "17.30";
    },
    path: "subsidy.tiers[1]",
    says: [/670.10, but the subsidy is 670.00/],
  },
  {
    what: "a county in two tiers",
    change: (data) => {
      data.subsidy.tiers[1].areas.push(data.subsidy.tiers[0].areas[0]);
    },
    path: "subsidy.tiers[1].areas",
    says: [/is in two tiers/],
  },
  {
    what: "a tier with a county of another province",
    change: (data) => {
      data.subsidy.tiers[2].areas.push("360102");
    },
    path: "subsidy.tiers[2].areas",
    says: [/360102 lies outside 甘肃省 \(62\)/],
  },
  {
    what: "an identity that stands twice",
    change: (data) => {
      data.aid.categories.push(data.aid.categories[0]);
    },
    path: "aid.categories[9].id",
    says: [/"extreme-poverty" stands twice/],
  },
  {
    what: "an identity that resolves to a class nobody defined",
    change: (data) => {
      data.aid.categories[1].aid = null;
      data.aid.categories[1].resolvesTo = "full-aid";
    },
    path: "aid.categories[1].resolvesTo",
    says: [/"full-aid" is no class of this rule set; known: extreme-poverty, rural-dibao-1-2/],
  },
  {
    what: "a name for a class with an amount of its own",
    change: (data) => {
      data.aid.categories[1].resolvesTo = "extreme-poverty";
    },
    path: "aid.categories[1].aid",
    says: [/takes the class's aid; write null/],
  },
  {
    what: "an amount without a citation",
    change: (data) => {
      delete data.aid.categories[2].cite;
    },
    path: "aid.categories[2].cite",
    says: [/^missing; expected an object in braces/, /say where it is written: document, article, grade and summary$/],
  },
  {
    what: "a citation without an article",
    change: (data) => {
      delete data.wait.cite.article;
    },
    path: "wait.cite.article",
    says: [/^missing; expected a text in quotes; write it here$/],
  },
  {
    what: "two texts for what a further missed year adds",
    change: (data) => {
      data.wait.further = { day: 30, cite: data.wait.cite };
    },
    path: "wait.further.day",
    says: [/write once what a further missed year adds/],
  },
  {
    what: "a wait that does not say what a further missed year adds",
    change: (data) => {
      delete data.wait.lengths.month.further;
    },
    path: "wait.further.month",
    says: [/write once what a further missed year adds/],
  },
  {
    what: "a citation of a document that is not there",
    change: (data) => {
      data.wait.cite.document = "gansu-2025-54";
    },
    path: "wait.cite.document",
    says: [/no document "gansu-2025-54"; known: .*gansu-2024-54/],
  },
  {
    what: "a number of grade C in a rule set in force",
    change: (data) => {
      data.contribution.standard.cite.grade = "C";
    },
    path: "contribution.standard.cite.grade",
    says: [/grade C cannot carry a rule in force/, /provisional/],
  },
  {
    what: "a key that nobody knows",
    change: (data) => {
      data.contribution.discount = "10.00";
    },
    path: "contribution",
    says: [/^unknown key "discount"; known keys: standard; correct its spelling or remove it$/],
  },
  {
    what: "another format",
    change: (data) => {
      data.format = "canbao-rules/2";
    },
    path: "format",
    says: [/canbao-rules\/1/],
  },
  {
    what: "the id of another folder",
    change: (data) => {
      data.id = "gansu/2026";
    },
    path: "id",
    says: [/"gansu\/2026" does not fit its folder gansu\/2025/],
  },
  {
    what: "a coverage year that is not its id's",
    change: (data) => {
      data.coverageYear = 2026;
    },
    path: "id",
    says: [/does not end with the coverage year 2026/],
  },
  {
    what: "a layer that does not exist",
    change: (data) => {
      data.extends = "national/2031";
    },
    path: "extends",
    says: [/no layer national\/2031; known layers: national\/2025/],
  },
  {
    what: "regions that do not exist",
    change: (data) => {
      data.jurisdiction.regions = "atlantis";
    },
    path: "jurisdiction.regions",
    says: [/no sound regions\/atlantis\.json; known: gansu, .*xinzhou/],
  },
  {
    what: "a default that is none of the options",
    change: (data) => {
      data.interpretations["exempt-start"].default = "sometime";
    },
    path: 'interpretations["exempt-start"].default',
    says: [/"sometime" is none of its options \(not-stated, payment-day, next-day\)/],
  },
  {
    what: "an option that names no first day",
    change: (data) => {
      data.interpretations["exempt-start"].options.push({ id: "soon", text: { zh: "不久", en: "soon" } });
    },
    path: "groups[0].start",
    says: [/option "soon" of exempt-start names no first day; possible: .*next-day/],
  },
  {
    what: "an interpretation that the rules need and nobody declares",
    change: (data) => {
      delete data.interpretations["within-edge"];
    },
    path: "interpretations",
    says: [/lacks "within-edge", which newborns needs; write "within-edge": \{\}/],
  },
  {
    what: "an open question without a review code",
    change: (data) => {
      delete data.interpretations["newborn-age"].code;
    },
    path: 'interpretations["newborn-age"].code',
    says: [/names the review code/],
  },
  {
    what: "an interpretation of its own that is half written",
    change: (data) => {
      data.interpretations["school-year"] = { default: "yes" };
    },
    path: 'interpretations["school-year"]',
    says: [/must state question, options, evidence, cite; known: .*gap-counted-from/],
  },
  {
    what: "a first day by an interpretation that is not there",
    change: (data) => {
      data.groups[0].start = { by: "start-of-time" };
    },
    path: "groups[0].start",
    says: [/no interpretation "start-of-time"; known: .*exempt-start/],
  },
  {
    what: "a condition on an option that is not there",
    change: (data) => {
      data.groups[2].test.phases[1].if.is = "second-birthday";
    },
    path: "groups[2].test.phases[1].if",
    says: [/"second-birthday" is no option of newborn-age; known: not-settled, 90-days, first-birthday/],
  },
  {
    what: "a group of identities that the rule set does not have",
    change: (data) => {
      data.groups[4].identities.listed.push("nobility");
    },
    path: "groups[4].identities",
    says: [/"nobility" is no aid identity of this rule set/],
  },
  {
    what: "a group that stands twice",
    change: (data) => {
      data.groups.push(data.groups[1]);
    },
    path: "groups[6].id",
    says: [/"military-dependant" stands twice/],
  },
  {
    what: "a wait of no days",
    change: (data) => {
      data.wait.lengths.day.fixed = 0;
    },
    path: "wait.lengths.day.fixed",
    says: [/^expected more than 0, found the number 0$/],
  },
];

describe("a rule file with one fault", () => {
  it.each(broken.map((one) => [one.what, one] as const))("%s", (_what, { change, path, says, file = GANSU }) => {
    const { ruleSets, faults } = loadChanged(file, change);
    expect([...ruleSets.keys()]).toEqual(othersThan("gansu/2025"));
    const named = faults.filter((fault) => fault.file === file && fault.path.startsWith(path));
    expect(named, JSON.stringify(faults)).not.toEqual([]);
    for (const pattern of says) expect(named.map((fault) => fault.message).join("\n")).toMatch(pattern);
  });
});

describe("a county's file with one fault", () => {
  const counties: readonly Broken[] = [
    {
      what: "townships that do not add up to the printed total",
      change: (data) => {
        data.townships.rows[0].toEnrol += 1;
      },
      path: "townships.total",
      says: [/add up to 734882, the notice prints 734881/],
    },
    {
      what: "a township that stands twice",
      change: (data) => {
        data.townships.rows[1].name = data.townships.rows[0].name;
      },
      path: "townships.rows[1].name.zh",
      says: [/柏树镇 stands twice/],
    },
    {
      what: "numbering with a gap",
      change: (data) => {
        data.townships.rows[2].no = 4;
      },
      path: "townships.rows[2].no",
      says: [/4 breaks the numbering; expected 3/],
    },
    {
      what: "a county outside the province",
      change: (data) => {
        data.county = "360102";
      },
      path: "county",
      says: [/360102 is no county of gansu\/2025; regions\/gansu\.json names them, like 62/],
    },
    {
      what: "a county that is not the file's",
      change: (data) => {
        data.county = "620621";
      },
      path: "county",
      says: [/620621 does not fit the file name/],
    },
    {
      what: "a tier that the province does not have",
      change: (data) => {
        data.tier.id = "4";
      },
      path: "tier.id",
      says: [/no tier "4"; known: 1, 2, 3/],
    },
    {
      what: "the rule set of another province",
      change: (data) => {
        data.ruleSet = "jiangxi/2025";
      },
      path: "ruleSet",
      says: [/does not fit its folder gansu\/2025/],
    },
    {
      what: "half a person to enrol",
      change: (data) => {
        data.townships.rows[0].toEnrol = 13_989.5;
      },
      path: "townships.rows[0].toEnrol",
      says: [/^expected a whole number, found the number 13989.5$/],
    },
    {
      what: "a citation of a document that is not there",
      change: (data) => {
        data.townships.cite.document = "nowhere";
      },
      path: "townships.cite.document",
      says: [/no document "nowhere"; known: /],
    },
  ];

  it.each(counties.map((one) => [one.what, one] as const))("%s", (_what, { change, path, says }) => {
    const { ruleSets, faults } = loadChanged(LIANGZHOU, change);
    // The province still answers, without the county's own table.
    expect([...ruleSets.keys()]).toEqual(othersThan());
    expect(ruleSets.get("gansu/2025")?.table.counties.get("620602")?.townships ?? null).toBeNull();
    const named = faults.filter((fault) => fault.file === LIANGZHOU && fault.path === path);
    expect(named, JSON.stringify(faults)).not.toEqual([]);
    for (const pattern of says) expect(named.map((fault) => fault.message).join("\n")).toMatch(pattern);
  });
});

describe("the national layer with one fault", () => {
  it("extends itself: every rule set above it names the cycle", () => {
    const { ruleSets, faults } = loadChanged(NATIONAL, (data) => {
      data.extends = "national/2025";
    });
    expect(ruleSets.size).toBe(0);
    expect(faults.map(({ file, path }) => `${file} ${path}`)).toEqual(
      othersThan().map((id) => `${id}/rules.json extends`),
    );
    expect(faults[0]?.message).toMatch(/the layers form a cycle at national\/2025; a layer may not extend itself/);
  });

  it("cites a document that is not there", () => {
    const { faults } = loadChanged(NATIONAL, (data) => {
      data.interpretations["within-edge"].cite.document = "nowhere";
    });
    expect(faults.map((fault) => fault.message).join()).toMatch(/no document "nowhere"/);
    expect(new Set(faults.map((fault) => fault.file))).toContain(NATIONAL);
  });

  it("names a default that is none of the options", () => {
    const { faults } = loadChanged(NATIONAL, (data) => {
      data.interpretations["month-end"].default = "never";
    });
    expect(faults.map((fault) => fault.message).join()).toMatch(
      /"never" is none of its options \(first-of-next, last-of-month\)/,
    );
    expect(new Set(faults.map((fault) => fault.file))).toContain(NATIONAL);
  });

  it("is missing", () => {
    const { ruleSets, faults } = loadChanged(NATIONAL, (data) => {
      data.id = "national/2024";
    });
    expect(ruleSets.size).toBe(0);
    expect(faults[0]).toMatchObject({ file: NATIONAL, path: "id" });
    expect(faults.at(-1)).toMatchObject({ file: "xinzhou/2025/rules.json", path: "extends" });
  });
});
