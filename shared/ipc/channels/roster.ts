// Lists of a village or a county: chosen, looked at, worked on in a process of their own.

import { z } from "zod";
import { ROSTER_FIELDS } from "../../roster/columns.ts";
import type { Summary } from "../../roster/summary.ts";
import type { Survey } from "../../roster/survey.ts";

const NameChoices = z.record(z.string().max(200), z.string().max(60));

/** What a person decided about lists like this one; "" for a column says that the list does not state it. */
export const RosterMapping = z.strictObject({
  columns: z.partialRecord(z.enum(ROSTER_FIELDS), z.string().max(500)),
  categories: NameChoices,
  groups: NameChoices,
});
export type RosterMappingData = z.infer<typeof RosterMapping>;

const Progress = z.strictObject({ rows: z.number(), problems: z.number(), bytes: z.number(), ofBytes: z.number() });

export interface RosterResult {
  readonly status: "done" | "cancelled" | "failed";
  /** What went wrong, as a key of the texts and its values; file names without folders. */
  readonly fault: { readonly code: string; readonly values: Readonly<Record<string, string | number>> } | null;
  readonly summary: Summary | null;
  readonly unknownNames: readonly {
    readonly field: "categories" | "groups";
    readonly name: string;
    readonly rows: number;
  }[];
  readonly resumedAt: number | null;
  readonly kept: { readonly file: string; readonly row: number } | null;
  readonly notes: readonly string[];
  /** Names of the files written. */
  readonly output: string;
  readonly reviewFile: string | null;
  /** The first rows of the sheet for a person: row, name, masked number, township, codes, reason. */
  readonly review: readonly (readonly string[])[];
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

export const rosterChannels = {
  /** Asks for a list in the system's dialog; `list` stands for the file from then on. */
  "roster.choose": {
    request: z.undefined(),
    response: z.strictObject({ list: z.string(), name: z.string() }),
    errors: ["cancelled"],
  },
  /** Looks at a list; the mapping null: what is remembered. A fault comes with its code in `params.fault`. */
  "roster.survey": {
    request: z.strictObject({ list: z.string(), ruleSet: z.string(), mapping: RosterMapping.nullable() }),
    response: z.strictObject({ survey: z.custom<Survey>(isObject), mapping: RosterMapping }),
    errors: ["busy", "unknown-list", "fault"],
  },
  /** Asks where the result goes, remembers the mapping, and starts. */
  "roster.start": {
    request: z.strictObject({ list: z.string(), ruleSet: z.string(), mapping: RosterMapping, neutralise: z.boolean() }),
    response: z.strictObject({ output: z.string() }),
    errors: ["busy", "unknown-list", "cancelled"],
  },
  "roster.steer": {
    request: z.strictObject({ to: z.enum(["pause", "resume", "cancel"]) }),
    response: z.strictObject({}),
    errors: ["not-running"],
  },
  /** Shows the last result in the system's file manager. */
  "roster.show": { request: z.undefined(), response: z.strictObject({}), errors: ["no-result"] },
} as const;

export const rosterEvents = {
  "roster.progress": Progress,
  "roster.ended": z.custom<RosterResult>(isObject),
} as const;

export type RosterProgress = z.infer<typeof Progress>;
