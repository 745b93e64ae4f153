// What the resident pays and who pays the rest: the one identity that counts, the aid, the subsidy's parts, major illness.
import { isoDay } from "../dates/iso.ts";
import { NO_TIER } from "../rules/funding.ts";
import { ZERO } from "../rules/money.ts";
import type { Category, Cited, County, Funding, Relief, Table } from "../rules/table.ts";
import { type Case, isNewborn, isOpen, optionInForce } from "./case.ts";
import { fixedStep, type Log } from "./log.ts";
import type { Price } from "./price.ts";
import { bestRelief, limitedRelief, parentUnknown, reliefStep } from "./relief.ts";
import type { Result, ReviewCode } from "./result.ts";

export interface Contribution {
  /** What is owed before aid: the personal standard, or the late price. */
  readonly standard: string;
  /** What of it goes beyond the personal standard; null where nothing does. */
  readonly surcharge: string | null;
  readonly category: string | null;
  /** The relief that counted instead of an identity. */
  readonly relief: Relief | null;
  readonly aid: string | null;
  readonly payable: string | null;
  readonly review: readonly ReviewCode[];
}

const NO_REVIEW: readonly ReviewCode[] = [];

/** The contribution at a price. Aid plus payable is the standard wherever both are known; null is "no document states it". */
export function contributionOf(resident: Case, table: Table, price: Price, log: Log | null): Contribution {
  log?.push(
    fixedStep(table, "standard", () => ({
      step: "contribution",
      variant: "standard",
      effect: "applied",
      cited: table.standardCited,
      in: {},
      out: { standard: table.standard },
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
    return { ...NOTHING_KNOWN, standard: table.standard, review: NO_REVIEW };
  }
  const identity = bestIdentity(resident, table, log);
  const { winner, isDeferred, dayMissing } = aidedThisYear(identity, resident, table, log);
  const relief = bestRelief(resident, table, winner, log);
  const isFree = relief?.all === true;
  const late = price.kind === "late" && !isFree ? price : null;
  const standard = late?.amount ?? table.standard;
  const surcharge = late?.surcharge ?? null;
  if (log !== null) logPrice(price, isFree, table, log);
  const review: ReviewCode[] = identityReview(resident);
  const unknown = unknownAid(resident, table, { winner, dayMissing, relief, price });
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
  const category = relief === null ? (winner?.winner ?? null) : null;
  if (unknown.length > 0) return { standard, surcharge, category, relief, aid: null, payable: null, review };
  if (relief !== null) {
    log?.push(reliefStep(relief));
    return { standard, surcharge, category, relief, aid: relief.aid, payable: relief.payable, review };
  }
  if (winner === null) {
    const variant = isDeferred ? "none-this-year" : "none";
    const key = surcharge === null && variant === "none" ? "no aid" : `${variant} ${standard}`;
    log?.push(
      fixedStep(table, key, () => ({
        step: "aid",
        variant,
        effect: "applied",
        cited: table.standardCited,
        in: {},
        out: { aid: ZERO, payable: standard },
      })),
    );
    return { standard, surcharge, category, relief, aid: ZERO, payable: standard, review };
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
  return { standard, surcharge, category, relief, aid: winner.aid, payable: winner.payable, review };
}

const NOTHING_KNOWN = { surcharge: null, category: null, relief: null, aid: null, payable: null } as const;

/** What a late payer owes, or why it is not known; nothing where the standard holds. */
function logPrice(price: Price, isFree: boolean, table: Table, log: Log): void {
  if (price.kind !== "late" || isFree) return;
  log.push({
    step: "contribution",
    variant: "late",
    effect: "applied",
    cited: price.cited,
    in: { base: table.standard, surcharge: price.surcharge },
    out: { standard: price.amount },
  });
}

/** Of several identities the one with the most aid; at a tie the first in the notice. Never a sum. */
function bestIdentity(resident: Case, table: Table, log: Log | null): Category | null {
  const held = resident.categories;
  if (held === null) return null;
  let best: Category | null = null;
  for (const category of held) {
    if (best === null || category.rank > best.rank || (category.rank === best.rank && category.order < best.order))
      best = category;
  }
  if (log !== null && best !== null) {
    for (const category of held) {
      if (category === best) continue;
      log.push({
        step: "aid",
        // Without its amount nobody can say which is higher: the notice's order is no more than where to begin.
        variant: category.aid === null ? "identity-first-named" : "identity-lost",
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
  const held = resident.categories;
  if (held === null) return [];
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

interface Rated {
  readonly winner: Category | null;
  /** The rule by which the day of recognition decides, where that day was not told. */
  readonly dayMissing: Cited | null;
  readonly relief: Relief | null;
  readonly price: Price;
}

/** Every reason for which no document states what aid pays for this resident. */
function unknownAid(resident: Case, table: Table, rated: Rated): readonly UnknownAid[] {
  const { winner, relief, price } = rated;
  const elsewhere = resident.recognisedElsewhere;
  const late = recognisedAfterPayment(resident, table);
  const isFree = relief?.all === true;
  if (isFree && !elsewhere && !late && !resident.otherSponsor) return KNOWN;
  const paysNothing = winner?.paysNothing === true || relief !== null;
  const newborn = !paysNothing && isNewborn(resident, table) ? table.newbornAid : null;
  const student = !paysNothing && resident.standing === "student" ? table.studentAid : null;
  const parent = parentUnknown(resident, table);
  const limited = paysNothing ? null : limitedRelief(resident, table);
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
  if (newborn !== null) found.push({ variant: "newborn", review: "aid-not-stated", cited: newborn });
  if (student !== null) found.push({ variant: "student", review: "aid-not-stated", cited: student });
  if (parent !== null) found.push({ variant: "parent-not-asked", review: null, cited: parent });
  if (limited !== null && isOpen(resident, table, limited.interpretation))
    found.push({ variant: "relief-limit-open", review: "aid-not-stated", cited: limited.relief.cited });
  if (rated.dayMissing !== null)
    found.push({ variant: "recognition-day-missing", review: null, cited: rated.dayMissing });
  if (winner !== null && winner.aid === null)
    found.push({ variant: "category", review: elsewhere ? null : "aid-not-stated", cited: winner.cited });
  else if (price.kind === "late" && !isFree && (winner !== null || relief !== null))
    found.push({ variant: "late-price", review: "aid-not-stated", cited: price.cited });
  if (price.kind === "not-stated" && !isFree)
    found.push({ variant: "price-not-stated", review: "price-not-stated", cited: price.cited });
  if (price.kind === "open" && !isFree) found.push({ variant: "price-open", review: null, cited: price.cited });
  if (resident.categories === null) found.push({ variant: "not-asked", review: null, cited: table.standardCited });
  return found;
}

/** An aid identity that was recognised only after the payment: whether the payment is rated anew is not stated. */
function recognisedAfterPayment(resident: Case, table: Table): boolean {
  if (resident.categories === null || resident.categories.length === 0) return false;
  const { recognisedOn } = resident.facts;
  // Where the rule set puts off what is recognised after the window, that rule holds: aidedThisYear().
  const putOff = table.recognisedAfterWindow !== null && recognisedOn !== null && recognisedOn > table.closing;
  if (recognisedOn !== null && recognisedOn > resident.paidOn && !putOff) return true;
  return resident.claims.some(
    (claim) => RECOGNITION.has(claim.group.id) && claim.event !== null && claim.event > resident.paidOn,
  );
}

const RECOGNITION: ReadonlySet<string> = new Set(["newly-recognised-low-income", "medical-aid-recipient"]);

/** The identity that is aided this year: one recognised after the last window is aided from the next year on. */
function aidedThisYear(
  identity: Category | null,
  resident: Case,
  table: Table,
  log: Log | null,
): { readonly winner: Category | null; readonly isDeferred: boolean; readonly dayMissing: Cited | null } {
  const rule = table.recognisedAfterWindow;
  const aided = { winner: identity, isDeferred: false, dayMissing: null };
  if (rule === null || identity === null) return aided;
  const { recognisedOn } = resident.facts;
  if (recognisedOn === null) return resident.paidOn <= table.closing ? aided : { ...aided, dayMissing: rule };
  if (recognisedOn <= table.closing) return aided;
  log?.push({
    step: "aid",
    variant: "next-year",
    effect: "failed",
    cited: rule,
    in: { category: identity.id, recognisedOn: isoDay(recognisedOn), closing: isoDay(table.closing) },
    out: { aid: ZERO },
  });
  return { winner: null, isDeferred: true, dayMissing: null };
}

/**
 * Who pays the subsidy for this resident at this price. Employees have none, and late payers who owe its part themselves get
 * none: standard and subsidy are the year's premium once. Parts that no document states are null.
 */
export function fundingOf(
  resident: Case,
  table: Table,
  { standard, surcharge }: Contribution,
  price: Price,
  log: Log | null,
): Funding {
  if (resident.standing === "employee") return NO_FUNDING;
  const tier = resident.county?.tier ?? NO_TIER;
  const base = table.funding.byTier.get(tier) ?? table.funding.byTier.get(NO_TIER) ?? NO_FUNDING;
  if (price.kind === "late" && surcharge !== null && surcharge === base.total) {
    const nothing = { total: ZERO, central: ZERO, province: ZERO, cityCounty: ZERO, tier: base.tier };
    log?.push({
      step: "funding",
      variant: "owed-late",
      effect: "applied",
      cited: price.cited,
      in: { surcharge, standard },
      out: nothing,
    });
    return nothing;
  }
  const central = centralPart(resident, table);
  const funding =
    central === null
      ? base
      : { total: base.total, central, province: base.province, cityCounty: base.cityCounty, tier: base.tier };
  if (log !== null) {
    const { county } = resident;
    log.push(
      fixedStep(county ?? table, funding.central ?? NO_CENTRAL, () => ({
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

/** The key of the funding step where no document states the central part; otherwise it is that amount. */
const NO_CENTRAL = "no central part";

/** The county by code and name. */
function placeOf(county: County | null): Readonly<Record<string, string | null>> {
  return county === null ? { county: null } : { county: county.code, zh: county.name.zh, en: county.name.en };
}

const NO_FUNDING: Funding = { total: null, central: null, province: null, cityCounty: null, tier: null };

function centralPart(resident: Case, table: Table): string | null {
  const { central } = table.funding;
  if (central === null) return null;
  const option = optionInForce(resident, table, central.by);
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
          ? about === null
            ? "unknown"
            : "not-stated"
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
