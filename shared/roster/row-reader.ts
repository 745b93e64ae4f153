// A row's cells to a resident's facts: every cell is read, and everything that is wrong is said, not the first thing only.
import type { EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import { type Case, type Claim, NO_CHOICES, NO_FACTS } from "../engine/case.ts";
import type { Category, County, Table } from "../rules/table.ts";
import { type CellResult, readDay, readGroups, readMissedYears, readNames } from "./cells.ts";
import type { ColumnMap, RosterField } from "./columns.ts";
import { type RowProblem, shown } from "./problem.ts";
import type { Vocabulary } from "./vocabulary.ts";

const NEWLY_RECOGNISED = "newly-recognised-low-income";

export interface ReaderOptions {
  readonly table: Table;
  readonly columns: ColumnMap;
  readonly headers: readonly string[];
  readonly categories: Vocabulary;
  readonly groups: Vocabulary;
  /** For rows without a county of their own; null where none is known. */
  readonly county: County | null;
  readonly date1904: boolean;
  /** Readings that replace the rule set's defaults, by interpretation id. */
  readonly interpretations: ReadonlyMap<string, string>;
}

export type RowReading =
  | { readonly ok: true; readonly facts: Case }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Reads everything but the ID number, whose birth day is handed in; null where the row tells none. */
export type RowReader = (cells: readonly string[], birth: EpochDay | null) => RowReading;

export function rowReader(options: ReaderOptions): RowReader {
  const { table, columns, headers } = options;
  const county = countyReader(options);
  const newlyRecognised = table.groupById.get(NEWLY_RECOGNISED);
  const choices = options.interpretations.size === 0 ? NO_CHOICES : options.interpretations;

  return (cells, birth) => {
    const problems: RowProblem[] = [];
    const read = <T>(field: RosterField, absent: T, reader: (text: string) => CellResult<T>): T => {
      const index = columns[field];
      if (index === undefined) return absent;
      const result = reader(cells[index] ?? "");
      if (result.ok) return result.value;
      problems.push({ ...result.problem, column: headers[index] ?? field });
      return absent;
    };
    const names = read<readonly string[] | null>("categories", null, (text) =>
      readNames(text, options.categories, "category-unknown"),
    );
    const groups = read("groups", [], (text) => readGroups(text, options.groups, options.date1904));
    const missedYears = read("missed_years", null, (text) => readMissedYears(text, table.coverageYear));
    const home = read("county", options.county, county);
    const recognisedOn = read("recognised_on", null, (text) => readDay(text, options.date1904));
    const paidOn = read<EpochDay | null>("paid_on", null, (text) => {
      const day = readDay(text, options.date1904);
      return day.ok && day.value === null ? { ok: false, problem: { code: "paid-missing", values: {} } } : day;
    });
    if (paidOn !== null && birth !== null && birth > paidOn) {
      problems.push({
        column: birthColumn(columns, headers),
        code: "birth-after-payment",
        values: { birth: isoDay(birth), paid: isoDay(paidOn) },
      });
    }
    if (paidOn === null || problems.length > 0) return { ok: false, problems };

    const claims: Claim[] = [];
    for (const claimed of groups) {
      const group = table.groupById.get(claimed.id);
      if (group !== undefined) claims.push({ group, event: claimed.event, index: claims.length });
    }
    const categories = names === null ? null : lookUp(names, table);
    const holdsIdentity = categories !== null && categories.length > 0;
    const alreadyClaimed = groups.some((group) => group.id === NEWLY_RECOGNISED);
    if (recognisedOn !== null && holdsIdentity && newlyRecognised !== undefined && !alreadyClaimed) {
      claims.push({ group: newlyRecognised, event: recognisedOn, index: claims.length });
    }
    return {
      ok: true,
      facts: {
        paidOn,
        birth,
        categories,
        claims,
        missedYears,
        recognisedElsewhere: false,
        otherSponsor: false,
        standing: "registered",
        county: home,
        admittedOn: null,
        facts: NO_FACTS,
        choices,
      },
    };
  };
}

/** The header that a person looks at for a birth day: its own column, else the ID number's. */
export function birthColumn(columns: ColumnMap, headers: readonly string[]): string | null {
  const index = columns.birth_date ?? columns.id_number;
  return index === undefined ? null : (headers[index] ?? null);
}

function lookUp(ids: readonly string[], table: Table): readonly Category[] {
  const found: Category[] = [];
  for (const id of ids) {
    const category = table.categories.get(id);
    if (category !== undefined) found.push(category);
  }
  return found;
}

function countyReader(options: ReaderOptions): (text: string) => CellResult<County | null> {
  const byText = new Map<string, County>();
  for (const [code, county] of options.table.counties) {
    byText.set(code, county);
    byText.set(county.name.zh, county);
    byText.set(county.name.en.toLowerCase(), county);
  }
  return (text) => {
    const plain = text.trim();
    if (plain === "") return { ok: true, value: options.county };
    // Codes come as 620602, or as 620602000000 where a list carries the statistical form.
    const code = /^\d{12}$/.test(plain) ? plain.slice(0, 6) : plain;
    const county = byText.get(code) ?? byText.get(code.toLowerCase());
    if (county !== undefined) return { ok: true, value: county };
    return { ok: false, problem: { code: "county-unknown", values: { cell: shown(text), ruleSet: options.table.id } } };
  };
}
