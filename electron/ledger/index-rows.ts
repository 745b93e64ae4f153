// The rows by which slips are found and summed: made from the record, and made again from it to be compared.

import { type MemberFigures, ruleSetAt, type SlipBody } from "../../shared/ledger/record.ts";
import { type Database, int, text, type Value } from "./database.ts";
import { nameWords } from "./name-words.ts";

/** One slip has at most this many residents; an entry's id is the slip's number in the chain times this, plus its place. */
export const ENTRIES_PER_SLIP = 32;

export type IndexedSlip = Pick<SlipBody, "seq" | "number" | "nonce" | "day" | "clerk" | "ruleSet" | "others">;

export interface IndexedPerson {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly figures: MemberFigures;
}

const ENTRY_COLUMNS =
  "id, seq, day, rule_set, clerk, name, id_number, id_tail, county, township, category, payable, aid, central, province, city_county";
const ENTRY_NUMBERS = new Set(["id", "seq", "payable", "aid", "central", "province", "city_county"]);
/** The entries of a stretch of slips: the slip first, then the columns as `entryCells` orders them. */
export const SELECT_ENTRIES = `SELECT seq, ${ENTRY_COLUMNS.split(", ")
  .map((column) => (ENTRY_NUMBERS.has(column) ? int(column) : text(column)))
  .join(", ")} FROM entry WHERE seq BETWEEN ? AND ? ORDER BY id`;

export function indexSlip(database: Database, slip: IndexedSlip, people: readonly IndexedPerson[]): void {
  database.run(
    "INSERT INTO slip (seq, number, nonce, day, clerk, rule_set, coverage_year) VALUES (?, ?, ?, ?, ?, ?, ?)",
    slip.seq,
    slip.number,
    slip.nonce,
    slip.day,
    slip.clerk,
    slip.ruleSet.id,
    slip.ruleSet.coverageYear,
  );
  people.forEach((person, place) => {
    const cells = entryCells(slip, place, person);
    database.run(`INSERT INTO entry (${ENTRY_COLUMNS}) VALUES (${cells.map(() => "?").join(", ")})`, ...cells);
    indexName(database, Number(cells[0]), person.name, person.figures.township, person.figures.payable);
  });
}

export function entryCells(
  slip: Pick<IndexedSlip, "seq" | "day" | "ruleSet" | "others" | "clerk">,
  place: number,
  person: IndexedPerson,
): readonly Value[] {
  const { figures } = person;
  return [
    slip.seq * ENTRIES_PER_SLIP + place,
    slip.seq,
    slip.day,
    ruleSetAt(slip, place).id,
    slip.clerk,
    person.name,
    person.idNumber,
    idTail(person.idNumber),
    figures.county,
    figures.township,
    figures.category,
    figures.payable,
    figures.aid,
    figures.central,
    figures.province,
    figures.cityCounty,
  ];
}

/** The last four characters, by which a clerk asks for somebody; null for a number too short to hide anything. */
export function idTail(idNumber: string | null): string | null {
  return idNumber === null || idNumber.length < 8 ? null : idNumber.slice(-4).toUpperCase();
}

export function indexName(
  database: Database,
  id: number,
  name: string | null,
  township: string | null,
  payable: number | null,
): void {
  if (name === null) return;
  const { one, two, joined } = nameWords(name, township, payable);
  database.run("INSERT INTO entry_word (rowid, one, two, joined) VALUES (?, ?, ?, ?)", id, one, two, joined);
}
