// Which rules a command computes with: the bundled ones, another folder's, and a counter's packs over them where it is named.

import type { Settlements } from "../../shared/rules/bureau.ts";
import { existsLink } from "../packs/own-folder.ts";
import type { RulesInUse } from "../packs/rules-in-use.ts";
import { loadPolicies, type Policies } from "../policies/store.ts";
import { counterRules, counterState, counterStore, packFaultLines, sealNotice } from "./counter.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";

export interface RulesNamed {
  readonly policies: string | undefined;
  /** A counter's packs folder. */
  readonly packs: string | undefined;
}

export type RulesFrom =
  | {
      readonly ok: true;
      readonly rules: Policies;
      /** Where each rule set came from; null where no packs were asked for. */
      readonly origins: RulesInUse["origins"] | null;
      /** To be said on stderr; empty where there is nothing to say. */
      readonly notice: string;
    }
  | { readonly ok: false; readonly about: "policies" | "packs"; readonly messages: readonly string[] };

/** Of a folder of rule sets that is not there. */
export function noFolder(folder: string): string {
  return `${folder}: no such folder; rule sets lie in it as JURISDICTION/YEAR/rules.json`;
}

/**
 * A pack that cannot be used is a fault of the whole command: the window shows what answers in its place, a list of
 * ten thousand rows does not.
 */
export function rulesFrom({ policies = POLICIES_FOLDER, packs }: RulesNamed, settlements: Settlements = {}): RulesFrom {
  if (!existsLink(policies)) return { ok: false, about: "policies", messages: [noFolder(policies)] };
  if (packs === undefined) return { ok: true, rules: loadPolicies(policies, settlements), origins: null, notice: "" };
  const store = counterStore(packs);
  const state = counterState(packs, store);
  if (!state.ok) return { ok: false, about: "packs", messages: [state.message] };
  const rules = counterRules(policies, store, settlements);
  const faults = packFaultLines(rules);
  if (faults.length > 0)
    return {
      ok: false,
      about: "packs",
      messages: [
        ...faults,
        "nothing is computed by other rules in its place: install the pack anew, or take it back with calc packs undo",
      ],
    };
  return { ok: true, rules, origins: rules.origins, notice: sealNotice(packs, state.reading) };
}
