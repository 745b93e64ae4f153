// What a rule set is, as written in policies/: one zod definition for the types, the load check and the published JSON Schema.
import { z } from "zod";
import { Aid } from "./schema-aid.ts";
import { Group } from "./schema-groups.ts";
import { Incentives, MissedYears } from "./schema-missed-years.ts";
import { Cite, CitedMoney, GradeSchema, IsoDate, Money, Slug, Start, Words } from "./schema-parts.ts";

export type { GroupData } from "./schema-groups.ts";
export type { CiteData, IfData, LengthData, StartData, StartRule, WordsData } from "./schema-parts.ts";
export { GradeSchema, Words } from "./schema-parts.ts";

const Document = z.strictObject({
  number: z.string().min(1),
  title: Words,
  issuers: z.array(z.string().min(1)).min(1),
  issuedOn: IsoDate.nullable(),
  grade: GradeSchema,
  note: Words.optional(),
});

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
  /** What a late payer owes instead of the standard (e.g. personal part plus subsidy); a group's `price` may free from it. */
  standard: CitedMoney.optional(),
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
  /** Shown only where it helps: with these identities, standings, groups, births or payment months. */
  when: z
    .strictObject({
      identities: z.array(Slug).optional(),
      standing: z.array(z.enum(["registered", "residence-permit", "student", "employee"])).optional(),
      groups: z.array(Slug).optional(),
      bornFrom: IsoDate.optional(),
      bornTo: IsoDate.optional(),
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
  aid: Aid,
  periods: z.array(Period).min(1),
  wait: z.strictObject({
    lengths: z.strictObject({
      day: z.strictObject({ fixed: z.int().positive(), further: z.int().nonnegative().optional() }).optional(),
      month: z.strictObject({ fixed: z.int().positive(), further: z.int().nonnegative().optional() }).optional(),
    }),
    /** What each further missed year adds (变动待遇等待期), where another text than that of the fixed wait says so. */
    further: z
      .strictObject({ day: z.int().positive().optional(), month: z.int().positive().optional(), cite: Cite })
      .optional(),
    /** True where the document gives a lower bound only. */
    atLeast: z.boolean(),
    cite: Cite,
  }),
  /** The rule for years without cover (断保); null where the rule set has none of its own. */
  missedYears: MissedYears.nullable(),
  /** What continuous and claim-free years earn; absent where no rule of the year is known. */
  incentives: Incentives,
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
  incentives: sections.incentives.optional(),
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

export type InterpretationData = z.infer<typeof Interpretation>;
export type RuleSetData = z.infer<typeof RuleSetFile>;
export type NationalData = z.infer<typeof NationalFile>;
export type CountyData = z.infer<typeof CountyFile>;
