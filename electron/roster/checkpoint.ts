// Where a running list stands, written beside the result so that a crash costs seconds and not the night.
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { z } from "zod";
import { CHECKS } from "../../shared/roster/checks.ts";
import { BYTES_PER_NUMBER } from "./duplicates.ts";

const Sum = z.object({ sum: z.number(), unknown: z.number() });
const BucketShape = z.object({
  name: z.string(),
  rows: z.number(),
  problems: z.number(),
  review: z.number(),
  sums: z.object({ payable: Sum, aid: Sum, central: Sum, province: Sum, cityCounty: Sum }),
});
const Counts = z.record(z.string(), z.number());

const SummaryShape = z.object({
  all: BucketShape,
  categories: z.array(BucketShape),
  townships: z.array(BucketShape),
  kinds: Counts,
  windows: Counts,
  reviewCodes: Counts,
  checks: z.record(z.enum(CHECKS), z.number()),
  blankLines: z.number(),
});

const Shape = z.object({
  format: z.literal("canbao-roster-checkpoint/1"),
  /** Everything that decides the answers; a checkpoint of other rules or another file is of no use. */
  fingerprint: z.string(),
  offset: z.number().int(),
  row: z.number().int(),
  outputBytes: z.number().int(),
  reviewBytes: z.number().int(),
  numbers: z.number().int(),
  unknownNames: z.array(z.object({ field: z.enum(["categories", "groups"]), name: z.string(), rows: z.number() })),
  summary: SummaryShape,
});

export type Checkpoint = z.infer<typeof Shape>;

/** The files that a checkpoint speaks of. */
export interface CheckpointParts {
  readonly output: string;
  readonly review: string | null;
  readonly numbers: string;
}

export function checkpointName(output: string): string {
  return `${output}.checkpoint.json`;
}

/** Whole or not at all: written to another name first. */
export async function writeCheckpoint(output: string, checkpoint: Checkpoint): Promise<void> {
  const path = checkpointName(output);
  await writeFile(`${path}.new`, JSON.stringify(checkpoint), { flush: true });
  await rename(`${path}.new`, path);
}

/** The checkpoint of that output, or undefined where there is none that fits the same work and what is there of it. */
export async function readCheckpoint(
  output: string,
  fingerprint: string,
  parts: CheckpointParts,
): Promise<Checkpoint | undefined> {
  let text: string;
  try {
    text = await readFile(checkpointName(output), "utf8");
  } catch {
    return undefined;
  }
  const parsed = Shape.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.fingerprint !== fingerprint) return undefined;
  const { outputBytes, reviewBytes, numbers } = parsed.data;
  const whole =
    (await isAsLong(parts.output, outputBytes)) &&
    (parts.review === null || (await isAsLong(parts.review, reviewBytes))) &&
    (await isAsLong(parts.numbers, numbers * BYTES_PER_NUMBER));
  return whole ? parsed.data : undefined;
}

export async function removeCheckpoint(output: string): Promise<void> {
  await rm(checkpointName(output), { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function isAsLong(path: string, bytes: number): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size >= bytes,
    () => false,
  );
}
