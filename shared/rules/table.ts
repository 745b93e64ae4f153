// A rule set compiled for evaluation: layers merged, periods as sorted day spans, amounts by category. Built once, then only read.
import type { EpochDay } from "../dates/civil.ts";
import type { Clause, Grade, NoneReason, OpenCode, WindowCode } from "../engine/result.ts";
import type { GroupData, IfData, LengthData, StartData, WordsData } from "./schema.ts";

/** What a step may cite: the clause that goes into the trace, and the rule in our words. */
export interface Cited {
  readonly clause: Clause;
  readonly summary: WordsData;
}

export interface Period {
  readonly id: string;
  readonly window: WindowCode;
  readonly from: EpochDay;
  readonly to: EpochDay;
  /** First and last day of the window, which may hold several periods. */
  readonly windowFrom: EpochDay;
  readonly windowTo: EpochDay;
  readonly benefit:
    | { readonly kind: "start"; readonly start: StartData }
    | { readonly kind: "wait" }
    | { readonly kind: "none"; readonly reason: NoneReason };
  /** What is owed instead of the standard (late payers), and what of it goes beyond the standard; null: the standard. */
  readonly standard: string | null;
  readonly surcharge: string | null;
  readonly priceCited: Cited;
  readonly cited: Cited;
}

/** An identity (救助身份) as this rule set counts it. `winner` is the id that the result names. */
export interface Category {
  readonly id: string;
  readonly winner: string;
  /** Position in the notice, for ties. */
  readonly order: number;
  /** Aid in fen for ordering; -1 where the document does not state the aid. */
  readonly rank: number;
  readonly aid: string | null;
  /** The share of the standard that the document writes instead of an amount. */
  readonly percent: number | null;
  readonly payable: string | null;
  readonly paysNothing: boolean;
  readonly alias: boolean;
  readonly cited: Cited;
}

/** A part of the contribution that another purse than medical aid pays (财政全额资助、免缴). */
export interface Relief {
  readonly id: string;
  readonly name: WordsData;
  readonly who: "born-since" | "newborn-with-insured-parent" | "student";
  /** First day of birth that counts; null for students. */
  readonly bornFrom: EpochDay | null;
  /** Coverage years, the year of birth included; 1 where the rule speaks of newborns. */
  readonly years: number;
  /** How long after birth a newborn may be paid for, where an interpretation is read so; null: until the first birthday. */
  readonly limit: { readonly within: LengthData; readonly if: IfData } | null;
  /** Nothing is left to pay, whatever the price. */
  readonly all: boolean;
  readonly aid: string;
  readonly payable: string;
  /** In fen, to be weighed against an identity's aid. */
  readonly rank: number;
  readonly cited: Cited;
}

/** A fact of the resident's own that has to reach a number. */
export interface Requirement {
  readonly fact: "insuredYears" | "employeeMonths";
  readonly atLeast: number;
  readonly cited: Cited;
}

/** Paying for missed years (修复): the floor in the unit of the wait, null where none is written in that unit. */
export interface Repair {
  readonly floor: {
    readonly afterYears: number;
    readonly day: number | null;
    readonly month: number | null;
    readonly cited: Cited;
  };
  readonly priceCited: Cited;
  readonly cited: Cited;
}

export interface Incentives {
  readonly continuous: { readonly afterYears: number; readonly raise: string | null; readonly cited: Cited };
  readonly claimFree: { readonly raise: string | null; readonly cited: Cited };
  readonly atLeast: string | null;
  readonly atLeastCited: Cited;
  readonly limit: { readonly percent: number; readonly cited: Cited };
  readonly reset: Cited;
}

/** Facts of the resident beyond those that every rule set asks for, as the request names them. */
export const FURTHER_FACTS = [
  "parentInsured",
  "recognisedOn",
  "insuredYears",
  "employeeMonths",
  "repairedYears",
  "continuousYears",
  "claimFreeLastYear",
  "lastYearWaitTo",
] as const;
export type FurtherFact = (typeof FURTHER_FACTS)[number];

export interface Group {
  readonly id: string;
  readonly order: number;
  readonly test: GroupData["test"];
  readonly start: StartData;
  readonly needsEventDate: boolean;
  readonly listed: ReadonlySet<string> | null;
  readonly openIdentities: { readonly if: IfData; readonly ids: ReadonlySet<string> } | null;
  readonly impliedByIdentity: boolean;
  /** Set where an identity makes a member under this reading only. */
  readonly impliedIf: IfData | null;
  readonly conditionsNotStated: boolean;
  readonly requires: readonly Requirement[];
  /** What a member pays where the period has a price of its own; null: that price. */
  readonly price: "standard" | "not-stated" | null;
  /** Set for a group with a window of its own. */
  readonly ownPeriod: Period | null;
  /** Set for a group that is told by its birth date: the first day of birth that counts, and for how many coverage years. */
  readonly bornSince: { readonly from: EpochDay; readonly years: number } | null;
  /** Of a group with a time limit: the first day of an event that counts. */
  readonly eventFrom: EpochDay | null;
  readonly exemption: { readonly group: string; readonly window: boolean; readonly wait: boolean };
  readonly cited: Cited;
}

export interface Funding {
  readonly total: string | null;
  readonly central: string | null;
  readonly province: string | null;
  readonly cityCounty: string | null;
  readonly tier: string | null;
  readonly centralOptions?: readonly string[];
}

export interface County {
  readonly code: string;
  readonly name: WordsData;
  readonly prefecture: string;
  readonly tier: string | null;
  readonly tierVerified: boolean;
  /** Where the tier's amounts stand; `doubtCited` where the county's place in it rests on an unverified list. */
  readonly tierCited: Cited | null;
  readonly doubtCited: Cited | null;
  readonly townships: readonly { readonly no: number; readonly name: WordsData; readonly toEnrol: number }[] | null;
}

export interface Question {
  readonly id: string;
  readonly question: WordsData;
  readonly options: readonly { readonly id: string; readonly text: WordsData }[];
  readonly default: string;
  /** The answer in force without a case's own choice: the bureau's, else the default. */
  readonly inForce: string;
  readonly source: "default" | "bureau";
  readonly settlement: Settlement | null;
  /** Set where "not-settled" opens the question; `readings` are then the options that could hold. */
  readonly code: OpenCode | null;
  readonly readings: readonly string[];
  readonly evidence: WordsData;
  readonly grade: Grade;
  readonly cited: Cited;
}

/** A bureau's decision on an interpretation, with the document that settles it. */
export interface Settlement {
  readonly option: string;
  readonly issuer: string;
  readonly document: string;
}

export interface Information {
  readonly id: string;
  readonly topic: string;
  readonly text: WordsData;
  readonly identities: ReadonlySet<string> | null;
  readonly standing: ReadonlySet<string> | null;
  readonly groups: ReadonlySet<string> | null;
  readonly bornFrom: EpochDay | null;
  readonly bornTo: EpochDay | null;
  readonly paidFrom: EpochDay | null;
  readonly paidTo: EpochDay | null;
  /** False where it is for everybody: then it is for the reader of the rules, not for a resident's trace. */
  readonly isConditional: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly cited: Cited;
}

export interface Table {
  readonly id: string;
  readonly name: WordsData;
  readonly coverageYear: number;
  readonly status: "in-force" | "provisional";
  readonly version: string;
  readonly hash: string;
  readonly yearStart: EpochDay;
  readonly yearEnd: EpochDay;
  /** First payment day of the campaign, its calendar year, and the last day of its last window. */
  readonly opening: EpochDay;
  readonly campaignYear: number;
  readonly closing: EpochDay;
  readonly standard: string;
  readonly standardCited: Cited;
  readonly periods: readonly Period[];
  readonly wait: {
    readonly day: WaitLengths | null;
    readonly month: WaitLengths | null;
    readonly atLeast: boolean;
    readonly cited: Cited;
    /** Where another text than that of the fixed wait says what a further missed year adds. */
    readonly furtherCited: Cited | null;
  };
  readonly missedYears: Cited | null;
  /** The day that the rule names for those with missed years who pay inside a window; null: the wait has a length. */
  readonly missedInWindow: {
    readonly start: EpochDay;
    readonly unlessBornIn: number | null;
    readonly cited: Cited;
  } | null;
  readonly repair: Repair | null;
  readonly incentives: Incentives | null;
  /** Which further facts can matter under this rule set: the window asks for these alone. */
  readonly furtherFacts: readonly FurtherFact[];
  readonly groups: readonly Group[];
  readonly groupById: ReadonlyMap<string, Group>;
  readonly newborn: Group | null;
  readonly bornSince: Group | null;
  readonly hasOwnWindows: boolean;
  /** Whether some period has a price of its own for late payers. */
  readonly hasLatePrice: boolean;
  readonly impliedByIdentity: Group | null;
  readonly categories: ReadonlyMap<string, Category>;
  readonly reliefs: readonly Relief[];
  readonly aidElsewhere: { readonly review: "aid-by-recognition-place" | "aid-not-stated"; readonly cited: Cited };
  readonly otherSponsor: Cited;
  readonly recognisedAfterPayment: Cited;
  /** An identity recognised after the last window is aided from the next year on; null: no such rule. */
  readonly recognisedAfterWindow: Cited | null;
  readonly several: Cited;
  readonly newbornAid: Cited | null;
  readonly studentAid: Cited | null;
  readonly funding: {
    readonly fiscalYear: number;
    readonly cited: Cited;
    readonly centralCited: Cited;
    /** Funding by tier; the key "" stands for a resident whose county is not known. */
    readonly byTier: ReadonlyMap<string, Funding>;
    /** Where each tier's shares are written. */
    readonly tierCited: ReadonlyMap<string, Cited>;
    /** The interpretation that decides the central part, with the funding under each of its options. */
    readonly central: { readonly by: string; readonly byOption: ReadonlyMap<string, string> } | null;
  };
  readonly majorIllness: {
    readonly perHead: string | null;
    readonly residentPays: string | null;
    readonly about: string | null;
    readonly cited: Cited;
    readonly residentPaysCited: Cited;
    readonly aboutCited: Cited | null;
  };
  readonly admission: Cited | null;
  readonly standing: { readonly residencePermit: Cited; readonly student: Cited; readonly employee: Cited };
  readonly beforeOpening: Cited;
  readonly yearOver: Cited;
  readonly earlierYear: Cited;
  readonly areaPrefix: string;
  readonly counties: ReadonlyMap<string, County>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly information: readonly Information[];
}

export interface WaitLengths {
  readonly fixed: number;
  readonly further: number;
}

export type Within = LengthData;
