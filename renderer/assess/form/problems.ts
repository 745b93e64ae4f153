// Turns faults of form and errors of the engine into one sentence at the field they belong to.
import { useTranslation } from "react-i18next";
import type { Field } from "../draft.ts";
import type { EngineFault } from "../gateway.ts";
import type { Fault } from "../request.ts";
import type { Answer } from "../store.ts";

/** The engine names a path of the request; the form has a field for it. */
const FIELD_OF: readonly (readonly [string, Field])[] = [
  ["resident.birthDate", "idNumber"],
  ["resident.categories", "categories"],
  ["resident.groups", "groups"],
  ["resident.missedYears", "continuity"],
  ["resident.standing", "standing"],
  ["county", "area"],
  ["paidOn", "paidOn"],
  ["admittedOn", "admittedOn"],
];

export function fieldOf(path: string): Field | null {
  return FIELD_OF.find(([start]) => path.startsWith(start))?.[1] ?? null;
}

export function useProblems(answer: Answer | undefined) {
  const { t, i18n } = useTranslation("assess");
  const sentence = (fault: Fault) => t(`fault.${fault.code}`, fault.values);
  const said = (error: EngineFault) =>
    i18n.exists(`assess:fault.engine.${error.code}`) ? t(`fault.engine.${error.code}`) : error.message;
  const problemOf = (field: Field): string | undefined => {
    const fault = answer?.asked.faults.find(
      (entry) => entry.field === field && entry.group === undefined && !entry.unfinished,
    );
    if (fault !== undefined) return sentence(fault);
    const error = answer?.error;
    if (error === null || error === undefined) return undefined;
    const at = fieldOf(error.path);
    const without = at === "idNumber" && answer?.asked.birthDate !== null && field === "birthDate";
    return at === field || without ? said(error) : undefined;
  };
  return { problemOf, sentence, said };
}
