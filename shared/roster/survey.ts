// What is known of a list before it is worked on: its columns, a few rows to recognise them by, names without a meaning.
import type { RosterField } from "./columns.ts";

export interface UnknownNameFound {
  readonly field: "categories" | "groups";
  readonly name: string;
  readonly rows: number;
  /** Ids that it likely means; a person confirms one. */
  readonly likely: readonly string[];
}

export interface Survey {
  readonly rows: number;
  readonly headers: readonly string[];
  /** The first rows, ID numbers masked. */
  readonly sample: readonly (readonly string[])[];
  /** Header index by field. */
  readonly columns: Readonly<Partial<Record<RosterField, number>>>;
  readonly ambiguous: readonly { readonly field: RosterField; readonly headers: readonly string[] }[];
  readonly missing: readonly RosterField[];
  readonly unknownNames: readonly UnknownNameFound[];
  /** What names can be mapped to in this rule set. */
  readonly ids: { readonly categories: readonly string[]; readonly groups: readonly string[] };
}
