// The ledger as somebody sees it who has the file, and sometimes even the database's key, and wants yesterday changed.

import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asText, openDatabase } from "../../../electron/ledger/database.ts";
import { issueSlip, reprintSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { deriveKeys } from "../../../electron/ledger/keys.ts";
import { type Finding, FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { CLERK, DATA_KEY, faultIn, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

const keys = deriveKeys(DATA_KEY);
let template: TestLedger;
let ledger: TestLedger;

beforeAll(() => {
  template = testLedger();
  const opened = template.open();
  for (let n = 1; n <= 200; n++) issueSlip(opened.session, CLERK, slipOf(n));
  voidSlip(opened.session, CLERK, issueSlip(opened.session, CLERK, slipOf(201)).number, "重复开单");
  opened.close();
});
afterAll(() => template.remove());

beforeEach(() => {
  ledger = testLedger(template);
});
afterEach(() => ledger.remove());

/** Somebody who has the database's key but not the seal's works on the tables. */
function tamper(...statements: readonly string[]): void {
  const database = openDatabase(ledger.place.file, keys.database);
  for (const sql of statements) database.exec(sql);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

function walk(): readonly Finding[] {
  const database = openDatabase(ledger.place.file, keys.database);
  const { findings } = verifyNext(database, keys, FROM_THE_FIRST, 10_000);
  database.close();
  return findings;
}

describe("with the file alone", () => {
  it("finds neither a name nor an ID number nor a slip number in any of the files", () => {
    const { name, idNumber } = resident(5);
    const opened = ledger.open();
    issueSlip(opened.session, CLERK, slipOf(300));
    for (const file of [ledger.place.file, `${ledger.place.file}-wal`, ledger.place.anchor]) {
      const content = readFileSync(file);
      for (const secret of [name, idNumber, "03-250115", "黄羊镇", "SQLite format 3"]) {
        expect(content.includes(Buffer.from(String(secret)))).toBe(false);
      }
    }
  });

  it("flips a byte on any page: it is a fault at the start or in the walk, never an answer", () => {
    const good = readFileSync(ledger.place.file);
    const pages = good.byteLength / 4096;
    for (let page = 0; page < pages; page += 11) {
      const bad = Buffer.from(good);
      const at = page * 4096 + 1000 + page;
      bad.writeUInt8((bad[at] ?? 0) ^ 0x10, at);
      writeFileSync(ledger.place.file, bad);
      const atStart = faultIn(() => ledger.open().close());
      const found = atStart === undefined ? suspicious() : [atStart];
      // A byte in space that no row uses changes nothing: then the ledger must still be whole.
      if (found.length === 0) expect(contents()).toBe(wanted);
      else expect(found[0]?.code).toMatch(/damaged|missing|differs/);
    }
  });

  let wanted: string;
  beforeEach(() => {
    wanted = contents();
  });

  function suspicious(): readonly { readonly code: string }[] {
    let findings: readonly { readonly code: string }[] = [];
    const fault = faultIn(() => {
      findings = walk();
    });
    return fault === undefined ? findings : [fault];
  }

  function contents(): string {
    const database = openDatabase(ledger.place.file, keys.database);
    const all = ["record", "payload", "slip", "entry"].map((table) => {
      const columns = database
        .rows(`SELECT CAST(name AS BLOB) FROM pragma_table_info('${table}')`)
        .map(([name]) => `quote(${asText(name)})`);
      return database
        .rows(`SELECT CAST(${columns.join(" || ',' || ")} AS BLOB) FROM ${table} ORDER BY 1`)
        .map(([row]) => asText(row));
    });
    database.close();
    return JSON.stringify(all);
  }

  it("puts back yesterday's copy: rolled back, with how many records are gone", () => {
    const copy = `${ledger.place.file}.yesterday`;
    copyFileSync(ledger.place.file, copy);
    const opened = ledger.open();
    for (let n = 500; n < 510; n++) issueSlip(opened.session, CLERK, slipOf(n));
    opened.close();
    for (const end of ["-wal", "-shm"]) rmSync(ledger.place.file + end, { force: true });
    copyFileSync(copy, ledger.place.file);
    expect(faultIn(() => ledger.open())).toMatchObject({ code: "rolled-back", params: { found: 203, expected: 213 } });
  });

  it("puts back yesterday's whole folder: still rolled back, for the anchor lies elsewhere", () => {
    const copy = `${ledger.place.folder}.yesterday`;
    cpSync(ledger.place.folder, copy, { recursive: true });
    const opened = ledger.open();
    issueSlip(opened.session, CLERK, slipOf(500));
    opened.close();
    rmSync(ledger.place.folder, { recursive: true });
    cpSync(copy, ledger.place.folder, { recursive: true });
    expect(faultIn(() => ledger.open())?.code).toBe("rolled-back");
    rmSync(copy, { recursive: true });
  });

  it("takes the anchor away to hide it: that is a fault of its own", () => {
    rmSync(ledger.place.anchor);
    expect(faultIn(() => ledger.open())?.code).toBe("anchor-missing");
  });

  it("writes an anchor of its own: the seal is missing", () => {
    const anchor = JSON.parse(readFileSync(ledger.place.anchor, "utf8"));
    writeFileSync(ledger.place.anchor, JSON.stringify({ ...anchor, seq: 10 }));
    expect(faultIn(() => ledger.open())?.code).toBe("anchor-damaged");
  });

  it("throws the write-ahead log away after a kill: the anchor knows what was in it", () => {
    const opened = ledger.open();
    const before = readFileSync(ledger.place.file);
    issueSlip(opened.session, CLERK, slipOf(500));
    const anchor = readFileSync(ledger.place.anchor);
    opened.close();
    writeFileSync(ledger.place.file, before);
    writeFileSync(ledger.place.anchor, anchor);
    rmSync(`${ledger.place.file}-wal`, { force: true });
    expect(faultIn(() => ledger.open())?.code).toBe("rolled-back");
  });
});

describe("with the database's key", () => {
  it("changes an amount in a record", () => {
    tamper(`UPDATE record SET body = replace(body, '"payable":9000', '"payable":9001') WHERE seq = 31`);
    expect(walk()).toContainEqual({ code: "record-damaged", seq: 31 });
  });

  it("changes an amount and the hash with it", () => {
    tamper(`UPDATE record SET hash = zeroblob(32) WHERE seq = 31`);
    expect(walk()).toContainEqual({ code: "record-damaged", seq: 31 });
  });

  it("swaps two records", () => {
    tamper(
      "CREATE TEMP TABLE two AS SELECT * FROM record WHERE seq IN (50, 51)",
      "UPDATE record SET kind = t.kind, day = t.day, at = t.at, body = t.body, hash = t.hash, seal = t.seal FROM two t WHERE t.seq = 101 - record.seq AND record.seq IN (50, 51)",
    );
    expect(walk()).toEqual([
      { code: "record-damaged", seq: 50 },
      { code: "record-damaged", seq: 51 },
      { code: "record-damaged", seq: 52 },
    ]);
  });

  it("swaps two slips' names and cases", () => {
    tamper(
      "CREATE TEMP TABLE two AS SELECT * FROM payload WHERE seq IN (50, 51)",
      "UPDATE payload SET salt = t.salt, data = t.data FROM two t WHERE t.seq = 101 - payload.seq AND t.place = payload.place AND payload.seq IN (50, 51)",
    );
    expect(walk()).toEqual([
      { code: "payload-damaged", seq: 50 },
      { code: "payload-damaged", seq: 51 },
    ]);
  });

  it("takes a record out of the middle", () => {
    tamper("PRAGMA foreign_keys=OFF", "DELETE FROM record WHERE seq = 70");
    expect(walk()).toEqual([{ code: "records-missing", from: 70, through: 70 }]);
    expect(faultIn(() => ledger.open())).toEqual({ code: "records-missing", params: { from: 70, through: 70 } });
  });

  it("takes the last record away", () => {
    tamper("DELETE FROM record WHERE seq = 203", "UPDATE slip SET voided = NULL");
    expect(walk()).toEqual([]);
    expect(faultIn(() => ledger.open())).toMatchObject({ code: "rolled-back", params: { found: 202, expected: 203 } });
  });

  it("adds a record at the end, linked as it should be", () => {
    const database = openDatabase(ledger.place.file, keys.database);
    const [last] = database.rows("SELECT seq FROM record WHERE seq = 203");
    database.close();
    expect(last).toBeDefined();
    tamper(
      "INSERT INTO record SELECT 204, kind, day, at, replace(body, '\"seq\":203', '\"seq\":204'), hash, seal FROM record WHERE seq = 203",
    );
    expect(faultIn(() => ledger.open())).toEqual({ code: "record-damaged", params: { seq: 204 } });
  });

  it("makes a slip look voided, uncounted, renamed, or moved to another day or township", () => {
    tamper(
      "UPDATE slip SET voided = 5 WHERE seq = 11",
      "UPDATE slip SET copies = 1 WHERE seq = 12",
      "UPDATE entry SET name = '张三' WHERE seq = 13",
      "UPDATE entry SET day = '2025-01-14' WHERE seq = 14",
      "UPDATE entry SET township = '金羊镇' WHERE seq = 17",
      "DELETE FROM entry WHERE seq = 16",
    );
    expect(walk().map((finding) => (finding.code === "index-differs" ? finding.seq : finding))).toEqual([
      11, 12, 13, 14, 16, 17,
    ]);
  });

  it("drops a slip's names without an erasure", () => {
    tamper("DELETE FROM payload WHERE seq = 20");
    expect(walk()).toEqual([{ code: "payload-missing", seq: 20 }]);
  });

  it("hides a reprint", () => {
    const opened = ledger.open();
    reprintSlip(opened.session, CLERK, issueSlip(opened.session, CLERK, slipOf(400)).number);
    opened.close();
    tamper("UPDATE slip SET copies = 0");
    expect(walk()).toEqual([{ code: "index-differs", seq: 204 }]);
  });

  it("puts another ledger's whole file in place", () => {
    const other = testLedger();
    other.open().close();
    copyFileSync(other.place.file, ledger.place.file);
    rmSync(`${ledger.place.file}-wal`, { force: true });
    other.remove();
    expect(faultIn(() => ledger.open())?.code).toBe("history-differs");
  });
});
