// How many residents of each township have a slip for a coverage year.

import { asNumber, asTextOrNull, type Database, text } from "./database.ts";

export interface TownshipCount {
  /** The name as it stands on slips; null for slips without one. */
  readonly township: string | null;
  /** Residents, each counted once however many slips they have; those without an ID number once a slip. */
  readonly enrolled: number;
}

/** Of slips that are not voided. */
export function enrolledByTownship(database: Database, county: string, coverageYear: number): readonly TownshipCount[] {
  return database
    .rows(
      `SELECT ${text("e.township")}, count(DISTINCT coalesce(e.id_number, e.id))
       FROM entry e JOIN slip s ON s.seq = e.seq
       WHERE e.county = ? AND substr(e.rule_set, -5) = ? AND s.voided IS NULL
       GROUP BY e.township ORDER BY e.township`,
      county,
      // A line's own year, not its slip's: a newborn's two lines stand on one slip. An id ends with its coverage year.
      `/${coverageYear}`,
    )
    .map(([township, enrolled]) => ({ township: asTextOrNull(township ?? null), enrolled: asNumber(enrolled) }));
}
