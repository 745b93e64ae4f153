// Random residents for properties: the engine's own ids, days crowded around the rules' turning points, any fact missing.

import fc from "fast-check";
import { isoDay, parseIsoDay } from "../../../shared/dates/iso.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { takesOwnPast } from "../../../shared/engine/own-past.ts";
import type { Result } from "../../../shared/engine/result.ts";
import type { FurtherFact, Table } from "../../../shared/rules/table.ts";
import { tables } from "../../bundled.ts";

export interface FurtherFacts {
  readonly parentInsured?: boolean | undefined;
  readonly recognisedOn?: string | undefined;
  readonly insuredYears?: number | undefined;
  readonly employeeMonths?: number | undefined;
  readonly repairedYears?: number | undefined;
  readonly continuousYears?: number | undefined;
  readonly claimFreeLastYear?: boolean | undefined;
  readonly lastYearWaitTo?: string | undefined;
}

export interface RandomRequest {
  readonly ruleSet: string;
  readonly county?: string;
  readonly paidOn: string;
  readonly resident: {
    readonly birthDate?: string;
    readonly categories?: readonly string[];
    readonly groups?: readonly { readonly group: string; readonly eventDate?: string }[];
    readonly missedYears?: readonly number[];
    readonly recognisedElsewhere?: boolean;
    readonly otherSponsor?: boolean;
    readonly standing?: string;
  } & FurtherFacts;
  readonly admittedOn?: string;
  readonly interpretations?: Readonly<Record<string, string>>;
}

/** The result of a request that is in order; an error fails the test that asked. */
export function resultOf(request: unknown): Result {
  const answer = answerRequest(request, tables);
  if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
  return answer.result;
}

/** The day of a date in a request; a text that is none fails the test that asked. */
export function dayIn(text: string): number {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new Error(`no day: ${text}`);
  return parsed;
}

/** Each claim once and no more than so many; nobody is in a group before what makes them so, no newborn has studied, nobody else was just born. */
export function areClaimsPossible({ paidOn, resident }: RandomRequest, most = 2): boolean {
  const groups = resident.groups ?? [];
  const age = resident.birthDate === undefined ? null : dayIn(paidOn) - dayIn(resident.birthDate);
  const isPossible = ({ group, eventDate }: (typeof groups)[number]) =>
    (eventDate === undefined || eventDate <= paidOn) &&
    (age === null || (group === "newborn" ? age <= 366 : !takesOwnPast(group) || age > 16 * 366));
  return (
    groups.length <= most &&
    new Set(groups.map(({ group }) => group)).size === groups.length &&
    groups.every(isPossible)
  );
}

function near(day: number): fc.Arbitrary<number> {
  return fc.integer({ min: -2, max: 2 }).map((nudge) => day + nudge);
}

/** Days of payment: around every period's ends, at month ends, anywhere from the summer before to the spring after. */
export function paymentDays(table: Table): fc.Arbitrary<number> {
  const ends = table.periods.flatMap((period) => [period.from, period.to]);
  return fc.oneof(
    fc.constantFrom(...ends).chain(near),
    fc.integer({ min: table.opening - 20, max: table.yearEnd + 100 }),
    fc.integer({ min: table.closing, max: table.yearEnd }),
  );
}

function daysBefore(paidOn: number): fc.Arbitrary<string> {
  return fc.oneof(near(90), near(91), near(0), fc.integer({ min: -30, max: 500 })).map((days) => isoDay(paidOn - days));
}

function births(paidOn: number): fc.Arbitrary<string> {
  return fc
    .oneof(near(90), near(365), fc.integer({ min: 0, max: 420 }), fc.integer({ min: 0, max: 30_000 }))
    .map((days) => isoDay(Math.min(paidOn, paidOn - days)));
}

function missedYears({ coverageYear }: Table): fc.Arbitrary<number[]> {
  return fc.oneof(
    fc.constant<number[]>([]),
    fc.integer({ min: 1, max: 9 }).map((count) => Array.from({ length: count }, (_, at) => coverageYear - 1 - at)),
    fc.uniqueArray(fc.integer({ min: 2010, max: coverageYear - 1 }), { maxLength: 5 }),
  );
}

/** The facts that only some rule sets ask for, any of them missing. */
function furtherFacts(table: Table, paidOn: number): fc.Arbitrary<FurtherFacts> {
  const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const told = (fact: FurtherFact) => table.furtherFacts.includes(fact);
  const count = perhaps(fc.integer({ min: 0, max: 6 }));
  const nothing = fc.constant(undefined);
  return fc.record({
    parentInsured: told("parentInsured") ? perhaps(fc.boolean()) : nothing,
    recognisedOn: told("recognisedOn")
      ? perhaps(fc.integer({ min: paidOn - 200, max: paidOn + 5 }).map(isoDay))
      : nothing,
    insuredYears: told("insuredYears") ? count : nothing,
    employeeMonths: told("employeeMonths") ? count : nothing,
    repairedYears: told("repairedYears") ? count : nothing,
    continuousYears: told("continuousYears") ? count : nothing,
    claimFreeLastYear: told("claimFreeLastYear") ? perhaps(fc.boolean()) : nothing,
    lastYearWaitTo: told("lastYearWaitTo")
      ? fc.option(fc.integer({ min: table.yearStart - 20, max: table.yearStart + 90 }).map(isoDay), {
          nil: undefined,
          freq: 1,
        })
      : nothing,
  });
}

function choices(table: Table): fc.Arbitrary<Record<string, string>> {
  const settled = [...table.questions.values()].map((question) =>
    fc.option(fc.constantFrom(...question.options.map((option) => [question.id, option.id] as const)), {
      nil: undefined,
      freq: 3,
    }),
  );
  return fc
    .tuple(...settled)
    .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== undefined)) as Record<string, string>);
}

/** How many random residents a property meets; RESIDENTS_SHARE takes fewer, where thousands of mutants have to meet them. */
export function runs(count: number): number {
  return Math.ceil(count * Number(process.env["RESIDENTS_SHARE"] ?? 1));
}

export interface Facts {
  /** Facts that are always given; the others may be missing. */
  readonly complete?: boolean;
  readonly table?: Table;
}

/** A request in order for any (or the given) rule set. */
export function requests({ complete = false, table }: Facts = {}): fc.Arbitrary<RandomRequest> {
  const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    complete ? arbitrary : fc.option(arbitrary, { nil: undefined, freq: 4 });
  const anyTable = table === undefined ? fc.constantFrom(...tables.values()) : fc.constant(table);
  return anyTable.chain((rules) =>
    paymentDays(rules).chain((paidOn) =>
      fc
        .record({
          ruleSet: fc.constant(rules.id),
          county: optional(fc.constantFrom(...rules.counties.keys())),
          paidOn: fc.constant(isoDay(paidOn)),
          resident: fc.record({
            birthDate: optional(births(paidOn)),
            categories: optional(fc.uniqueArray(fc.constantFrom(...rules.categories.keys()), { maxLength: 3 })),
            groups: optional(
              fc.array(
                fc
                  .constantFrom(...rules.groupById.keys())
                  .chain((group) => fc.record({ group: fc.constant(group), eventDate: optional(daysBefore(paidOn)) })),
                { maxLength: 3 },
              ),
            ),
            missedYears: optional(missedYears(rules)),
            recognisedElsewhere: fc.option(fc.constant(true), { nil: undefined, freq: 1 }),
            otherSponsor: fc.option(fc.constant(true), { nil: undefined, freq: 1 }),
            further: furtherFacts(rules, paidOn),
            standing: fc.option(fc.constantFrom("registered", "residence-permit", "student", "employee"), {
              nil: undefined,
              freq: 2,
            }),
          }),
          admittedOn: fc.option(fc.integer({ min: paidOn - 30, max: paidOn + 150 }).map(isoDay), { nil: undefined }),
          interpretations: fc.option(choices(rules), { nil: undefined }),
        })
        .map(({ resident: { further, ...resident }, ...request }) => ({
          ...request,
          resident: { ...resident, ...further },
        }))
        // Missing facts are absent keys, as in a request that came as JSON.
        .map((request) => JSON.parse(JSON.stringify(request)) as RandomRequest),
    ),
  );
}
