// Reads a file of a bureau's decisions, as bureau.json keeps them; a fault names the place.
import { basename } from "node:path";
import { BureauFile, type Settlements, settlementsOf } from "../../shared/rules/bureau.ts";
import { type Fault, pathText } from "../../shared/rules/fault.ts";
import { shapeWords } from "../../shared/rules/shape-words.ts";
import { readStrictJson } from "./strict-json.ts";

export type ReadSettlements =
  | { readonly ok: true; readonly settlements: Settlements }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Nothing is settled without a file. Never throws. */
export function readSettlements(file: string | undefined): ReadSettlements {
  if (file === undefined) return { ok: true, settlements: {} };
  const name = basename(file);
  const read = readStrictJson(file, name);
  if (!read.ok) return read;
  const parsed = BureauFile.safeParse(read.value, { error: shapeWords });
  if (parsed.success) return { ok: true, settlements: settlementsOf(parsed.data.decisions) };
  return {
    ok: false,
    faults: parsed.error.issues.map(({ path, message }) => ({ file: name, path: pathText(path), message })),
  };
}
