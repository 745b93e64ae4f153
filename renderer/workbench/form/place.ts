// What a form needs to know of the file around a field: its points, its faults, last year's figures, names to choose from.
import { type ComponentType, createContext, useContext } from "react";
import type { Fault } from "../../../shared/rules/fault.ts";
import { pathText } from "../../../shared/rules/fault.ts";
import type { PointValue } from "../../../shared/rules/points.ts";
import type { RuleWords } from "../../../shared/rules/rule-words.ts";
import type { DraftPoint } from "../../../shared/workbench/draft.ts";
import type { Field } from "../../../shared/workbench/field-model.ts";
import type { Path } from "../../../shared/workbench/tree.ts";

export interface FieldProps {
  readonly field: Field;
  readonly path: Path;
  readonly value: unknown;
}

export interface Place {
  /** Draws a field: handed in, because fields hold parts that hold fields. */
  readonly View: ComponentType<FieldProps>;
  readonly file: string;
  readonly words: RuleWords;
  /** By the text of its path in the file. */
  readonly points: ReadonlyMap<string, DraftPoint>;
  readonly faults: readonly Fault[];
  /** A fault in the reader's words. */
  readonly sayFault: (fault: Fault) => string;
  /** Last year's value of a field, undefined where it had none. */
  readonly lastYear: (path: Path) => PointValue | undefined;
  /** Documents that a citation may name: id → number. */
  readonly documents: ReadonlyMap<string, string>;
  /** What the layers say of an interpretation: its question, and the option that holds without another. */
  readonly reading: (id: string) => { readonly question: string; readonly byDefault: string } | null;
  /** The options that this field has to name one of; empty where it names no option of an interpretation. */
  readonly optionsFor: (path: Path) => readonly { readonly id: string; readonly text: string }[];
  /** Ids to choose from, by the name of the field. */
  readonly choices: (name: string) => readonly { readonly id: string; readonly text: string }[];
}

export const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error("no place around this field");
  return place;
}

/** The id of a field's element: one place in one file. */
export function elementId(file: string, path: Path): string {
  return `wb-${file}-${pathText(path)}`;
}

/** Faults at exactly this place, in words. */
export function faultsAt({ faults, file, sayFault }: Place, path: Path): readonly string[] {
  const at = pathText(path);
  return [...new Set(faults.filter((fault) => fault.file === file && fault.path === at).map(sayFault))];
}

/** Whether the part at `path` holds points below itself. */
export function holdsPoints({ points }: Place, path: Path): boolean {
  const start = pathText(path);
  return [...points.keys()].some(
    (key) => key === start || (key.startsWith(start) && (key[start.length] === "." || key[start.length] === "[")),
  );
}
