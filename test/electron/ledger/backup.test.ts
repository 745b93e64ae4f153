import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkBackup, copyFile, listBackups, wrappedKeyOf, writeBackup } from "../../../electron/ledger/backup.ts";
import { nowOf } from "../../../electron/ledger/clock.ts";
import { issueSlip } from "../../../electron/ledger/issue.ts";
import { deriveKeys } from "../../../electron/ledger/keys.ts";
import type { OpenLedger } from "../../../electron/ledger/open.ts";
import { unwrapKey, wrapKey } from "../../../electron/ledger/passphrase.ts";
import { restoreBackup } from "../../../electron/ledger/restore.ts";
import { knownVersion, migrations } from "../../../electron/ledger/schema.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { CLERK, DATA_KEY, faultIn, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

const keys = deriveKeys(DATA_KEY);
const CHEAP = { n: 2 ** 14, r: 8, p: 1 };
const KNOWN = knownVersion(migrations);
let ledger: TestLedger;
let opened: OpenLedger;
let stick: string;

beforeEach(() => {
  ledger = testLedger();
  opened = ledger.open();
  for (let n = 1; n <= 30; n++) issueSlip(opened.session, CLERK, slipOf(n));
  stick = mkdtempSync(path.join(tmpdir(), "canbao-stick-"));
});
afterEach(() => {
  ledger.remove();
  rmSync(stick, { recursive: true });
});

function backUp(keep = 10) {
  return writeBackup(opened.session, { folder: stick, wrapped: null, keep, thorough: true });
}

function restore(name: string) {
  return restoreBackup(ledger.place, keys, { folder: stick, name }, KNOWN, nowOf(ledger.time.now));
}

describe("a backup", () => {
  it("is whole, encrypted, dated, and counts no more than are to be kept", () => {
    for (let n = 100; n < 105; n++) {
      ledger.time.now = new Date(ledger.time.now.getTime() + 60_000);
      issueSlip(opened.session, CLERK, slipOf(n));
      backUp(3);
    }
    const backups = listBackups(stick);
    expect(backups.map((backup) => backup.seq)).toEqual([36, 35, 34]);
    expect(readdirSync(stick)).toHaveLength(6);
    for (const backup of backups) {
      expect(checkBackup(backup, keys, KNOWN).seq).toBe(backup.seq);
      expect(readFileSync(copyFile(backup)).includes(Buffer.from(String(resident(1).name)))).toBe(false);
    }
  });

  it("leaves other people's files and other ledgers' backups alone", () => {
    const other = testLedger();
    const theirs = other.open();
    issueSlip(theirs.session, CLERK, slipOf(1));
    writeBackup(theirs.session, { folder: stick, wrapped: null, keep: 1 });
    writeFileSync(path.join(stick, "photo.json"), "{}");
    ledger.time.now = new Date(ledger.time.now.getTime() + 60_000);
    backUp(1);
    ledger.time.now = new Date(ledger.time.now.getTime() + 60_000);
    backUp(1);
    expect(listBackups(stick)).toHaveLength(2);
    expect(existsSync(path.join(stick, "photo.json"))).toBe(true);
    other.remove();
  });

  it("without its description was interrupted and is none", () => {
    const { name } = backUp();
    rmSync(path.join(stick, `${name}.json`));
    expect(listBackups(stick)).toEqual([]);
    expect(faultIn(() => restore(name))).toEqual({ code: "backup-damaged", params: { why: "description" } });
  });

  it.each([
    [
      "a flipped byte",
      "content",
      (file: string) => {
        const content = readFileSync(file);
        content[5000] = (content[5000] ?? 0) ^ 1;
        writeFileSync(file, content);
      },
    ],
    ["a missing end", "length", (file: string) => truncateSync(file, 8192)],
  ] as const)("with %s is refused, and the ledger stays as it was", (_what, why, spoil) => {
    const backup = backUp();
    spoil(copyFile(backup));
    opened.close();
    const before = readFileSync(ledger.place.file);
    expect(faultIn(() => restore(backup.name))).toEqual({ code: "backup-damaged", params: { why } });
    expect(readFileSync(ledger.place.file).equals(before)).toBe(true);
  });

  it("with a description that somebody rewrote is not ours", () => {
    const { name } = backUp();
    const file = path.join(stick, `${name}.json`);
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), seq: 99 }));
    expect(faultIn(() => restore(name))?.code).toBe("backup-foreign");
  });

  it("of a newer program is refused kindly", () => {
    const { name } = backUp();
    opened.close();
    expect(
      faultIn(() => restoreBackup(ledger.place, keys, { folder: stick, name }, KNOWN - 1, nowOf(ledger.time.now))),
    ).toEqual({
      code: "schema-newer",
      params: { found: KNOWN, known: KNOWN - 1 },
    });
  });

  it("on a full or missing stick says so and leaves no half of itself", () => {
    const file = path.join(stick, "not-a-folder");
    writeFileSync(file, "");
    expect(
      faultIn(() => writeBackup(opened.session, { folder: path.join(file, "x"), wrapped: null, keep: 3 }))?.code,
    ).toBe("folder-missing");
  });
});

describe("putting a backup back", () => {
  it("brings the records back, sets the old files aside, puts it on record, and gives no number twice", () => {
    const { name } = backUp();
    const lost = [31, 32, 33].map((n) => issueSlip(opened.session, CLERK, slipOf(n)).number);
    opened.close();
    const { setAside } = restore(name);
    expect(setAside !== null && existsSync(path.join(setAside, "ledger.db"))).toBe(true);
    expect(faultIn(() => ledger.open())?.code).toBe("rolled-back");
    const again = ledger.open({ accept: { clerk: "李敏", reason: "硬盘损坏", restored: true } });
    const { database } = again.session;
    expect(verifyNext(database, keys, FROM_THE_FIRST, 1000).findings).toEqual([]);
    expect(
      JSON.parse(
        String(
          Buffer.from(
            database.row("SELECT CAST(body AS BLOB) FROM record ORDER BY seq DESC LIMIT 1")?.[0] as Uint8Array,
          ),
        ),
      ),
    ).toMatchObject({
      kind: "accept",
      fault: "restored",
      reason: "硬盘损坏",
      lost: { from: 32, through: 34 },
    });
    expect(lost).not.toContain(issueSlip(again.session, CLERK, slipOf(40)).number);
    again.close();
    expect(faultIn(() => ledger.open().close())).toBeUndefined();
  });

  it("works on another machine for who knows the passphrase, and for nobody else", () => {
    const wrapped = wrapKey(DATA_KEY, "凉州区医保 2025 冬", CHEAP);
    const { name } = writeBackup(opened.session, { folder: stick, wrapped, keep: 3 });
    const found = wrappedKeyOf({ folder: stick, name });
    expect(found === null).toBe(false);
    if (found === null) return;
    expect(faultIn(() => unwrapKey(found, "凉州区医保 2025 夏"))?.code).toBe("passphrase-wrong");
    const dataKey = unwrapKey(found, "凉州区医保 2025 冬");
    const other = testLedger();
    restoreBackup(other.place, deriveKeys(dataKey), { folder: stick, name }, KNOWN, nowOf(other.time.now));
    const there = other.open({
      mayCreate: false,
      dataKey,
      accept: { clerk: "王芳", reason: "换新电脑", restored: true },
    });
    expect(there.session.database.row("SELECT count(*) FROM slip")).toEqual([30]);
    other.remove();
  });

  it("is undone by nothing: a kill before the last step leaves the ledger or its set-aside files", () => {
    const { name } = backUp();
    opened.close();
    cpSync(copyFile({ folder: stick, name }), `${ledger.place.file}.incoming`);
    expect(faultIn(() => ledger.open().close())).toBeUndefined();
  });
});
