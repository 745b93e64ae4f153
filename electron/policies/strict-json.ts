// Reads a JSON file as data that people wrote: UTF-8 only, bounded size, no duplicate keys, faults with line and column.
import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { type Node, type ParseError, parseTree, printParseErrorCode, visit } from "jsonc-parser";
import type { Fault } from "../../shared/rules/fault.ts";
import { pathText } from "../../shared/rules/fault.ts";

/** Far above any notice's table; beyond it the file is not a rule set. */
export const LARGEST_FILE = 4 * 1024 * 1024;

/** A rule file nests about ten brackets; the parser would run out of stack far above this. */
const DEEPEST = 200;

export type Read =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly bytes: Buffer;
      /** Whether the value was found to fit by whoever counts its keys. */
      readonly fits: boolean;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** How many keys the objects of a value hold in all, or a negative number where it is not what it should be. */
export type KeysFitting = (value: unknown) => number;

const nothingExpected: KeysFitting = () => -1;

/**
 * Reads and parses `path`; `name` is what faults call the file. Never throws. `keysFitting` knows what is expected in the file,
 * to no great depth: what fits is not walked through a second time for the count of its keys.
 */
export function readStrictJson(path: string, name: string, keysFitting = nothingExpected): Read {
  let bytes: Buffer;
  try {
    const opened = openSync(path, "r");
    try {
      const { size } = fstatSync(opened);
      if (size > LARGEST_FILE)
        return fault(
          name,
          "",
          `has ${size} bytes; a rule file has at most ${LARGEST_FILE}. Check that it is the right file`,
        );
      bytes = Buffer.alloc(size);
      readSync(opened, bytes, 0, size, 0);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return fault(name, "", `cannot be read (${errorCode(error)}); check that the file is there and may be read`);
  }
  return parseStrictJson(bytes, name, keysFitting);
}

/** The same for bytes at hand (a part of a pack). */
export function parseStrictJson(bytes: Buffer, name: string, keysFitting = nothingExpected): Read {
  if (!isUtf8(bytes)) return fault(name, "", "is not UTF-8 text; save it as UTF-8");
  const text = bytes.toString("utf8", startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0);
  const plain = parsePlainly(text);
  const fitting = plain === undefined ? -1 : keysFitting(plain.value);
  const fits = fitting >= 0;
  const held = fits ? fitting : plain === undefined ? TOO_DEEP : isHolder(plain.value) ? keysHeld(plain.value, 0) : 0;
  // What is sound is known by a count; only what is not pays for the search of the place.
  if (plain !== undefined && held === keysWritten(text)) return { ok: true, value: plain.value, bytes, fits };
  if ((plain !== undefined && held >= TOO_DEEP) || deepest(text) > DEEPEST)
    return fault(
      name,
      "",
      `nests deeper than ${DEEPEST} brackets; a rule file does not. Check that it is the right file`,
    );
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  if (first !== undefined || tree === undefined)
    return fault(
      name,
      "",
      `is not JSON: ${first === undefined ? "it is empty" : `${printParseErrorCode(first.error)} at ${place(text, first.offset)}`}`,
    );
  const duplicates: Fault[] = [];
  findDuplicates(tree, [], (path, offset) =>
    duplicates.push({
      file: name,
      path: pathText(path),
      message: `the key stands twice in one object, again at ${place(text, offset)}; remove one`,
    }),
  );
  if (duplicates.length > 0) return { ok: false, faults: duplicates };
  return plain === undefined ? fault(name, "", "is not JSON") : { ok: true, value: plain.value, bytes, fits };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function startsWithMark(bytes: Buffer): boolean {
  return bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
}

function parsePlainly(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const TOO_DEEP = Number.POSITIVE_INFINITY;

/** How many keys the objects of a value have in all, TOO_DEEP where brackets nest deeper than allowed. */
function keysHeld(value: object, depth: number): number {
  if (depth >= DEEPEST) return TOO_DEEP;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (isHolder(item)) keys += keysHeld(item, depth + 1);
    return keys;
  }
  // What came out of JSON has no inherited keys, and nothing needs a list of them.
  for (const name in value) {
    keys++;
    const item = (value as Readonly<Record<string, unknown>>)[name];
    if (isHolder(item)) keys += keysHeld(item, depth + 1);
  }
  return keys;
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Equal to no count, not even to itself. */
const NOT_COUNTED = Number.NaN;

/**
 * At least as many keys as stand in a text that is known to be JSON, so more than its objects hold where one stands twice; more
 * also where a text value begins with a colon. Nothing is counted where a colon has a space before it.
 */
function keysWritten(text: string): number {
  let keys = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === QUOTE) {
      // Hardly a key ends with a backslash: a call saved for each of the others.
      if (text.charCodeAt(at - 2) !== BACKSLASH || !isEscaped(text, at - 1)) keys++;
    } else if (before <= SPACE) return NOT_COUNTED;
  }
  return keys;
}

/** The last of the characters that JSON takes for space; a text holds none of those before it. */
const SPACE = 0x20;

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

/** How deep brackets nest, counted without regard to what they hold: brackets inside texts only make it higher. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) {
      depth++;
      if (depth > most) most = depth;
    } else if (character === 0x5d || character === 0x7d) depth--;
  }
  return most;
}

/** Paths of keys that stand more than once in their object, of a text that is known to be JSON. */
export function repeatedKeys(text: string): readonly string[] {
  const repeated: string[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectProperty: (name, _offset, _length, _line, _column, path) => {
      const known = open.at(-1);
      if (known?.has(name)) repeated.push(pathText([...path(), name]));
      known?.add(name);
    },
    onObjectEnd: () => {
      open.pop();
    },
  });
  return repeated;
}

function fault(file: string, path: string, message: string): Read {
  return { ok: false, faults: [{ file, path, message }] };
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function findDuplicates(
  node: Node,
  path: readonly PropertyKey[],
  found: (path: readonly PropertyKey[], offset: number) => void,
): void {
  const children = node.children ?? [];
  if (node.type === "array") {
    children.forEach((child, at) => {
      findDuplicates(child, [...path, at], found);
    });
    return;
  }
  if (node.type !== "object") return;
  const seen = new Set<string>();
  for (const property of children) {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    if (seen.has(name)) found([...path, name], property.offset);
    seen.add(name);
    if (value !== undefined) findDuplicates(value, [...path, name], found);
  }
}
