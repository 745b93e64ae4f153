// What is wrong with a draft: exactly the checks that a rule file passes when it is loaded, and its worked cases.
import { answerRequest } from "../../shared/engine/answer.ts";
import { runCases } from "../../shared/engine/run-cases.ts";
import type { DraftChecked } from "../../shared/ipc/channels/workbench.ts";
import { type ComparedRules, differencesBetween } from "../../shared/rules/differences.ts";
import type { Table } from "../../shared/rules/table.ts";
import { type DraftCaseData, type DraftData, openPoints } from "../../shared/workbench/draft.ts";
import { withoutLayers } from "../../shared/workbench/new-year.ts";
import { readCases } from "../policies/cases.ts";
import { comparedRules } from "../policies/compared.ts";
import { filesOfParts, type PolicyFiles } from "../policies/files.ts";
import { type LoadedRuleSet, loadFrom } from "../policies/store.ts";
import { draftFiles } from "./draft-files.ts";

/** What a draft stands on: the rule sets at hand, and the files of national layers and regions. */
export interface DraftGround {
  readonly ruleSets: ReadonlyMap<string, LoadedRuleSet>;
  readonly layers: PolicyFiles;
}

export function checkDraft(draft: DraftData, ground: DraftGround): DraftChecked {
  const { parts, keyOf, id } = draftFiles(draft, ground.layers);
  const files = filesOfParts(parts);
  const { ruleSets, faults } = loadFrom(files);
  const cases = readCases(files, id);
  const loaded = ruleSets.get(id);
  const base = draft.base === null ? undefined : ground.ruleSets.get(draft.base);
  return {
    faults: [...faults, ...cases.faults].map((fault) => ({ ...fault, file: keyOf.get(fault.file) ?? fault.file })),
    sound: loaded !== undefined,
    differences: base === undefined ? null : differencesBetween(plain(base), sideOf(draft, loaded, base)),
    outcomes: draft.cases.map((entry) => outcomeOf(entry, loaded?.table)),
    places: (loaded?.regions.prefectures ?? []).map(({ name, counties }) => ({
      name,
      counties: counties
        .filter(({ code }) => loaded?.table.counties.has(code))
        .map(({ code, name: called }) => ({ code, name: called })),
    })),
  };
}

/** A loaded rule set without the layers' marks, as the draft is written. */
function plain(loaded: LoadedRuleSet): ComparedRules {
  const { file, ...rest } = comparedRules(loaded);
  return { ...rest, file: withoutLayers(file) };
}

/** A draft that does not load yet is compared all the same, by what it says. */
function sideOf(draft: DraftData, loaded: LoadedRuleSet | undefined, base: LoadedRuleSet): ComparedRules {
  const file = draft.files["rules"];
  if (loaded !== undefined) return { ...comparedRules(loaded), file };
  const { documents, interpretations } = comparedRules(base);
  return { file, documents: new Map([...documents, ...ownNumbers(file)]), interpretations };
}

function ownNumbers(file: unknown): readonly (readonly [string, { readonly number: string }])[] {
  const documents = (file as { readonly documents?: unknown } | null)?.documents;
  if (typeof documents !== "object" || documents === null) return [];
  return Object.entries(documents).map(([id, document]) => [
    id,
    { number: String((document as { readonly number?: unknown } | null)?.number ?? id) },
  ]);
}

function outcomeOf({ id, about, request, expect }: DraftCaseData, table: Table | undefined) {
  if (table === undefined) return { id, result: null, refusal: null, differences: [] };
  const answer = answerRequest({ ...request, ruleSet: table.id }, new Map([[table.id, table]]));
  if (!answer.ok)
    return {
      id,
      result: null,
      refusal: { code: answer.error.code, path: answer.error.path, message: answer.error.message },
      differences: [],
    };
  const [outcome] = runCases(
    { format: "canbao-cases/1", ruleSet: table.id, cases: [{ about, request, expect }] } as Parameters<
      typeof runCases
    >[0],
    table,
  );
  return {
    id,
    result: answer.result,
    refusal: null,
    differences: (outcome?.differences ?? []).map(({ path, expected, got }) => ({ path, expected, got })),
  };
}

/** How much still stands between a draft and a signature. */
export interface NotReady {
  readonly open: number;
  readonly faults: number;
  readonly cases: number;
  readonly noCases: number;
}

/** Null: every point is confirmed, nothing is wrong, and every case comes out as its author wrote it. */
export function notReady(draft: DraftData, checked: DraftChecked): NotReady | null {
  const open = openPoints(draft).length;
  const cases = checked.outcomes.filter(
    ({ result, differences }, at) =>
      result === null || differences.length > 0 || Object.keys(draft.cases[at]?.expect ?? {}).length === 0,
  ).length;
  const noCases = draft.cases.length === 0 ? 1 : 0;
  const faults = checked.faults.length + (checked.sound ? 0 : 1);
  return open + faults + cases + noCases === 0 ? null : { open, faults, cases, noCases };
}
