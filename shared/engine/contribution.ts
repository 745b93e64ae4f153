// What the resident pays and who pays the rest: the one identity that counts, the aid, the subsidy's parts, major illness.
import { firstBirthday } from "../dates/civil.ts";
import { NO_TIER } from "../rules/funding.ts";
import { ZERO } from "../rules/money.ts";
import type { Category, Cited, County, Funding, Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import { fixedStep, type Log } from "./log.ts";
import type { Result, ReviewCode } from "./result.ts";

export interface Contribution {
  readonly standard: string;
  readonly category: string | null;
  readonly aid: string | null;
  readonly payable: string | null;
  readonly review: readonly ReviewCode[];
}

const NO_REVIEW: readonly ReviewCode[] = [];

/** The contribution. Aid plus payable is the standard wherever both are known; null is "no document states it". */
export function contributionOf(resident: Case, table: Table, log: Log | null): Contribution {
  const standard = table.standard;
  log?.push(
    fixedStep(table, "standard", () => ({
      step: "contribution",
      variant: "standard",
      effect: "applied",
      cited: table.standardCited,
      in: {},
      out: { standard },
    })),
  );
  if (resident.standing === "employee") {
    log?.push({
      step: "aid",
      variant: "employee",
      effect: "applied",
      cited: table.standing.employee,
      in: {},
      out: { aid: null, payable: null },
    });
    return { standard, category: null, aid: null, payable: null, review: NO_REVIEW };
  }
  const winner = bestIdentity(resident, table, log);
  const review: ReviewCode[] = identityReview(resident);
  const unknown = unknownAid(resident, table, winner);
  for (const reason of unknown) {
    if (reason.review !== null && !review.includes(reason.review)) review.push(reason.review);
    log?.push({
      step: "aid",
      variant: reason.variant,
      effect: "applied",
      cited: reason.cited,
      in: {},
      out: { aid: null, payable: null },
    });
  }
  const category = winner?.winner ?? null;
  if (unknown.length > 0) return { standard, category, aid: null, payable: null, review };
  if (winner === null) {
    log?.push(
      fixedStep(table, "no aid", () => ({
        step: "aid",
        variant: "none",
        effect: "applied",
        cited: table.standardCited,
        in: {},
        out: { aid: ZERO, payable: standard },
      })),
    );
    return { standard, category: null, aid: ZERO, payable: standard, review };
  }
  log?.push(
    fixedStep(winner, "aid", () => ({
      step: "aid",
      variant: winner.alias ? "identity-by-class" : "identity",
      effect: "applied",
      cited: winner.cited,
      in: { category: winner.id, class: winner.winner },
      out: { aid: winner.aid, payable: winner.payable },
    })),
  );
  return { standard, category, aid: winner.aid, payable: winner.payable, review };
}

/** Of several identities the one with the most aid; at a tie the first in the notice. Never a sum. */
function bestIdentity(resident: Case, table: Table, log: Log | null): Category | null {
  const held = resident.categories ?? [];
  let best: Category | null = null;
  for (const category of held) {
    if (best === null || category.rank > best.rank || (category.rank === best.rank && category.order < best.order))
      best = category;
  }
  if (log !== null && best !== null && held.length > 1) {
    for (const category of held) {
      if (category === best) continue;
      log.push({
        step: "aid",
        variant: "identity-lost",
        effect: "failed",
        cited: table.several,
        in: { category: category.id, winner: best.id },
        out: { aid: category.aid },
      });
    }
  }
  return best;
}

function identityReview(resident: Case): ReviewCode[] {
  const held = resident.categories ?? [];
  const review: ReviewCode[] = [];
  if (held.some((category) => category.winner !== held[0]?.winner)) review.push("several-identities");
  if (held.some((category) => category.alias)) review.push("membership-unverified");
  return review;
}

interface UnknownAid {
  readonly variant: string;
  readonly review: ReviewCode | null;
  readonly cited: Cited;
}

const KNOWN: readonly UnknownAid[] = [];

/** Every reason for which no document states what medical aid pays for this resident. */
function unknownAid(resident: Case, table: Table, winner: Category | null): readonly UnknownAid[] {
  const elsewhere = resident.recognisedElsewhere;
  const late = recognisedAfterPayment(resident);
  const plain = !elsewhere && !late && !resident.otherSponsor && resident.categories !== null;
  const paysNothing = winner?.paysNothing === true;
  const newborn = !paysNothing && table.newbornAid !== null && isNewborn(resident, table);
  const student = !paysNothing && table.studentAid !== null && resident.standing === "student";
  if (plain && !newborn && !student && (winner === null || winner.aid !== null)) return KNOWN;
  const found: UnknownAid[] = [];
  if (resident.otherSponsor)
    found.push({ variant: "other-sponsor", review: "other-sponsor", cited: table.otherSponsor });
  if (late)
    found.push({
      variant: "recognised-after-payment",
      review: "recognised-after-payment",
      cited: table.recognisedAfterPayment,
    });
  if (elsewhere)
    found.push({ variant: "recognised-elsewhere", review: table.aidElsewhere.review, cited: table.aidElsewhere.cited });
  if (newborn && table.newbornAid !== null)
    found.push({ variant: "newborn", review: "aid-not-stated", cited: table.newbornAid });
  if (student && table.studentAid !== null)
    found.push({ variant: "student", review: "aid-not-stated", cited: table.studentAid });
  if (winner !== null && winner.aid === null)
    found.push({ variant: "category", review: elsewhere ? null : "aid-not-stated", cited: winner.cited });
  if (resident.categories === null) found.push({ variant: "not-asked", review: null, cited: table.standardCited });
  return found;
}

/** An aid identity that was recognised only after the payment: whether the payment is rated anew is not stated. */
function recognisedAfterPayment(resident: Case): boolean {
  if (resident.categories === null || resident.categories.length === 0) return false;
  return resident.claims.some(
    (claim) => RECOGNITION.has(claim.group.id) && claim.event !== null && claim.event > resident.paidOn,
  );
}

const RECOGNITION: ReadonlySet<string> = new Set(["newly-recognised-low-income", "medical-aid-recipient"]);

/** By birth date up to and on the first birthday; a claim without a birth date is believed for the amount. */
function isNewborn(resident: Case, table: Table): boolean {
  if (resident.birth !== null) return resident.paidOn <= firstBirthday(resident.birth);
  return resident.claims.some((claim) => claim.group === table.newborn);
}

/** Who pays the subsidy for this resident. Employees have none; parts that no document states are null. */
export function fundingOf(resident: Case, table: Table, log: Log | null): Funding {
  if (resident.standing === "employee") return NO_FUNDING;
  const tier = resident.county?.tier ?? NO_TIER;
  const base = table.funding.byTier.get(tier) ?? table.funding.byTier.get(NO_TIER) ?? NO_FUNDING;
  const central = centralPart(resident, table);
  const funding =
    central === null
      ? base
      : { total: base.total, central, province: base.province, cityCounty: base.cityCounty, tier: base.tier };
  if (log !== null) {
    const { county } = resident;
    log.push(
      fixedStep(county ?? table, `funding ${funding.central}`, () => ({
        step: "funding",
        variant:
          funding.central === null ? "central-not-stated" : funding.province === null ? "local-not-stated" : "known",
        effect: "applied",
        cited: funding.central === null ? table.funding.centralCited : (county?.tierCited ?? table.funding.cited),
        in: { ...placeOf(county), fiscalYear: table.funding.fiscalYear },
        out: {
          total: funding.total,
          central: funding.central,
          province: funding.province,
          cityCounty: funding.cityCounty,
          tier: funding.tier,
        },
      })),
    );
    if (county !== null && !county.tierVerified) {
      log.push(
        fixedStep(county, "tier unverified", () => ({
          step: "funding",
          variant: "tier-unverified",
          effect: "info",
          cited: county.doubtCited,
          in: placeOf(county),
          out: { tier: funding.tier },
        })),
      );
    }
  }
  return funding;
}

/** The county by code and name. */
function placeOf(county: County | null): Readonly<Record<string, string | null>> {
  return county === null ? { county: null } : { county: county.code, zh: county.name.zh, en: county.name.en };
}

const NO_FUNDING: Funding = { total: null, central: null, province: null, cityCounty: null, tier: null };

function centralPart(resident: Case, table: Table): string | null {
  const { central } = table.funding;
  if (central === null) return null;
  const option = resident.choices.get(central.by) ?? table.questions.get(central.by)?.inForce;
  return option === undefined ? null : (central.byOption.get(option) ?? null);
}

/** What major-illness insurance takes per head, and what of it the resident pays. */
export function majorIllnessOf(table: Table, log: Log | null): Result["majorIllness"] {
  const { perHead, residentPays, about } = table.majorIllness;
  log?.push(
    fixedStep(table, "major illness", () => ({
      step: "major-illness",
      variant:
        perHead === null
          ? "not-stated"
          : residentPays === null
            ? "per-head"
            : residentPays === ZERO
              ? "nothing-to-pay"
              : "known",
      effect: "info",
      cited: table.majorIllness.cited,
      in: {},
      out: { perHead, residentPays, about },
    })),
  );
  return about === null ? { perHead, residentPays } : { perHead, residentPays, about };
}
