// From what was typed to the engine's question: checks the form of each field, leaves out what cannot be read, and names it.
import type { CarriedRequest } from "../../shared/compare/carry-over.ts";
import type { EpochDay } from "../../shared/dates/civil.ts";
import { isoDay } from "../../shared/dates/iso.ts";
import { parseTypedDate } from "../../shared/dates/typed.ts";
import { parseIdNumber } from "../../shared/identity/id-number.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { FURTHER_FACTS, type FurtherFact } from "../../shared/rules/table.ts";
import type { Draft, Field } from "./draft.ts";
import { type FurtherTexts, readFact } from "./further.ts";
import { missedYearsOf } from "./year-bound.ts";

/** The engine's question as the counter asks it: readings are the bureau's, never one case's. */
export type AssessRequest = Omit<CarriedRequest, "interpretations">;

/** What is wrong in a field: `code` is a key of `assess:fault.*`, `values` fill its sentence. */
export interface Fault {
  readonly field: Field;
  /** The group whose event date is meant, where the field is `groups`. */
  readonly group?: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** True while the clerk is still typing something that may become right: no alarm yet. */
  readonly unfinished: boolean;
}

/** What was typed for another rule set and means nothing in this one: kept, left out of the question, and said. */
export interface Unknown {
  readonly field: Field;
  readonly id: string;
  /** The coverage year for which it was told, where it is another than the rule set's. */
  readonly year?: number;
}

export interface Asked {
  /** Null where the payment day cannot be read: without it there is no question. */
  readonly request: AssessRequest | null;
  readonly faults: readonly Fault[];
  readonly unknown: readonly Unknown[];
  /** ISO birth date from the ID number or typed, where one of them can be read. */
  readonly birthDate: string | null;
}

export function ask(draft: Draft, rules: RuleSetDescription, today: EpochDay): Asked {
  const faults: Fault[] = [];
  const unknown: Unknown[] = [];
  const birthDate = birthDateOf(draft, today, faults);
  const paidOn = dayIn(draft.paidText, "paidOn", faults, true);
  const admittedOn = rules.hasAdmissionRule ? dayIn(draft.admittedText, "admittedOn", faults, false) : null;

  const known = draft.county === null || countyIn(rules, draft.county);
  if (draft.county !== null && !known) unknown.push({ field: "area", id: draft.county });
  const categories = draft.categories?.filter((id) => keep(rules.categories, id, "categories", unknown));
  const claims = draft.claims.filter((claim) => keep(rules.groups, claim.group, "groups", unknown));
  unknown.push(...leftOut(draft, rules));
  // Where none of the chosen identities exists in this rule set, "none" would be a guess: it counts as not asked.
  const categoriesKnown = categories !== undefined && (categories.length > 0 || draft.categories?.length === 0);

  if (paidOn === null) return { request: null, faults, unknown, birthDate };
  const request: AssessRequest = {
    ruleSet: rules.id,
    ...(draft.county !== null && known ? { county: draft.county } : {}),
    paidOn,
    resident: {
      ...(birthDate === null ? {} : { birthDate }),
      ...(categoriesKnown ? { categories } : {}),
      ...(claims.length === 0 ? {} : { groups: claims.map((claim) => claimed(claim.group, claim.eventText, faults)) }),
      ...missed(draft, rules.coverageYear),
      ...(draft.standing === "registered" ? {} : { standing: draft.standing }),
      ...(draft.otherSponsor ? { otherSponsor: true } : {}),
      ...(draft.recognisedElsewhere ? { recognisedElsewhere: true } : {}),
      ...furtherOf(draft, rules, faults),
    },
    ...(admittedOn === null ? {} : { admittedOn }),
    ...(draft.pastYear === rules.coverageYear ? { pastYear: rules.coverageYear } : {}),
  };
  return { request, faults, unknown, birthDate };
}

/** An admission without a rule on it, facts without one, and what was told of the years before another coverage year. */
function leftOut(draft: Draft, rules: RuleSetDescription): readonly Unknown[] {
  const told = (fact: FurtherFact, texts: FurtherTexts) => (texts[fact] ?? "") !== "";
  const years = Object.entries(draft.otherYears).map(([year, bound]) => ({ year: Number(year), ...bound }));
  const missed = years.find(({ continuity }) => continuity !== "unknown");
  return [
    ...(rules.hasAdmissionRule || draft.admittedText === ""
      ? []
      : [{ field: "admittedOn" as const, id: draft.admittedText }]),
    ...(missed === undefined || draft.continuity !== "unknown"
      ? []
      : [{ field: "continuity" as const, id: missed.continuity, year: missed.year }]),
    ...FURTHER_FACTS.flatMap((fact): readonly Unknown[] => {
      if (told(fact, draft.further)) return rules.furtherFacts.includes(fact) ? [] : [{ field: fact, id: fact }];
      const other = years.find(({ further }) => told(fact, further));
      return other === undefined ? [] : [{ field: fact, id: fact, year: other.year }];
    }),
  ];
}

/** Facts typed for another rule set stay in the form and out of this one's question. */
function furtherOf(draft: Draft, rules: RuleSetDescription, faults: Fault[]): Partial<AssessRequest["resident"]> {
  const given: [string, boolean | number | string][] = [];
  for (const fact of rules.furtherFacts) {
    const read = readFact(fact, draft.further[fact] ?? "");
    if (!read.ok) faults.push({ field: fact, code: read.code, values: read.values, unfinished: read.unfinished });
    else if (read.value !== null) given.push([fact, read.value]);
  }
  return Object.fromEntries(given);
}

function birthDateOf(draft: Draft, today: EpochDay, faults: Fault[]): string | null {
  if (draft.idNumber.trim() === "") return dayIn(draft.birthText, "birthDate", faults, false);
  const read = parseIdNumber(draft.idNumber, today);
  if (read.ok) return read.birthDate;
  const { code, ...values } = read.error;
  const unfinished =
    code === "empty" || (code === "length" && (values as { found: number }).found < 18) || code === "old-number";
  faults.push({ field: "idNumber", code: `id.${code}`, values: values as Record<string, string | number>, unfinished });
  return null;
}

function dayIn(text: string, field: Field, faults: Fault[], required: boolean, group?: string): string | null {
  const read = parseTypedDate(text);
  if (read.ok) return isoDay(read.day);
  const { code, ...values } = read.error;
  if (code === "empty" && !required) return null;
  const unfinished = code === "empty" || (code === "form" && text.replace(/\D/g, "").length < 8);
  faults.push({
    field,
    code: `date.${code}`,
    values: values as Record<string, string | number>,
    unfinished,
    ...(group === undefined ? {} : { group }),
  });
  return null;
}

function claimed(
  group: string,
  eventText: string,
  faults: Fault[],
): { readonly group: string; readonly eventDate?: string } {
  const eventDate = dayIn(eventText, "groups", faults, false, group);
  return eventDate === null ? { group } : { group, eventDate };
}

function missed(draft: Draft, coverageYear: number): { readonly missedYears?: readonly number[] } {
  if (draft.continuity === "unknown") return {};
  return { missedYears: draft.continuity === "covered" ? [] : missedYearsOf(coverageYear, draft.missedCount) };
}

function countyIn(rules: RuleSetDescription, code: string): boolean {
  return rules.prefectures.some((prefecture) => prefecture.counties.some((county) => county.code === code));
}

function keep(list: readonly { readonly id: string }[], id: string, field: Field, unknown: Unknown[]): boolean {
  if (list.some((entry) => entry.id === id)) return true;
  unknown.push({ field, id });
  return false;
}
