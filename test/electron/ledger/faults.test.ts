// What can happen to a file, a disk and a key; each has a name of its own, and nothing is created over it.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { issueSlip } from "../../../electron/ledger/issue.ts";
import { knownVersion, migrations } from "../../../electron/ledger/schema.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { CLERK, faultIn, slipOf, type TestLedger, testLedger } from "./fixture.ts";

const KNOWN = knownVersion(migrations);
/** Thousands of slips, on a machine that may be busy. */
const PATIENT = { timeout: 60_000 };
const CHILD = path.join(import.meta.dirname, "child.ts");
let ledger: TestLedger;

beforeEach(() => {
  ledger = testLedger();
});
afterEach(() => ledger.remove());

function filled(count: number): void {
  const opened = ledger.open();
  for (let n = 1; n <= count; n++) issueSlip(opened.session, CLERK, slipOf(n));
  opened.close();
}

describe("the file", () => {
  it("is gone", () => {
    filled(3);
    rmSync(ledger.place.file);
    expect(faultIn(() => ledger.open())?.code).toBe("file-missing");
    expect(existsSync(ledger.place.file)).toBe(false);
  });

  it("has no byte left, and is not taken for a new ledger", () => {
    filled(3);
    writeFileSync(ledger.place.file, "");
    expect(faultIn(() => ledger.open())?.code).toBe("file-empty");
    expect(statSync(ledger.place.file).size).toBe(0);
  });

  it.each([100, 4096, 4096 * 3, 4096 * 10 + 77])("was cut to %i bytes", (bytes) => {
    filled(60);
    truncateSync(ledger.place.file, bytes);
    expect(faultIn(() => ledger.open())?.code).toMatch(/^file-(truncated|damaged)$/);
    expect(statSync(ledger.place.file).size).toBe(bytes);
  });

  it("is cut by its last page", () => {
    filled(60);
    truncateSync(ledger.place.file, statSync(ledger.place.file).size - 4096);
    expect(faultIn(() => ledger.open())?.code).toBe("file-truncated");
  });

  it("is something else", () => {
    filled(1);
    writeFileSync(ledger.place.file, Buffer.alloc(8192, "参保"));
    expect(faultIn(() => ledger.open())?.code).toBe("file-damaged");
  });

  it("was written by a newer program: refused, and not a byte of it changed", () => {
    filled(3);
    const newer = { to: KNOWN + 1, apply: () => {} };
    ledger.open({ steps: [...migrations, newer] }).close();
    const before = readFileSync(ledger.place.file);
    expect(faultIn(() => ledger.open())).toEqual({ code: "schema-newer", params: { found: KNOWN + 1, known: KNOWN } });
    expect(readFileSync(ledger.place.file).equals(before)).toBe(true);
  });

  it("takes a step of the schema after a backup, and none where the backup fails or the step does", () => {
    filled(3);
    const broken = {
      to: KNOWN + 1,
      apply: () => {
        throw new Error("no such column");
      },
    };
    let backups = 0;
    const backUp = () => {
      backups += 1;
    };
    expect(faultIn(() => ledger.open({ steps: [...migrations, broken], backUp }))?.code).toBe("migration-failed");
    expect(backups).toBe(1);
    const opened = ledger.open();
    expect(opened.session.database.pragma("user_version")).toBe(KNOWN);
    opened.close();
    const step = {
      to: KNOWN + 1,
      apply: (database: { exec(sql: string): void }) => database.exec("ALTER TABLE slip ADD COLUMN note TEXT"),
    };
    expect(() =>
      ledger.open({
        steps: [...migrations, step],
        backUp: () => {
          throw new Error("no room");
        },
      }),
    ).toThrow("no room");
    const moved = ledger.open({ steps: [...migrations, step], backUp });
    expect(moved.session.database.pragma("user_version")).toBe(KNOWN + 1);
    expect(verifyNext(moved.session.database, moved.session.keys, FROM_THE_FIRST, 100).findings).toEqual([]);
  });
});

describe("the key", () => {
  it("is another one", () => {
    filled(3);
    expect(faultIn(() => ledger.open({ dataKey: Buffer.alloc(32, 8) }))?.code).toBe("wrong-key");
  });

  it("is right and the first page is not", () => {
    filled(3);
    const content = readFileSync(ledger.place.file);
    content.fill(1, 0, 100);
    writeFileSync(ledger.place.file, content);
    expect(faultIn(() => ledger.open())?.code).toBe("file-damaged");
  });
});

describe("another program", () => {
  it("already works on this ledger", () => {
    filled(1);
    ledger.open();
    expect(faultIn(() => ledger.open())?.code).toBe("locked");
    const child = spawnSync(process.execPath, [CHILD, ledger.place.folder, "1", "1"], { encoding: "utf8" });
    expect(child.stdout).toContain('"fault":"locked"');
  });

  it("has let go", () => {
    filled(1);
    ledger.open().close();
    expect(faultIn(() => ledger.open())).toBeUndefined();
  });
});

describe("the disk", () => {
  it("is full: no record is half written, the ones before stay, and it goes on when there is room", PATIENT, () => {
    filled(1);
    // A limit on the size of files stands in for a full disk; SIGXFSZ is ignored so that the write fails instead.
    const run = spawnSync(
      "bash",
      ["-c", `trap '' XFSZ; ulimit -f 3000; exec "${process.execPath}" "${CHILD}" "${ledger.place.folder}" 5 3000`],
      { encoding: "utf8" },
    );
    const lines = run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    expect(lines.at(-1)?.fault).toBe("disk-full");
    const count = lines.filter(acknowledged).length;
    expect(count).toBeGreaterThan(10);
    const opened = ledger.open();
    expect(opened.session.database.row("SELECT max(seq) FROM record")).toEqual([2 + count]);
    expect(verifyNext(opened.session.database, opened.session.keys, FROM_THE_FIRST, 10_000).findings).toEqual([]);
    ledger.time.now = new Date();
    expect(issueSlip(opened.session, CLERK, slipOf(9_000_000)).seq).toBe(3 + count);
  });

  it.runIf(process.getuid?.() === 0 && mounts())("is a full file system", PATIENT, () => {
    const mount = path.join(path.dirname(ledger.place.folder), "small");
    mkdirSync(mount);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", mount]);
    try {
      const run = spawnSync(process.execPath, [CHILD, path.join(mount, "ledger"), "5", "3000"], { encoding: "utf8" });
      const lines = run.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Line);
      expect(lines.at(-1)?.fault).toBe("disk-full");
      execFileSync("mount", ["-o", "remount,size=32m", mount]);
      const again = spawnSync(process.execPath, [CHILD, path.join(mount, "ledger"), "verify"], { encoding: "utf8" });
      expect(JSON.parse(again.stdout.trim())).toMatchObject({
        findings: [],
        checked: lines.filter(acknowledged).length + 1,
      });
    } finally {
      execFileSync("umount", [mount]);
    }
  });

  it.runIf(process.platform === "linux")("may not be written on", () => {
    filled(2);
    chmodSync(path.dirname(ledger.place.folder), 0o755);
    chmodSync(ledger.place.folder, 0o555);
    // Root may write anywhere: the child works as nobody.
    const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const run = spawnSync(process.execPath, [CHILD, ledger.place.folder, "5", "1"], { encoding: "utf8", ...as });
    expect(run.stdout).toContain('"fault":"read-only"');
    chmodSync(ledger.place.folder, 0o755);
  });
});

interface Line {
  readonly seq?: number;
  readonly copies?: number;
  readonly fault?: string;
}

/** A slip, a void or a copy that the child was told is kept. */
function acknowledged(line: Line): boolean {
  return line.seq !== undefined || line.copies !== undefined;
}

function mounts(): boolean {
  return spawnSync("unshare", ["-m", "true"]).status === 0;
}
