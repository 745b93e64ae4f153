// What a run will do, settled before the first row: columns found, names known, language chosen, reader and answerer made.
import type { EpochDay } from "../../shared/dates/civil.ts";
import { type AnsweredRow, rowAnswerer } from "../../shared/roster/answerer.ts";
import { type ColumnChoices, type ColumnMap, matchColumns, type RosterField } from "../../shared/roster/columns.ts";
import { rowFacts } from "../../shared/roster/row-facts.ts";
import { type RowReading, rowReader } from "../../shared/roster/row-reader.ts";
import { categoryVocabulary, groupVocabulary, type NameChoices } from "../../shared/roster/vocabulary.ts";
import type { County, Table } from "../../shared/rules/table.ts";
import { RosterFault } from "./fault.ts";
import { type Language, languageOf, type RosterWords, rosterWords } from "./words.ts";

/** What a person decided about lists of this form; remembered by the window, given as options on the command line. */
export interface Mapping {
  readonly columns: ColumnChoices;
  readonly categories: NameChoices;
  readonly groups: NameChoices;
}

export const NO_MAPPING: Mapping = { columns: {}, categories: {}, groups: {} };

export interface PlanOptions {
  readonly input: string;
  readonly table: Table;
  readonly mapping: Mapping;
  /** GB/T 2260 code for rows that name no county; null where it is not known. */
  readonly county: string | null;
  /** Readings that replace the rule set's defaults, by interpretation id. */
  readonly interpretations: Readonly<Record<string, string>>;
  /** null: the header's language. */
  readonly language: Language | null;
  readonly today: EpochDay;
}

export interface Plan {
  readonly headers: readonly string[];
  readonly columns: ColumnMap;
  readonly words: RosterWords;
  /** The facts of a row that was answered without a problem. */
  readonly facts: (cells: readonly string[]) => RowReading;
  readonly answerer: (encode: (cells: readonly string[]) => string) => (cells: readonly string[]) => AnsweredRow;
}

/** Throws RosterFault where a column is missing or could be two, or an option names what the rule set does not have. */
export function makePlan(options: PlanOptions, headers: readonly string[], headerRow: number, date1904: boolean): Plan {
  const { table, mapping } = options;
  const words = rosterWords(options.language ?? languageOf(headers));
  const columns = columnsOf(options, headers, headerRow, words);
  const read = rowReader({
    table,
    columns,
    headers,
    categories: categoryVocabulary(table.categories.keys(), mapping.categories),
    groups: groupVocabulary(table.groupById.keys(), mapping.groups),
    county: countyOf(options),
    date1904,
    interpretations: interpretationsOf(options),
  });
  return {
    headers,
    columns,
    words,
    facts: rowFacts({ columns, read, today: options.today, date1904 }),
    answerer: (encode) =>
      rowAnswerer({ table, columns, headers, read, today: options.today, date1904, words: words.text, encode }),
  };
}

function columnsOf(options: PlanOptions, headers: readonly string[], row: number, words: RosterWords): ColumnMap {
  const match = matchColumns(headers, options.mapping.columns);
  const fieldName = (field: RosterField): string => words.text(`field.${field}`);
  const { input: file } = options;
  const [unknown] = match.unknownChoices;
  if (unknown !== undefined) throw new RosterFault("unknown-column", { file, row, column: unknown.header });
  const [ambiguous] = match.ambiguous;
  if (ambiguous !== undefined) {
    const { field, headers: candidates } = ambiguous;
    throw new RosterFault("ambiguous-column", {
      file,
      row,
      field,
      meaning: fieldName(field),
      column: candidates.join(", "),
    });
  }
  const [missing] = match.missing;
  if (missing !== undefined) {
    const found = headers.filter((header) => header.trim() !== "").join(", ");
    throw new RosterFault("missing-column", { file, row, field: missing, column: fieldName(missing), found });
  }
  return match.columns;
}

function countyOf({ county: code, table }: PlanOptions): County | null {
  if (code === null) return null;
  const county = table.counties.get(code);
  if (county === undefined)
    throw new RosterFault("unknown-county", {
      county: code,
      ruleSet: table.id,
      prefix: table.areaPrefix,
      example: [...table.counties.keys()][0] ?? "",
    });
  return county;
}

function interpretationsOf({ interpretations, table }: PlanOptions): ReadonlyMap<string, string> {
  for (const [id, option] of Object.entries(interpretations)) {
    const question = table.questions.get(id);
    const known = question?.options.map((candidate) => candidate.id) ?? [];
    if (!known.includes(option)) {
      const expected = question === undefined ? [...table.questions.keys()].join(", ") : known.join(", ");
      throw new RosterFault("unknown-interpretation", {
        interpretation: `${id}=${option}`,
        ruleSet: table.id,
        expected,
      });
    }
  }
  return new Map(Object.entries(interpretations));
}
