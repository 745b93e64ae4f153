// What the rule set in force says about one field of the form: its rules, its readings, and where each is written.
import type { CitedText, RuleSetDescription } from "../rules/description.ts";
import type { WordsData } from "../rules/schema.ts";
import { FURTHER_FACTS } from "../rules/table.ts";

export const HELP_TOPICS = [
  "idNumber",
  "birthDate",
  "name",
  "area",
  "categories",
  "groups",
  "event",
  "continuity",
  "missedCount",
  "paidOn",
  "admittedOn",
  "standing",
  "otherSponsor",
  "recognisedElsewhere",
  ...FURTHER_FACTS,
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** A rule in our words, with its place; rules of one text and place stand once. */
export interface RuleLine {
  readonly text: WordsData;
  readonly cite: CitedText;
}

/** A point that the document leaves open (口径), and how it is read here. */
export interface ReadingLine {
  readonly id: string;
  readonly question: WordsData;
  readonly option: WordsData | null;
  readonly evidence: WordsData;
  readonly cite: CitedText;
}

export interface FieldHelp {
  readonly rules: readonly RuleLine[];
  readonly readings: readonly ReadingLine[];
}

interface Sources {
  readonly categories?: true;
  readonly periods?: true;
  /** All groups, or the one that this field is about. */
  readonly groups?: true | readonly string[];
  readonly information?: readonly string[];
  readonly readings?: readonly string[];
}

const NEWBORN: Sources = {
  groups: ["newborn"],
  readings: ["newborn-age", "newborn-start", "newborn-after-year"],
};
const GAP: Sources = { readings: ["gap-counted-from", "gap-anchor", "one-fixed-wait"] };

const SOURCES: Readonly<Record<HelpTopic, Sources>> = {
  idNumber: NEWBORN,
  birthDate: NEWBORN,
  name: {},
  area: { readings: ["western-policy-county"] },
  categories: {
    categories: true,
    information: ["major-illness"],
    readings: ["several-identities", "low-income-means"],
  },
  groups: {
    groups: true,
    readings: ["exempt-start", "special-groups", "other-groups", "this-year", "within-edge", "low-income-means"],
  },
  event: { readings: ["within-edge", "this-year"] },
  continuity: GAP,
  missedCount: GAP,
  paidOn: { periods: true, readings: ["wait-counts-payment-day", "wait-unit", "month-end", "jan-feb-start"] },
  admittedOn: { information: ["hospital"] },
  standing: { information: ["residence", "student"] },
  otherSponsor: { readings: ["several-identities"] },
  recognisedElsewhere: {},
  parentInsured: NEWBORN,
  recognisedOn: { groups: ["newly-recognised-low-income", "medical-aid-recipient"] },
  insuredYears: { groups: ["employee-to-resident"] },
  employeeMonths: { groups: ["employee-to-resident"] },
  repairedYears: GAP,
  continuousYears: {},
  claimFreeLastYear: {},
  lastYearWaitTo: { readings: ["unfinished-wait"] },
};

/** `event-<group>` is the day of that group's event; null where no help is written for a field. */
export function topicOf(field: string): HelpTopic | null {
  if (field.startsWith("event-")) return "event";
  return HELP_TOPICS.find((topic) => topic === field) ?? null;
}

/** @param field the form's name of the field, as in `data-field` */
export function fieldHelp(field: string, rules: RuleSetDescription): FieldHelp {
  const topic = topicOf(field);
  if (topic === null) return { rules: [], readings: [] };
  const sources = SOURCES[topic];
  const groups = topic === "event" ? [field.slice("event-".length)] : sources.groups;
  const lines: RuleLine[] = [
    ...(sources.categories ? rules.categories.map(({ cite }) => line(cite)) : []),
    ...(groups === undefined
      ? []
      : rules.groups.filter(({ id }) => groups === true || groups.includes(id)).map(({ cite }) => line(cite))),
    ...(sources.periods ? rules.periods.map(({ cite }) => line(cite)) : []),
    ...rules.information
      .filter((entry) => sources.information?.includes(entry.topic))
      .map(({ text, cite }) => ({ text, cite })),
  ];
  const readings = (sources.readings ?? []).flatMap((id): readonly ReadingLine[] => {
    const found = rules.interpretations.find((entry) => entry.id === id);
    if (found === undefined) return [];
    const option = found.options.find((entry) => entry.id === found.inForce)?.text ?? null;
    return [{ id, question: found.question, option, evidence: found.evidence, cite: found.cite }];
  });
  return { rules: once(lines), readings };
}

function line(cite: CitedText): RuleLine {
  return { text: cite.summary, cite };
}

function once(lines: readonly RuleLine[]): readonly RuleLine[] {
  const seen = new Set<string>();
  return lines.filter(({ text, cite }) => {
    const key = `${text.zh} ${cite.document} ${cite.article}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
