// Two answers for one resident, point by point: where they are alike, where they differ and by how much.
import { parseIsoDay } from "../dates/iso.ts";
import type { Clause, Result, TraceStep } from "../engine/result.ts";
import { compareYuan, minus } from "../rules/money.ts";

/** The points compared, in the order of the columns' rows. */
export const POINTS = [
  "payable",
  "start",
  "wait",
  "window",
  "exemption",
  "standard",
  "aid",
  "funding",
  "majorIllness",
  "repair",
  "incentives",
  "admission",
] as const;
export type Point = (typeof POINTS)[number];

/** How one answer stands to another on one point; `unlike` where no figure says it. */
export type Change =
  | { readonly point: "payable" | "standard" | "aid"; readonly how: "more" | "less"; readonly yuan: string }
  | { readonly point: "start"; readonly how: "earlier" | "later"; readonly days: number }
  | { readonly point: Point; readonly how: "unlike" };

/** Whether the payment day lies after the coverage year: then there is no answer to compare, and no amount to show. */
export function isOver(result: Result): boolean {
  return result.benefit.reason === "coverage-year-over";
}

/** The points on which `other` answers differently from `base`. */
export function changes(base: Result, other: Result): readonly Change[] {
  return POINTS.flatMap((point) => {
    if (keyOf(point, base) === keyOf(point, other)) return [];
    return [changeOn(point, base, other)];
  });
}

/** The points on which not all answers are the same. */
export function differingPoints(results: readonly Result[]): ReadonlySet<Point> {
  const [first] = results;
  if (first === undefined) return new Set();
  return new Set(POINTS.filter((point) => results.some((result) => keyOf(point, result) !== keyOf(point, first))));
}

/** Where a point is written: the clause of the trace step that decided it, null where no step did. */
export function clauseOf(point: Point, result: Result): Clause | null {
  if (point === "repair" && result.repair !== undefined) return result.repair.rule;
  for (const [step, effects] of STEPS[point]) {
    const found = result.trace.find((entry) => entry.step === step && effects.includes(entry.effect));
    if (found?.clause) return found.clause;
  }
  return null;
}

type Effect = TraceStep["effect"];
const ANY: readonly Effect[] = ["applied", "info", "failed"];

/** Which steps decide a point, the most telling first. */
const STEPS: Readonly<Record<Point, readonly (readonly [step: string, effects: readonly Effect[]])[]>> = {
  payable: [
    ["aid", ["applied"]],
    ["contribution", ANY],
  ],
  aid: [
    ["aid", ["applied"]],
    ["aid", ANY],
  ],
  standard: [["contribution", ANY]],
  funding: [["funding", ANY]],
  majorIllness: [["major-illness", ANY]],
  window: [["window", ANY]],
  exemption: [
    ["exemption", ["applied"]],
    ["group", ["applied"]],
    ["group", ["failed"]],
  ],
  wait: [
    ["wait", ["applied"]],
    ["wait", ANY],
    ["missed-years", ["applied"]],
    ["benefit", ANY],
  ],
  start: [
    ["benefit", ANY],
    ["open", ANY],
  ],
  repair: [["repair", ANY]],
  incentives: [["incentive", ANY]],
  admission: [
    ["admission", ANY],
    ["admission-rule", ANY],
  ],
};

function changeOn(point: Point, base: Result, other: Result): Change {
  if ((point === "payable" || point === "standard" || point === "aid") && !isOver(base) && !isOver(other)) {
    const [was, is] = [base.contribution[point], other.contribution[point]];
    if (was !== null && is !== null) {
      return compareYuan(is, was) > 0
        ? { point, how: "more", yuan: minus(is, was) }
        : { point, how: "less", yuan: minus(was, is) };
    }
  }
  // Only first days that both rule sets state can be counted from one to the other.
  if (point === "start" && base.benefit.kind === "exact" && other.benefit.kind === "exact") {
    const [was, is] = [dayOf(base.benefit.start), dayOf(other.benefit.start)];
    if (was !== undefined && is !== undefined && was !== is) {
      return { point, how: is < was ? "earlier" : "later", days: Math.abs(is - was) };
    }
  }
  return { point, how: "unlike" };
}

function dayOf(text: string | null): number | undefined {
  return text === null ? undefined : parseIsoDay(text);
}

/** Equal keys: the answers say the same on this point. */
function keyOf(point: Point, result: Result): string {
  const { contribution, funding, majorIllness, benefit, exemption, admission } = result;
  switch (point) {
    case "payable":
    case "standard":
    case "aid":
      return isOver(result) ? "over" : String(contribution[point]);
    case "funding":
      return isOver(result)
        ? "over"
        : JSON.stringify([
            funding.total,
            funding.central,
            funding.centralOptions,
            funding.province,
            funding.cityCounty,
          ]);
    case "majorIllness":
      return isOver(result) ? "over" : JSON.stringify([majorIllness.perHead, majorIllness.about]);
    case "repair":
      return JSON.stringify(result.repair?.rows.map(({ years, cost, start }) => [years, cost, start]) ?? null);
    case "incentives":
      return JSON.stringify(result.incentives ?? null);
    case "window":
      return result.window;
    case "exemption":
      return exemption?.group ?? "";
    case "wait":
      return benefit.wait === null ? "" : JSON.stringify([benefit.wait.from, benefit.wait.to]);
    case "start":
      return JSON.stringify([benefit.kind, benefit.start, benefit.end, benefit.reason]);
    case "admission":
      return admission === undefined ? "" : `${admission.covered} ${admission.reason}`;
  }
}
