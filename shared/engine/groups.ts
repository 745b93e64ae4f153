// Special groups (特殊参保人群): who is freed from the window and the wait on the day of payment, and from which day covered.
import { type EpochDay, firstBirthday, yearOf } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import type { IfData, LengthData, StartData } from "../rules/schema.ts";
import type { Group, Relief, Table } from "../rules/table.ts";
import { type Case, type Claim, edgeDay, holdsIdentity, isBornSince, isInFirstYear } from "./case.ts";
import type { Log } from "./log.ts";
import type { Readings } from "./readings.ts";
import { isFor } from "./relief.ts";
import type { TraceValue } from "./result.ts";

/** A group that applies, with the rule of its first covered day. */
export interface Exemption {
  readonly group: Group;
  readonly start: StartData;
  /** The group's own first day is never before its event: a month's first day could be. */
  readonly notBefore: EpochDay | null;
}

/** Two ways a missing fact can go. */
const EITHER = ["applies", "does-not-apply"] as const;

/** Every group that frees this resident on the day of payment, claimed or seen from the facts, in the notice's order. */
export function exemptionsOf(resident: Case, table: Table, readings: Readings, log: Log | null): readonly Exemption[] {
  const found: Exemption[] = [];
  const add = (exemption: Exemption | null): void => {
    if (exemption !== null) found.push(exemption);
  };
  let newbornSeen = false;
  let impliedSeen = false;
  for (const claim of resident.claims) {
    if (claim.group === table.newborn) {
      if (!newbornSeen) add(newborn(resident, table, readings, log, true));
      newbornSeen = true;
    } else {
      if (claim.group === table.impliedByIdentity) impliedSeen = true;
      add(claimed(resident, table, claim, readings, log));
    }
  }
  if (!newbornSeen) add(newborn(resident, table, readings, log, false));
  if (table.bornSince !== null && !resident.claims.some((claim) => claim.group === table.bornSince))
    add(bornSince(resident, table, table.bornSince, log, false));
  if (!impliedSeen && table.impliedByIdentity !== null && holdsIdentity(resident))
    add(implied(table.impliedByIdentity, readings, log));
  return found.sort((a, b) => a.group.order - b.group.order);
}

/** An identity makes a member without a claim, unless it is open whom the notice means. */
function implied(group: Group, readings: Readings, log: Log | null): Exemption | null {
  if (group.impliedIf !== null && !holds(group.impliedIf, readings)) {
    note(log, group, "open-read-as-ordinary", false, {});
    return null;
  }
  note(log, group, "implied-by-identity", true, {});
  return { group, start: group.start, notBefore: null };
}

/** Whether an interpretation has the option that a rule asks for. */
export function holds(condition: IfData, readings: Readings): boolean {
  return readings.read(condition.interpretation) === condition.is;
}

function note(
  log: Log | null,
  group: Group,
  variant: string,
  applies: boolean,
  facts: Readonly<Record<string, TraceValue>>,
  out: Readonly<Record<string, TraceValue>> = {},
): void {
  log?.push({
    step: "group",
    variant,
    effect: variant.endsWith("-missing") ? "info" : applies ? "applied" : "failed",
    cited: group.cited,
    in: { group: group.id, ...facts },
    out: { applies, ...out },
  });
}

function claimed(resident: Case, table: Table, claim: Claim, readings: Readings, log: Log | null): Exemption | null {
  const { group, event } = claim;
  if (event !== null && event > resident.paidOn) {
    note(log, group, "event-after-payment", false, { event: isoDay(event), paidOn: isoDay(resident.paidOn) });
    return null;
  }
  if (group.bornSince !== null) return bornSince(resident, table, group, log, true);
  if (!identityFits(resident, group, claim, readings, log)) return null;
  if (!timeFits(resident, table, claim, readings, log)) return null;
  if (!requirementsFit(resident, claim, readings, log)) return null;
  return { group, start: group.start, notBefore: event };
}

/** How an identity stands to a group that lists its identities. */
export type Fit = "none-held" | "listed" | "open" | "not-listed";

export function fitOf({ categories }: Case, { listed, openIdentities }: Group): Fit {
  if (categories === null || categories.length === 0) return "none-held";
  if (categories.some(({ id }) => listed?.has(id))) return "listed";
  return categories.some(({ id }) => openIdentities?.ids.has(id)) ? "open" : "not-listed";
}

/** Groups tied to certain aid identities (甘医保发〔2024〕54号 五（三）: 低收入困难群众). */
function identityFits(resident: Case, group: Group, claim: Claim, readings: Readings, log: Log | null): boolean {
  if (group.listed === null) return true;
  switch (fitOf(resident, group)) {
    case "none-held": {
      // Claimed without naming the identity: the claim and the facts do not go together, so neither is believed.
      const fits = readings.fact(`claim-${claim.index}-identity`, EITHER) === "applies";
      note(log, group, "identity-missing", fits, {});
      return fits;
    }
    case "listed":
      return true;
    case "open":
      if (group.openIdentities !== null && holds(group.openIdentities.if, readings)) return true;
      break;
    case "not-listed":
      break;
  }
  note(log, group, "identity-not-listed", false, { identities: (resident.categories ?? []).map(({ id }) => id) });
  return false;
}

/** Counted facts that the group asks for; one that nobody gave is weighed both ways. */
function requirementsFit(resident: Case, { group, index }: Claim, readings: Readings, log: Log | null): boolean {
  for (const { fact, atLeast } of group.requires) {
    const known = resident.facts[fact];
    const fits = known === null ? readings.fact(`claim-${index}-${fact}`, EITHER) === "applies" : known >= atLeast;
    if (known === null) note(log, group, `${fact}-missing`, fits, { atLeast });
    else if (!fits) note(log, group, `${fact}-too-few`, false, { atLeast, known });
    if (!fits) return false;
  }
  return true;
}

/** Born on or after a day, for so many coverage years. A claim without a birth date is not judged: the date is asked for. */
function bornSince({ birth }: Case, table: Table, group: Group, log: Log | null, isClaimed: boolean): Exemption | null {
  if (group.bornSince === null || birth === null) return null;
  const { from, years } = group.bornSince;
  const last = yearOf(birth) + years - 1;
  const applies = isBornSince(birth, from, years, table);
  if (applies || isClaimed)
    note(log, group, applies ? "born-since" : "not-born-since", applies, {
      birth: isoDay(birth),
      from: isoDay(from),
      years,
      last,
    });
  return applies ? { group, start: group.start, notBefore: null } : null;
}

function timeFits(resident: Case, table: Table, claim: Claim, readings: Readings, log: Log | null): boolean {
  const { group, event } = claim;
  const { test } = group;
  switch (test.kind) {
    case "always":
      note(log, group, group.conditionsNotStated ? "conditions-not-stated" : "applies", true, {});
      return true;
    case "open": {
      const exempt = holds(test.if, readings);
      note(log, group, exempt ? "open-read-as-exempt" : "open-read-as-ordinary", exempt, {});
      return exempt;
    }
    case "this-year":
      return event === null
        ? eventMissing(claim, readings, log)
        : thisYear(resident, table, group, event, readings, log);
    case "within":
      return event === null ? eventMissing(claim, readings, log) : within(resident, group, event, test, readings, log);
    // Told by the birth date, and dealt with before; a window of its own is weighed with the calendar's: see ownWindowOf().
    case "newborn":
    case "born-since":
    case "own-window":
      return false;
  }
}

function eventMissing(claim: Claim, readings: Readings, log: Log | null): boolean {
  const applies = readings.fact(`claim-${claim.index}-event`, EITHER) === "applies";
  note(log, claim.group, "event-missing", applies, {});
  return applies;
}

/** 当年: the payment's calendar year; whether the campaign that crosses New Year is one year is an interpretation. */
function thisYear(
  resident: Case,
  table: Table,
  group: Group,
  event: EpochDay,
  readings: Readings,
  log: Log | null,
): boolean {
  const eventYear = yearOf(event);
  const paidYear = yearOf(resident.paidOn);
  const acrossNewYear = eventYear === table.campaignYear && resident.paidOn <= table.closing;
  const applies = eventYear === paidYear || (acrossNewYear && readings.read("this-year") === "campaign");
  note(log, group, applies ? "this-year" : "not-this-year", applies, {
    event: isoDay(event),
    paidOn: isoDay(resident.paidOn),
  });
  return applies;
}

type WithinTest = Extract<Group["test"], { readonly kind: "within" }>;

function within(
  resident: Case,
  group: Group,
  event: EpochDay,
  { within: limit, onFirstDay }: WithinTest,
  readings: Readings,
  log: Log | null,
): boolean {
  const edge = edgeDay(event, limit);
  const { eventFrom } = group;
  if (
    eventFrom !== null &&
    (event < eventFrom || (event === eventFrom && onFirstDay !== undefined && !holds(onFirstDay, readings)))
  ) {
    note(log, group, "event-too-early", false, { event: isoDay(event), from: isoDay(eventFrom) });
    return false;
  }
  const facts = {
    event: isoDay(event),
    paidOn: isoDay(resident.paidOn),
    limit: limit.length,
    unit: limit.unit,
    last: isoDay(edge - 1),
  };
  if (resident.paidOn === edge) {
    const inside = readings.read("within-edge") === "in";
    note(log, group, inside ? "edge-in" : "edge-out", inside, facts);
    return inside;
  }
  const inside = resident.paidOn < edge;
  note(log, group, inside ? "within" : "too-late", inside, facts, { elapsedDays: resident.paidOn - event });
  return inside;
}

/**
 * Newborns are seen from the birth date, claimed or not, up to and on the first birthday. Phases run one after the other;
 * on the edge of a phase the within-edge reading decides which of the two holds.
 */
function newborn(
  resident: Case,
  table: Table,
  readings: Readings,
  log: Log | null,
  isClaimed: boolean,
): Exemption | null {
  const group = table.newborn;
  if (group === null) return null;
  const { birth, paidOn } = resident;
  if (birth === null) {
    if (!isClaimed) return null;
    const applies = readings.fact("newborn-birth", EITHER) === "applies";
    note(log, group, "birth-missing", applies, {});
    const phase = applies ? newbornPhase(resident, table, group, readings, log) : null;
    return phase === null ? null : { group: memberIn(group, phase), start: phase.start, notBefore: null };
  }
  if (!isClaimed && !isInFirstYear(birth, paidOn)) return null;
  const lastDay = firstBirthday(birth);
  const facts = { birth: isoDay(birth), paidOn: isoDay(paidOn) };
  if (paidOn > lastDay) {
    note(log, group, "too-old", false, { ...facts, last: isoDay(lastDay) });
    return null;
  }
  const phase = newbornPhase(resident, table, group, readings, log);
  if (phase !== null) {
    const limit =
      phase.until === "first-birthday"
        ? { last: isoDay(lastDay) }
        : { limit: phase.until.length, unit: phase.until.unit };
    note(
      log,
      group,
      phase.until === "first-birthday" ? "newborn-first-year" : "newborn-within",
      true,
      { ...facts, ...limit },
      { ageDays: paidOn - birth + 1 },
    );
    return { group: memberIn(group, phase), start: phase.start, notBefore: null };
  }
  note(log, group, "newborn-too-late", false, facts, { ageDays: paidOn - birth + 1 });
  return null;
}

type Phase = Extract<Group["test"], { readonly kind: "newborn" }>["phases"][number];

/** The group with the price of the phase, where that is another one. */
function memberIn(group: Group, { price }: Phase): Group {
  return price === undefined || price === group.price ? group : { ...group, price };
}

/** The phase that holds on the day of payment; without a birth date the first one that the rest of the facts allow. */
export function newbornPhase(
  resident: Case,
  table: Table,
  group: Group,
  readings: Readings,
  log: Log | null,
): Phase | null {
  if (group.test.kind !== "newborn") return null;
  const { birth, paidOn } = resident;
  for (const phase of group.test.phases) {
    const relief = table.reliefs.find(({ id }) => id === phase.relief) ?? null;
    const reached = relief === null || isFor(relief, resident, table);
    // A phase that is not this child's asks nothing about its edge.
    if (birth !== null && !inPhase(birth, paidOn, phase.until, reached === false ? null : readings)) continue;
    if (phase.paidFrom !== undefined && isoDay(paidOn) < phase.paidFrom) continue;
    if (phase.if !== undefined && !holds(phase.if, readings)) continue;
    if (relief === null || mayTake(relief, reached, group, readings, log)) return phase;
  }
  return null;
}

/** Whether the relief that a phase is tied to is this child's; a fact that nobody gave is weighed both ways. */
function mayTake(relief: Relief, reached: boolean | null, group: Group, readings: Readings, log: Log | null): boolean {
  if (reached === null) {
    // A member either way: only the first day hangs on it, so both branches share this line.
    log?.push({
      step: "group",
      variant: "parentInsured-missing",
      effect: "info",
      cited: group.cited,
      in: { group: group.id },
      out: {},
    });
    return readings.fact("newborn-parentInsured", EITHER) === "applies";
  }
  if (!reached) note(log, group, "newborn-not-relieved", false, { zh: relief.name.zh, en: relief.name.en });
  return reached;
}

/** Without readings the edge counts as inside. */
function inPhase(
  birth: EpochDay,
  paidOn: EpochDay,
  until: LengthData | "first-birthday",
  readings: Readings | null,
): boolean {
  if (until === "first-birthday") return true;
  const edge = edgeDay(birth, until);
  if (paidOn !== edge) return paidOn < edge;
  return readings === null || readings.read("within-edge") === "in";
}
