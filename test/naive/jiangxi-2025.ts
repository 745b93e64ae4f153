// Jiangxi, coverage year 2025: 赣医保发〔2024〕7号, read sentence by sentence.

import { dayAfter, laterOf, type Nearness, withinDays, withinMonths } from "./calendar.ts";
import {
  afterMonths,
  askWhetherNewborn,
  bestOf,
  claimsNewbornWithoutBirthDate,
  type Exempt,
  firstDayOfLateWait,
  isNewborn,
  recognisedAfterPayment,
  wholeYear,
} from "./everywhere.ts";
import type { Answer, Benefit, Claim, Contribution, Facts, Funding } from "./naive-result.ts";
import { coveredFrom, FIRST_DAY, LAST_DAY, UNKNOWN_BIRTH } from "./naive-result.ts";
import type { Ask } from "./open-questions.ts";

/** （四）: one concentrated window, both ends included. */
export function jiangxiWindow(paidOn: string): string {
  if (paidOn < "2024-09-15") return "before-opening";
  if (paidOn <= "2025-02-28") return "concentrated";
  return "after-closing";
}

/** The benefit of somebody who paid between the opening and 31 December 2025. */
export function jiangxiAnswer(facts: Facts, ask: Ask): Answer {
  if (jiangxiWindow(facts.paidOn) === "concentrated") {
    // （四）: paid in the window: 1 January to 31 December, whoever it is and whatever years were missed.
    return { benefit: wholeYear(facts, ask), exemption: null, monthEnd: false };
  }
  const exempt = bestOf(specialGroups(facts, ask));
  if (exempt !== undefined) return { benefit: exempt.benefit, exemption: exempt.group, monthEnd: false };
  // （四）: not paid in the window: a fixed wait of three months from the day of payment.
  return afterMonths(facts, "exact", firstDayOfLateWait(facts), 3);
}

/** （六）: the groups of the notice in its order, for somebody who pays after the window. */
function specialGroups(facts: Facts, ask: Ask): Exempt[] {
  const exempts: Exempt[] = [];
  const claimed = (group: string) =>
    facts.groups.filter(
      // An event after the payment: on the day of payment the group did not apply.
      (claim) => claim.group === group && !(claim.eventDate !== undefined && claim.eventDate > facts.paidOn),
    );
  // （六）: 自参保缴费次日起
  const nextDay = coveredFrom(dayAfter(facts.paidOn));
  const within = (claim: Claim, nearness: (event: string) => Nearness): boolean => {
    if (claim.eventDate === undefined) {
      return ask(`date of ${claim.group}`, ["applies", "does-not-apply"], "fact-missing") === "applies";
    }
    const where = nearness(claim.eventDate);
    if (where === "edge") return ask("within-edge", ["in", "out"], "boundary-day") === "in";
    return where === "inside";
  };

  // （六） first paragraph: newborns.
  const newborn = newbornBenefit(facts, ask);
  if (newborn !== undefined) exempts.push({ group: "newborn", benefit: newborn });

  // （六） second paragraph: within three months of leaving the forces, oneself, and spouse and children without work.
  for (const group of ["discharged-soldier", "soldier-family"]) {
    for (const claim of claimed(group)) {
      if (within(claim, (event) => withinMonths(event, 3, facts.paidOn))) exempts.push({ group, benefit: nextDay });
    }
  }

  // （六） third paragraph: 医疗救助对象, without a limit in time. Any aid identity makes one,
  // unless the claim itself says that the recognition came after the payment.
  const recognisedLater = facts.groups.some(
    ({ group, eventDate }) => group === "medical-aid-recipient" && eventDate !== undefined && eventDate > facts.paidOn,
  );
  const holdsIdentity = facts.categories !== undefined && facts.categories.length > 0;
  if (claimed("medical-aid-recipient").length > 0 || (holdsIdentity && !recognisedLater)) {
    exempts.push({ group: "medical-aid-recipient", benefit: nextDay });
  }
  // 宗教教职人员, without a limit in time.
  if (claimed("religious-staff").length > 0) exempts.push({ group: "religious-staff", benefit: nextDay });
  // 职工医保中断缴费3个月以内
  for (const claim of claimed("employee-to-resident")) {
    if (within(claim, (event) => withinMonths(event, 3, facts.paidOn))) {
      exempts.push({ group: "employee-to-resident", benefit: nextDay });
    }
  }
  // 户口新迁入我省、出国人员回国、服刑人员期满释放、大学生毕业返乡等情形出现90天以内
  for (const group of ["moved-in", "returned-from-abroad", "released", "graduate-returned"]) {
    for (const claim of claimed(group)) {
      if (within(claim, (event) => withinDays(event, 90, facts.paidOn))) exempts.push({ group, benefit: nextDay });
    }
  }
  // 等: a group that the notice does not list.
  if (claimed("other").length > 0 && ask("other group", ["ordinary", "exempt"], "conditions-not-stated") === "exempt") {
    exempts.push({ group: "other", benefit: nextDay });
  }
  return exempts;
}

/** （六） first paragraph; undefined where somebody is no newborn. */
function newbornBenefit(facts: Facts, ask: Ask): Benefit | undefined {
  if (claimsNewbornWithoutBirthDate(facts)) return askWhetherNewborn(ask) ? UNKNOWN_BIRTH : undefined;
  // 出生1周岁后: like ordinary residents.
  if (facts.birthDate === undefined || !isNewborn(facts)) return undefined;
  const nearness = withinDays(facts.birthDate, 90, facts.paidOn);
  // 出生90天内: from birth, here from 1 January where the birth lies in the year before.
  if (nearness === "inside") return jiangxiNewbornStart(facts);
  if (nearness === "edge" && ask("within-edge", ["in", "out"], "boundary-day") === "in") {
    return jiangxiNewbornStart(facts);
  }
  // 出生90天后至1周岁: the day after the payment.
  return coveredFrom(dayAfter(facts.paidOn));
}

export function jiangxiNewbornStart(facts: Facts): Benefit {
  if (facts.birthDate === undefined) return UNKNOWN_BIRTH;
  return coveredFrom(laterOf(FIRST_DAY, facts.birthDate));
}

/** （四） at its end: a stay is judged by the day of admission. null: the notice says nothing of it. */
export function jiangxiAdmission(benefit: Benefit, admittedOn: string): boolean | null {
  if (admittedOn < FIRST_DAY || admittedOn > LAST_DAY) return null;
  if (benefit.kind === "exact" && benefit.start !== null && admittedOn >= benefit.start) return true;
  // 待遇等待期结束前入院: nothing of that stay.
  return benefit.wait === null ? null : false;
}

/** （一）: 400 a year, nothing for 全额资助参保对象, 80 for 定额资助参保对象. */
export function jiangxiContribution(facts: Facts): { contribution: Contribution; review: string[] } {
  const review: string[] = [];
  // The notice names the two classes; who belongs to them is taken from a reprint and not verified.
  const classes = new Set<string>();
  for (const id of facts.categories ?? []) {
    if (id === "full-aid" || id === "extreme-poverty" || id === "orphan") classes.add("full-aid");
    if (id === "fixed-aid" || id === "dibao" || id === "relapse-monitored") classes.add("fixed-aid");
    if (id !== "full-aid" && id !== "fixed-aid") review.push("membership-unverified");
  }
  if (classes.size > 1) review.push("several-identities");
  let category: string | null = null;
  let aid: string | null = "0.00";
  let payable: string | null = "400.00";
  if (classes.has("full-aid")) [category, aid, payable] = ["full-aid", "400.00", "0.00"];
  else if (classes.has("fixed-aid")) [category, aid, payable] = ["fixed-aid", "320.00", "80.00"];
  if (facts.categories === undefined) [aid, payable] = [null, null];
  // （六） at its end: newborns' and students' aid follows rules that the notice does not give.
  const ownRules = isNewborn(facts) || claimsNewbornWithoutBirthDate(facts) || facts.standing === "student";
  if (ownRules && category !== "full-aid") {
    [aid, payable] = [null, null];
    review.push("aid-not-stated");
  }
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

/** （一） 670; （二） 按照规定的比例: 80 % in counties under western policies, 60 % in the others. */
export function jiangxiFunding(facts: Facts): Funding {
  const western = facts.interpretations.get("western-policy-county");
  const central = western === "yes" ? "536.00" : western === "no" ? "402.00" : null;
  return { total: "670.00", central, province: null, cityCounty: null, tier: null };
}
