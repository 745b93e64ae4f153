// The answer without words: every figure, code and date, no trace. Rosters use it as it is; evaluate() adds the explanation.
import type { EpochDay } from "../dates/civil.ts";
import type { Funding, Table } from "../rules/table.ts";
import { type Admission, admissionOf } from "./admission.ts";
import { type Case, edgeDay, holdsIdentity } from "./case.ts";
import { type Contribution, contributionOf, fundingOf } from "./contribution.ts";
import { decide, windowOf } from "./decide.ts";
import { fitOf } from "./groups.ts";
import type { Log } from "./log.ts";
import { isSameOutcome, type Outcome } from "./outcome.ts";
import { type Price, priceOf, priceUnder } from "./price.ts";
import { explore, isSameTree, openCodes, outcomesOf, Readings, type Tree } from "./readings.ts";
import { OPEN_CODES, type OpenCode, type ReviewCode, type WindowCode } from "./result.ts";

export interface Assessment {
  readonly window: WindowCode;
  /** What all readings agree on, or an undetermined outcome. */
  readonly outcome: Outcome;
  /** The decision tree over what stayed open; a leaf where the answer is settled. */
  readonly tree: Tree<Outcome>;
  readonly open: readonly OpenCode[];
  readonly price: Price;
  readonly contribution: Contribution;
  /** What is left to pay under each reading, in the order of the tree's leaves; null where the readings agree in the price. */
  readonly payables: readonly (string | null)[] | null;
  readonly funding: Funding;
  readonly admission: Admission | null;
  /** Review codes other than the open ones, in a fixed order. */
  readonly flags: readonly ReviewCode[];
}

/** What is written down on the way to an answer, for whoever explains it: no rule is tried twice where one run settles it. */
export interface Notes {
  /** The run that settled the benefit; null where open questions took several. */
  decision: Run | null;
  /** Contribution and subsidy. */
  readonly amounts: Log;
}

export interface Run {
  readonly readings: Readings;
  readonly steps: Log;
}

/** What is decided of the benefit: a part of the answer that several residents may share. */
export type Decision = Pick<Assessment, "outcome" | "tree" | "open">;

/** Answers for one resident. Pure but for `notes`; no strings are built that neither the result nor they carry. */
export function assess(resident: Case, table: Table, notes: Notes | null = null): Assessment {
  const tree = notes === null ? null : settled(resident, table, notes);
  const decision = tree === null ? decisionOf(resident, table) : decided(tree);
  return assessWith(decision, resident, table, notes?.amounts ?? null);
}

/** The benefit alone, under every reading. */
export function decisionOf(resident: Case, table: Table): Decision {
  return decided(explored(resident, table));
}

function decided(tree: Tree<Outcome>): Decision {
  if (tree.kind === "leaf") return { outcome: tree.outcome, tree, open: NOTHING_OPEN };
  const open = sortedCodes(tree);
  return { outcome: agreed(tree) ?? undetermined(tree, open), tree, open };
}

/** Whether the benefit of both is the same without deciding it twice: all that it hangs on is the same. False: it may be. */
export function isSameDecision(a: Case, b: Case, table: Table): boolean {
  return (
    a.missedYears === b.missedYears &&
    a.birth === b.birth &&
    a.claims === b.claims &&
    a.facts === b.facts &&
    (a.categories === b.categories || isSameMember(a, b, table))
  );
}

/**
 * Whether the identities of both, whose claims are the same, make the same groups' members. Where readings may differ in
 * the price alone an identity can decide which of them count, so nothing is taken for the same.
 */
function isSameMember(a: Case, b: Case, { impliedByIdentity, hasLatePrice }: Table): boolean {
  if (hasLatePrice || (impliedByIdentity !== null && holdsIdentity(a) !== holdsIdentity(b))) return false;
  return a.claims.every(({ group }) => group.listed === null || fitOf(a, group) === fitOf(b, group));
}

/** The whole answer to a decision made before. */
export function assessWith(decision: Decision, resident: Case, table: Table, log: Log | null): Assessment {
  const { outcome, tree, open } = decision;
  const price = priceOf(resident, table, tree);
  const contribution = contributionOf(resident, table, price, log);
  return {
    window: windowOf(resident, table),
    outcome,
    tree,
    open,
    price,
    contribution,
    payables: price.kind === "open" ? payablesOf(resident, table, tree) : null,
    funding: fundingOf(resident, table, contribution, price, log),
    admission:
      resident.admittedOn === null || table.admission === null
        ? null
        : admissionOf(resident.admittedOn, tree, table, null),
    flags: flagsOf(resident, table, outcome, contribution),
  };
}

function explored(resident: Case, table: Table): Tree<Outcome> {
  const isSame = (a: Outcome, b: Outcome): boolean => isSameOutcome(a, b) && costsTheSame(a, b, resident, table);
  return explore(table, resident.choices, (readings) => decide(resident, table, readings, null), isSame);
}

/** Whether the resident pays the same under two readings: the same price, or the same amount of whatever price. */
function costsTheSame(a: Outcome, b: Outcome, resident: Case, table: Table): boolean {
  if (!table.hasLatePrice) return true;
  const [one, other] = [priceUnder(a, resident, table), priceUnder(b, resident, table)];
  if (one.kind === other.kind) return true;
  const { payable } = contributionOf(resident, table, one, null);
  return payable !== null && payable === contributionOf(resident, table, other, null).payable;
}

/** What all readings of an open question give where they differ in the price alone; null where they differ in the benefit. */
function agreed(tree: Tree<Outcome>): Outcome | null {
  const [first, ...others] = outcomesOf(tree);
  return first !== undefined && others.every((other) => isSameOutcome(first, other))
    ? { ...first, exemption: null }
    : null;
}

function payablesOf(resident: Case, table: Table, tree: Tree<Outcome>): readonly (string | null)[] {
  return outcomesOf(tree).map(
    (outcome) => contributionOf(resident, table, priceUnder(outcome, resident, table), null).payable,
  );
}

/** The answer of a single run, which is noted down; null where something stays open. */
function settled(resident: Case, table: Table, notes: Notes): Tree<Outcome> | null {
  const readings = new Readings(table, resident.choices, null, true);
  const steps: Log = [];
  const outcome = decide(resident, table, readings, steps);
  if (readings.pending !== null) return null;
  notes.decision = { readings, steps };
  return { kind: "leaf", outcome, assigned: null };
}

/** Whether both give the same benefit, under every reading. */
export function isSameBenefit(a: Assessment, b: Assessment): boolean {
  return isSameOutcome(a.outcome, b.outcome) && isSameTree(a.tree, b.tree, isSameOutcome);
}

const NOTHING_OPEN: readonly OpenCode[] = [];

function sortedCodes(tree: Tree<Outcome>): readonly OpenCode[] {
  const found = openCodes(tree);
  return OPEN_CODES.filter((code) => found.has(code));
}

/** The end is kept where every reading has the same; the start never, since the readings differ. */
function undetermined(tree: Tree<Outcome>, open: readonly OpenCode[]): Outcome {
  return {
    kind: "undetermined",
    start: null,
    end: commonEnd(tree),
    wait: null,
    reason: open[0] ?? "fact-missing",
    exemption: null,
  };
}

function commonEnd(tree: Tree<Outcome>): EpochDay | null {
  if (tree.kind === "leaf") return tree.outcome.end;
  const [first, ...rest] = tree.children.map(commonEnd);
  return first !== undefined && rest.every((end) => end === first) ? first : null;
}

function flagsOf(resident: Case, table: Table, outcome: Outcome, contribution: Contribution): readonly ReviewCode[] {
  const flags: ReviewCode[] = [];
  if (outcome.exemption?.conditionsNotStated === true) flags.push("conditions-not-stated");
  if (outcome.wait?.monthEnd === true) flags.push("month-end");
  if (outcome.kind === "not-stated") flags.push("start-not-stated");
  if (isEarlierYear(resident, table)) flags.push("earlier-year");
  flags.push(...contribution.review);
  if (resident.county !== null && !resident.county.tierVerified && resident.standing !== "employee")
    flags.push("tier-unverified");
  if (table.status === "provisional") flags.push("provisional-rules");
  return flags;
}

/** A newborn's days before 1 January belong to the year before, which has its own notice. */
export function isEarlierYear(resident: Case, table: Table): boolean {
  const { birth, paidOn } = resident;
  if (birth === null || birth >= table.yearStart || resident.standing === "employee") return false;
  return paidOn <= edgeDay(birth, { length: 90, unit: "day" }) && paidOn >= table.opening;
}
