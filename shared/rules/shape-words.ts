// What is wrong with the shape of data, in the project's own words: what is expected, what was found, and what may stand there.
import type { z } from "zod";
import { pathText } from "./fault.ts";

type Issue = z.core.$ZodRawIssue;

/** Handed to zod as its `error`: a schema's own message goes before it, and none of zod's words come after it. */
export function shapeWords(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `missing; expected ${kindText(issue.expected)}`
        : `expected ${kindText(issue.expected)}, found ${foundText(issue.input)}`;
    case "invalid_value":
      return against(oneOfText(issue.values), issue.input);
    case "too_small":
      return bounded(issue, issue.inclusive === false ? "more than" : "at least", issue.minimum);
    case "too_big":
      return bounded(issue, issue.inclusive === false ? "less than" : "at most", issue.maximum);
    case "invalid_format":
      return `not written as it has to be: found ${foundText(issue.input)}${
        issue.pattern === undefined ? "" : `, the pattern is ${issue.pattern}`
      }`;
    case "unrecognized_keys":
      return unknownKeys(issue.keys, keysOf(issue.inst));
    case "invalid_key":
      return `the name ${foundText(issue.input)} cannot stand here: ${issue.issues[0]?.message ?? "it is not known"}`;
    case "invalid_union":
      return unionText(issue);
    default:
      return `does not fit here: found ${foundText(issue.input)}`;
  }
}

export function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  const named = keys.map(quoted).join(", ");
  return `unknown key${keys.length > 1 ? "s" : ""} ${named}${known.length === 0 ? "" : `; known keys: ${known.join(", ")}`}`;
}

function against(expected: string, input: unknown): string {
  return input === undefined ? `missing; expected ${expected}` : `expected ${expected}, found ${foundText(input)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list in square brackets",
  object: "an object in braces",
  record: "an object in braces",
};

function kindText(expected: string): string {
  return KINDS[expected] ?? expected;
}

function oneOfText(values: readonly unknown[]): string {
  const named = values.map((value) => (typeof value === "string" ? quoted(value) : String(value)));
  return named.length === 1 ? String(named[0]) : `one of ${named.join(", ")}`;
}

type Bound = Extract<Issue, { readonly code: "too_small" | "too_big" }>;

const COUNTED: Readonly<Record<string, string>> = { string: "characters", array: "entries" };

function bounded({ origin, input }: Bound, how: string, bound: number | bigint): string {
  const counted = COUNTED[origin];
  const size = typeof input === "string" || Array.isArray(input) ? input.length : null;
  if (counted === undefined || size === null) return `expected ${how} ${bound}, found ${foundText(input)}`;
  return size === 0 ? "empty; something has to stand here" : `expected ${how} ${bound} ${counted}, found ${size}`;
}

/** What every alternative asks for. Where one fits but for something further in, that is the fault. */
function unionText(issue: Extract<Issue, { readonly code: "invalid_union" }>): string {
  const { errors, input } = issue;
  if ("options" in issue && Array.isArray(issue.options) && issue.options.length > 0)
    return against(oneOfText(issue.options), fieldOf(input, issue.discriminator));
  if (issue.inclusive === false) return `fits more than one of the shapes that may stand here: ${foundText(input)}`;
  const [nearest] = errors.toSorted((one, other) => one.length - other.length);
  const inside = nearest?.find(({ path }) => path.length > 0);
  if (inside !== undefined) return `${pathText(inside.path)}: ${inside.message}`;
  const first = errors.flatMap(([one]) => one ?? []);
  const expected = first.flatMap(({ message }) => EXPECTED.exec(message)?.[1] ?? []);
  return expected.length === 0
    ? (first[0]?.message ?? `does not fit here: found ${foundText(input)}`)
    : against([...new Set(expected)].join(", or "), input);
}

const EXPECTED = /^(?:missing; )?expected (.*?)(?:, found .*)?$/s;

function fieldOf(input: unknown, name: string | undefined): unknown {
  return typeof input === "object" && input !== null && name !== undefined ? Reflect.get(input, name) : input;
}

function keysOf(schema: unknown): readonly string[] {
  const shape = (schema as { readonly _zod?: { readonly def?: { readonly shape?: object } } } | undefined)?._zod?.def
    ?.shape;
  return shape === undefined ? [] : Object.keys(shape);
}

const LONGEST_QUOTE = 40;

function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}

function foundText(input: unknown): string {
  if (input === undefined) return "nothing";
  if (input === null) return "null";
  if (typeof input === "string") return `the text ${quoted(input)}`;
  // JSON has no such number; it is what is left of one with too many digits.
  if (typeof input === "number" && !Number.isFinite(input)) return "a number beyond all bounds";
  if (typeof input === "number") return `the number ${input}`;
  if (typeof input === "boolean") return String(input);
  return Array.isArray(input) ? "a list" : "an object";
}
