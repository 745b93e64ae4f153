// The ledger's tables and the steps from one version of them to the next.

import { asNumber, asTextOrNull, type Database, int, text } from "./database.ts";
import { indexName } from "./index-rows.ts";

/** A step forward; each runs in a transaction of its own, after a backup. There are none back. */
export interface Migration {
  readonly to: number;
  apply(database: Database): void;
}

/** "CBLG": tells a ledger from any other SQLite file that happens to open with the key. */
export const APPLICATION_ID = 0x43424c47;

/**
 * `record` and `payload` are the ledger. `entry`, `entry_name` (later `entry_word`), `slip`, `counter` and `day_state` can be made again from
 * them and exist to be searched; `verify` compares them.
 */
const FIRST = `
CREATE TABLE record (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL,
  seal BLOB NOT NULL
);
CREATE INDEX record_of_kind ON record (kind, day);
CREATE INDEX record_about_slip ON record (json_extract(body, '$.slip')) WHERE kind IN ('void', 'reprint', 'reveal');
CREATE INDEX record_out_of_order ON record (seq) WHERE json_extract(body, '$.clockBehind') = 1;
CREATE TABLE payload (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES record (seq),
  place INTEGER NOT NULL,
  salt BLOB NOT NULL,
  data BLOB NOT NULL
);
CREATE TABLE slip (
  seq INTEGER PRIMARY KEY REFERENCES record (seq),
  number TEXT NOT NULL UNIQUE,
  nonce TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  clerk TEXT NOT NULL,
  rule_set TEXT NOT NULL,
  coverage_year INTEGER NOT NULL,
  voided INTEGER,
  copies INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX slip_of_day ON slip (day);
CREATE INDEX slip_voided ON slip (seq) WHERE voided IS NOT NULL;
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES slip (seq),
  day TEXT NOT NULL,
  rule_set TEXT NOT NULL,
  clerk TEXT NOT NULL,
  name TEXT,
  id_number TEXT,
  id_tail TEXT,
  county TEXT,
  township TEXT,
  category TEXT,
  payable INTEGER,
  aid INTEGER,
  central INTEGER,
  province INTEGER,
  city_county INTEGER
);
CREATE INDEX entry_of_slip ON entry (seq);
CREATE INDEX entry_by_day ON entry (day);
CREATE INDEX entry_by_tail ON entry (id_tail);
CREATE INDEX entry_by_number ON entry (id_number);
CREATE INDEX entry_by_township ON entry (township);
CREATE INDEX entry_by_township_amount ON entry (township, payable);
CREATE INDEX entry_by_rule_set ON entry (rule_set);
CREATE INDEX entry_by_rule_set_amount ON entry (rule_set, payable);
CREATE INDEX entry_by_clerk ON entry (clerk);
CREATE INDEX entry_by_category ON entry (category);
CREATE INDEX entry_by_amount ON entry (payable);
CREATE VIRTUAL TABLE entry_name USING fts5 (name, township, content='', contentless_delete=1);
CREATE TABLE counter (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE day_state (day TEXT PRIMARY KEY, closed_by INTEGER NOT NULL) WITHOUT ROWID;
`;

/** Rule sets as slips were issued with them, by the hash that the slip's record names. */
const RULE_SETS = `
CREATE TABLE rule_set (hash TEXT PRIMARY KEY, data BLOB NOT NULL);
`;

/** Names by characters, pairs, and joined to township and amount (`name-words.ts`). */
const WORDS = `
DROP TABLE entry_name;
CREATE VIRTUAL TABLE entry_word USING fts5 (one, two, joined, content='', contentless_delete=1);
`;
const NAMES_AT_ONCE = 5000;

function indexNames(database: Database): void {
  database.exec(WORDS);
  const sql = `SELECT id, ${text("name")}, ${text("township")}, ${int("payable")} FROM entry WHERE id > ? AND name IS NOT NULL ORDER BY id LIMIT ?`;
  for (let last = 0; ; ) {
    const rows = database.rows(sql, last, NAMES_AT_ONCE);
    for (const [id, name, township, payable] of rows) {
      const amount = payable === null ? null : asNumber(payable);
      indexName(database, asNumber(id), asTextOrNull(name ?? null), asTextOrNull(township ?? null), amount);
    }
    if (rows.length < NAMES_AT_ONCE) return;
    last = asNumber(rows.at(-1)?.[0]);
  }
}

export const migrations: readonly Migration[] = [
  { to: 1, apply: (database) => database.exec(FIRST) },
  { to: 2, apply: (database) => database.exec(RULE_SETS) },
  { to: 3, apply: indexNames },
];

/** The version this program writes. */
export function knownVersion(steps: readonly Migration[]): number {
  return steps.at(-1)?.to ?? 0;
}

export function schemaVersion(database: Database): number {
  return Number(database.pragma("user_version"));
}

/** Applies what is missing, one transaction a step, so that a kill between two leaves a whole older version. */
export function migrate(database: Database, steps: readonly Migration[]): void {
  for (const step of steps) {
    if (step.to <= schemaVersion(database)) continue;
    database.write(() => {
      step.apply(database);
      database.exec(`PRAGMA application_id=${APPLICATION_ID}`);
      database.exec(`PRAGMA user_version=${step.to}`);
    });
  }
}
