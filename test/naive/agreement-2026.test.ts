// The engine under the rule sets of 2026 and a second reading of the same facts agree on random residents.
import { describe, expect, it } from "vitest";
import { assess } from "../../shared/engine/assess.ts";
import { benefitOf } from "../../shared/engine/outcome.ts";
import { parseCase, parseRequest } from "../../shared/engine/request.ts";
import { tableOf } from "../bundled.ts";
import { type Day, dayAfter, dayBefore } from "./calendar.ts";
import { answer2026, money2026, type Place, type Resident, window2026 } from "./coverage-2026.ts";
import { tryAllReadings } from "./open-questions.ts";
import { seededRandom } from "./random-case.ts";

const CASES = Number(process.env["AGREEMENT_CASES"] ?? 40_000);
const SEED = Number(process.env["AGREEMENT_SEED"] ?? 20_260_101);

const DAYS: Day[] = [];
for (let day = "2025-08-25"; day <= "2026-12-31"; day = dayAfter(day)) DAYS.push(day);
const TURNING = [
  ...["2025-08-31", "2025-09-01", "2025-09-28", "2025-10-14", "2025-10-15", "2025-12-30", "2025-12-31", "2026-01-01"],
  ...["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2026-10-02", "2026-10-03"],
  ...["2026-11-29", "2026-11-30", "2026-12-31"],
];
const EVENTFUL = new Set([
  ...["discharged-soldier", "military-dependant", "soldier-family", "employee-to-resident", "medical-aid-recipient"],
  ...["moved-in", "returned-from-abroad", "released", "graduate-returned", "newly-recognised-low-income"],
]);

function resident(place: Place, random: () => number): Resident {
  const upTo = (count: number) => Math.floor(random() * count);
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[upTo(list.length)];
    if (chosen === undefined) throw new Error("an empty list");
    return chosen;
  };
  const back = (day: Day, days: number): Day => {
    let found = day;
    for (let i = 0; i < days; i += 1) found = dayBefore(found);
    return found;
  };
  const table = tableOf(`${place}/2026`);
  const paidOn = random() < 0.4 ? one(TURNING) : one(DAYS);
  const near = one([0, 1, 30, 88, 89, 90, 91, 92, 93, 200, 364, 365, 366, 500, 700, 900, 1100]);
  const birthDate = random() < 0.5 ? back(paidOn, near) : `${1930 + upTo(93)}-0${1 + upTo(9)}-1${upTo(10)}`;
  const groups = [...table.groupById.keys()].filter((id) => id !== "newborn" && id !== "free-newborn-years");
  const id = random() < 0.6 ? one(groups) : undefined;
  // The day that Hunan's "after 1 October" turns on comes up by itself too rarely.
  const turning = random() < 0.1 && paidOn >= "2025-10-01" ? "2025-10-01" : undefined;
  const eventDate =
    turning ?? (random() < 0.1 ? dayAfter(paidOn) : back(paidOn, one([0, 1, 20, 60, 89, 90, 91, 92, 93, 150, 300])));
  const categories =
    random() < 0.5 ? [] : [...new Set([one([...table.categories.keys()]), one([...table.categories.keys()])])];
  return {
    place,
    paidOn,
    birthDate,
    categories,
    group: id === undefined ? undefined : { group: id, ...(EVENTFUL.has(id) ? { eventDate } : {}) },
    missed2025: random() < 0.4,
    student: random() < 0.15,
    parentInsured: random() < 0.5,
    recognisedOn: one(["2025-06-01", "2025-12-05", "2026-01-31", "2026-02-01", "2026-03-05"]),
    insuredYears: upTo(4),
    employeeMonths: upTo(6),
    lastYearWaitTo:
      random() < 0.15 ? one(["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-05", "2026-03-15"]) : undefined,
  };
}

/** Only facts that this place can use are told, as a window would. */
function requestOf(r: Resident): object {
  return {
    ruleSet: `${r.place}/2026`,
    paidOn: r.paidOn,
    resident: {
      birthDate: r.birthDate,
      categories: r.categories,
      groups: r.group === undefined ? [] : [r.group],
      missedYears: r.missed2025 ? [2025] : [],
      ...(r.lastYearWaitTo === undefined ? {} : { lastYearWaitTo: r.lastYearWaitTo }),
      standing: r.student ? "student" : "registered",
      ...(r.place === "hunan"
        ? { parentInsured: r.parentInsured, recognisedOn: r.recognisedOn, employeeMonths: r.employeeMonths }
        : {}),
      ...(r.place === "guizhou" ? { insuredYears: r.insuredYears } : {}),
    },
  };
}

function ours(request: object): object {
  const parsed = parseRequest(request);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const table = tableOf(parsed.value.ruleSet);
  const found = parseCase(parsed.value, table);
  if (!found.ok) throw new Error(`${found.error.path}: ${found.error.message}`);
  const { contribution, outcome, window } = assess(found.value, table);
  const { kind, start, end, wait, reason } = benefitOf(outcome);
  const { standard, aid, payable } = contribution;
  return {
    window,
    money: { standard, aid, payable },
    benefit: { kind, start, end: kind === "undetermined" ? null : end, wait, reason: reason ?? null },
  };
}

function theirs(r: Resident): object {
  const readings = tryAllReadings(new Map(), (ask) => answer2026(r, ask));
  const [only, ...others] = readings.benefits;
  const benefit =
    only !== undefined && others.length === 0
      ? only
      : { kind: "undetermined", start: null, end: null, wait: null, reason: readings.code };
  const exemptions = readings.answers.map(({ exemption }) => exemption);
  return { window: window2026(r), money: money2026(r, exemptions), benefit };
}

describe.each(["gansu", "jiangxi", "hunan", "guizhou"] as const)("%s/2026", (place) => {
  it("is answered alike by both, for every random resident", { timeout: 120_000 }, () => {
    const random = seededRandom(SEED + place.length);
    const kinds = new Set<string>();
    for (let i = 0; i < CASES / 4; i += 1) {
      const r = resident(place, random);
      const request = requestOf(r);
      const own = ours(request);
      const other = theirs(r);
      kinds.add(JSON.stringify((own as { benefit: { kind: string } }).benefit.kind));
      if (JSON.stringify(own) !== JSON.stringify(other)) expect({ request, ...own }).toEqual({ request, ...other });
    }
    expect(kinds.size).toBeGreaterThan(2);
  });
});
