// Gathers whom a pack is tried on before it takes effect: worked cases of the old and the new rules, typical residents, the counter's own slips.

import { z } from "zod";
import { type Asked, type Impact, impactOf } from "../../shared/packs/impact.ts";
import { isAtLeast } from "../../shared/packs/manifest.ts";
import { askPersonas, type PersonaData, PersonasFile } from "../../shared/packs/personas.ts";
import { readCases } from "../policies/cases.ts";
import { describeLoaded } from "../policies/describe.ts";
import { filesOfFolder, type PolicyFiles } from "../policies/files.ts";
import type { LoadedRuleSet, Policies } from "../policies/store.ts";

/** A resident of a slip: the request as the engine took it, and nothing that names anybody. */
export interface RecordAsked {
  readonly number: string;
  readonly day: string;
  readonly request: unknown;
}

const Request = z.record(z.string(), z.unknown());

export interface ImpactOrder {
  /** What answers now. */
  readonly inUse: Pick<Policies, "ruleSets">;
  /** What would answer. */
  readonly next: Policies;
  /** The new rules' own files, for their worked cases. */
  readonly nextFiles: PolicyFiles;
  readonly personas: readonly PersonaData[];
  readonly records: (ruleSet: string) => readonly RecordAsked[];
}

/** One report for each rule set of the pack. */
export function packImpact({ inUse, next, nextFiles, personas, records }: ImpactOrder): readonly Impact[] {
  return [...next.ruleSets.values()].map((after) => {
    const { id } = after.table;
    const before = inUse.ruleSets.get(id);
    const people = [
      ...workedCases(nextFiles, id),
      ...(before === undefined ? [] : workedCases(before.from, id)),
      // Told by the old rules as well: an identity that the new ones no longer know would else not be asked about.
      ...(before === undefined ? [] : typical(personas, before)),
      ...typical(personas, after),
      ...records(id).flatMap(({ number, day, request }) => {
        const parsed = Request.safeParse(request);
        return parsed.success ? [{ subject: { kind: "record" as const, number, day }, request: parsed.data }] : [];
      }),
    ];
    return impactOf(before?.table, after.table, withoutRepeats(people));
  });
}

/** Typical residents beside the bundled rules; none where the file is not there or faulty. */
export function readPersonas(policies: string): readonly PersonaData[] {
  const read = filesOfFolder(policies).read("personas.json");
  return read.ok ? (PersonasFile.safeParse(read.value).data?.personas ?? []) : [];
}

function workedCases(files: PolicyFiles, id: string): readonly Asked[] {
  const { cases } = readCases(files, id);
  return (cases?.cases ?? []).map(({ about, request }) => ({
    subject: { kind: "case", about },
    request: { ...request },
  }));
}

function typical(personas: readonly PersonaData[], loaded: LoadedRuleSet): readonly Asked[] {
  return askPersonas(personas, describeLoaded(loaded));
}

/** Slips are never repeats of each other: two residents may well have asked the same. */
function withoutRepeats(people: readonly Asked[]): readonly Asked[] {
  const seen = new Set<string>();
  return people.filter(({ subject, request }) => {
    if (subject.kind === "record") return true;
    const key = JSON.stringify({ ...request, ruleSet: "" });
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Only those rule sets that would answer: a lower version than the present one changes nothing. */
export function takingEffect(policies: Policies, inUse: Pick<Policies, "ruleSets">): Policies {
  const ruleSets = [...policies.ruleSets].filter(([id, { table }]) => {
    const present = inUse.ruleSets.get(id)?.table.version;
    return present === undefined || !isAtLeast(present, table.version);
  });
  return { ...policies, ruleSets: new Map(ruleSets) };
}
