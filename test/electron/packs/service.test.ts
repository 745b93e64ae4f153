// The window's way through a pack: unknown key, the fingerprint heard over the telephone, leave given, impact seen, in use, undone.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPacksService, type PacksHandlers } from "../../../electron/main/packs/packs-service.ts";
import { loadRulesInUse } from "../../../electron/packs/rules-in-use.ts";
import { endorse, fingerprintOf, newSeed, signerOf } from "../../../electron/packs/signing.ts";
import { fail, succeed } from "../../../shared/ipc/channel.ts";
import type { PackLook } from "../../../shared/ipc/channels/packs.ts";
import { POLICIES } from "../../bundled.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { bureau, packOf, partsWith } from "./fixture.ts";

const sender = { contentsId: 1 };
const pack = packOf(
  { version: 3 },
  partsWith("gansu/2025", () => {}, "9.0.1"),
);
const groups = fingerprintOf(bureau.publicKey);

let desk: TestDesk;
let stick: string;
let file: string;
let reloads: number;
let handlers: PacksHandlers;

beforeEach(() => {
  desk = testDesk();
  stick = mkdtempSync(path.join(tmpdir(), "canbao-stick-"));
  file = path.join(stick, "甘肃2026.canbaopack");
  writeFileSync(file, pack.bytes);
  reloads = 0;
  handlers = createPacksService({
    store: desk.store,
    policies: POLICIES,
    rules: {
      inUse: async () => loadRulesInUse({ policies: POLICIES, packs: desk.store.active(), program: "0.1.0" }),
      reload: () => {
        reloads++;
      },
    },
    settlements: async () => ({}),
    day: () => desk.clock,
    clerk: async () => "王经办",
    choose: async () => file,
    offered: () => undefined,
    waits: () => false,
    recent: async () => fail("passphrase-needed"),
  });
});
afterEach(() => {
  desk.remove();
  rmSync(stick, { recursive: true, force: true });
});

async function choose(): Promise<PackLook> {
  const answer = await handlers["packs.choose"](undefined, sender);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function pinned(): Promise<PackLook> {
  const look = await choose();
  if (look.verdict.kind !== "unknown-key") throw new Error(look.verdict.kind);
  const heard = look.verdict.groups.flatMap((group, at) => (group === null ? [groups[at] ?? ""] : []));
  const answer = await handlers["packs.pin"]({ token: look.token, heard }, sender);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe("an unknown key", () => {
  it("shows its fingerprint but for two groups, and nothing of what the pack says of itself", async () => {
    const { verdict, name } = await choose();
    expect(name).toBe("甘肃2026.canbaopack");
    if (verdict.kind !== "unknown-key") throw new Error(verdict.kind);
    expect(verdict.groups.filter((group) => group === null)).toHaveLength(2);
    expect(verdict.groups.every((group, at) => group === null || group === groups[at])).toBe(true);
    expect(JSON.stringify(verdict)).not.toContain("甘肃");
  });

  it("is not pinned by groups that are not its own, and other groups are asked for", async () => {
    const { token } = await choose();
    expect(await handlers["packs.pin"]({ token, heard: ["00000", "00000"] }, sender)).toMatchObject({
      error: { code: "not-heard" },
    });
    expect(await handlers["packs.pin"]({ token, heard: [] }, sender)).toMatchObject({ error: { code: "not-heard" } });
    expect(desk.state().keys).toEqual([]);
  });

  it("is pinned by what was heard, typed in whatever way, and then speaks for nobody yet", async () => {
    const look = await choose();
    if (look.verdict.kind !== "unknown-key") throw new Error(look.verdict.kind);
    const heard = look.verdict.groups.flatMap((group, at) =>
      group === null ? [`${(groups[at] ?? "").slice(0, 2)} ${(groups[at] ?? "").slice(2)}`.replace(/0/g, "０")] : [],
    );
    const answer = await handlers["packs.pin"]({ token: look.token, heard }, sender);
    expect(answer).toMatchObject({ ok: true, value: { verdict: { kind: "not-granted", jurisdictions: ["gansu"] } } });
    expect(desk.state().keys).toMatchObject([
      { issuer: { zh: "甘肃省医疗保障局" }, jurisdictions: [], state: "trusted" },
    ]);
    expect(desk.state().history).toMatchObject([{ act: "pin", enteredBy: "王经办" }]);
  });
});

describe("a trusted pack", () => {
  it("says what it replaces, shows whom it changes, takes effect, and can be undone", async () => {
    const { token } = await pinned();
    const granted = await handlers["packs.grant"]({ token }, sender);
    expect(granted).toMatchObject({
      ok: true,
      value: {
        verdict: {
          kind: "ready",
          rotated: false,
          inUse: false,
          ruleSets: [{ id: "gansu/2025", version: "9.0.1", effect: "replaces" }],
        },
      },
    });
    const impact = await handlers["packs.impact"]({ token }, sender);
    expect(impact).toMatchObject({
      ok: true,
      value: { recordsLeftOut: "passphrase-needed", impacts: [{ ruleSet: "gansu/2025", groups: [] }] },
    });
    expect(reloads).toBe(0);
    const installed = await handlers["packs.install"]({ token }, sender);
    expect(installed).toMatchObject({
      ok: true,
      value: {
        installed: [
          { pack: "gansu", version: 3, before: null, ruleSets: ["gansu/2025"], manifest: { created: "2026-11-01" } },
        ],
        origins: { "gansu/2025": { kind: "pack" }, "jiangxi/2025": { kind: "bundled" } },
        history: [{ act: "install" }, { act: "grant" }, { act: "pin" }],
      },
    });
    expect(reloads).toBe(1);
    const root = desk.state().keys[0]?.root ?? "";
    const undone = await handlers["packs.undo"]({ root, pack: "gansu" }, sender);
    expect(undone).toMatchObject({
      ok: true,
      value: { installed: [], origins: { "gansu/2025": { kind: "bundled" } } },
    });
  });

  it("is the file that was read when it was chosen: what lies on the stick afterwards does not matter", async () => {
    const { token } = await pinned();
    await handlers["packs.grant"]({ token }, sender);
    rmSync(file);
    expect(await handlers["packs.install"]({ token }, sender)).toMatchObject({ ok: true });
  });

  it("is let go when another one is chosen", async () => {
    const { token } = await pinned();
    await choose();
    expect(await handlers["packs.install"]({ token }, sender)).toMatchObject({ error: { code: "unknown-pack" } });
  });
});

it("a successor's pack for one place more needs leave, which its pinned predecessor is given for it", async () => {
  desk.trust(pack.bytes);
  const successor = signerOf(newSeed());
  const endorsement = { key: bureau.publicKey, signature: endorse(bureau, successor.publicKey) };
  writeFileSync(file, packOf({ id: "jiangxi", version: 1 }, partsWith("jiangxi/2025"), successor, [endorsement]).bytes);
  const { token, verdict } = await choose();
  expect(verdict).toMatchObject({ kind: "not-granted", jurisdictions: ["jiangxi"] });
  expect(await handlers["packs.grant"]({ token }, sender)).toMatchObject({
    ok: true,
    value: { verdict: { kind: "ready", rotated: true } },
  });
  expect(await handlers["packs.install"]({ token }, sender)).toMatchObject({ ok: true });
  expect(desk.state().keys).toMatchObject([
    { state: "replaced" },
    { state: "trusted", jurisdictions: ["gansu", "jiangxi"] },
  ]);
});

describe("refused", () => {
  it("a file that is no pack, with nothing to press on but another file", async () => {
    writeFileSync(file, "PK\u0003\u0004 a zip archive");
    expect((await choose()).verdict).toMatchObject({
      kind: "refused",
      refusal: { code: "not-a-pack" },
      manifest: null,
    });
    writeFileSync(file, pack.bytes.subarray(0, 2000));
    expect((await choose()).verdict).toMatchObject({ kind: "refused", refusal: { code: "damaged" } });
    rmSync(file);
    expect((await choose()).verdict).toMatchObject({ kind: "refused", refusal: { code: "unreadable" } });
  });

  it("an expired pack of a trusted key, with what it says of itself; a revoked key's says nothing", async () => {
    const { token } = await pinned();
    await handlers["packs.grant"]({ token }, sender);
    desk.clock = "2028-01-01";
    expect((await choose()).verdict).toMatchObject({
      kind: "refused",
      refusal: { code: "expired" },
      manifest: { version: 3 },
    });
    const key = desk.state().keys[0]?.id ?? "";
    expect(await handlers["packs.revoke"]({ key, reason: "私钥遗失" }, sender)).toMatchObject({
      ok: true,
      value: { keys: [{ state: "revoked" }] },
    });
    expect((await choose()).verdict).toMatchObject({
      kind: "refused",
      refusal: { code: "revoked-key" },
      manifest: null,
    });
  });

  it("by a clock that is behind; it is put right by a person, with a reason, and that is written down", async () => {
    const { token } = await pinned();
    await handlers["packs.grant"]({ token }, sender);
    desk.clock = "2099-01-01";
    desk.store.seeDay();
    desk.clock = "2026-11-26";
    expect((await choose()).verdict).toMatchObject({ kind: "refused", refusal: { code: "expired" } });
    expect(await handlers["packs.overview"](undefined, sender)).toMatchObject({ value: { latestDay: "2099-01-01" } });
    expect(await handlers["packs.correctClock"]({ reason: "电池更换后日期有误" }, sender)).toMatchObject({
      value: { latestDay: null },
    });
    expect((await choose()).verdict).toMatchObject({ kind: "ready" });
    expect(desk.state().history.at(-1)).toMatchObject({ act: "clock", what: expect.stringContaining("2099-01-01") });
  });
});

it("asks the counter's own slips once the ledger is open", async () => {
  const asked: string[] = [];
  const open = createPacksService({
    store: desk.store,
    policies: POLICIES,
    rules: { inUse: async () => desk.rules(), reload: () => {} },
    settlements: async () => ({}),
    day: () => desk.clock,
    clerk: async () => "",
    choose: async () => file,
    offered: () => undefined,
    waits: () => false,
    recent: async (ruleSet) => {
      asked.push(ruleSet);
      const request = { ruleSet, paidOn: "2025-01-15", resident: { categories: [] } };
      return succeed({ records: [{ number: "01-20250115-0001", day: "2025-01-15", request }], erased: 2 });
    },
  });
  desk.trust(pack.bytes);
  const look = await open["packs.choose"](undefined, sender);
  const impact = await open["packs.impact"]({ token: look.ok ? look.value.token : "" }, sender);
  expect(asked).toEqual(["gansu/2025"]);
  expect(impact).toMatchObject({
    ok: true,
    value: { erased: 2, recordsLeftOut: null, impacts: [{ asked: { record: 1 } }] },
  });
});
