// A question as it comes in (JSON, the window, a command line) → a checked Case. Every fault names its path; nothing is guessed.
import { z } from "zod";
import type { EpochDay } from "../dates/civil.ts";
import { isoDay, parseIsoDay } from "../dates/iso.ts";
import { fits } from "../rules/fits.ts";
import type { MissingYear } from "../rules/missing-year.ts";
import { shapeWords } from "../rules/shape-words.ts";
import { type Category, FURTHER_FACTS, type Table } from "../rules/table.ts";
import { type Case, type Claim, type Facts, NO_CHOICES, NO_FACTS } from "./case.ts";
import { fieldText } from "./request-fields.ts";

const Claimed = z.strictObject({ group: z.string(), eventDate: z.string().nullish() });

const Count = z.int().nonnegative().max(120);

const Resident = z.strictObject({
  birthDate: z.string().nullish(),
  categories: z.array(z.string()).nullish(),
  groups: z.array(Claimed).nullish(),
  missedYears: z.array(z.int()).nullish(),
  recognisedElsewhere: z.boolean().nullish(),
  otherSponsor: z.boolean().nullish(),
  standing: z.enum(["registered", "residence-permit", "student", "employee"]).nullish(),
  parentInsured: z.boolean().nullish(),
  recognisedOn: z.string().nullish(),
  insuredYears: Count.nullish(),
  employeeMonths: Count.max(12).nullish(),
  repairedYears: Count.nullish(),
  continuousYears: Count.nullish(),
  claimFreeLastYear: z.boolean().nullish(),
  lastYearWaitTo: z.string().nullish(),
});

/** The request of the calculation contract. Dates stay text here: parseCase names the field of an impossible one. */
export const RequestSchema = z.strictObject({
  id: z.string().nullish(),
  ruleSet: z.string(),
  county: z.string().nullish(),
  paidOn: z.string(),
  resident: Resident,
  admittedOn: z.string().nullish(),
  interpretations: z.record(z.string(), z.string()).nullish(),
  /** The coverage year of a rule set past its last useful day, named by whoever decided to use it all the same. */
  pastYear: z.int().nullish(),
});

export type Request = z.infer<typeof RequestSchema>;

export interface RequestError {
  readonly code:
    | "bad-json"
    | "bad-shape"
    | "missing"
    | "unknown-key"
    | "bad-date"
    | "unknown-rule-set"
    | "missing-year"
    | "past-year-other"
    | "unknown-category"
    | "unknown-group"
    | "unknown-interpretation"
    | "unknown-option"
    | "county-outside"
    | "missed-year-repeated"
    | "missed-year-future"
    | "birth-after-payment";
  readonly path: string;
  readonly message: string;
  /** For `missing-year`: the notice that is not there, and what is known of the year all the same. */
  readonly missing?: MissingYear;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: RequestError };

function fail(
  code: RequestError["code"],
  path: string,
  message: string,
): { readonly ok: false; readonly error: RequestError } {
  return { ok: false, error: { code, path, message } };
}

/** Checks the shape of a request. The first fault is reported with its path. */
export function parseRequest(value: unknown): Parsed<Request> {
  if (fits(RequestSchema, value)) return { ok: true, value: value as Request };
  const parsed = RequestSchema.safeParse(value, { error: shapeWords });
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  if (issue === undefined) return fail("bad-shape", "", "not a request");
  const path = requestPath(issue.path);
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    return fail(
      "unknown-key",
      path === "" ? key : `${path}.${key}`,
      `${issue.message}; correct its spelling or leave it out`,
    );
  }
  const write = `write ${fieldText(issue.path)}`;
  if (path !== "" && issue.code === "invalid_type" && at(value, issue.path) === undefined)
    return fail("missing", path, `"${path}" is required; ${write}${misspelt(parsed.error.issues, issue.path)}`);
  return fail("bad-shape", path, `${issue.message}; ${write}`);
}

/** A key that nobody knows beside one that is missing is most likely the same, misspelt. */
function misspelt(issues: readonly z.core.$ZodIssue[], missing: readonly PropertyKey[]): string {
  const beside = requestPath(missing.slice(0, -1));
  const unknown = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" && requestPath(issue.path) === beside ? issue.keys : [],
  );
  return unknown.length === 0 ? "" : `; ${unknown.map((key) => `"${key}"`).join(", ")} is not known there`;
}

/** What stands at the path of a fault; undefined where nothing does. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((node, key) => Reflect.get(Object(node), key), value);
}

function requestPath(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}

/** Looks every id up in the rule set and turns dates into days. `request.ruleSet` is taken to be `table`'s. */
export function parseCase(request: Request, table: Table): Parsed<Case> {
  const paidOn = parseIsoDay(request.paidOn);
  if (paidOn === undefined) return badDate("paidOn", request.paidOn);
  const { resident } = request;
  const birth = optionalDay(resident.birthDate);
  if (birth === undefined) return badDate("resident.birthDate", resident.birthDate);
  if (birth !== null && birth > paidOn) {
    return fail(
      "birth-after-payment",
      "resident.birthDate",
      `${isoDay(birth)} is after the payment on ${isoDay(paidOn)}; check both dates`,
    );
  }
  const admittedOn = optionalDay(request.admittedOn);
  if (admittedOn === undefined) return badDate("admittedOn", request.admittedOn);
  const categories = parseCategories(resident.categories ?? null, table);
  if (!categories.ok) return categories;
  const claims = parseClaims(resident.groups ?? [], table);
  if (!claims.ok) return claims;
  const missed = checkMissedYears(resident.missedYears ?? null, table);
  if (!missed.ok) return missed;
  const facts = parseFacts(resident, table);
  if (!facts.ok) return facts;
  const county = request.county ?? null;
  const found = county === null ? null : table.counties.get(county);
  if (found === undefined) {
    return fail("county-outside", "county", `${county} is no county of ${table.id}; ${coveredCounties(table)}`);
  }
  const choices = parseChoices(request.interpretations ?? null, table);
  if (!choices.ok) return choices;
  return {
    ok: true,
    value: {
      paidOn,
      birth,
      categories: categories.value,
      claims: claims.value,
      missedYears: missed.value,
      recognisedElsewhere: resident.recognisedElsewhere ?? false,
      otherSponsor: resident.otherSponsor ?? false,
      standing: resident.standing ?? "registered",
      county: found,
      admittedOn,
      facts: facts.value,
      choices: choices.value,
    },
  };
}

/** A city's counties by name; of a province, which has too many, what their codes begin with. */
function coveredCounties({ counties, areaPrefix }: Table): string {
  const codes = [...counties.keys()];
  if (codes.length <= 20) return `it covers ${codes.join(", ")}`;
  return `it covers county codes (GB/T 2260) that begin with ${areaPrefix}, like ${codes[0] ?? ""}`;
}

const NOTHING_FURTHER: Parsed<Facts> = { ok: true, value: NO_FACTS };

/** Facts that only some rule sets can use: given to another they change nothing. */
function parseFacts(resident: Request["resident"], table: Table): Parsed<Facts> {
  if (table.furtherFacts.length === 0 && resident.recognisedOn === undefined) return NOTHING_FURTHER;
  if (!FURTHER_FACTS.some((fact) => fact in resident)) return NOTHING_FURTHER;
  const recognisedOn = optionalDay(resident.recognisedOn);
  if (recognisedOn === undefined) return badDate("resident.recognisedOn", resident.recognisedOn);
  const lastYearWaitTo = optionalDay(resident.lastYearWaitTo);
  if (lastYearWaitTo === undefined) return badDate("resident.lastYearWaitTo", resident.lastYearWaitTo);
  return {
    ok: true,
    value: {
      parentInsured: resident.parentInsured ?? null,
      recognisedOn,
      insuredYears: resident.insuredYears ?? null,
      employeeMonths: resident.employeeMonths ?? null,
      repairedYears: resident.repairedYears ?? 0,
      continuousYears: resident.continuousYears ?? null,
      claimFreeLastYear: resident.claimFreeLastYear ?? null,
      lastYearWaitTo,
    },
  };
}

function badDate(path: string, text: string | null | undefined): { readonly ok: false; readonly error: RequestError } {
  return fail("bad-date", path, `"${text ?? ""}" is no date; write a real day as YYYY-MM-DD, like 2025-01-15`);
}

/** null where absent, undefined where it is no date. */
function optionalDay(text: string | null | undefined): EpochDay | null | undefined {
  return text === null || text === undefined ? null : parseIsoDay(text);
}

function parseCategories(ids: readonly string[] | null, table: Table): Parsed<readonly Category[] | null> {
  if (ids === null) return { ok: true, value: null };
  const found: Category[] = [];
  for (const [at, id] of ids.entries()) {
    const category = table.categories.get(id);
    if (category === undefined) {
      return fail(
        "unknown-category",
        `resident.categories[${at}]`,
        `"${id}" is no aid identity of ${table.id}; it has ${[...table.categories.keys()].join(", ")}`,
      );
    }
    if (!found.includes(category)) found.push(category);
  }
  return { ok: true, value: found };
}

function parseClaims(groups: readonly z.infer<typeof Claimed>[], table: Table): Parsed<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const [index, claim] of groups.entries()) {
    const group = table.groupById.get(claim.group);
    if (group === undefined) {
      return fail(
        "unknown-group",
        `resident.groups[${index}].group`,
        `"${claim.group}" is no special group of ${table.id}; it has ${[...table.groupById.keys()].join(", ")}`,
      );
    }
    const event = optionalDay(claim.eventDate);
    if (event === undefined) return badDate(`resident.groups[${index}].eventDate`, claim.eventDate);
    // The same claim twice is one claim.
    if (!claims.some((known) => known.group === group && known.event === event)) claims.push({ group, event, index });
  }
  return { ok: true, value: claims };
}

function checkMissedYears(years: readonly number[] | null, table: Table): Parsed<readonly number[] | null> {
  if (years === null) return { ok: true, value: null };
  for (const [at, year] of years.entries()) {
    const path = `resident.missedYears[${at}]`;
    if (year >= table.coverageYear)
      return fail(
        "missed-year-future",
        path,
        `${year} is not before coverage year ${table.coverageYear}; a missed year lies before it`,
      );
    if (year < 1900)
      return fail(
        "bad-shape",
        path,
        `${year} is no coverage year of this insurance; write a year like ${table.coverageYear - 1}, or leave it out`,
      );
    if (years.indexOf(year) !== at)
      return fail("missed-year-repeated", path, `${year} stands twice; name each missed year once`);
  }
  return { ok: true, value: years };
}

function parseChoices(
  chosen: Readonly<Record<string, string>> | null,
  table: Table,
): Parsed<ReadonlyMap<string, string>> {
  if (chosen === null) return { ok: true, value: NO_CHOICES };
  const choices = new Map<string, string>();
  for (const [id, option] of Object.entries(chosen)) {
    const question = table.questions.get(id);
    if (question === undefined) {
      return fail(
        "unknown-interpretation",
        `interpretations.${id}`,
        `"${id}" is no interpretation of ${table.id}; it has ${[...table.questions.keys()].join(", ")}`,
      );
    }
    if (!question.options.some((known) => known.id === option)) {
      return fail(
        "unknown-option",
        `interpretations.${id}`,
        `"${option}" is no option; allowed: ${question.options.map((known) => known.id).join(", ")}`,
      );
    }
    choices.set(id, option);
  }
  return { ok: true, value: choices };
}
