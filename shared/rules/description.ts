// What a reader of a rule set is told: its choices, names and figures, each with its article, never its logic. Made from the table.
import { isoDay } from "../dates/iso.ts";
import { citedText, describeAmounts, describeMissedYears, describeReliefs, describeRules } from "./describe-parts.ts";
import { lastUsefulDay } from "./last-useful-day.ts";
import type { DocumentEntry } from "./resolve.ts";
import type { GroupData, StartData, WordsData } from "./schema.ts";
import type { FurtherFact, Period, Relief, Requirement, Settlement, Table, WaitLengths } from "./table.ts";

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
  /** First and last payment day of the campaign, ISO. */
  readonly opening: string;
  readonly closing: string;
  /** Beyond this payment day the rule set gives nobody cover any more: a new case needs a deliberate choice. */
  readonly lastUsefulDay: string;
}

export interface RuleSetDescription extends RuleSetSummary {
  readonly hash: string;
  readonly documents: readonly DocumentEntry[];
  readonly standard: string;
  readonly standardCite: CitedText;
  readonly hasAdmissionRule: boolean;
  readonly funding: {
    /** The year of the subsidy (财政补助年度), which is not the coverage year. */
    readonly fiscalYear: number;
    /** Yuan a head; null where the document does not state it. */
    readonly total: string | null;
    readonly cite: CitedText;
    readonly central: string | null;
    readonly centralCite: CitedText;
    /** Set where an interpretation decides the central part: its option → yuan. */
    readonly centralBy: {
      readonly interpretation: string;
      readonly options: Readonly<Record<string, string>>;
    } | null;
    readonly tiers: readonly {
      readonly id: string;
      readonly province: string | null;
      readonly cityCounty: string | null;
      readonly cite: CitedText;
    }[];
  };
  readonly majorIllness: {
    readonly perHead: string | null;
    readonly residentPays: string | null;
    /** Where the notice gives a share and no amount: about so much. */
    readonly about: string | null;
    readonly cite: CitedText;
    readonly residentPaysCite: CitedText;
    readonly aboutCite: CitedText | null;
  };
  readonly wait: {
    readonly day: WaitLengths | null;
    readonly month: WaitLengths | null;
    /** The document gives a lower bound only. */
    readonly atLeast: boolean;
    readonly cite: CitedText;
    /** Where another text says what a further missed year adds. */
    readonly furtherCite: CitedText | null;
  };
  /** Null where the rule set has no rule of its own for missed years (断保). */
  readonly missedYears: CitedText | null;
  /** The day that the rule names for those with missed years who pay inside a window. */
  readonly missedInWindow: {
    readonly start: string;
    readonly unlessBornIn: number | null;
    readonly cite: CitedText;
  } | null;
  /** Paying for missed years (修复); null where no rule is known. */
  readonly repair: {
    readonly floor: {
      readonly afterYears: number;
      readonly day: number | null;
      readonly month: number | null;
      readonly cite: CitedText;
    };
    readonly priceCite: CitedText;
    readonly cite: CitedText;
  } | null;
  readonly incentives: {
    readonly afterYears: number;
    /** Yuan each time; null where the place's amount is not known. */
    readonly continuous: string | null;
    readonly continuousCite: CitedText;
    readonly claimFree: string | null;
    readonly claimFreeCite: CitedText;
    readonly atLeast: string | null;
    readonly atLeastCite: CitedText;
    readonly limitPercent: number;
    readonly limitCite: CitedText;
    readonly resetCite: CitedText;
  } | null;
  /** Facts beyond the ordinary ones that can matter: the window asks for these alone. */
  readonly furtherFacts: readonly FurtherFact[];
  readonly reliefs: readonly {
    readonly id: string;
    readonly name: WordsData;
    readonly who: Relief["who"];
    /** ISO; null for students. */
    readonly bornFrom: string | null;
    readonly years: number;
    readonly all: boolean;
    readonly aid: string;
    readonly payable: string;
    readonly cite: CitedText;
  }[];
  readonly admission: CitedText | null;
  /** Rules beside the amounts of aid; null where the rule set has none. */
  readonly aidRules: {
    readonly several: CitedText;
    readonly otherSponsor: CitedText;
    readonly recognisedAfterPayment: CitedText;
    readonly elsewhere: CitedText;
    readonly newborn: CitedText | null;
    readonly student: CitedText | null;
    /** An identity recognised after the last window is aided from the next year on. */
    readonly recognisedAfterWindow: CitedText | null;
  };
  readonly standing: { readonly residencePermit: CitedText; readonly student: CitedText; readonly employee: CitedText };
  readonly outOfTime: {
    readonly beforeOpening: CitedText;
    readonly yearOver: CitedText;
    readonly earlierYear: CitedText;
  };
  readonly categories: readonly {
    readonly id: string;
    readonly aid: string | null;
    /** The share of the standard, where the document writes one instead of an amount. */
    readonly percent: number | null;
    readonly payable: string | null;
    readonly resolvesTo: string | null;
    readonly cite: CitedText;
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly needsEventDate: boolean;
    readonly impliedByIdentity: boolean;
    readonly test: GroupData["test"];
    /** The first covered day: a rule, or the interpretation that gives it. */
    readonly start: StartData;
    /** Only holders of these identities; null: anybody in the group. */
    readonly identities: readonly string[] | null;
    readonly conditionsNotStated: boolean;
    /** Counted facts that have to reach a number. */
    readonly requires: readonly {
      readonly fact: Requirement["fact"];
      readonly atLeast: number;
      readonly cite: CitedText;
    }[];
    /** What a member pays where late payers owe more; null: the late price. */
    readonly price: "standard" | "not-stated" | null;
    readonly cite: CitedText;
  }[];
  readonly interpretations: readonly {
    readonly id: string;
    readonly question: WordsData;
    readonly options: readonly { readonly id: string; readonly text: WordsData }[];
    readonly default: string;
    readonly inForce: string;
    readonly source: "default" | "bureau";
    /** The bureau's decision, with the document that settles it. */
    readonly settlement: Settlement | null;
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
    readonly benefit: Period["benefit"];
    /** What a payer of these days owes instead of the standard; null: the standard. */
    readonly standard: string | null;
    /** What of it goes beyond the standard. */
    readonly surcharge: string | null;
    readonly priceCite: CitedText;
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

export function summarise(table: Table): RuleSetSummary {
  return {
    id: table.id,
    name: table.name,
    coverageYear: table.coverageYear,
    status: table.status,
    version: table.version,
    opening: isoDay(table.opening),
    closing: isoDay(table.closing),
    lastUsefulDay: isoDay(lastUsefulDay(table)),
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
    hash: table.hash,
    documents: [...documents.values()],
    standard: table.standard,
    standardCite: citedText(table.standardCited),
    hasAdmissionRule: table.admission !== null,
    ...describeAmounts(table),
    ...describeRules(table),
    ...describeMissedYears(table),
    furtherFacts: table.furtherFacts,
    reliefs: describeReliefs(table),
    categories: [...table.categories.values()].map((category) => ({
      id: category.id,
      aid: category.aid,
      percent: category.percent,
      payable: category.payable,
      resolvesTo: category.alias ? category.winner : null,
      cite: citedText(category.cited),
    })),
    groups: table.groups.map((group) => ({
      id: group.id,
      needsEventDate: group.needsEventDate,
      impliedByIdentity: group.impliedByIdentity,
      test: group.test,
      start: group.start,
      identities: group.listed === null ? null : [...group.listed],
      conditionsNotStated: group.conditionsNotStated,
      requires: group.requires.map(({ fact, atLeast, cited }) => ({ fact, atLeast, cite: citedText(cited) })),
      price: group.price,
      cite: citedText(group.cited),
    })),
    interpretations: [...table.questions.values()].map((question) => ({
      id: question.id,
      question: question.question,
      options: question.options,
      default: question.default,
      inForce: question.inForce,
      source: question.source,
      settlement: question.settlement,
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
      benefit: period.benefit,
      standard: period.standard,
      surcharge: period.surcharge,
      priceCite: citedText(period.priceCited),
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
