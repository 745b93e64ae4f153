// What one IPC channel is: the shapes of its question and answer, and the failures that are expected of it.

import type { z } from "zod";

/** A failure that the person at the window may see; `code` picks the translated text, `params` fills it. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Outcome<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure<Code> };

/** A channel that is asked and answers. */
export interface InvokeChannel {
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  readonly errors: readonly string[];
}

/** Failures that every channel can answer with. */
export const transportErrors = [
  /** no such channel */
  "unknown-channel",
  /** the question does not have the channel's shape; `params.path` says where */
  "invalid-request",
  /** the caller is not the application's own window */
  "refused-sender",
  /** a bug; what happened is in the log, without personal data */
  "internal",
] as const;

export type TransportError = (typeof transportErrors)[number];

export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<Code extends string>(
  code: Code,
  params: Failure["params"] = {},
): { readonly ok: false; readonly error: Failure<Code> } {
  return { ok: false, error: { code, params } };
}
