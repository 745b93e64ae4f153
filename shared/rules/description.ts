// What a form needs to know of a rule set: its choices and names, never its logic. Made from the compiled table.
import { isoDay } from "../dates/iso.ts";
import type { DocumentEntry } from "./resolve.ts";
import type { WordsData } from "./schema.ts";
import type { Cited, Table } from "./table.ts";

export interface CitedText {
  readonly document: string;
  readonly article: string;
  readonly grade: "A" | "B" | "C" | "D";
  readonly silent: boolean;
  readonly summary: WordsData;
}

export interface RuleSetSummary {
  readonly id: string;
  readonly name: WordsData;
  readonly coverageYear: number;
  readonly status: "in-force" | "provisional";
  readonly version: string;
  readonly hash: string;
  /** First and last payment day of the campaign, ISO. */
  readonly opening: string;
  readonly closing: string;
}

export interface RuleSetDescription extends RuleSetSummary {
  readonly documents: readonly DocumentEntry[];
  readonly standard: string;
  readonly hasAdmissionRule: boolean;
  readonly categories: readonly {
    readonly id: string;
    readonly aid: string | null;
    readonly payable: string | null;
    readonly resolvesTo: string | null;
    readonly cite: CitedText;
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly needsEventDate: boolean;
    readonly impliedByIdentity: boolean;
    readonly cite: CitedText;
  }[];
  readonly interpretations: readonly {
    readonly id: string;
    readonly question: WordsData;
    readonly options: readonly { readonly id: string; readonly text: WordsData }[];
    readonly default: string;
    readonly inForce: string;
    readonly source: "default" | "bureau";
    readonly evidence: WordsData;
    readonly cite: CitedText;
  }[];
  readonly prefectures: readonly {
    readonly code: string;
    readonly name: WordsData;
    readonly counties: readonly {
      readonly code: string;
      readonly name: WordsData;
      readonly tier: string | null;
      readonly tierVerified: boolean;
      readonly townships: readonly { readonly no: number; readonly name: WordsData; readonly toEnrol: number }[] | null;
    }[];
  }[];
  readonly periods: readonly {
    readonly id: string;
    readonly window: string;
    readonly from: string;
    readonly to: string;
    readonly cite: CitedText;
  }[];
  readonly yearStart: string;
  readonly yearEnd: string;
  readonly information: readonly {
    readonly id: string;
    readonly topic: string;
    readonly text: WordsData;
    readonly values: Readonly<Record<string, string>>;
    readonly cite: CitedText;
  }[];
}

function citedText(cited: Cited): CitedText {
  const { document, article, grade, silent } = cited.clause;
  return { document, article, grade, silent: silent === true, summary: cited.summary };
}

export function summarise(table: Table): RuleSetSummary {
  return {
    id: table.id,
    name: table.name,
    coverageYear: table.coverageYear,
    status: table.status,
    version: table.version,
    hash: table.hash,
    opening: isoDay(table.opening),
    closing: isoDay(table.closing),
  };
}

export function describe(
  table: Table,
  documents: ReadonlyMap<string, DocumentEntry>,
  prefectureNames: ReadonlyMap<string, WordsData>,
): RuleSetDescription {
  const prefectures = new Map<string, RuleSetDescription["prefectures"][number]["counties"][number][]>();
  for (const county of new Set(table.counties.values())) {
    const list = prefectures.get(county.prefecture) ?? [];
    list.push({
      code: county.code,
      name: county.name,
      tier: county.tier,
      tierVerified: county.tierVerified,
      townships: county.townships,
    });
    prefectures.set(county.prefecture, list);
  }
  return {
    ...summarise(table),
    documents: [...documents.values()],
    standard: table.standard,
    hasAdmissionRule: table.admission !== null,
    categories: [...table.categories.values()].map((category) => ({
      id: category.id,
      aid: category.aid,
      payable: category.payable,
      resolvesTo: category.alias ? category.winner : null,
      cite: citedText(category.cited),
    })),
    groups: table.groups.map((group) => ({
      id: group.id,
      needsEventDate: group.needsEventDate,
      impliedByIdentity: group.impliedByIdentity,
      cite: citedText(group.cited),
    })),
    interpretations: [...table.questions.values()].map((question) => ({
      id: question.id,
      question: question.question,
      options: question.options,
      default: question.default,
      inForce: question.inForce,
      source: question.source,
      evidence: question.evidence,
      cite: citedText(question.cited),
    })),
    prefectures: [...prefectures].map(([code, counties]) => ({
      code,
      name: prefectureNames.get(code) ?? { zh: code, en: code },
      counties,
    })),
    periods: table.periods.map((period) => ({
      id: period.id,
      window: period.window,
      from: isoDay(period.from),
      to: isoDay(period.to),
      cite: citedText(period.cited),
    })),
    yearStart: isoDay(table.yearStart),
    yearEnd: isoDay(table.yearEnd),
    information: table.information.map((entry) => ({
      id: entry.id,
      topic: entry.topic,
      text: entry.text,
      values: entry.values,
      cite: citedText(entry.cited),
    })),
  };
}
