// What the window and the command line are told of a loaded rule set.
import { describe, type RuleSetDescription } from "../../shared/rules/description.ts";
import type { LoadedRuleSet } from "./store.ts";

export function describeLoaded(loaded: LoadedRuleSet): RuleSetDescription {
  const names = new Map(loaded.regions.prefectures.map((prefecture) => [prefecture.code, prefecture.name]));
  return describe(loaded.table, loaded.source.documents, names);
}
