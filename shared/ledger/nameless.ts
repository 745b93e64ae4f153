// Who acted where nobody had entered a name: a record needs somebody, a reader is told nothing of a dash.

/** Stands in a record for a clerk without a name. */
export const NAMELESS = "—";

/** i18next's context for a text that names a clerk: its form without one. */
export function ofClerk(clerk: string): { readonly clerk: string; readonly context?: "nameless" } {
  return clerk === NAMELESS ? { clerk, context: "nameless" } : { clerk };
}
