// The rows by which slips are found and summed: made from the record, and made again from it to be compared.

import type { MemberFigures, SlipBody } from "../../shared/ledger/record.ts";
import { type Database, int, text, type Value } from "./database.ts";

/** One slip has at most this many residents; an entry's id is the slip's number in the chain times this, plus its place. */
export const ENTRIES_PER_SLIP = 32;

export type IndexedSlip = Pick<SlipBody, "seq" | "number" | "nonce" | "day" | "clerk" | "ruleSet">;

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
    if (person.name !== null) {
      const township = townshipTerm(person.figures.township ?? "");
      database.run(
        "INSERT INTO entry_name (rowid, name, township) VALUES (?, ?, ?)",
        Number(cells[0]),
        nameTerms(person.name),
        township,
      );
    }
  });
}

export function entryCells(
  slip: Pick<IndexedSlip, "seq" | "day" | "ruleSet" | "clerk">,
  place: number,
  person: IndexedPerson,
): readonly Value[] {
  const { figures } = person;
  return [
    slip.seq * ENTRIES_PER_SLIP + place,
    slip.seq,
    slip.day,
    slip.ruleSet.id,
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

/** 王桂兰 → "王 桂 兰": the full-text index takes each character as a word, so that any part of a name is a phrase. */
export function nameTerms(name: string): string {
  return Array.from(name.normalize("NFKC").toLowerCase())
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join(" ");
}

/** A township's name stays one word: its characters are those of half of all townships. */
export function townshipTerm(township: string): string {
  return township.normalize("NFKC").toLowerCase().replaceAll('"', " ").trim();
}
