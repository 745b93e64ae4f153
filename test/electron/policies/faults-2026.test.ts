// What the parts of the model that 2026 brought must not say: each fault is named with its place, and the other rule sets still load.
import { describe, expect, it } from "vitest";
import { othersThan } from "../../bundled.ts";
import { type Data, loadChanged } from "./damaged.ts";

const HUNAN = "hunan/2026";
const GUIZHOU = "guizhou/2026";
const named = (list: Data[], id: string): Data => list.find((entry) => entry.id === id);

interface Broken {
  readonly what: string;
  readonly id?: string;
  readonly change: (data: Data) => void;
  readonly path: string;
  readonly says: RegExp;
}

const broken: readonly Broken[] = [
  {
    what: "a late price in a window that promises a day without a wait",
    change: (data) => {
      data.periods[0].standard = data.periods[1].standard;
    },
    path: "periods[0].standard",
    says: /goes with a period that sets a wait/,
  },
  {
    what: "a late price below the standard",
    change: (data) => {
      data.periods[1].standard.value = "399.00";
    },
    path: "periods[1].standard.value",
    says: /399\.00 is below the ordinary standard 400\.00/,
  },
  {
    what: "a late price that nobody states",
    change: (data) => {
      data.periods[1].standard.value = null;
    },
    path: "periods[1].standard.value",
    says: /leave the price out/,
  },
  {
    what: "a share that leaves a part of a fen",
    change: (data) => {
      data.contribution.standard.value = "400.01";
    },
    path: "aid.categories[4].aid.percent",
    says: /no whole number of fen/,
  },
  {
    what: "a relief above the standard",
    change: (data) => {
      data.aid.reliefs[0].pays = "400.01";
    },
    path: "aid.reliefs[0].pays",
    says: /400\.01 is above the standard 400\.00/,
  },
  {
    what: "a relief that stands twice",
    change: (data) => {
      data.aid.reliefs.push(data.aid.reliefs[0]);
    },
    path: "aid.reliefs[1].id",
    says: /"free-newborn" stands twice/,
  },
  {
    what: "a newborn's phase tied to a relief that is not there",
    change: (data) => {
      named(data.groups, "newborn").test.phases[0].relief = "free-for-all";
    },
    path: "groups[0].test.phases[0].relief",
    says: /no relief "free-for-all" in this rule set/,
  },
  {
    what: "a window of one's own that ends after the year",
    change: (data) => {
      named(data.groups, "freshman").test.to = "2027-01-01";
    },
    path: "groups[2].test",
    says: /between the opening on 2025-09-01 and the year's end/,
  },
  {
    what: "a group that asks for a fact nobody can tell",
    change: (data) => {
      named(data.groups, "employee-to-resident").requires[0].fact = "shoeSize";
    },
    path: "groups[1].requires[0].fact",
    says: /insuredYears/,
  },
  {
    what: "a day named for missed years that lies in another year",
    id: GUIZHOU,
    change: (data) => {
      data.missedYears.inWindow.start = "2025-04-01";
    },
    path: "missedYears.inWindow.start",
    says: /2025-04-01 is no day of coverage year 2026/,
  },
  {
    what: "a floor of the repair in another unit than the wait",
    id: GUIZHOU,
    change: (data) => {
      data.missedYears.repair.floor = { ...data.missedYears.repair.floor, day: undefined, month: 6 };
    },
    path: "missedYears.repair.floor.day",
    says: /the wait is counted by the day/,
  },
  {
    what: "information for a group that is not there",
    id: GUIZHOU,
    change: (data) => {
      data.information[0].when.groups = ["astronaut"];
    },
    path: "information[0].when.groups",
    says: /"astronaut" is no special group/,
  },
  {
    what: "an identity that makes a member under an option nobody wrote",
    id: GUIZHOU,
    change: (data) => {
      named(data.groups, "special-hardship").impliedByIdentity.if.is = "perhaps";
    },
    path: "groups[3].impliedByIdentity.if",
    says: /"perhaps" is no option of hardship-means/,
  },
];

describe("a rule file of 2026 with one fault", () => {
  it.each(broken)("$what", ({ id = HUNAN, change, path, says }) => {
    const { ruleSets, faults } = loadChanged(`${id}/rules.json`, change);
    expect([...ruleSets.keys()]).toEqual(othersThan(id));
    const found = faults.filter((fault) => fault.file === `${id}/rules.json` && fault.path === path);
    expect(found.map(({ message }) => message).join("\n"), JSON.stringify(faults)).toMatch(says);
  });
});
