// JSON in one spelling only: the bytes that a record's hash is taken over must not depend on who wrote them.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The value as RFC 8785 writes it: keys sorted by code unit, no white space, numbers as ECMAScript prints them. Members
 * that are `undefined` are left out, as JSON does. Throws a TypeError for what JSON cannot hold without loss (NaN, a
 * lone surrogate, a function, a Date): such a value in a record is a bug, and rounding it away would hide it.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("not a JSON number");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || !isPlain(value)) throw new TypeError("not a JSON value");
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${quoted(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError("text with half a character");
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
