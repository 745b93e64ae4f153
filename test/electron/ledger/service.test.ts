// The ledger in its own process, as the program uses it.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forkHost } from "../../../electron/ledger/fork-host.ts";
import type { HostProcess } from "../../../electron/ledger/host-link.ts";
import { type Place, placeIn } from "../../../electron/ledger/place.ts";
import { createLedgerService, type LedgerService } from "../../../electron/ledger/service.ts";
import type { KeyRing } from "../../../electron/ledger/vault.ts";
import { SearchQuery } from "../../../shared/ledger/search.ts";
import { CLERK, slipOf } from "./fixture.ts";

const keyRing: KeyRing = {
  available: () => true,
  seal: (text) => Buffer.from(text).reverse(),
  open: (sealed) => Buffer.from(sealed).reverse().toString(),
};

let root: string;
let place: Place;
let hosts: HostProcess[];
let services: LedgerService[];

function service(): LedgerService {
  const made = createLedgerService({
    place,
    keyRing,
    app: "canbao-desk test",
    keep: 3,
    startHost: () => {
      const host = forkHost();
      hosts.push(host);
      return host;
    },
  });
  services.push(made);
  return made;
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "canbao-service-"));
  place = placeIn(path.join(root, "ledger"), root);
  hosts = [];
  services = [];
});
afterEach(async () => {
  for (const one of services) await one.close();
  rmSync(root, { recursive: true });
});

const STATION = { station: "03" };

describe("the ledger's service", () => {
  it("opens a first ledger, issues, finds, closes, and has it all after a new start", { timeout: 20_000 }, async () => {
    const first = service();
    expect(await first.call("status")).toEqual({ ok: false, error: { code: "not-open", params: {} } });
    expect(await first.open(STATION)).toMatchObject({ ok: true, value: { kind: "open", keptBy: "keyring" } });
    const issued = await Promise.all([1, 2, 3].map((n) => first.call("issue", CLERK, slipOf(n))));
    expect(issued.map((answer) => answer.ok && answer.value.seq)).toEqual([2, 3, 4]);
    expect(await first.call("void", CLERK, "03-250115-9999-0", "误开")).toMatchObject({
      ok: false,
      error: { code: "slip-unknown" },
    });
    expect(await service().open(STATION)).toMatchObject({ ok: false, error: { code: "locked" } });
    await first.close();
    const second = service();
    await second.open(STATION);
    expect(await second.call("search", SearchQuery.parse({}))).toMatchObject({ ok: true, value: { count: 3 } });
  });

  it("backs up beside a counter that goes on issuing", { timeout: 20_000 }, async () => {
    const one = service();
    await one.open(STATION);
    for (let n = 0; n < 20; n++) await one.call("issue", CLERK, slipOf(n));
    const backup = one.backUp(null);
    const issued = await Promise.all(Array.from({ length: 20 }, (_, n) => one.call("issue", CLERK, slipOf(100 + n))));
    expect(issued.every((answer) => answer.ok)).toBe(true);
    expect(await backup).toMatchObject({ ok: true });
    expect(await one.backUpIfDue()).toEqual({ ok: true, value: null });
    expect(one.backups(null)).toHaveLength(1);
    expect(await one.verify()).toMatchObject({ ok: true, value: { checked: 41, findings: [] } });
  });

  it("says so where its process dies, and opens again", { timeout: 20_000 }, async () => {
    const one = service();
    await one.open(STATION);
    await one.call("issue", CLERK, slipOf(1));
    const pending = one.call("verify");
    hosts[0]?.kill();
    expect(await pending).toEqual({ ok: false, error: { code: "host-ended", params: {} } });
    expect(one.state()).toMatchObject({ kind: "fault", fault: { code: "host-ended" } });
    expect(await one.open(STATION)).toMatchObject({ ok: true });
    expect(await one.call("status")).toMatchObject({ ok: true, value: { records: 2 } });
  });

  it("puts a backup back after the file was lost, and one from another machine with its passphrase", {
    timeout: 40_000,
  }, async () => {
    const one = service();
    const stick = path.join(root, "stick");
    await one.open(STATION);
    await one.call("issue", CLERK, slipOf(1));
    expect(await one.setPassphrase("凉州区医保 2025 冬")).toMatchObject({ ok: true });
    const backup = await one.backUp(stick);
    if (!backup.ok) throw new Error("no backup");
    await one.close();
    writeFileSync(place.file, "");
    const broken = service();
    expect(await broken.open(STATION)).toMatchObject({ ok: false, error: { code: "file-empty" } });
    expect(await broken.restore(backup.value, { clerk: "李敏", reason: "文件损坏" }, undefined)).toMatchObject({
      ok: true,
    });
    expect(await broken.call("status")).toMatchObject({ ok: true, value: { records: 3 } });
    await broken.close();

    place = placeIn(path.join(root, "new", "ledger"), path.join(root, "new"));
    const elsewhere = service();
    await elsewhere.open(STATION);
    const from = { folder: stick, name: backup.value.name };
    const by = { clerk: "王芳", reason: "换新电脑" };
    expect(await elsewhere.restore(from, by, undefined)).toMatchObject({
      ok: false,
      error: { code: "backup-foreign" },
    });
    expect(await elsewhere.restore(from, by, "凉州区医保 2025 夏")).toMatchObject({
      ok: false,
      error: { code: "passphrase-wrong" },
    });
    expect(await elsewhere.restore(from, by, "凉州区医保 2025 冬")).toMatchObject({ ok: true });
    await elsewhere.close();
    const again = service();
    expect(await again.open(STATION)).toMatchObject({ ok: true, value: { portable: true } });
    expect(await again.call("search", SearchQuery.parse({}))).toMatchObject({ ok: true, value: { count: 1 } });
  });

  it("begins anew only for somebody who says why, and keeps what was there", { timeout: 20_000 }, async () => {
    const one = service();
    await one.open(STATION);
    const before = await one.call("issue", CLERK, slipOf(1));
    await one.close();
    writeFileSync(place.file, Buffer.alloc(8192, 1));
    const two = service();
    expect(await two.open(STATION)).toMatchObject({ ok: false, error: { code: "file-damaged" } });
    expect(await two.open({ ...STATION, startNew: true })).toMatchObject({
      ok: false,
      error: { code: "reason-needed" },
    });
    const accept = { clerk: "李敏", reason: "无备份可用" };
    expect(await two.open({ ...STATION, startNew: true, accept })).toMatchObject({ ok: true });
    expect(readdirSync(place.folder).some((file) => file.startsWith("set-aside-"))).toBe(true);
    const after = await two.call("issue", CLERK, slipOf(1));
    expect(before.ok && after.ok && before.value.number !== after.value.number).toBe(true);
  });
});
