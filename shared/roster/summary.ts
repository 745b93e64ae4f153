// Counts and sums over a list: by aid identity, by township, by who pays. Grows with the number of names, not of rows.

import type { Assessment } from "../engine/assess.ts";
import { fen } from "../rules/money.ts";
import { CHECKS, type Check, checksOf, FOR_A_PERSON } from "./checks.ts";

export const PAYERS = ["payable", "aid", "central", "province", "cityCounty"] as const;
/** Who pays: the resident, medical aid, and the subsidy's three parts. */
export type Payer = (typeof PAYERS)[number];

/** Amounts of one row in fen; null where no document states them. */
export type Amounts = { readonly [P in Payer]: number | null };

/** Sums in fen, whole numbers; `unknown` counts computed rows whose amount no document states. */
export type Sums = { readonly [P in Payer]: { readonly sum: number; readonly unknown: number } };

export interface Bucket {
  readonly name: string;
  readonly rows: number;
  /** Rows that could not be computed. */
  readonly problems: number;
  /** Computed rows that a person has to decide or look at. */
  readonly review: number;
  readonly sums: Sums;
}

export interface Summary {
  readonly all: Bucket;
  /** By the identity that counted; "" is none, "?" are the rows that could not be computed. */
  readonly categories: readonly Bucket[];
  /** In the order in which they were met; "" where the row names none. */
  readonly townships: readonly Bucket[];
  readonly kinds: Readonly<Record<string, number>>;
  readonly windows: Readonly<Record<string, number>>;
  readonly reviewCodes: Readonly<Record<string, number>>;
  readonly checks: Readonly<Record<Check, number>>;
  /** Blank lines of a CSV file are no rows; they are left out and counted here. */
  readonly blankLines: number;
}

/** What the tally needs of a row's answer; `amounts` is null for a row that could not be computed. */
export interface Counted {
  readonly category: string;
  readonly kind: string;
  readonly window: string;
  readonly amounts: Amounts | null;
  readonly review: readonly string[];
}

export interface Tally {
  /** Counts a row and returns the index of its township, by which `townshipName` finds the name again. */
  readonly add: (counted: Counted, township: string, checks: number) => number;
  readonly addCheck: (check: Check) => void;
  readonly addBlankLine: () => void;
  readonly townshipName: (index: number) => string;
  readonly rows: () => number;
  readonly problems: () => number;
  readonly snapshot: () => Summary;
}

/** A list with more names than this has something else in its township column; the rest is added up under one name. */
const MOST_TOWNSHIPS = 5_000;
export const OTHER_TOWNSHIPS = "…";

interface OpenBucket {
  readonly name: string;
  readonly index: number;
  rows: number;
  problems: number;
  review: number;
  readonly sums: { readonly [P in Payer]: { sum: number; unknown: number } };
}

/** Begins at nothing, or where an earlier snapshot stood. */
export function openTally(from?: Summary): Tally {
  const categories = new Map<string, OpenBucket>();
  const townships = new Map<string, OpenBucket>();
  const townshipNames: string[] = [];
  for (const bucket of from?.categories ?? []) categories.set(bucket.name, reopened(bucket, categories.size));
  for (const bucket of from?.townships ?? []) {
    townshipNames.push(bucket.name);
    townships.set(bucket.name, reopened(bucket, townships.size));
  }
  const all = from === undefined ? newBucket("", 0) : reopened(from.all, 0);
  const kinds = new Map(Object.entries(from?.kinds ?? {}));
  const windows = new Map(Object.entries(from?.windows ?? {}));
  const reviewCodes = new Map(Object.entries(from?.reviewCodes ?? {}));
  const checks = new Map<Check, number>(CHECKS.map((check) => [check, from?.checks[check] ?? 0]));
  let blankLines = from?.blankLines ?? 0;

  function categoryBucket(name: string): OpenBucket {
    const known = categories.get(name);
    if (known !== undefined) return known;
    const bucket = newBucket(name, categories.size);
    categories.set(name, bucket);
    return bucket;
  }
  function townshipBucket(name: string): OpenBucket {
    const known = townships.get(name);
    if (known !== undefined) return known;
    if (townships.size >= MOST_TOWNSHIPS && name !== OTHER_TOWNSHIPS) return townshipBucket(OTHER_TOWNSHIPS);
    const bucket = newBucket(name, townships.size);
    townships.set(name, bucket);
    townshipNames.push(name);
    return bucket;
  }

  return {
    add: (counted, township, checkBits) => {
      const place = townshipBucket(township);
      const forPerson = counted.review.length > 0 || (checkBits & FOR_A_PERSON) !== 0;
      addRow(all, counted.amounts, forPerson);
      addRow(categoryBucket(counted.category), counted.amounts, forPerson);
      addRow(place, counted.amounts, forPerson);
      if (counted.amounts !== null) {
        increase(kinds, counted.kind);
        increase(windows, counted.window);
        for (const code of counted.review) increase(reviewCodes, code);
      }
      if (checkBits !== 0) for (const check of checksOf(checkBits)) increase(checks, check);
      return place.index;
    },
    addCheck: (check) => increase(checks, check),
    addBlankLine: () => {
      blankLines++;
    },
    townshipName: (index) => townshipNames[index] ?? "",
    rows: () => all.rows,
    problems: () => all.problems,
    snapshot: () => ({
      all: closed(all),
      categories: [...categories.values()].map(closed),
      townships: [...townships.values()].map(closed),
      kinds: Object.fromEntries(kinds),
      windows: Object.fromEntries(windows),
      reviewCodes: Object.fromEntries(reviewCodes),
      checks: Object.fromEntries(checks) as Record<Check, number>,
      blankLines,
    }),
  };
}

/** The amounts of an assessment in fen. */
export function amountsOf({ contribution, funding }: Assessment): Amounts {
  const inFen = (money: string | null): number | null => (money === null ? null : fen(money));
  return {
    payable: inFen(contribution.payable),
    aid: inFen(contribution.aid),
    central: inFen(funding.central),
    province: inFen(funding.province),
    cityCounty: inFen(funding.cityCounty),
  };
}

/** Fen as yuan with two decimals; sums are never negative. */
export function yuan(amount: number): string {
  const whole = Math.floor(amount / 100);
  return `${whole}.${String(amount - whole * 100).padStart(2, "0")}`;
}

function addRow(bucket: OpenBucket, amounts: Amounts | null, forPerson: boolean): void {
  bucket.rows++;
  if (amounts === null) {
    bucket.problems++;
    return;
  }
  if (forPerson) bucket.review++;
  const { sums } = bucket;
  addAmount(sums.payable, amounts.payable);
  addAmount(sums.aid, amounts.aid);
  addAmount(sums.central, amounts.central);
  addAmount(sums.province, amounts.province);
  addAmount(sums.cityCounty, amounts.cityCounty);
}

function addAmount(total: { sum: number; unknown: number }, amount: number | null): void {
  if (amount === null) total.unknown++;
  else total.sum += amount;
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function newBucket(name: string, index: number): OpenBucket {
  const zero = (): { sum: number; unknown: number } => ({ sum: 0, unknown: 0 });
  return {
    name,
    index,
    rows: 0,
    problems: 0,
    review: 0,
    sums: { payable: zero(), aid: zero(), central: zero(), province: zero(), cityCounty: zero() },
  };
}

function reopened(bucket: Bucket, index: number): OpenBucket {
  const { sums } = bucket;
  return {
    ...bucket,
    index,
    sums: {
      payable: { ...sums.payable },
      aid: { ...sums.aid },
      central: { ...sums.central },
      province: { ...sums.province },
      cityCounty: { ...sums.cityCounty },
    },
  };
}

function closed({ name, rows, problems, review, sums }: OpenBucket): Bucket {
  return {
    name,
    rows,
    problems,
    review,
    sums: {
      payable: { ...sums.payable },
      aid: { ...sums.aid },
      central: { ...sums.central },
      province: { ...sums.province },
      cityCounty: { ...sums.cityCounty },
    },
  };
}
