// Typical residents as data: who they are and when they pay, told without any year, so that every rule set can be asked about them.
import { z } from "zod";
import { carryOver } from "../compare/carry-over.ts";
import { addDays, civil, dayOf, type EpochDay } from "../dates/civil.ts";
import { isoDay, parseIsoDay } from "../dates/iso.ts";
import type { RuleSetDescription } from "../rules/description.ts";
import { Words } from "../rules/schema.ts";
import type { Asked } from "./impact.ts";

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const Persona = z.strictObject({
  id: Slug,
  about: Words,
  /** A day of the rule set's own campaign. */
  pays: z.strictObject({
    window: z.enum(["concentrated", "supplementary", "between-windows", "after-closing"]),
    day: z.enum(["first", "middle", "last"]),
  }),
  /** Years on the day of payment, or days for somebody just born; null: the birth date is not told. */
  age: z
    .union([z.strictObject({ years: z.int().min(0).max(110) }), z.strictObject({ days: z.int().min(0).max(400) })])
    .nullable(),
  /** null: not asked. Each entry lists names for nearly the same identity: the first that the rule set knows counts. */
  categories: z.array(z.array(Slug).min(1)).nullable(),
  groups: z.array(z.strictObject({ group: Slug, daysBefore: z.int().min(0).max(400).nullable() })),
  /** How many years directly before this one are missing; null: not known. */
  missed: z.int().min(0).max(10).nullable(),
  standing: z.enum(["registered", "residence-permit", "student", "employee"]).optional(),
  otherSponsor: z.literal(true).optional(),
  recognisedElsewhere: z.literal(true).optional(),
  /** Into hospital so many days after the payment. */
  admittedAfter: z.int().min(0).max(300).optional(),
});

/** `personas.json` beside the rule sets. */
export const PersonasFile = z.strictObject({
  format: z.literal("canbao-personas/1"),
  personas: z.array(Persona).min(1),
});

export type PersonaData = z.infer<typeof Persona>;

/** The personas whom the rule set knows: at its own counter, on days of its own campaign. */
export function askPersonas(personas: readonly PersonaData[], rules: RuleSetDescription): readonly Asked[] {
  return personas.flatMap((persona) => askFor(persona, rules) ?? []);
}

/** Undefined where the rule set has no such days, identity or group: a persona without what makes it one says nothing. */
function askFor(persona: PersonaData, rules: RuleSetDescription): Asked | undefined {
  const paidOn = payment(persona.pays, rules);
  if (paidOn === undefined) return undefined;
  const categories = persona.categories?.map((names) =>
    names.find((name) => rules.categories.some(({ id }) => id === name)),
  );
  const known = categories?.filter((id) => id !== undefined) ?? null;
  if (known !== null && known.length < (categories?.length ?? 0)) return undefined;
  if (persona.groups.some(({ group }) => !rules.groups.some(({ id }) => id === group))) return undefined;
  const { missed } = persona;
  const { request } = carryOver(
    {
      county: rules.prefectures[0]?.counties[0]?.code ?? null,
      paidOn: isoDay(paidOn),
      birthDate: birth(persona.age, paidOn),
      categories: known,
      groups: persona.groups.map(({ group, daysBefore }) => ({
        group,
        eventDate: daysBefore === null ? null : isoDay(addDays(paidOn, -daysBefore)),
      })),
      told:
        missed === null
          ? []
          : [
              {
                coverageYear: rules.coverageYear,
                missedYears: Array.from({ length: missed }, (_, at) => rules.coverageYear - 1 - at),
                facts: {},
              },
            ],
      facts: {},
      standing: persona.standing ?? "registered",
      otherSponsor: persona.otherSponsor ?? false,
      recognisedElsewhere: persona.recognisedElsewhere ?? false,
      admittedOn: persona.admittedAfter === undefined ? null : isoDay(addDays(paidOn, persona.admittedAfter)),
      interpretations: {},
    },
    rules,
  );
  return { subject: { kind: "persona", about: persona.about }, request: { ...request } };
}

function payment({ window, day }: PersonaData["pays"], { periods }: RuleSetDescription): EpochDay | undefined {
  const those = periods.filter((period) => period.window === window);
  const from = parseIsoDay(those[0]?.from ?? "");
  const to = parseIsoDay(those.at(-1)?.to ?? "");
  if (from === undefined || to === undefined) return undefined;
  return { first: from, middle: Math.floor((from + to) / 2), last: to }[day];
}

function birth(age: PersonaData["age"], paidOn: EpochDay): string | null {
  if (age === null) return null;
  if ("days" in age) return isoDay(addDays(paidOn, -age.days));
  const { year, month, day } = civil(paidOn);
  // A 29 February has no counterpart in most years; the day before is as good for somebody of whom only the age counts.
  return isoDay(dayOf(year - age.years, month, month === 2 && day === 29 ? 28 : day));
}
