// The rules in a pack: every check that the bundled ones pass, by themselves, and every worked case comes out as written.

import { runCases } from "../../shared/engine/run-cases.ts";
import { ruleSetOfPart } from "../../shared/packs/manifest.ts";
import { refuse } from "../../shared/packs/refusal.ts";
import type { Settlements } from "../../shared/rules/bureau.ts";
import type { Fault } from "../../shared/rules/fault.ts";
import { readCases } from "../policies/cases.ts";
import { filesOfParts } from "../policies/files.ts";
import { loadFrom, type Policies } from "../policies/store.ts";
import type { Judged, OpenedPack } from "./open-pack.ts";

/**
 * A pack stands by itself: national layers and regions are its own, so that no update of the program changes what it
 * says, and it changes nothing of what others say. All or nothing: one fault refuses the whole pack.
 */
export function checkRules(
  pack: Pick<OpenedPack, "manifest" | "parts">,
  settlements: Settlements = {},
): Judged<Policies> {
  const files = filesOfParts(pack.parts);
  const policies = loadFrom(files, settlements);
  if (policies.faults.length > 0) return refuse("rules-faulty", { count: policies.faults.length }, policies.faults);
  const unread = pack.manifest.contents.find(({ path }) => {
    const id = ruleSetOfPart(path);
    return id !== undefined && !policies.ruleSets.has(id);
  });
  if (unread !== undefined)
    return refuse("rules-faulty", { count: 1 }, [
      { file: unread.path, path: "", message: "belongs to no rule set of the pack" },
    ]);
  const failed: Fault[] = [];
  for (const [id, { table }] of policies.ruleSets) {
    const { file, cases, faults } = readCases(files, id);
    if (faults.length > 0) return refuse("rules-faulty", { count: faults.length }, faults);
    if (cases === null) return refuse("no-cases", { ruleSet: id });
    for (const { index, about, differences } of runCases(cases, table))
      for (const { path, expected, got } of differences)
        failed.push({
          file,
          path: `cases[${index}]`,
          message: `${about.zh} / ${about.en}: ${path}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(got) ?? "nothing"}`,
        });
  }
  return failed.length > 0 ? refuse("cases-fail", { count: failed.length }, failed) : { ok: true, value: policies };
}
