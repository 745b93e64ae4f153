// Gansu, coverage year 2025: 甘医保发〔2024〕54号, read sentence by sentence.

import { dayAfter, laterOf, withinDays } from "./calendar.ts";
import {
  afterDays,
  afterMonths,
  askWhetherNewborn,
  bestOf,
  claimsNewbornWithoutBirthDate,
  countedMissedYears,
  type Exempt,
  firstDayOfGapWait,
  firstDayOfLateWait,
  isNewborn,
  recognisedAfterPayment,
  wholeYear,
} from "./everywhere.ts";
import type { Answer, Benefit, Contribution, Facts, Funding } from "./naive-result.ts";
import { coveredFrom, FIRST_DAY, NOT_STATED, none, UNKNOWN_BIRTH } from "./naive-result.ts";
import type { Ask } from "./open-questions.ts";

/** 五（一）: the concentrated window and the supplementary window, both ends included. */
export function gansuWindow(paidOn: string): string {
  if (paidOn < "2024-09-10") return "before-opening";
  if (paidOn <= "2024-12-25") return "concentrated";
  if (paidOn <= "2024-12-31") return "between-windows";
  if (paidOn <= "2025-02-28") return "supplementary";
  return "after-closing";
}

/** The benefit of somebody who paid between the opening and 31 December 2025. */
export function gansuAnswer(facts: Facts, ask: Ask): Answer {
  const ordinary = ordinaryRule(facts, ask);
  const inConcentrated = gansuWindow(facts.paidOn) === "concentrated";
  if (inConcentrated && ordinary.benefit.wait === null) return ordinary;
  // 五（三） frees from every wait, and 五（二） gives whoever pays in the concentrated window the whole year.
  const exempts = specialGroups(facts, ask).map(({ group, benefit }) => ({
    group,
    benefit: inConcentrated ? wholeYear(facts, ask) : benefit,
  }));
  const exempt = bestOf(exempts);
  if (exempt === undefined) return ordinary;
  return { benefit: exempt.benefit, exemption: exempt.group, monthEnd: false };
}

function ordinaryRule(facts: Facts, ask: Ask): Answer {
  const window = gansuWindow(facts.paidOn);
  // 五（二）: outside both windows nothing in this coverage year, but for the special groups.
  if (window === "between-windows") return { benefit: none("between-windows"), exemption: null, monthEnd: false };
  if (window === "after-closing") return { benefit: none("windows-closed"), exemption: null, monthEnd: false };
  const missed = countedMissedYears(facts, ask);
  if (window === "concentrated") {
    // 五（二）: paid in the concentrated window: 1 January to 31 December.
    if (missed === 0) return { benefit: wholeYear(facts, ask), exemption: null, monthEnd: false };
    // 五（二）: not continuously insured: three months (90 days), one month (30 days) more for each further year.
    return gansuWait(facts, firstDayOfGapWait(facts), 1, missed - 1);
  }
  // 五（二）: paid in the supplementary window: three months (90 days).
  if (missed === 0) return gansuWait(facts, firstDayOfLateWait(facts), 1, 0);
  // Late and with missed years: the fixed wait once, unless it is read as due for each of the two.
  const fixedWaits = facts.interpretations.get("one-fixed-wait") === "each" ? 2 : 1;
  return gansuWait(facts, firstDayOfGapWait(facts), fixedWaits, missed - 1);
}

/** 五（二） states both units, "三个月（90日）" and "1个月（30日）"; days unless months are chosen. */
function gansuWait(facts: Facts, from: string, fixedWaits: number, furtherYears: number): Answer {
  if (facts.interpretations.get("wait-unit") === "month") {
    return afterMonths(facts, "exact", from, 3 * fixedWaits + furtherYears);
  }
  return afterDays(from, 90 * fixedWaits + 30 * furtherYears);
}

/** 五（三）: who is not bound to the windows and has no wait, in the order of the notice. */
function specialGroups(facts: Facts, ask: Ask): Exempt[] {
  const exempts: Exempt[] = [];
  const claimed = (group: string) =>
    facts.groups.filter(
      // An event after the payment: on the day of payment the group did not apply.
      (claim) => claim.group === group && !(claim.eventDate !== undefined && claim.eventDate > facts.paidOn),
    );

  // 当年退出现役的军人
  for (const { group, eventDate } of claimed("discharged-soldier")) {
    if (isThisYear(facts, eventDate, "discharge", ask)) exempts.push({ group, benefit: exemptStart(facts) });
  }
  // 由部队保障的随军未就业家属
  for (const { group } of claimed("military-dependant")) exempts.push({ group, benefit: exemptStart(facts) });
  // 新生儿
  if (isExemptNewborn(facts, ask)) exempts.push({ group: "newborn", benefit: gansuNewbornStart(facts) });
  // 符合条件的职工医保转居民医保人员: the conditions are not stated, so it exempts and a person looks at it.
  for (const { group } of claimed("employee-to-resident")) exempts.push({ group, benefit: exemptStart(facts) });
  // 当年新认定的低收入困难群众
  for (const { group, eventDate } of claimed("newly-recognised-low-income")) {
    if (isThisYear(facts, eventDate, "recognition", ask) && isLowIncome(facts, ask)) {
      exempts.push({ group, benefit: exemptStart(facts) });
    }
  }
  // 等: a group that the notice does not list.
  for (const { group } of claimed("other")) {
    if (ask("other group", ["ordinary", "exempt"], "conditions-not-stated") === "exempt") {
      exempts.push({ group, benefit: exemptStart(facts) });
    }
  }
  return exempts;
}

/** 当年: the calendar year of the payment, or the campaign that the notice opens in 2024 and closes on 28 February 2025. */
function isThisYear(facts: Facts, eventDate: string | undefined, event: string, ask: Ask): boolean {
  if (eventDate === undefined) {
    return ask(`date of ${event}`, ["applies", "does-not-apply"], "fact-missing") === "applies";
  }
  const eventYear = eventDate.slice(0, 4);
  if (eventYear === facts.paidOn.slice(0, 4)) return true;
  if (eventYear === "2024" && facts.paidOn <= "2025-02-28") {
    return ask("this-year", ["payment-year", "campaign"], "conditions-not-stated") === "campaign";
  }
  return false;
}

/** 五（三） in brackets: 特困人员、孤儿、城乡低保对象、防返贫致贫监测对象; annex 2 counts two more among 低收入困难群众. */
function isLowIncome(facts: Facts, ask: Ask): boolean {
  const listed = [
    "extreme-poverty",
    "orphan",
    "rural-dibao-1-2",
    "rural-dibao-3-4",
    "urban-dibao-full",
    "urban-dibao-partial",
    "relapse-monitored",
  ];
  const held = facts.categories ?? [];
  if (held.length === 0) {
    return ask("which identity was recognised", ["applies", "does-not-apply"], "fact-missing") === "applies";
  }
  if (held.some((category) => listed.includes(category))) return true;
  return ask("low-income-means", ["listed", "annex-2"], "conditions-not-stated") === "annex-2";
}

/** The notice names newborns without an age: 90 days are safe, from there to the first birthday it is open. */
function isExemptNewborn(facts: Facts, ask: Ask): boolean {
  if (claimsNewbornWithoutBirthDate(facts)) return askWhetherNewborn(ask);
  if (facts.birthDate === undefined || !isNewborn(facts)) return false;
  const nearness = withinDays(facts.birthDate, 90, facts.paidOn);
  if (nearness === "inside") return true;
  if (nearness === "edge" && ask("within-edge", ["in", "out"], "boundary-day") === "in") return true;
  return ask("newborn-age", ["90-days", "first-birthday"], "conditions-not-stated") === "first-birthday";
}

/** 五（三） does not state the first day of the exempt: `exempt-start`. */
function exemptStart(facts: Facts): Benefit {
  const notBefore = laterOf(FIRST_DAY, facts.birthDate ?? FIRST_DAY);
  const reading = facts.interpretations.get("exempt-start");
  if (reading === "payment-day") return coveredFrom(laterOf(facts.paidOn, notBefore));
  if (reading === "next-day") return coveredFrom(laterOf(dayAfter(facts.paidOn), notBefore));
  return NOT_STATED;
}

/** Nor that of newborns: `newborn-start`. */
export function gansuNewbornStart(facts: Facts): Benefit {
  if (facts.interpretations.get("newborn-start") !== "birth") return NOT_STATED;
  if (facts.birthDate === undefined) return facts.paidOn <= FIRST_DAY ? coveredFrom(FIRST_DAY) : UNKNOWN_BIRTH;
  return coveredFrom(laterOf(FIRST_DAY, facts.birthDate));
}

// Annex 2, from top to bottom: what 医疗救助 pays, and what is left to the resident.
const ANNEX_2: readonly (readonly [category: string, aid: string, payable: string])[] = [
  ["extreme-poverty", "400.00", "0.00"],
  ["orphan", "400.00", "0.00"],
  ["rural-dibao-1-2", "310.00", "90.00"],
  ["urban-dibao-full", "310.00", "90.00"],
  ["rural-dibao-3-4", "250.00", "150.00"],
  ["urban-dibao-partial", "250.00", "150.00"],
  ["relapse-monitored", "250.00", "150.00"],
  ["dibao-marginal", "100.00", "300.00"],
  ["lifted-from-poverty", "100.00", "300.00"],
];

/** 二（二）: 400 a year; 三 and annex 2: the aid; 三 at its end: no second sponsor. */
export function gansuContribution(facts: Facts): { contribution: Contribution; review: string[] } {
  const review: string[] = [];
  const held = new Set(facts.categories ?? []);
  if (held.size > 1) review.push("several-identities");
  // The table stands in the order of the aid, so the first held identity is the one with the most.
  const row = ANNEX_2.find(([category]) => held.has(category));
  const category = row === undefined ? null : row[0];
  let aid: string | null = row === undefined ? "0.00" : row[1];
  let payable: string | null = row === undefined ? "400.00" : row[2];
  if (facts.categories === undefined) [aid, payable] = [null, null];
  if (facts.recognisedElsewhere) {
    [aid, payable] = [null, null];
    review.push("aid-not-stated");
  }
  if (facts.otherSponsor) {
    [aid, payable] = [null, null];
    review.push("other-sponsor");
  }
  if (recognisedAfterPayment(facts)) {
    [aid, payable] = [null, null];
    review.push("recognised-after-payment");
  }
  return { contribution: { standard: "400.00", category, aid, payable }, review };
}

// The 18 former deep-poverty counties that annex 1 means but does not list; this list is not verified.
const DEEP_POVERTY_CANDIDATES = [
  ...["620421", "620422", "620503", "620522", "620525", "620622", "620825", "620826", "621022"],
  ...["621027", "621121", "621123", "621126", "621202", "621222", "621223", "621225", "621226"],
];

/** 二（一） and annex 1. */
export function gansuFunding(facts: Facts): { funding: Funding; review: string[] } {
  const { county } = facts;
  if (county === undefined) {
    return {
      funding: { total: "670.00", central: "536.00", province: null, cityCounty: null, tier: null },
      review: [],
    };
  }
  const tier1 = { total: "670.00", central: "536.00", province: "121.60", cityCounty: "12.40", tier: "1" };
  const tier2 = { total: "670.00", central: "536.00", province: "116.80", cityCounty: "17.20", tier: "2" };
  const tier3 = { total: "670.00", central: "536.00", province: "113.20", cityCounty: "20.80", tier: "3" };
  if (DEEP_POVERTY_CANDIDATES.includes(county)) return { funding: tier1, review: ["tier-unverified"] };
  // 两州一县: Linxia, Gannan, Tianzhu.
  if (county.startsWith("6229") || county.startsWith("6230") || county === "620623") {
    return { funding: tier1, review: [] };
  }
  // Lanzhou, Jiayuguan, Jinchang.
  if (county.startsWith("6201") || county.startsWith("6202") || county.startsWith("6203")) {
    return { funding: tier3, review: [] };
  }
  return { funding: tier2, review: [] };
}
