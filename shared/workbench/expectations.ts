// What a worked case can expect, as its author types it: a text for each part of the answer, "-" for "there is none".
import type { Result } from "../engine/result.ts";
import { isTree } from "../rules/points.ts";
import { type Path, valueAt, without, withValue } from "./tree.ts";

export const EXPECTATIONS = [
  "payable",
  "aid",
  "category",
  "window",
  "exemption",
  "kind",
  "start",
  "waitTo",
  "reason",
  "central",
] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

const PATH_OF: Readonly<Record<Expectation, Path>> = {
  payable: ["contribution", "payable"],
  aid: ["contribution", "aid"],
  category: ["contribution", "category"],
  window: ["window"],
  exemption: ["exemption", "group"],
  kind: ["benefit", "kind"],
  start: ["benefit", "start"],
  waitTo: ["benefit", "wait", "to"],
  reason: ["benefit", "reason"],
  central: ["funding", "central"],
};

/** Parts that are wholly absent where there is none: no exemption, no wait. */
const WHOLE: Readonly<Partial<Record<Expectation, Path>>> = { exemption: ["exemption"], waitTo: ["benefit", "wait"] };

export const NONE = "-";

/** What stands in the field for an expectation; "" where nothing is expected. */
export function expectedText(expect: Readonly<Record<string, unknown>>, part: Expectation): string {
  const whole = WHOLE[part];
  if (whole !== undefined && valueAt(expect, whole) === null) return NONE;
  const value = valueAt(expect, PATH_OF[part]);
  if (value === null) return NONE;
  return value === undefined ? "" : String(value);
}

/** The expectations with one of them typed anew; an empty text takes it away. */
export function withExpected(
  expect: Readonly<Record<string, unknown>>,
  part: Expectation,
  typed: string,
): Readonly<Record<string, unknown>> {
  const path = PATH_OF[part];
  const whole = WHOLE[part];
  const text = typed.trim();
  const base = whole !== undefined && valueAt(expect, whole) === null ? without(expect, whole) : expect;
  if (text === "") return pruned(without(base, whole ?? path), path.slice(0, -1));
  if (text === NONE || text === "－" || text === "—") return asRecord(withValue(base, whole ?? path, null));
  return asRecord(withValue(base, path, text));
}

/** What the answer says of the same part, in the same words. */
export function answeredText(result: Result, part: Expectation): string {
  return expectedText(result as unknown as Readonly<Record<string, unknown>>, part) || NONE;
}

/** Objects that hold nothing any more expect nothing. */
function pruned(tree: unknown, path: Path): Readonly<Record<string, unknown>> {
  let at = tree;
  for (let length = path.length; length > 0; length--) {
    const here = path.slice(0, length);
    const value = valueAt(at, here);
    if (isTree(value) && Object.keys(value).length === 0) at = without(at, here);
  }
  return asRecord(at);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isTree(value) ? value : {};
}
