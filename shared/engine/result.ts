// What the engine answers: one resident, one rule set, one result. Every reader (window, slip, ledger, roster, command line) takes this shape.

/** Where the payment day (缴费日) falls among the rule set's payment periods. */
export type WindowCode = "concentrated" | "supplementary" | "between-windows" | "before-opening" | "after-closing";

export type BenefitKind = "exact" | "not-before" | "not-stated" | "none" | "undetermined";

export type NoneReason =
  | "wait-outlasts-year"
  | "starts-after-year"
  | "windows-closed"
  | "between-windows"
  | "window-not-open"
  | "coverage-year-over"
  | "employee-cover";

/** Codes of an open reading, in the order in which one of them becomes the benefit's reason. */
export const OPEN_CODES = ["boundary-day", "gap-before-2025", "conditions-not-stated", "fact-missing"] as const;
export type OpenCode = (typeof OPEN_CODES)[number];

export type ReviewCode =
  | Exclude<OpenCode, "fact-missing">
  | "month-end"
  | "start-not-stated"
  | "earlier-year"
  | "aid-not-stated"
  | "price-not-stated"
  | "aid-by-recognition-place"
  | "other-sponsor"
  | "recognised-after-payment"
  | "membership-unverified"
  | "tier-unverified"
  | "several-identities"
  | "provisional-rules";

export type WaitUnit = "day" | "month";

/** The wait (待遇等待期). `from` and `to` are its first and last day, both inclusive ISO dates. */
export interface Wait {
  readonly from: string;
  readonly to: string;
  readonly length: number;
  readonly unit: WaitUnit;
}

/** The benefit period (待遇享受期); dates are ISO and inclusive. */
export interface Benefit {
  readonly kind: BenefitKind;
  readonly start: string | null;
  readonly end: string | null;
  readonly wait: Wait | null;
  readonly reason?: NoneReason | OpenCode;
}

/** One way to read the open points, and the benefit it gives. `reading` is "question=option", several joined by "; ". */
export interface Alternative {
  readonly reading: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly benefit: Benefit;
  /** Only where the readings differ in the price: what the resident pays under this one, null where not known. */
  readonly payable?: string | null;
}

export interface Review {
  readonly code: ReviewCode;
  readonly alternatives: readonly Alternative[];
}

export interface Clause {
  /** The document's number as it is printed (文号). */
  readonly document: string;
  readonly article: string;
  readonly grade: Grade;
  /** The layer whose data stated it: national/2025, gansu/2025, gansu/2025/620602. */
  readonly layer: string;
  /** True where the document is silent on the point and the step says so. */
  readonly silent?: true;
}

export type Grade = "A" | "B" | "C" | "D";

export type TraceValue = string | number | boolean | null | readonly (string | number)[];

/** One step of the decision. `step` and `variant` are stable codes; `summary` is Chinese, other languages render from the codes. */
export interface TraceStep {
  readonly step: string;
  readonly variant: string;
  /** applied: this rule shaped the answer; failed: it was tried and a condition failed; info: shown for the reader. */
  readonly effect: "applied" | "failed" | "info";
  readonly clause: Clause | null;
  readonly summary: string;
  readonly in: Readonly<Record<string, TraceValue>>;
  readonly out: Readonly<Record<string, TraceValue>>;
}

/** A fact that was not given and could change the answer, with what it could change. */
export interface Unanswered {
  readonly field: string;
  /** In Chinese, for readers of the plain result; other languages say it from `changes`. */
  readonly why: string;
  readonly changes: readonly ("benefit" | "amount" | "funding")[];
  /** What is at stake, in yuan: change of payable plus covered days at their share of the year's premium. */
  readonly stake: string;
}

/** How far the answer can still move while facts are missing. */
export interface Range {
  /** Of the amounts that are stated; whether for some answers none is. */
  readonly payable: { readonly min: string; readonly max: string; readonly mayBeNotStated?: true } | null;
  readonly start: {
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly mayBeNone: boolean;
    readonly mayBeNotStated: boolean;
  };
}

/** What paying for a number of missed years (修复) costs and wins. */
export interface RepairRow {
  /** Missed years paid for; 0 is the answer without repair. */
  readonly years: number;
  readonly cost: string;
  readonly wait: Wait | null;
  /** First covered day; null where the wait outlasts the year (`reason`). */
  readonly start: string | null;
  readonly reason: NoneReason | OpenCode | null;
  /** Covered days of this year won against no repair. */
  readonly gainedDays: number;
}

/** The repair of missed years as a table: a row for 0 … `most` years. */
export interface RepairTable {
  readonly missedYears: number;
  /** The place's personal standard of the year: the price of one missed year. */
  readonly pricePerYear: string;
  readonly most: number;
  readonly rows: readonly RepairRow[];
  readonly rule: Clause;
  readonly price: Clause;
  /** The floor that keeps some of the wait, where it does. */
  readonly floor: Clause | null;
  /** What no text says of repair: whether aid covers it, and that nothing before the payment is reimbursed. */
  readonly notStated: readonly ("aid-on-repair" | "earlier-costs")[];
}

/** A raise of the major-illness cap (大病保险最高支付限额) earned by continuous or claim-free years. */
export interface Incentive {
  readonly kind: "continuous" | "claim-free";
  readonly raises: number;
  /** All raises together in yuan; null where the place's amount is not known. */
  readonly amount: string | null;
  /** The least of one raise, by the national rule. */
  readonly atLeast: string | null;
  /** All raises stay within this share of the cap. */
  readonly limitPercent: number;
}

export interface InterpretationUsed {
  readonly id: string;
  readonly option: string;
  readonly source: "default" | "bureau" | "request";
  readonly grade: Grade;
  readonly issuer?: string;
  readonly document?: string;
}

/** A rule set used past its last useful day, because somebody said so by naming its year. */
export interface PastYear {
  readonly coverageYear: number;
  readonly lastUsefulDay: string;
}

/** Money is a string with two decimals, yuan per person per year; null where no document states it. */
export interface Result {
  readonly id?: string;
  readonly ruleSet: {
    readonly id: string;
    readonly coverageYear: number;
    readonly status: "in-force" | "provisional";
    readonly version: string;
    readonly hash: string;
  };
  readonly contribution: {
    readonly standard: string;
    readonly category: string | null;
    readonly aid: string | null;
    readonly payable: string | null;
    /** What a late payer owes beyond the personal standard; `standard` holds it too. Absent: nothing. */
    readonly surcharge?: string;
    /** The relief by birth or standing that counted instead of an identity; `aid` is its amount. */
    readonly relief?: {
      readonly id: string;
      readonly name: { readonly zh: string; readonly en: string };
      readonly amount: string;
    };
  };
  readonly funding: {
    readonly total: string | null;
    readonly central: string | null;
    readonly province: string | null;
    readonly cityCounty: string | null;
    readonly tier: string | null;
    /** The possible central parts where the notice leaves open which one holds. */
    readonly centralOptions?: readonly string[];
  };
  readonly majorIllness: {
    readonly perHead: string | null;
    readonly residentPays: string | null;
    readonly about?: string;
  };
  readonly window: WindowCode;
  readonly exemption: { readonly group: string; readonly window: boolean; readonly wait: boolean } | null;
  readonly benefit: Benefit;
  readonly admission?: { readonly covered: boolean | null; readonly reason: string };
  readonly review: readonly Review[];
  readonly unanswered: readonly Unanswered[];
  readonly range?: Range;
  /** Only where a wait for missed years is set and the rule set has the rule. */
  readonly repair?: RepairTable;
  /** Only where `continuousYears` or `claimFreeLastYear` were told. */
  readonly incentives?: readonly Incentive[];
  readonly interpretations: readonly InterpretationUsed[];
  readonly trace: readonly TraceStep[];
  /** Only where the request named the year of a rule set to use it past its last useful day. */
  readonly pastYear?: PastYear;
}
