// A pack's manifest: who issues what, for how long, and every part with its size and hash. Read only after the signature holds.
import { z } from "zod";
import { parseIsoDay } from "../dates/iso.ts";
import { Words } from "../rules/schema.ts";

/** Folders of the rules that are no jurisdiction. */
const NOT_JURISDICTIONS: ReadonlySet<string> = new Set(["national", "regions", "schema", "coming"]);

const RULE_PART = /^([a-z]{1,40})\/(\d{4})\/(rules|cases|county-\d{6})\.json$/;
const LAYER_PART = /^(national\/\d{4}|regions\/[a-z0-9]+(-[a-z0-9]+)*)\.json$/;
/** Room for every county of a province. */
const MOST_PARTS = 400;
/** As long as a rule file on the disk may be. */
const LARGEST_PART = 4 * 1024 * 1024;
/** A coverage year, its campaign before it and some time to look back; a pack for ever would never ask to be looked at again. */
export const LONGEST_LIFE_DAYS = 800;

/** The rule set that a part belongs to, undefined where it is a layer under all of them. */
export function ruleSetOfPart(path: string): string | undefined {
  const found = RULE_PART.exec(path);
  return found === null ? undefined : `${found[1]}/${found[2]}`;
}

function isPartPath(path: string): boolean {
  if (path.length > 80) return false;
  const jurisdiction = RULE_PART.exec(path)?.[1];
  return jurisdiction === undefined ? LAYER_PART.test(path) : !NOT_JURISDICTIONS.has(jurisdiction);
}

const Day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseIsoDay(text) !== undefined, {
  error: "a day is written YYYY-MM-DD",
});

const Part = z.strictObject({
  path: z.string().refine(isPartPath, { error: "is no path of a rule file" }),
  size: z.int().positive().max(LARGEST_PART),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const Line = z.string().trim().min(1).max(200);

export const MANIFEST_FORMAT = "canbao-pack/1";

export const Manifest = z
  .strictObject({
    format: z.literal(MANIFEST_FORMAT),
    /** Names the series of packs of which this is one version. */
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens")
      .max(60),
    /** Rises with every pack of the series, whichever of the issuer's keys signs it. */
    version: z.int().positive().max(1_000_000_000),
    issuer: z.strictObject({ zh: Line, en: Line }),
    /** SHA-256 of the signer's public key in hexadecimal digits; has to be the key of the envelope. */
    key: z.string().regex(/^[0-9a-f]{64}$/),
    created: Day,
    /** The last day on which the pack may be taken in. */
    expires: Day,
    /** The oldest program that can use it. */
    program: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
    /** What is new, for the person who takes it in. */
    notes: Words.optional(),
    contents: z.array(Part).min(1).max(MOST_PARTS),
  })
  .check(({ value, issues }) => {
    const report = (path: PropertyKey[], message: string) =>
      issues.push({ code: "custom", path, message, input: value });
    const days = (parseIsoDay(value.expires) ?? 0) - (parseIsoDay(value.created) ?? 0);
    if (days < 0 || days > LONGEST_LIFE_DAYS)
      report(["expires"], `lies within ${LONGEST_LIFE_DAYS} days after the day of making`);
    const paths = value.contents.map(({ path }) => path);
    paths.forEach((path, at) => {
      if (paths.indexOf(path) !== at) report(["contents", at, "path"], `${path} stands twice`);
    });
    if (ruleSetsOf(value.contents).length === 0) report(["contents"], "hold no rule set");
  });

export type ManifestData = Readonly<z.infer<typeof Manifest>>;
export type PartEntry = ManifestData["contents"][number];

/** The rule sets that a pack brings: those whose rules.json is in it. */
export function ruleSetsOf(contents: readonly { readonly path: string }[]): readonly string[] {
  return contents.flatMap(({ path }) => (path.endsWith("/rules.json") ? [ruleSetOfPart(path) ?? path] : []));
}

/** The jurisdictions that a pack speaks for, each once. */
export function jurisdictionsOf(contents: readonly { readonly path: string }[]): readonly string[] {
  return [...new Set(ruleSetsOf(contents).map((id) => id.split("/")[0] ?? id))];
}

/** Whether program `have` is at least `need`; both are three numbers. */
export function isAtLeast(have: string, need: string): boolean {
  const [a, b] = [have, need].map((text) => text.split(".").map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
