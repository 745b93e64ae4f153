// The coverage year as a strip of spans, so that paper can show where cover is and where it is not.
import { civil, dayOf, type EpochDay } from "../dates/civil.ts";
import { isoDay, parseIsoDay } from "../dates/iso.ts";
import type { Benefit } from "../engine/result.ts";
import type { SlipYear } from "./document.ts";

type Span = SlipYear["spans"][number];
type State = Span["state"];

export interface YearFacts {
  readonly coverageYear: number;
  readonly paidOn: string;
  /** From when cover could start at all where its first day is not stated: the birth of a newborn, else the payment. */
  readonly possibleFrom: string;
  readonly benefit: Benefit;
}

/** Paints the year day by day, later strokes over earlier ones, and reads the runs back as spans. */
export function yearStrip({ coverageYear, paidOn, possibleFrom, benefit }: YearFacts): SlipYear {
  const first = dayOf(coverageYear, 1, 1);
  const last = dayOf(coverageYear, 12, 31);
  const paid = known(paidOn);
  const days = new Array<State>(last - first + 1).fill("none");
  const paint = (state: State, from: EpochDay, to: EpochDay): void => {
    for (let day = Math.max(from, first); day <= Math.min(to, last); day += 1) days[day - first] = state;
  };

  paint("past", first, paid - 1);
  if (benefit.wait !== null) paint("waiting", known(benefit.wait.from), known(benefit.wait.to));
  const end = benefit.end === null ? last : known(benefit.end);
  if (benefit.start !== null) paint(benefit.kind === "not-before" ? "earliest" : "covered", known(benefit.start), end);
  else if (benefit.kind === "not-stated") paint("open", known(possibleFrom), end);

  return {
    from: isoDay(first),
    to: isoDay(last),
    paidOn: civil(paid).year === coverageYear ? paidOn : null,
    spans: spansOf(days, first),
  };
}

function spansOf(days: readonly State[], first: EpochDay): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let index = 1; index <= days.length; index += 1) {
    const state = days[start];
    if (state === undefined || days[index] === state) continue;
    spans.push({ state, from: isoDay(first + start), to: isoDay(first + index - 1), days: index - start });
    start = index;
  }
  return spans;
}

function known(text: string): EpochDay {
  const day = parseIsoDay(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
}
