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
  readonly benefit:
    | { readonly kind: "start"; readonly start: StartData }
    | { readonly kind: "wait" }
    | { readonly kind: "none"; readonly reason: NoneReason };
  readonly standard: string | null;
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
  readonly payable: string | null;
  readonly paysNothing: boolean;
  readonly alias: boolean;
  readonly cited: Cited;
}

export interface Group {
  readonly id: string;
  readonly order: number;
  readonly test: GroupData["test"];
  readonly start: StartData;
  readonly needsEventDate: boolean;
  readonly listed: ReadonlySet<string> | null;
  readonly openIdentities: { readonly if: IfData; readonly ids: ReadonlySet<string> } | null;
  readonly impliedByIdentity: boolean;
  readonly conditionsNotStated: boolean;
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
  readonly paidFrom: EpochDay | null;
  readonly paidTo: EpochDay | null;
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
  };
  readonly missedYears: Cited | null;
  readonly groups: readonly Group[];
  readonly groupById: ReadonlyMap<string, Group>;
  readonly newborn: Group | null;
  readonly impliedByIdentity: Group | null;
  readonly categories: ReadonlyMap<string, Category>;
  readonly aidElsewhere: { readonly review: "aid-by-recognition-place" | "aid-not-stated"; readonly cited: Cited };
  readonly otherSponsor: Cited;
  readonly recognisedAfterPayment: Cited;
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
