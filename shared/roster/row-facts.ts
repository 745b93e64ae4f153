// The facts of a row that has an answer: its own birth date, else the one in its ID number, and the rest as it is read.
import type { EpochDay } from "../dates/civil.ts";
import { readDay } from "./cells.ts";
import type { ColumnMap } from "./columns.ts";
import { readPerson } from "./person.ts";
import type { RowReader, RowReading } from "./row-reader.ts";

export interface RowFactsOptions {
  readonly columns: ColumnMap;
  readonly read: RowReader;
  readonly today: EpochDay;
  readonly date1904: boolean;
}

/** For rows that were answered without a problem; the answerer has compared both birth dates before. */
export function rowFacts({
  columns,
  read,
  today,
  date1904,
}: RowFactsOptions): (cells: readonly string[]) => RowReading {
  const { id_number: idColumn, birth_date: birthColumn } = columns;
  return (cells) => {
    const stated = birthColumn === undefined ? null : readDay(cells[birthColumn] ?? "", date1904);
    const person = idColumn === undefined ? null : readPerson(cells[idColumn] ?? "", today);
    const inNumber = person?.kind === "number" ? person.birthDay : null;
    return read(cells, (stated?.ok === true ? stated.value : null) ?? inNumber);
  };
}
