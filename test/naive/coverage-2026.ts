// Coverage year 2026 in Gansu, Jiangxi, Hunan and Guizhou, read from the collected facts a second time, plainly: no rule file is opened.

import {
  type Day,
  dayAfter,
  dayBefore,
  firstBirthday,
  lastDayOfDays,
  laterOf,
  monthsLater,
  withinDays,
  withinMonths,
} from "./calendar.ts";
import type { Answer, Benefit } from "./naive-result.ts";
import type { Ask } from "./open-questions.ts";

export type Place = "gansu" | "jiangxi" | "hunan" | "guizhou";

/** A resident of 2026 as it would be asked about; `undefined` is "not told". Births and events are always told here. */
export interface Resident {
  readonly place: Place;
  readonly paidOn: Day;
  readonly birthDate: Day;
  readonly categories: readonly string[];
  readonly group: { readonly group: string; readonly eventDate?: Day } | undefined;
  readonly missed2025: boolean;
  readonly student: boolean;
  readonly parentInsured: boolean;
  readonly recognisedOn: Day;
  readonly insuredYears: number;
  readonly employeeMonths: number;
  /** Last day of the wait of what was paid for 2025, where that wait went beyond 2025. */
  readonly lastYearWaitTo: Day | undefined;
}

const FIRST = "2026-01-01";
const LAST = "2026-12-31";

function none(reason: string, wait: Benefit["wait"] = null): Benefit {
  return { kind: "none", start: null, end: null, wait, reason };
}

function from(day: Day, wait: Benefit["wait"] = null): Benefit {
  if (day > LAST) return none(wait === null ? "starts-after-year" : "wait-outlasts-year", wait);
  return { kind: "exact", start: day, end: LAST, wait, reason: null };
}

const UNWRITTEN: Benefit = { kind: "not-stated", start: null, end: LAST, wait: null, reason: null };

function ninetyDays(first: Day, r: Resident): Benefit {
  const to = lastDayOfDays(first, 90);
  return from(laterOf(dayAfter(to), r.birthDate), { from: first, to, length: 90, unit: "day" });
}

function threeMonths(first: Day, r: Resident): Benefit {
  const { day, hasCorrespondingDay } = monthsLater(first, 3);
  const to = hasCorrespondingDay ? dayBefore(day) : day;
  return from(laterOf(dayAfter(to), r.birthDate), { from: first, to, length: 3, unit: "month" });
}

/** What each place says of the days of payment: its first day, its window's last day. */
const DAYS: Record<Place, { readonly opens: Day; readonly closes: Day }> = {
  gansu: { opens: "2025-10-15", closes: "2026-02-28" },
  jiangxi: { opens: "2025-10-15", closes: "2026-02-28" },
  hunan: { opens: "2025-09-01", closes: "2026-01-31" },
  guizhou: { opens: "2025-09-28", closes: "2026-02-28" },
};

export function window2026(r: Resident): string {
  const { opens, closes } = DAYS[r.place];
  if (r.paidOn < opens) return "before-opening";
  if (r.place === "gansu" && r.paidOn >= FIRST && r.paidOn <= closes) return "supplementary";
  return r.paidOn <= closes ? "concentrated" : "after-closing";
}

/** 湖南, first-year students, to the end of the year: whether they may pay or are covered so long is nowhere said. */
function ownWindow(r: Resident, ask: Ask): boolean {
  const { paidOn } = r;
  const freshman = r.place === "hunan" && r.group?.group === "freshman" && paidOn > DAYS.hunan.closes && paidOn <= LAST;
  return (
    freshman && ask("freshman-means", ["payment-window", "cover-period"], "conditions-not-stated") === "payment-window"
  );
}

/** The ordinary resident's benefit, without any special group. */
function ordinary(r: Resident, ask: Ask): Benefit {
  const { paidOn } = r;
  const anchor = laterOf(paidOn, FIRST);
  const inWindow = window2026(r) === "concentrated";
  switch (r.place) {
    case "gansu":
      if (paidOn > "2026-02-28") return none("windows-closed");
      if (paidOn >= FIRST || r.missed2025) return ninetyDays(anchor, r);
      return from(laterOf(FIRST, r.birthDate));
    case "jiangxi":
      if (r.missed2025 || !inWindow) return threeMonths(anchor, r);
      return paidOn < FIRST ? from(FIRST) : from(dayAfter(paidOn));
    case "hunan":
      if (r.missed2025) return ninetyDays(anchor, r);
      // A freshman's later payment, if it is in time: no wait, and no first day written.
      if (!inWindow) return ownWindow(r, ask) ? UNWRITTEN : ninetyDays(paidOn, r);
      return from(laterOf(FIRST, r.birthDate));
    case "guizhou": {
      if (!inWindow) return ninetyDays(paidOn, r);
      if (!r.missed2025 || r.birthDate.startsWith("2025")) return from(laterOf(FIRST, r.birthDate));
      const wait = { from: anchor, to: "2026-03-31", length: daysBetween(anchor, "2026-03-31"), unit: "day" } as const;
      return from("2026-04-01", wait);
    }
  }
}

function daysBetween(first: Day, last: Day): number {
  let count = 1;
  for (let day = first; day < last; day = dayAfter(day)) count += 1;
  return count;
}

interface Freed {
  readonly group: string;
  readonly benefit: Benefit;
}

function inTime(where: "inside" | "edge" | "outside", ask: Ask): boolean {
  return where === "edge" ? ask("within-edge", ["in", "out"], "boundary-day") === "in" : where === "inside";
}

/** Groups that free from window and wait, each with its first day. */
function freed(r: Resident, ask: Ask): Freed[] {
  const found: Freed[] = [];
  const { paidOn, birthDate, group: claim } = r;
  const event = claim?.eventDate ?? paidOn;
  const claimed = (id: string) => claim?.group === id && event <= paidOn;
  const give = (group: string, benefit: Benefit) => found.push({ group, benefit });
  const underOneYear = paidOn <= firstBirthday(birthDate);
  const fromBirth = from(laterOf(birthDate, FIRST));
  const youngEnough = () => inTime(withinDays(birthDate, 90, paidOn), ask);

  if (r.place === "gansu") {
    const listed = ["newborn", "discharged-soldier", "military-dependant", "employee-to-resident"];
    const isOne = underOneYear || [...listed.slice(1), "newly-recognised-low-income", "other"].some(claimed);
    if (isOne && ask("special-groups", ["ordinary", "exempt"], "conditions-not-stated") === "exempt")
      give(underOneYear ? "newborn" : (claim?.group ?? ""), UNWRITTEN);
    return found;
  }
  if (r.place === "jiangxi") {
    const next = from(laterOf(dayAfter(paidOn), FIRST));
    if (underOneYear) give("newborn", youngEnough() ? fromBirth : next);
    // Born from 2024 on, three coverage years: no wait, the day is not written.
    if (birthDate >= "2024-01-01") give("free-newborn-years", UNWRITTEN);
    if (["discharged-soldier", "soldier-family", "employee-to-resident"].some(claimed))
      if (inTime(withinMonths(event, 3, paidOn), ask)) give(claim?.group ?? "", next);
    const recognisedLater = claim?.group === "medical-aid-recipient" && event > paidOn;
    if (claimed("medical-aid-recipient") || (r.categories.length > 0 && !recognisedLater))
      give("medical-aid-recipient", next);
    if (claimed("religious-staff")) give("religious-staff", next);
    if (["moved-in", "returned-from-abroad", "released", "graduate-returned"].some(claimed))
      if (inTime(withinDays(event, 90, paidOn), ask)) give(claim?.group ?? "", next);
    if (claimed("other") && ask("other-groups", ["ordinary", "exempt"], "conditions-not-stated") === "exempt")
      give("other", next);
    return found;
  }
  if (r.place === "hunan") {
    // From birth is written for those born in 2026 with an insured parent; the form has birth or application for the rest.
    const free = birthDate >= "2026-01-01" && r.parentInsured;
    if (underOneYear) give("newborn", free && youngEnough() ? fromBirth : UNWRITTEN);
    // 2025年10月1日后断保、90天内、2025年职工缴费不少于3个月
    // "10月1日后": whether the first itself is after the first is nowhere said.
    const afterFirst = () =>
      event > "2025-10-01" ||
      (event === "2025-10-01" && ask("event-from-edge", ["in", "out"], "boundary-day") === "in");
    if (claimed("employee-to-resident") && r.employeeMonths >= 3 && afterFirst())
      if (inTime(withinDays(event, 90, paidOn), ask)) give("employee-to-resident", UNWRITTEN);
  } else {
    if (underOneYear && youngEnough()) give("newborn", fromBirth);
    // 90天（含）内 is all that is written of newborns who pay after the window; of older ones nothing is.
    else if (underOneYear && paidOn > DAYS.guizhou.closes)
      if (ask("newborn-age", ["90-days", "first-birthday"], "conditions-not-stated") === "first-birthday")
        give("older-newborn", UNWRITTEN);
    for (const id of ["discharged-soldier", "military-dependant"])
      if (claimed(id) && isThisYear(event, paidOn, ask)) give(id, from(laterOf(paidOn, FIRST)));
    const hardship = () =>
      ask("hardship-means", ["identity-holders", "others"], "conditions-not-stated") === "identity-holders";
    if (claimed("special-hardship") || (claim?.group !== "special-hardship" && r.categories.length > 0 && hardship()))
      give("special-hardship", from(laterOf(paidOn, FIRST)));
    // 连续2年、中断3个月内: the month of payment, not before the employee cover ended.
    if (claimed("employee-to-resident") && r.insuredYears >= 2)
      if (inTime(withinMonths(event, 3, paidOn), ask))
        give("employee-to-resident", from(laterOf(`${paidOn.slice(0, 7)}-01`, event, FIRST, birthDate)));
  }
  if (claimed("other") && ask("other-groups", ["ordinary", "exempt"], "conditions-not-stated") === "exempt")
    give("other", UNWRITTEN);
  return found;
}

/** 当年: the payment's calendar year; an event of 2025 and a payment in January or February is an open question. */
function isThisYear(event: Day, paidOn: Day, ask: Ask): boolean {
  if (event.slice(0, 4) === paidOn.slice(0, 4)) return true;
  const across = event.startsWith("2025") && paidOn >= FIRST && paidOn <= "2026-02-28";
  return across && ask("this-year", ["payment-year", "campaign"], "conditions-not-stated") === "campaign";
}

/** The day that the calendar's own window names for everybody, null where the period sets a wait or gives nothing. */
function windowsDay(r: Resident): Day | null {
  const { paidOn, place } = r;
  if (paidOn > DAYS[place].closes || (place === "gansu" && paidOn >= FIRST)) return null;
  if (place === "jiangxi" && paidOn >= FIRST) return dayAfter(paidOn);
  return laterOf(FIRST, r.birthDate);
}

function order(benefit: Benefit): string {
  if (benefit.kind === "not-stated") return "9998";
  return benefit.start ?? "9999";
}

/** Paid for 2025 and never covered in it: Fuxin's wait runs on; here it is not written, and three things could hold. */
function ordinaryOrUnfinished(r: Resident, ask: Ask): Benefit {
  const promised = windowsDay(r);
  const to = r.lastYearWaitTo;
  if (to === undefined || to < FIRST || r.missed2025 || promised === null || r.paidOn < DAYS[r.place].opens)
    return ordinary(r, ask);
  switch (ask("unfinished-wait", ["runs-on", "no-wait", "as-missed"], "conditions-not-stated")) {
    case "as-missed":
      return ordinary({ ...r, missed2025: true }, ask);
    case "runs-on": {
      const first = laterOf(r.paidOn, FIRST);
      if (to < promised || to < r.paidOn) return ordinary(r, ask);
      return from(dayAfter(to), { from: first, to, length: daysBetween(first, to), unit: "day" });
    }
    default:
      return ordinary(r, ask);
  }
}

export function answer2026(told: Resident, ask: Ask): Answer {
  // Born in 2026: whatever was told, 2025 was before birth and nobody's missed year.
  const r = told.birthDate >= FIRST ? { ...told, missed2025: false } : told;
  const usual = ordinaryOrUnfinished(r, ask);
  const plainly = (benefit: Benefit, exemption: string | null): Answer => ({ benefit, exemption, monthEnd: false });
  if (r.paidOn < DAYS[r.place].opens) return plainly(none("window-not-open"), null);
  const own = ownWindow(r, ask) ? "freshman" : null;
  const whole = laterOf(FIRST, r.birthDate);
  if (usual.kind === "exact" && usual.wait === null && usual.start === whole) return plainly(usual, own);
  let best: Freed | undefined;
  for (const one of freed(r, ask)) {
    // Freed from the wait, the window's own day is theirs too.
    const promised = windowsDay(r);
    const day = promised !== null && promised < order(one.benefit) ? from(promised) : one.benefit;
    if (best === undefined || order(day) < order(best.benefit)) best = { group: one.group, benefit: day };
  }
  if (best === undefined) return plainly(usual, own);
  const free = usual.wait === null && (usual.kind === "exact" || usual.kind === "not-stated");
  const usualDay = usual.kind === "not-stated" ? "0000" : order(usual);
  if (free && usualDay <= order(best.benefit)) return plainly(usual, own);
  return plainly(best.benefit, best.group);
}

export interface Money {
  readonly standard: string;
  readonly aid: string | null;
  readonly payable: string | null;
}

const AID: Record<Place, Readonly<Record<string, number | null>>> = {
  gansu: {
    ...{
      "extreme-poverty": 400,
      orphan: 400,
      "unsupported-child": 400,
      "rural-dibao-1-2": 310,
      "urban-dibao-full": 310,
    },
    ...{ "rural-dibao-3-4": 250, "urban-dibao-partial": 250, "relapse-monitored": 250, "dibao-marginal": 100 },
    "lifted-from-poverty": 100,
  },
  jiangxi: {
    "full-aid": 400,
    "fixed-aid": 320,
    "extreme-poverty": 400,
    orphan: 400,
    dibao: 320,
    "relapse-monitored": 320,
  },
  hunan: {
    ...{ "extreme-poverty": 400, "severely-disabled": 400, orphan: 400, "unsupported-child": 400 },
    ...{ dibao: 200, "relapse-monitored": 200, "dibao-marginal": 200 },
  },
  guizhou: {
    ...{ "extreme-poverty": null, orphan: null, "unsupported-child": null, dibao: null, "relapse-monitored": null },
    ...{ "dibao-marginal": null, "lifted-from-poverty": null },
  },
};

const yuan = (amount: number): string => `${amount}.00`;
const split = (standard: number, aid: number): Money => ({
  standard: yuan(standard),
  aid: yuan(aid),
  payable: yuan(standard - aid),
});
const unknown = (standard: number): Money => ({ standard: yuan(standard), aid: null, payable: null });

/** What is owed, given the group under which the payment counts (undefined: the readings differ in it). */
export function money2026(r: Resident, exemptions: readonly (string | null)[]): Money {
  const { place, paidOn, birthDate } = r;
  const amounts = r.categories.map((id) => AID[place][id] ?? null);
  const someAid = amounts.length > 0;
  const best = amounts.includes(null) ? null : Math.max(0, ...amounts.map((amount) => amount ?? 0));
  const underOneYear = paidOn <= firstBirthday(birthDate);
  const lateClaim = r.group?.group === "medical-aid-recipient" || r.group?.group === "newly-recognised-low-income";
  // 湖南: recognised inside the window, paid and aided together (同缴同补); outside it, aided from the next year on.
  const newIdentity = place === "hunan" && r.recognisedOn > DAYS.hunan.closes;
  const paidBefore = place === "hunan" && !newIdentity && r.recognisedOn > paidOn;
  const recognisedLater = someAid && (paidBefore || (lateClaim && (r.group?.eventDate ?? paidOn) > paidOn));
  if (place === "jiangxi") {
    if (recognisedLater) return unknown(400);
    if (birthDate >= "2024-01-01") return split(400, 400);
    return split(400, Math.max(best ?? 0, r.student ? 200 : 0));
  }
  if (place === "gansu") return recognisedLater ? unknown(400) : split(400, best ?? 0);
  if (place === "hunan" && underOneYear && birthDate >= "2026-01-01" && r.parentInsured) {
    // 免缴 has no limit in the notice's line, and stands beside 90日内 in the comparison: later than that nobody knows.
    const isEarly = daysBetween(birthDate, paidOn) <= 90;
    if (isEarly) return recognisedLater ? unknown(400) : split(400, 400);
    if (best !== 400 || newIdentity) return unknown(400);
  }
  const late = paidOn > DAYS[place].closes && paidOn <= LAST;
  // Who is freed from the window pays the standard, or nobody says what; everybody else pays 1100.
  const prices = new Set(exemptions.map((group) => (late ? priceOf(place, group) : "standard")));
  const aided = someAid && !newIdentity;
  const [price, ...others] = prices;
  if (price === undefined || others.length > 0 || price === "unwritten") return unknown(400);
  if (price === "late") return aided || recognisedLater ? unknown(1100) : split(1100, 0);
  if (recognisedLater) return unknown(400);
  if (!aided) return split(400, 0);
  return best === null ? unknown(400) : split(400, best);
}

function priceOf(place: Place, group: string | null): "standard" | "late" | "unwritten" {
  if (group === null) return "late";
  const standard = place === "hunan" ? ["employee-to-resident", "freshman"] : ["newborn", "employee-to-resident"];
  return standard.includes(group) ? "standard" : "unwritten";
}
