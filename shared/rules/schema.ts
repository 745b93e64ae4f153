// What a rule set is, as written in policies/: one zod definition for the types, the load check and the published JSON Schema.
import { z } from "zod";
import { parseIsoDay } from "../dates/iso.ts";

/** Amounts are yuan as text with two decimals: a JSON number would already have lost the exactness. */
export const Money = z
  .string()
  .regex(/^(0|[1-9]\d{0,5})\.\d{2}$/, 'an amount is text in yuan with two decimals, like "116.80"')
  .meta({ id: "money", description: 'Yuan as text with two decimals, like "116.80"' });
const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a date is YYYY-MM-DD")
  .refine((text) => parseIsoDay(text) !== undefined, {
    error: ({ input }) => `"${input}" is no day of the calendar; write the day as the document prints it`,
  })
  .meta({ id: "date", description: "A day as YYYY-MM-DD" });
const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens")
  .meta({ id: "slug", description: "An id: lower-case words joined by hyphens" });
export const Words = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
  .meta({ id: "words", description: "The same words in Chinese and English" });
export const GradeSchema = z.enum(["A", "B", "C", "D"]).meta({
  id: "grade",
  description: "A: official text. B: reprint that agrees with another source. C, D: carry no rule in force",
});

/** Where a rule is written. `silent` marks a point on which the article says nothing. */
export const Cite = z
  .strictObject({
    document: Slug,
    article: z.string().min(1),
    grade: GradeSchema,
    summary: Words,
    silent: z.literal(true).optional(),
    /** Filled while layers are resolved, never written by hand. */
    layer: z.string().optional(),
  })
  .meta({
    id: "cite",
    description: "Where a rule is written, with the rule in our words; silent: the text says nothing",
  });

/** A number with its citation; null means that the document does not state it. */
const CitedMoney = z
  .strictObject({ value: Money.nullable(), cite: Cite })
  .meta({ id: "cited-money", description: "An amount with its citation; null where the document does not state it" });

const Document = z.strictObject({
  number: z.string().min(1),
  title: Words,
  issuers: z.array(z.string().min(1)).min(1),
  issuedOn: IsoDate.nullable(),
  grade: GradeSchema,
  note: Words.optional(),
});

export const START_RULES = [
  "coverage-year-start",
  "payment-day",
  "next-day",
  "month-start",
  "next-month",
  "birth",
  "not-stated",
] as const;
/** When cover starts: a fixed rule, or the option chosen for an interpretation (its option ids are start rules). */
const Start = z.union([z.enum(START_RULES), z.strictObject({ by: Slug })]);

const Length = z.strictObject({ length: z.int().positive().max(400), unit: z.enum(["day", "month"]) });

const PeriodBenefit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), start: Start }),
  z.strictObject({ kind: z.literal("wait") }),
  z.strictObject({ kind: z.literal("none"), reason: z.enum(["between-windows", "windows-closed"]) }),
]);

/** A span of payment days (both ends included) that share one rule. The periods of a rule set leave no day out. */
const Period = z.strictObject({
  id: Slug,
  window: z.enum(["concentrated", "supplementary", "between-windows", "after-closing"]),
  from: IsoDate,
  to: IsoDate,
  benefit: PeriodBenefit,
  /** What a late payer owes instead of the standard (e.g. personal part plus subsidy); groups free from it by `atStandard`. */
  standard: CitedMoney.optional(),
  cite: Cite,
});

const If = z.strictObject({ interpretation: Slug, is: Slug });

const NewbornPhase = z.strictObject({
  /** The phase holds for so long after birth, birth being day one; the last phase may run to the first birthday. */
  until: z.union([Length, z.literal("first-birthday")]),
  start: Start,
  if: If.optional(),
});

const GroupTest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("always") }),
  z.strictObject({ kind: z.literal("this-year") }),
  z.strictObject({ kind: z.literal("within"), within: Length }),
  z.strictObject({ kind: z.literal("newborn"), phases: z.array(NewbornPhase).min(1) }),
  /** The notice leaves open whether such a person is exempt at all. */
  z.strictObject({ kind: z.literal("open"), if: If }),
]);

/** A special group (特殊参保人群): who it is, until when, and from which day it is covered. */
const Group = z.strictObject({
  id: Slug,
  test: GroupTest,
  start: Start,
  /** Only residents who hold one of these aid identities; `open` ones only under an interpretation. */
  identities: z
    .strictObject({
      listed: z.array(Slug).min(1),
      open: z.strictObject({ if: If, identities: z.array(Slug).min(1) }).optional(),
    })
    .optional(),
  /** Any aid identity makes a resident a member without a claim. */
  impliedByIdentity: z.literal(true).optional(),
  /** The notice names the group but not its conditions: exempt, and a person has to look. */
  conditionsNotStated: z.literal(true).optional(),
  cite: Cite,
});

const Category = z.strictObject({
  id: Slug,
  /** Paid by medical aid; null where the document does not state it. */
  aid: Money.nullable(),
  /** Set where the listed identity is a name for a class of the notice. */
  resolvesTo: Slug.optional(),
  cite: Cite,
});

const Tier = z.strictObject({
  id: z.string().min(1),
  province: Money,
  cityCounty: Money,
  /** GB/T 2260 codes; a 4-digit code stands for all counties of the prefecture that no 6-digit entry names. */
  areas: z.array(z.string().regex(/^\d{4}(\d{2})?$/)),
  unverified: z.strictObject({ areas: z.array(z.string().regex(/^\d{6}$/)), cite: Cite }).optional(),
  cite: Cite,
});

export const Interpretation = z.strictObject({
  question: Words,
  options: z.array(z.strictObject({ id: Slug, text: Words })).min(1),
  default: Slug,
  /** The review code that an unsettled question answers with; only where the default is "not-settled". */
  code: z.enum(["boundary-day", "gap-before-2025", "conditions-not-stated"]).optional(),
  evidence: Words,
  cite: Cite,
});

const Information = z.strictObject({
  id: Slug,
  topic: z.enum([
    "hospital",
    "outpatient",
    "major-illness",
    "family-account",
    "residence",
    "student",
    "before-payment",
    "refund",
    "other",
  ]),
  text: Words,
  /** Shown only where it helps: with these identities, standings or payment months. */
  when: z
    .strictObject({
      identities: z.array(Slug).optional(),
      standing: z.array(z.enum(["registered", "residence-permit", "student", "employee"])).optional(),
      paidFrom: IsoDate.optional(),
      paidTo: IsoDate.optional(),
    })
    .optional(),
  values: z.record(z.string(), z.string()).optional(),
  cite: Cite,
});

const Central = z.union([CitedMoney, z.strictObject({ by: Slug, options: z.record(Slug, Money), cite: Cite })]);

const sections = {
  contribution: z.strictObject({ standard: CitedMoney }),
  subsidy: z.strictObject({
    /** The year of the notice's subsidy (财政补助年度), one before the coverage year. */
    fiscalYear: z.int(),
    total: CitedMoney,
    central: Central,
    tiers: z.array(Tier),
  }),
  majorIllness: z.strictObject({ perHead: CitedMoney, residentPays: CitedMoney, about: CitedMoney.optional() }),
  aid: z.strictObject({
    categories: z.array(Category).min(1),
    /** What holds where the identity was recognised in another pooling area (跨统筹). */
    elsewhere: z.strictObject({ review: z.enum(["aid-by-recognition-place", "aid-not-stated"]), cite: Cite }),
    otherSponsor: z.strictObject({ cite: Cite }),
    recognisedAfterPayment: z.strictObject({ cite: Cite }),
    /** Residents whose aid follows rules that the notice does not give, unless an identity already pays all. */
    notStatedFor: z.array(z.strictObject({ who: z.enum(["newborn", "student"]), cite: Cite })),
    several: z.strictObject({ cite: Cite }),
  }),
  periods: z.array(Period).min(1),
  wait: z.strictObject({
    lengths: z.strictObject({
      day: z.strictObject({ fixed: z.int().positive(), further: z.int().nonnegative() }).optional(),
      month: z.strictObject({ fixed: z.int().positive(), further: z.int().nonnegative() }).optional(),
    }),
    /** True where the document gives a lower bound only. */
    atLeast: z.boolean(),
    cite: Cite,
  }),
  /** The rule for years without cover (断保); null where the rule set has none of its own. */
  missedYears: z.strictObject({ cite: Cite }).nullable(),
  groups: z.array(Group),
  /** Judges a hospital admission by its day; null where the document has no such rule. */
  admission: z.strictObject({ cite: Cite }).nullable(),
  standing: z.strictObject({ residencePermit: Cite, student: Cite, employee: Cite }),
  outOfTime: z.strictObject({ beforeOpening: Cite, yearOver: Cite, earlierYear: Cite }),
  information: z.array(Information),
} as const;

export const RuleSetFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("canbao-rules/1"),
  id: z.string().regex(/^[a-z]+\/\d{4}$/),
  extends: z.string().regex(/^[a-z]+\/\d{4}$/),
  name: Words,
  jurisdiction: z.strictObject({ code: z.string().regex(/^\d{2}(\d{2})?$/), regions: Slug, name: Words }),
  coverageYear: z.int().min(2024).max(2100),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(["in-force", "provisional"]),
  documents: z.record(Slug, Document),
  interpretations: z.record(Slug, Interpretation.partial()),
  contribution: sections.contribution,
  subsidy: sections.subsidy,
  majorIllness: sections.majorIllness,
  aid: sections.aid,
  periods: sections.periods,
  wait: sections.wait,
  missedYears: sections.missedYears,
  groups: sections.groups,
  admission: sections.admission,
  standing: sections.standing.partial().optional(),
  outOfTime: sections.outOfTime.partial().optional(),
  information: sections.information,
});

/** What every notice of a year rests on: shared documents, floors, and the readings that hold everywhere. */
export const NationalFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("canbao-national/1"),
  id: z.string().regex(/^national\/\d{4}$/),
  extends: z
    .string()
    .regex(/^national\/\d{4}$/)
    .optional(),
  coverageYear: z.int(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  documents: z.record(Slug, Document),
  floors: z.strictObject({
    contribution: CitedMoney,
    subsidy: CitedMoney,
    centralShares: z.array(z.strictObject({ region: Slug, percent: z.int().min(1).max(100), cite: Cite })),
  }),
  interpretations: z.record(Slug, Interpretation),
  standing: sections.standing,
  outOfTime: sections.outOfTime,
  information: sections.information,
});

/** What a county adds: its funding tier and its townships with the numbers to enrol. */
export const CountyFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("canbao-county/1"),
  ruleSet: z.string().regex(/^[a-z]+\/\d{4}$/),
  county: z.string().regex(/^\d{6}$/),
  documents: z.record(Slug, Document),
  tier: z.strictObject({ id: z.string(), cite: Cite }).optional(),
  townships: z.strictObject({
    total: z.int().positive(),
    rows: z
      .array(
        z.strictObject({
          no: z.int().positive(),
          name: Words,
          kind: z.enum(["town", "headquarters", "subdistrict"]),
          toEnrol: z.int().positive(),
        }),
      )
      .min(1),
    cite: Cite,
  }),
});

export type CiteData = z.infer<typeof Cite>;
export type WordsData = z.infer<typeof Words>;
export type InterpretationData = z.infer<typeof Interpretation>;
export type RuleSetData = z.infer<typeof RuleSetFile>;
export type NationalData = z.infer<typeof NationalFile>;
export type CountyData = z.infer<typeof CountyFile>;
export type StartData = z.infer<typeof Start>;
export type StartRule = (typeof START_RULES)[number];
export type GroupData = z.infer<typeof Group>;
export type LengthData = z.infer<typeof Length>;
export type IfData = z.infer<typeof If>;
