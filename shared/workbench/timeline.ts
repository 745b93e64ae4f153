// The payment days of a draft's periods on a line, with the days that belong to none and those that belong to two.
import { dayOf } from "../dates/civil.ts";
import { isoDay, parseIsoDay } from "../dates/iso.ts";
import { isTree } from "../rules/points.ts";

export interface TimelineSpan {
  readonly kind: "period" | "gap" | "overlap";
  /** The period's place in the list; null for a gap or an overlap. */
  readonly at: number | null;
  readonly window: string;
  readonly from: string;
  readonly to: string;
  /** Place and width on the line, in percent. */
  readonly left: number;
  readonly width: number;
}

export interface Timeline {
  readonly from: string;
  readonly to: string;
  readonly spans: readonly TimelineSpan[];
  /** Where 1 January of the coverage year lies, in percent. */
  readonly newYear: number;
}

/** Null as long as no period has two days. Periods whose days are not days are left out: their fields say so. */
export function timelineOf(periods: unknown, coverageYear: number): Timeline | null {
  if (!Array.isArray(periods) || !Number.isInteger(coverageYear)) return null;
  const known = periods
    .flatMap((period: unknown, at) => {
      const [from, to] = isTree(period) ? [dayIn(period["from"]), dayIn(period["to"])] : [];
      if (from === undefined || to === undefined || from > to || !isTree(period)) return [];
      return [{ at, from, to, window: String(period["window"] ?? "") }];
    })
    .sort((one, other) => one.from - other.from);
  const [first] = known;
  if (first === undefined) return null;
  const yearEnd = dayOf(coverageYear, 12, 31);
  const last = Math.max(yearEnd, ...known.map(({ to }) => to));
  const length = last - first.from + 1;
  const span = (kind: TimelineSpan["kind"], at: number | null, window: string, from: number, to: number) => ({
    kind,
    at,
    window,
    from: isoDay(from),
    to: isoDay(to),
    left: ((from - first.from) / length) * 100,
    width: ((to - from + 1) / length) * 100,
  });
  const spans: TimelineSpan[] = known.map(({ at, from, to, window }) => span("period", at, window, from, to));
  let expected = first.from;
  for (const { from, to } of known) {
    if (from > expected) spans.push(span("gap", null, "", expected, from - 1));
    if (from < expected) spans.push(span("overlap", null, "", from, Math.min(to, expected - 1)));
    expected = Math.max(expected, to + 1);
  }
  if (expected <= yearEnd) spans.push(span("gap", null, "", expected, yearEnd));
  const newYear = ((dayOf(coverageYear, 1, 1) - first.from) / length) * 100;
  return { from: isoDay(first.from), to: isoDay(last), spans, newYear: Math.min(100, Math.max(0, newYear)) };
}

function dayIn(value: unknown): number | undefined {
  return typeof value === "string" ? parseIsoDay(value) : undefined;
}
