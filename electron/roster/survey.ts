// Reads a list once without answering it: what its columns are, and which names a person has to map before the run.
import { maskNumber } from "../../shared/identity/masking.ts";
import { readGroups, readNames } from "../../shared/roster/cells.ts";
import { type ColumnChoices, type ColumnMap, matchColumns, type RosterField } from "../../shared/roster/columns.ts";
import type { Survey, UnknownNameFound } from "../../shared/roster/survey.ts";
import { categoryVocabulary, groupVocabulary, normalName, type Vocabulary } from "../../shared/roster/vocabulary.ts";
import type { Table } from "../../shared/rules/table.ts";
import { readCsv } from "./csv-source.ts";
import { headerRow } from "./csv-text.ts";
import { RosterFault } from "./fault.ts";
import { isWorkbook, openCsvInput } from "./input.ts";
import type { Mapping } from "./plan.ts";
import { readWorkbook } from "./workbook-input.ts";

const SAMPLE = 3;
const MOST_NAMES = 200;
const MOST_TEXTS = 20_000;

/** Throws RosterFault where the file cannot be read. A mapping's columns that the list does not have are left out. */
export async function surveyList(path: string, table: Table, mapping: Mapping): Promise<Survey> {
  if (isWorkbook(path)) {
    const { texts } = await readWorkbook(path);
    const header = headerRow(texts);
    const surveyor = makeSurveyor(path, texts[header] ?? [], table, mapping);
    for (const cells of texts.slice(header + 1)) surveyor.add(cells);
    return surveyor.result();
  }
  const { layout, encoding } = await openCsvInput(path);
  const surveyor = makeSurveyor(path, layout.headers, table, mapping);
  await readCsv({
    path,
    encoding,
    layout,
    from: { offset: 0, row: 0 },
    onRow: (cells, row) => {
      if (row > layout.preface.length + 1) surveyor.add(cells);
    },
    onBlankLine: () => undefined,
    between: () => Promise.resolve(true),
  });
  return surveyor.result();
}

/** Choices whose headers this list has, and those that say that it does not state a field. */
export function fittingChoices(choices: ColumnChoices, headers: readonly string[]): ColumnChoices {
  const unknown = new Set(matchColumns(headers, choices).unknownChoices.map(({ field }) => field));
  return Object.fromEntries(Object.entries(choices).filter(([field]) => !unknown.has(field as RosterField)));
}

function makeSurveyor(path: string, headers: readonly string[], table: Table, mapping: Mapping) {
  if (headers.length === 0) throw new RosterFault("no-header", { file: path });
  const { columns, ambiguous, missing } = matchColumns(headers, fittingChoices(mapping.columns, headers));
  const categories = categoryVocabulary(table.categories.keys(), mapping.categories);
  const groups = groupVocabulary(table.groupById.keys(), mapping.groups);
  const unknown = new Map<string, { readonly field: "categories" | "groups"; readonly name: string; rows: number }>();
  const texts = new Map<string, readonly string[]>();
  const sample: (readonly string[])[] = [];
  let rows = 0;

  const note = (field: "categories" | "groups", cells: readonly string[]): void => {
    const index = columns[field];
    if (index === undefined) return;
    const key = `${field}\n${cells[index] ?? ""}`;
    let names = texts.get(key);
    if (names === undefined) {
      names = unknownIn(field, cells[index] ?? "", field === "categories" ? categories : groups);
      if (texts.size < MOST_TEXTS) texts.set(key, names);
    }
    for (const name of names) {
      const known = unknown.get(`${field}\n${normalName(name)}`);
      if (known !== undefined) known.rows++;
      else if (unknown.size < MOST_NAMES) unknown.set(`${field}\n${normalName(name)}`, { field, name, rows: 1 });
    }
  };

  return {
    add: (cells: readonly string[]): void => {
      rows++;
      if (sample.length < SAMPLE) sample.push(masked(cells, columns));
      note("categories", cells);
      note("groups", cells);
    },
    result: (): Survey => ({
      rows,
      headers,
      sample,
      columns,
      ambiguous,
      missing,
      unknownNames: [...unknown.values()].map(
        ({ field, name, rows: count }): UnknownNameFound => ({
          field,
          name,
          rows: count,
          likely: (field === "categories" ? categories : groups).suggest(name),
        }),
      ),
      ids: { categories: categories.ids, groups: groups.ids },
    }),
  };
}

function unknownIn(field: "categories" | "groups", text: string, vocabulary: Vocabulary): readonly string[] {
  const code = field === "categories" ? "category-unknown" : "group-unknown";
  const found: string[] = [];
  for (const part of text.split(/[;；]/)) {
    const result = field === "categories" ? readNames(part, vocabulary, code) : readGroups(part, vocabulary, false);
    if (!result.ok && result.problem.code === code) found.push(String(result.problem.values["cell"]));
  }
  return found;
}

function masked(cells: readonly string[], columns: ColumnMap): readonly string[] {
  return cells.map((cell, index) => (index === columns.id_number ? maskNumber(cell) : cell));
}
