// Turns faults of form and errors of the engine into one sentence at the field they belong to.
import { hasText, useTexts } from "../../i18n/use-texts.ts";
import type { Field } from "../draft.ts";
import type { EngineFault } from "../gateway.ts";
import type { Asked, Fault } from "../request.ts";

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

/** The engine's error as a sentence. */
export function useFaultText(): (error: Pick<EngineFault, "code">) => string {
  const t = useTexts();
  return ({ code }) => t(hasText(`assess:fault.engine.${code}`) ? `fault.engine.${code}` : "fault.engine.other");
}

/** A fault of form as a sentence. */
export function useFormFaultText(): (fault: Fault) => string {
  const t = useTexts();
  return (fault) => t(`fault.${fault.code}`, fault.values);
}

/** @returns what is wrong in a field, as a sentence, or undefined */
export function useProblems(asked: Asked | null, error: EngineFault | null): (field: Field) => string | undefined {
  const said = useFaultText();
  const sentence = useFormFaultText();
  return (field) => {
    const fault = asked?.faults.find(
      (entry) => entry.field === field && entry.group === undefined && !entry.unfinished,
    );
    if (fault !== undefined) return sentence(fault);
    if (error === null) return undefined;
    const at = fieldOf(error.path);
    const without = at === "idNumber" && asked?.birthDate !== null && field === "birthDate";
    return at === field || without ? said(error) : undefined;
  };
}
