// Where days lie along the year's strip, and what has room there.
import { civil, dayOf, type EpochDay } from "../../shared/dates/civil.ts";
import { parseIsoDay } from "../../shared/dates/iso.ts";

export interface StripScale {
  readonly width: number;
  /** First and last day of the coverage year. */
  readonly year: { readonly from: EpochDay; readonly to: EpochDay };
  /** First day drawn, and the day after the last. */
  readonly domain: { readonly from: EpochDay; readonly to: EpochDay };
  /** The x of a day's beginning; days outside are drawn at the edge. */
  readonly x: (at: EpochDay) => number;
}

export function stripScale(yearStart: string, yearEnd: string, opening: string | null, width: number): StripScale {
  const year = { from: day(yearStart), to: day(yearEnd) };
  const first = opening === null ? year.from : Math.min(year.from, day(opening));
  const domain = { from: monthStart(first), to: year.to + 1 };
  const perDay = (width - 2) / (domain.to - domain.from);
  const x = (at: EpochDay) => {
    const inside = Math.min(Math.max(at, domain.from), domain.to);
    return Math.round(((inside - domain.from) * perDay + 1) * 10) / 10;
  };
  return { width, year, domain, x };
}

export interface Month {
  readonly at: EpochDay;
  /** Set where a year begins on the strip. */
  readonly begins: boolean;
  /** "2025·1" where a year begins, else the month's number; null where the label before leaves no room. */
  readonly label: string | null;
}

export function monthsOf({ domain, x }: StripScale): readonly Month[] {
  const months: { readonly at: EpochDay; readonly year: number; readonly month: number }[] = [];
  let { year, month } = civil(domain.from);
  for (let at = domain.from; at < domain.to; at = dayOf(year, month, 1)) {
    months.push({ at, year, month });
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  // A year's label comes first: it may not be crowded out by the month before.
  const januaries = months.filter((entry) => entry.month === 1).map((entry) => x(entry.at));
  let free = 0;
  return months.map((entry, index) => {
    const begins = entry.month === 1 || index === 0;
    const label = begins ? `${entry.year}·${entry.month}` : String(entry.month);
    const left = x(entry.at);
    const right = left + textWidth(label) + LABEL_GAP;
    const next = januaries.find((january) => january > left);
    const fits = entry.month === 1 || (left >= free && (next === undefined || right <= next));
    if (fits) free = right;
    return { at: entry.at, begins, label: fits ? label : null };
  });
}

/** White between two labels of a line. */
const LABEL_GAP = 8;

/** How far a window's label may stand out over its bracket. */
const OVERHANG = 3;

export interface WindowSpan {
  readonly name: string;
  /** Stands where the name has no room. */
  readonly short: string;
  readonly from: string;
  readonly to: string;
}

export interface WindowLabel {
  readonly text: string;
  readonly middle: number;
}

/**
 * What stands over each window's bracket, in their order: its name, its short name, or nothing (null). All stay inside the drawing
 * and apart from each other; a short name never gives way to a long one beside it.
 */
export function windowLabels(scale: StripScale, windows: readonly WindowSpan[]): readonly (WindowLabel | null)[] {
  const brackets = windows.map((span) => ({
    ...span,
    left: scale.x(day(span.from)),
    right: scale.x(day(span.to) + 1),
  }));
  const placed: (WindowLabel | null)[] = brackets.map(() => null);
  const leftOf = (label: WindowLabel): number => label.middle - textWidth(label.text) / 2;
  const rightOf = (label: WindowLabel): number => label.middle + textWidth(label.text) / 2;
  const keepsApart = (label: WindowLabel, own: number): boolean =>
    placed.every(
      (other, index) =>
        other === null ||
        index === own ||
        leftOf(label) >= rightOf(other) + LABEL_GAP ||
        rightOf(label) + LABEL_GAP <= leftOf(other),
    );
  for (const kind of ["short", "name"] as const) {
    for (const [index, bracket] of brackets.entries()) {
      const text = bracket[kind];
      const half = textWidth(text) / 2;
      if (2 * half > bracket.right - bracket.left + 2 * OVERHANG) continue;
      const middle = Math.min(Math.max((bracket.left + bracket.right) / 2, half), scale.width - half);
      const label = { text, middle };
      if (keepsApart(label, index)) placed[index] = label;
    }
  }
  return placed;
}

export function day(text: string): EpochDay {
  const found = parseIsoDay(text);
  if (found === undefined) throw new RangeError(`not an ISO date: ${text}`);
  return found;
}

/** 2025-04-15 → "4-15": the year stands on the axis. */
export function shortDay(at: EpochDay): string {
  const { month, day: ofMonth } = civil(at);
  return `${month}-${String(ofMonth).padStart(2, "0")}`;
}

/** About how wide a text is at 12 px: a Chinese character takes the whole of it, a Latin one about half. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > "\u2e80" ? 12 : 6.5), 0);
}

function monthStart(at: EpochDay): EpochDay {
  const { year, month } = civil(at);
  return dayOf(year, month, 1);
}

/**
 * Where a text of this width begins so that no line goes through it: at its own place, or right of the lines that
 * would cross it there.
 *
 * @param crossings where the lines are, from left to right
 */
export function besideCrossings(place: number, width: number, crossings: readonly number[]): number {
  return crossings.reduce(
    (left, line) => (line > left - LABEL_GAP && line < left + width ? line + LABEL_GAP : left),
    place,
  );
}
