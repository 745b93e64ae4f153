// The rule author's workbench: drafts of rule sets, what is wrong with them, and the pack that comes of them.

import { z } from "zod";
import type { Result } from "../../engine/result.ts";
import type { Difference } from "../../rules/differences.ts";
import { Draft } from "../../workbench/draft.ts";
import { fault } from "./rules.ts";

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const files = ["folder-unwritable", "disk-full"] as const;

const listed = z.strictObject({
  id,
  /** The rule set that the draft says it is, such as gansu/2027. */
  ruleSet: z.string(),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  base: z.string().nullable(),
  savedAt: z.string(),
  open: z.int(),
});

const words = z.strictObject({ zh: z.string(), en: z.string() });
const documents = z.record(z.string(), z.string());
const opened = z.strictObject({
  draft: Draft,
  /** The rule file that it was started from, to show last year's figures beside the new ones; null where it is gone. */
  base: z.unknown(),
  /** Documents that citations may name beside the draft's own: id → number. */
  documents,
  /** What the layers say of the interpretations that the draft takes from them. */
  readings: z.record(
    z.string(),
    z.strictObject({
      question: words,
      default: words,
      options: z.array(z.strictObject({ id: z.string(), text: words })),
    }),
  ),
});

const path = z.string();
const outcome = z.strictObject({
  id: z.string(),
  result: z.custom<Result>((value) => typeof value === "object" && value !== null).nullable(),
  /** Why the engine refused the request; null where it answered, or where there are no sound rules to ask. */
  refusal: z.strictObject({ code: z.string(), path, message: z.string() }).nullable(),
  differences: z.array(z.strictObject({ path, expected: z.unknown(), got: z.unknown() })),
});

const checked = z.strictObject({
  /** `file` is the draft's own name of a file, or `cases`. */
  faults: z.array(fault),
  /** There is a sound rule set: cases are answered. */
  sound: z.boolean(),
  /** Null where there is nothing to compare with. */
  differences: z.custom<readonly Difference[]>((value) => Array.isArray(value)).nullable(),
  outcomes: z.array(outcome),
  /** The counties that a worked case can lie in, by prefecture; none while the rules are not sound. */
  places: z.array(
    z.strictObject({ name: words, counties: z.array(z.strictObject({ code: z.string(), name: words })) }),
  ),
});

const notice = z.strictObject({
  number: z.string().min(1).max(200),
  title: z.strictObject({ zh: z.string().max(300), en: z.string().max(300) }),
  issuers: z.array(z.string().max(100)).max(20),
  issuedOn: z.string().nullable(),
  grade: z.enum(["A", "B", "C", "D"]),
});

const refusal = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  faults: z.array(fault),
});

export const workbenchChannels = {
  "workbench.list": {
    request: z.undefined(),
    response: z.strictObject({
      drafts: z.array(listed),
      /** Files in the drafts folder that are no drafts any more: they are kept and named. */
      damaged: z.array(z.string()),
      /** The rule sets that a new year can start from. */
      bases: z.array(z.strictObject({ id: z.string(), coverageYear: z.int() })),
    }),
    errors: [],
  },
  "workbench.start": {
    request: z.strictObject({ base: z.string(), year: z.int().min(2024).max(2100), notice: notice.nullable() }),
    response: opened,
    errors: ["unknown-rule-set", "year-not-later", ...files],
  },
  "workbench.open": { request: z.strictObject({ id }), response: opened, errors: ["unknown-draft"] },
  "workbench.keep": {
    request: z.strictObject({ draft: Draft }),
    response: z.strictObject({ savedAt: z.string() }),
    errors: [...files],
  },
  /** A removed draft lies beside the others until the next start of the program; `restore` brings it back. */
  "workbench.remove": { request: z.strictObject({ id }), response: z.undefined(), errors: ["unknown-draft", ...files] },
  "workbench.restore": {
    request: z.strictObject({ id }),
    response: z.undefined(),
    errors: ["unknown-draft", ...files],
  },
  "workbench.check": { request: z.strictObject({ draft: Draft }), response: checked, errors: [] },
  /** Text as strictly as a rule file is read: no second key of one name, no comment. */
  "workbench.parse": {
    request: z.strictObject({ text: z.string().max(4_000_000) }),
    response: z.strictObject({ value: z.unknown(), faults: z.array(fault) }),
    errors: [],
  },
  "workbench.export": {
    request: z.strictObject({ draft: Draft }),
    response: z.strictObject({ folder: z.string(), files: z.array(z.string()) }),
    errors: ["cancelled", "rule-set-unnamed", ...files],
  },
  "workbench.import": {
    request: z.undefined(),
    response: opened,
    errors: ["cancelled", "no-rules-there", "rules-unreadable", ...files],
  },
  /** `make`: a new key is written, sealed by the passphrase; else a key file is chosen, and nothing is asked. */
  "workbench.key": {
    request: z.strictObject({ make: z.boolean(), passphrase: z.string().max(1000) }),
    response: z.strictObject({ file: z.string(), fingerprint: z.array(z.string()) }),
    errors: ["cancelled", "passphrase-weak", "key-file-exists", "key-file-unwritable", "key-file-unreadable"],
  },
  "workbench.sign": {
    request: z.strictObject({
      draft: Draft,
      keyFile: z.string().max(2000),
      passphrase: z.string().max(1000),
      series: z.string().max(60),
      version: z.int().positive(),
      issuer: z.strictObject({ zh: z.string(), en: z.string() }),
      expires: z.string(),
      notes: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
    }),
    response: z.strictObject({
      file: z.string(),
      size: z.int(),
      fingerprint: z.array(z.string()),
      /** Set where no counter could take the pack in: nothing was written. */
      refusal: refusal.nullable(),
    }),
    errors: [
      "cancelled",
      /** points that nobody confirmed, faults, or cases that do not pass; `params` counts them */
      "not-ready",
      "passphrase-wrong",
      "key-file-unreadable",
      ...files,
    ],
  },
} as const;

export type Opened = z.infer<typeof opened>;
export type DraftListed = z.infer<typeof listed>;
export type DraftChecked = z.infer<typeof checked>;
export type CaseOutcomeShown = z.infer<typeof outcome>;
