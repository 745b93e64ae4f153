// The naive second evaluator for coverage year 2025: slow, plain and independent, to be compared with the engine.

import { withinDays } from "./calendar.ts";
import { checkRequest } from "./check-request.ts";
import { claimsNewbornWithoutBirthDate } from "./everywhere.ts";
import { gansuAnswer, gansuContribution, gansuFunding, gansuNewbornStart, gansuWindow } from "./gansu-2025.ts";
import {
  jiangxiAdmission,
  jiangxiAnswer,
  jiangxiContribution,
  jiangxiFunding,
  jiangxiNewbornStart,
  jiangxiWindow,
} from "./jiangxi-2025.ts";
import type { Answer, Benefit, Contribution, Facts, Funding, MajorIllness } from "./naive-result.ts";
import { LAST_DAY, type NaiveError, type NaiveResult, NOT_STATED, none, UNKNOWN_BIRTH } from "./naive-result.ts";
import { type Ask, type Readings, tryAllReadings } from "./open-questions.ts";
import { xinzhouAnswer, xinzhouContribution, xinzhouFunding, xinzhouWindow } from "./xinzhou-2025.ts";

/** Answers one request, or names the path of the first fault in it. Never throws for what a request can hold. */
export function naiveEvaluate(request: unknown): NaiveResult | NaiveError {
  const facts = checkRequest(request);
  if ("error" in facts) return facts;
  const place = placeOf(facts);
  const readings = tryAllReadings(facts.interpretations, (ask) => answer(facts, place, ask));
  const first = readings.answers[0];
  if (first === undefined) throw new Error("no reading at all");

  const review = new Set([...place.contributionReview, ...place.fundingReview]);
  if (belongsPartlyToEarlierYear(facts, place)) review.add("earlier-year");
  const benefit = settledBenefit(readings);
  if (benefit.kind === "undetermined") {
    if (benefit.reason !== null && benefit.reason !== "fact-missing") review.add(benefit.reason);
  } else {
    if (benefit.kind === "not-stated") review.add("start-not-stated");
    if (first.monthEnd) review.add("month-end");
    // 甘医保发〔2024〕54号 五（三）: 符合条件的, and the conditions are not stated.
    if (facts.ruleSet === "gansu/2025" && first.exemption === "employee-to-resident") {
      review.add("conditions-not-stated");
    }
  }

  // 一: somebody bound to the employees' insurance has no identity, no amount and nothing to look into here.
  const employee = facts.standing === "employee";
  if (employee) review.clear();
  return {
    contribution: employee ? { ...place.contribution, category: null, aid: null, payable: null } : place.contribution,
    funding: employee ? { total: null, central: null, province: null, cityCounty: null, tier: null } : place.funding,
    majorIllness: place.majorIllness,
    window: place.window,
    exemption: readings.anyQuestion
      ? undefined
      : first.exemption === null
        ? null
        : { group: first.exemption, window: true, wait: true },
    benefit,
    ...(facts.ruleSet === "jiangxi/2025" && facts.admittedOn !== undefined
      ? { admission: { covered: admissionUnderAll(readings, facts.admittedOn) } }
      : {}),
    review: [...review].sort(),
    ...(benefit.kind === "undetermined" ? { readings: readings.benefits } : {}),
  };
}

interface Place {
  readonly opening: string;
  readonly window: string;
  readonly ruleAnswer: (facts: Facts, ask: Ask) => Answer;
  readonly newbornStart: (facts: Facts) => Benefit;
  readonly contribution: Contribution;
  readonly contributionReview: readonly string[];
  readonly funding: Funding;
  readonly fundingReview: readonly string[];
  readonly majorIllness: MajorIllness;
}

function placeOf(facts: Facts): Place {
  if (facts.ruleSet === "gansu/2025") {
    const { contribution, review } = gansuContribution(facts);
    const { funding, review: fundingReview } = gansuFunding(facts);
    return {
      opening: "2024-09-10", // 甘医保发〔2024〕54号 五（一）
      window: gansuWindow(facts.paidOn),
      ruleAnswer: gansuAnswer,
      newbornStart: gansuNewbornStart,
      contribution,
      contributionReview: review,
      funding,
      // An employee has no funding here, so there is no tier to verify.
      fundingReview: facts.standing === "employee" ? [] : fundingReview,
      majorIllness: { perHead: "115.00", residentPays: "0.00" }, // 二（三）
    };
  }
  if (facts.ruleSet === "jiangxi/2025") {
    const { contribution, review } = jiangxiContribution(facts);
    return {
      opening: "2024-09-15", // 赣医保发〔2024〕7号（四）
      window: jiangxiWindow(facts.paidOn),
      ruleAnswer: jiangxiAnswer,
      newbornStart: jiangxiNewbornStart,
      contribution,
      contributionReview: review,
      funding: jiangxiFunding(facts),
      fundingReview: [],
      majorIllness: { perHead: null, residentPays: null }, // （三）: 10%左右, in principle
    };
  }
  const { contribution, review } = xinzhouContribution(facts);
  return {
    opening: "2024-09-01", // 忻医保发〔2024〕11号 三
    window: xinzhouWindow(facts.paidOn),
    ruleAnswer: xinzhouAnswer,
    newbornStart: () => NOT_STATED,
    contribution,
    contributionReview: review,
    funding: xinzhouFunding(facts),
    fundingReview: [],
    majorIllness: { perHead: "130.00", residentPays: null }, // 一（二）
  };
}

function answer(facts: Facts, place: Place, ask: Ask): Answer {
  const plainly = (benefit: Benefit): Answer => ({ benefit, exemption: null, monthEnd: false });
  // 甘 一: this insurance covers all but those who belong to the employees'.
  if (facts.standing === "employee") return plainly(none("employee-cover"));
  if (facts.paidOn < place.opening) return plainly(none("window-not-open"));
  if (facts.paidOn > LAST_DAY) return afterTheYear(facts, place, ask);
  return place.ruleAnswer(facts, ask);
}

/** After 31 December: over, but "from birth" has no year's end in the text, so a newborn within 90 days is open. */
function afterTheYear(facts: Facts, place: Place, ask: Ask): Answer {
  const over: Answer = { benefit: none("coverage-year-over"), exemption: null, monthEnd: false };
  const { birthDate, paidOn } = facts;
  // A newborn whose birth date nobody gave can still be within 90 days up to 31 March.
  if (birthDate === undefined) {
    return claimsNewbornWithoutBirthDate(facts) && paidOn <= "2026-03-31" ? { ...over, benefit: UNKNOWN_BIRTH } : over;
  }
  if (birthDate < "2025-01-01" || birthDate > LAST_DAY) return over;
  const nearness = withinDays(birthDate, 90, paidOn);
  if (nearness === "outside") return over;
  if (nearness === "edge" && ask("within-edge", ["in", "out"], "boundary-day") === "out") return over;
  if (ask("newborn across the year's end", ["over", "own-start"], "conditions-not-stated") === "over") return over;
  return { benefit: place.newbornStart(facts), exemption: "newborn", monthEnd: false };
}

function settledBenefit(readings: Readings): Benefit {
  const [only, ...others] = readings.benefits;
  if (only !== undefined && others.length === 0) return only;
  return { kind: "undetermined", start: null, end: null, wait: null, reason: readings.code };
}

/** A newborn of the year before: the days before 1 January belong to a coverage year without a rule set. */
function belongsPartlyToEarlierYear(facts: Facts, place: Place): boolean {
  const { birthDate, paidOn } = facts;
  if (birthDate === undefined || birthDate >= "2025-01-01") return false;
  if (birthDate < "2024-01-01" || paidOn < place.opening || paidOn > LAST_DAY) return false;
  return withinDays(birthDate, 90, paidOn) !== "outside";
}

/** The answer on an admission where all readings give the same, otherwise null. */
function admissionUnderAll(readings: Readings, admittedOn: string): boolean | null {
  const answers = new Set(readings.benefits.map((benefit) => jiangxiAdmission(benefit, admittedOn)));
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : null;
}
