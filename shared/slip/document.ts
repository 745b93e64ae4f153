// What stands on a slip: one zod definition for its type, the check before printing and the record of an issued slip.
import { z } from "zod";

const Money = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})\.\d{2}$/, 'an amount is text in yuan with two decimals, like "116.80"');
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is YYYY-MM-DD");
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Text = z.string().min(1);

/** A resident ID number in full, wherever it stands in a text: paper is left lying about. */
const FULL_ID = /\d{17}[\dXx]/;
const PersonText = Text.refine((text) => !FULL_ID.test(text), "a full ID number may not stand on paper");
const PersonWords = Words.refine(
  (words) => !FULL_ID.test(`${words.zh} ${words.en}`),
  "a full ID number may not stand on paper",
);

export const SLIP_LANGUAGES = ["zh-CN", "en"] as const;
export type SlipLanguage = (typeof SLIP_LANGUAGES)[number];

/** Who reads the explanation: a resident plain sentences, a clerk every step, an auditor every step with its values. */
export const AUDIENCES = ["resident", "clerk", "auditor"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Near relatives whose employee account (职工医保个人账户) may pay, as 甘医保发〔2024〕54号 四（一） lists them. */
export const RELATIONS = [
  "spouse",
  "parent",
  "child",
  "sibling",
  "paternal-grandparent",
  "maternal-grandparent",
  "grandchild",
  "maternal-grandchild",
] as const;
export type Relation = (typeof RELATIONS)[number];

const Payment = z.discriminatedUnion("source", [
  z.strictObject({ source: z.literal("cash") }),
  /** `relation` says what the account's holder is to the resident; `holder` is the name as it may stand on paper. */
  z.strictObject({ source: z.literal("relative-account"), relation: z.enum(RELATIONS), holder: PersonText.nullable() }),
]);

const Grade = z.enum(["A", "B", "C", "D"]);

const Wait = z.strictObject({ from: Day, to: Day, length: z.int().positive(), unit: z.enum(["day", "month"]) });

/**
 * The coverage year as consecutive spans without holes: `past` lies before the payment, `waiting` is the wait, `open`
 * is covered from a day in it that no document states, `earliest` is covered at the earliest, `none` is not covered.
 */
const YearStrip = z.strictObject({
  from: Day,
  to: Day,
  /** The payment day where it lies in the year, to mark it. */
  paidOn: Day.nullable(),
  spans: z
    .array(
      z.strictObject({
        state: z.enum(["past", "waiting", "covered", "earliest", "open", "none"]),
        from: Day,
        to: Day,
        days: z.int().positive(),
      }),
    )
    .min(1),
});

/** Cover as one reading of the rules gives it. */
const Settled = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("exact"), start: Day, end: Day, wait: Wait.nullable(), year: YearStrip }),
  z.strictObject({ kind: z.literal("not-before"), start: Day, end: Day, wait: Wait.nullable(), year: YearStrip }),
  /** The first day is not stated: the slip leaves a line for the clerk to fill in after asking. */
  z.strictObject({ kind: z.literal("not-stated"), end: Day, wait: Wait.nullable(), year: YearStrip }),
  z.strictObject({ kind: z.literal("none"), reason: Text, wait: Wait.nullable(), year: YearStrip }),
]);

/** One question's answer in a reading; words are null where the rule set gives none. */
const Choice = z.strictObject({
  question: Text,
  questionText: Words.nullable(),
  option: Text,
  optionText: Words.nullable(),
});

const Coverage = z.union([
  Settled,
  z.strictObject({
    kind: z.literal("undetermined"),
    reason: Text,
    readings: z.array(z.strictObject({ choices: z.array(Choice), coverage: Settled })),
  }),
]);

const TraceValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]);
const Values = z.record(z.string(), TraceValue);

const Clause = z.strictObject({ document: Text, article: Text, grade: Grade, silent: z.boolean() });

/** One line of the explanation: a step of the trace, said in words from its codes and values. */
const ExplanationLine = z.strictObject({
  step: Text,
  variant: Text,
  effect: z.enum(["applied", "failed", "info"]),
  /** The sentence in Chinese as the engine said it: stands in where a translation lacks the step. */
  summary: z.string(),
  given: Values,
  gives: Values,
  clause: Clause.nullable(),
});

const Area = z.strictObject({ county: Words.nullable(), township: Words.nullable() });

/** What paying for 0, 1, … missed years (断保修复) costs and gives; `reason` where the wait outlasts the year. */
const Repair = z.strictObject({
  missedYears: z.int().positive(),
  pricePerYear: Money,
  rows: z
    .array(
      z.strictObject({
        years: z.int().nonnegative(),
        cost: Money,
        wait: Wait.nullable(),
        start: Day.nullable(),
        reason: Text.nullable(),
      }),
    )
    .min(1),
});

const RuleSet = z.strictObject({
  id: Text,
  name: Words,
  coverageYear: z.int(),
  status: z.enum(["in-force", "provisional"]),
  version: Text,
  /** The first 12 hexadecimal digits of the rule set's hash. */
  hash: z.string().regex(/^[0-9a-f]{12}$/),
});

/** The rule set was past its last useful day and used on purpose. */
const PastYear = { coverageYear: z.int(), lastUsefulDay: Day } as const;

const Member = z.strictObject({
  name: PersonText.nullable(),
  maskedId: PersonText.nullable(),
  area: Area.refine(
    (area) => [area.county, area.township].every((words) => words === null || PersonWords.safeParse(words).success),
    "a full ID number may not stand on paper",
  ),
  /** Aid identities (救助身份); null where nobody asked yet, [] for none. */
  categories: z.array(Text).nullable(),
  /** The identity that counted. */
  category: Text.nullable(),
  groups: z.array(z.strictObject({ group: Text, eventDate: Day.nullable() })),
  /** Years without cover (断保); null where not known, [] for continuous. */
  missedYears: z.array(z.int()).nullable(),
  paidOn: Day,
  window: Text,
  exemption: z.strictObject({ group: Text, window: z.boolean(), wait: z.boolean() }).nullable(),
  /** Every null below is an amount that the documents do not state or that is not known yet. */
  standard: Money,
  /** Of `standard`, what is owed for paying late: the subsidy's part. Absent where nothing is. */
  surcharge: Money.optional(),
  aid: Money.nullable(),
  /** `aid` is what a relief pays (免缴、财政资助), and no medical aid. Absent where it is. */
  relieved: z.literal(true).optional(),
  payable: Money.nullable(),
  /** `payable` in 人民币大写. */
  payableInWords: Text.nullable(),
  /** Only where `payable` is null because this fact was not asked, and not because no document states it. */
  payableAwaits: Text.optional(),
  funding: z.strictObject({
    total: Money.nullable(),
    central: Money.nullable(),
    centralOptions: z.array(Money),
    province: Money.nullable(),
    cityCounty: Money.nullable(),
    tier: Text.nullable(),
  }),
  majorIllness: z.strictObject({ perHead: Money.nullable(), about: Money.nullable(), residentPays: Money.nullable() }),
  coverage: Coverage,
  /** Only where this fact was not asked and could still prove the coverage wrong to the resident's harm. */
  coverageAwaits: Text.optional(),
  /** Only where a wait for missed years holds and the rules let it be shortened, or say that nothing shortens it. */
  repair: Repair.optional(),
  /** A hospital admission that was judged; `covered` null where the rules do not say. */
  admission: z.strictObject({ covered: z.boolean().nullable(), reason: Text }).nullable(),
  explanation: z.array(ExplanationLine),
  /** Codes of what a person has to look at. */
  review: z.array(Text),
  /** Facts nobody gave that could change the answer. */
  unanswered: z.array(Text),
  /**
   * Only on the second line of a newborn whose 90 days lie in two coverage years: the other year's own rule set. A line
   * without it rests on the slip's.
   */
  otherYear: z.strictObject({ ruleSet: RuleSet, pastYear: z.strictObject(PastYear).optional() }).optional(),
  /** The newborn's other coverage year has no notice: a line without any number. */
  missingYear: z.int().optional(),
});

const Interpretation = z.strictObject({
  id: Text,
  question: Words.nullable(),
  option: Text,
  optionText: Words.nullable(),
  source: z.enum(["default", "bureau", "request"]),
  grade: Grade,
  /** The bureau that settled it, and in which document. */
  issuer: Text.nullable(),
  document: Text.nullable(),
  /** Where the lines are of more than one coverage year: the year whose rules were read so. */
  coverageYear: z.int().optional(),
});

/** A document the answer rests on, with the articles the steps cite. */
const Citation = z.strictObject({
  number: Text,
  title: Words.nullable(),
  grade: Grade,
  articles: z.array(Text).min(1),
});

const Sums = { standard: Money, aid: Money, payable: Money, unknown: z.int().nonnegative() } as const;

export const SlipDocumentSchema = z.strictObject({
  format: z.literal("canbao-slip/1"),
  kind: z.literal("assessment"),
  /** The languages it is printed in, the first one leading. */
  languages: z
    .array(z.enum(SLIP_LANGUAGES))
    .min(1)
    .max(2)
    .refine((all) => new Set(all).size === all.length, "a language stands once"),
  audience: z.enum(AUDIENCES),
  office: z.strictObject({ hall: Text.nullable(), window: Text.nullable(), clerk: Text.nullable() }),
  /** Of every line that names no other. */
  ruleSet: RuleSet,
  /** `missing` years have no notice yet. */
  pastYear: z.strictObject({ ...PastYear, missing: z.array(z.int()) }).optional(),
  members: z.array(Member).min(1),
  /**
   * For several lines: sums of what is known; `unknown` lines have an amount that is not. Null for one line. `byYear` where
   * the lines are of more than one coverage year: a year of which nothing is known has as many unknown lines as lines.
   */
  total: z
    .strictObject({
      ...Sums,
      payableInWords: Text,
      byYear: z
        .array(z.strictObject({ coverageYear: z.int(), lines: z.int().positive(), ...Sums }))
        .min(2)
        .optional(),
    })
    .nullable(),
  payment: Payment,
  interpretations: z.array(Interpretation),
  citations: z.array(Citation),
  /** Local civil time of printing, handed in by the caller: YYYY-MM-DD HH:MM. */
  printedAt: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/),
  /** The number under which the slip is recorded; null for a slip that is not. */
  number: Text.nullable(),
  /** What the QR code holds; null for none. */
  qr: z.string().min(1).max(1200).nullable(),
  /** 1 for the first copy (副本), and so on; null for the original. */
  copy: z.int().positive().nullable(),
});

export type SlipDocument = z.infer<typeof SlipDocumentSchema>;
export type SlipRuleSetOnPaper = z.infer<typeof RuleSet>;
export type SlipMember = z.infer<typeof Member>;
export type SlipCoverage = z.infer<typeof Coverage>;
export type SettledCoverage = z.infer<typeof Settled>;
export type SlipYear = z.infer<typeof YearStrip>;
export type SlipExplanation = z.infer<typeof ExplanationLine>;
export type SlipInterpretation = z.infer<typeof Interpretation>;
export type SlipCitation = z.infer<typeof Citation>;
export type SlipPayment = z.infer<typeof Payment>;
export type SlipWords = z.infer<typeof Words>;
