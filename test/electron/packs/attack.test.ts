// The data folder and the stick in the hands of somebody else: links, pipes, foreign files, forged and older states.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packFile } from "../../../electron/packs/pack-files.ts";
import { readBytes } from "../../../electron/packs/read-bytes.ts";
import { LARGEST_PACK } from "../../../shared/packs/envelope.ts";
import { type TestDesk, testDesk, testKeyRing } from "./desk.ts";
import { packOf, partsWith } from "./fixture.ts";

const first = packOf(
  { version: 1 },
  partsWith("gansu/2025", () => {}, "9.0.1"),
);
const second = packOf(
  { version: 2 },
  partsWith("gansu/2025", () => {}, "9.0.2"),
);

let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
  desk.trust(first.bytes);
  expect(desk.install(first.bytes)).toBe("installed");
});
afterEach(() => desk.remove());

const version = () => desk.rules().ruleSets.get("gansu/2025")?.table.version;
const BUNDLED = String(
  (
    JSON.parse(readFileSync(new URL("../../../policies/gansu/2025/rules.json", import.meta.url), "utf8")) as {
      version: string;
    }
  ).version,
);
const trustFile = () => path.join(desk.folder, "trust.json");
const beside = (name: string) => path.join(desk.folder, "..", name);

function turned(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe("the pack of a rule set that is in use", () => {
  it.each([
    ["changed by one byte", (file: string) => writeFileSync(file, turned(readFileSync(file), 5000)), "bad-signature"],
    ["exchanged for another good one", (file: string) => writeFileSync(file, second.bytes), "mixed-parts"],
    ["cut off", (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 4000)), "damaged"],
    ["gone", (file: string) => rmSync(file), "unreadable"],
    [
      "made a link",
      (file: string) => {
        renameSync(file, beside("elsewhere"));
        symlinkSync(beside("elsewhere"), file);
      },
      "unreadable",
    ],
  ])("%s: the bundled rules hold, and it is said", (_, harm, code) => {
    harm(packFile(desk.folder, first.opened.hash));
    expect(version()).toBe(BUNDLED);
    expect(desk.rules().packFaults).toMatchObject([{ pack: "gansu", version: 1, refusal: { code } }]);
  });
});

describe("the folder", () => {
  it.skipIf(process.getuid === undefined)("is the user's alone, and so are the files in it", () => {
    expect(lstatSync(desk.folder).mode & 0o777).toBe(0o700);
    for (const file of [trustFile(), packFile(desk.folder, first.opened.hash)])
      expect(lstatSync(file).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.getuid === undefined)(
    "in which others may write is not believed, and nothing is written there",
    () => {
      chmodSync(desk.folder, 0o777);
      expect(desk.store.reading().kind).toBe("unsafe");
      expect(version()).toBe(BUNDLED);
      expect(desk.install(second.bytes)).toBe("trust-unsafe");
    },
  );

  it("replaced by a link is not followed", () => {
    renameSync(desk.folder, beside("moved"));
    symlinkSync(beside("moved"), desk.folder);
    const before = readFileSync(path.join(beside("moved"), "trust.json"));
    expect(desk.store.reading().kind).toBe("unsafe");
    expect(desk.install(second.bytes)).toBe("trust-unsafe");
    expect(readFileSync(path.join(beside("moved"), "trust.json"))).toEqual(before);
  });

  it("trust.json as a link is not followed", () => {
    renameSync(trustFile(), beside("trust.json"));
    symlinkSync(beside("trust.json"), trustFile());
    expect(desk.store.reading().kind).toBe("unsafe");
    expect(version()).toBe(BUNDLED);
  });

  it("a link under the name of the pack that is coming is replaced, never written through", () => {
    writeFileSync(beside("precious"), "precious");
    symlinkSync(beside("precious"), packFile(desk.folder, second.opened.hash));
    expect(desk.install(second.bytes)).toBe("installed");
    expect(readFileSync(beside("precious"), "utf8")).toBe("precious");
    expect(version()).toBe("9.0.2");
  });

  it("a folder under the name of the pack that is coming: refused, the old pack stays", () => {
    mkdirSync(path.join(packFile(desk.folder, second.opened.hash), "deep"), { recursive: true });
    expect(desk.install(second.bytes)).toBe("folder-unwritable");
    expect(version()).toBe("9.0.1");
    expect(readdirSync(path.join(desk.folder, "files")).filter((name) => name.endsWith(".new"))).toEqual([]);
  });
});

describe("trust.json", () => {
  it("damaged: no pack is used, the bundled rules hold, and beginning anew keeps the damaged file", () => {
    writeFileSync(trustFile(), '{"state":');
    expect(desk.store.reading().kind).toBe("damaged");
    expect(version()).toBe(BUNDLED);
    expect(desk.install(first.bytes)).toBe("trust-damaged");
    expect(desk.store.settle("accept").ok).toBe(false);
    expect(desk.store.settle("begin-anew").ok).toBe(true);
    expect(readdirSync(desk.folder).some((name) => name.startsWith("trust.json.set-aside-"))).toBe(true);
    expect(desk.install(first.bytes)).toBe("unknown-key");
  });

  it("deleted: what was seen is forgotten, and the keys with it; nothing is taken in before a key is pinned again", () => {
    rmSync(trustFile());
    expect(version()).toBe(BUNDLED);
    expect(desk.install(first.bytes)).toBe("unknown-key");
  });

  it.each([
    ["an unknown field", (state: Record<string, unknown>) => Object.assign(state, { more: 1 })],
    ["a key that is none", (state: Record<string, unknown>) => Object.assign(state, { keys: [{ id: "../../etc" }] })],
  ])("with %s is damaged", (_, harm) => {
    const file = JSON.parse(readFileSync(trustFile(), "utf8")) as { state: Record<string, unknown> };
    harm(file.state);
    writeFileSync(trustFile(), JSON.stringify(file));
    expect(desk.store.reading().kind).toBe("damaged");
  });
});

describe("trust.json sealed by the system's keyring", () => {
  beforeEach(() => {
    desk.remove();
    desk = testDesk(testKeyRing(0x5a));
    desk.trust(first.bytes);
    expect(desk.install(first.bytes)).toBe("installed");
    expect(desk.store.reading()).toMatchObject({ kind: "good", sealed: true });
  });

  const edited = (change: (text: string) => string) =>
    writeFileSync(trustFile(), change(readFileSync(trustFile(), "utf8")));

  it.each([
    ["the newest version lowered", (text: string) => text.replace(/("newest": \{\s+"version": )1/, "$12")],
    ["a revoked key made good", (text: string) => text.replace('"state": "trusted"', '"state": "replaced"')],
    [
      "the latest day set back",
      (text: string) => text.replace(/"latestDay": "2026-11-26"/, '"latestDay": "2020-01-01"'),
    ],
    ["the seal taken off", (text: string) => text.replace(/"seal": \{[^}]*\}/, '"seal": null')],
  ])("%s by hand: not believed", (_, change) => {
    const before = readFileSync(trustFile(), "utf8");
    edited(change);
    expect(readFileSync(trustFile(), "utf8")).not.toBe(before);
    expect(desk.store.reading().kind).toBe("not-ours");
    expect(version()).toBe(BUNDLED);
    expect(desk.install(second.bytes)).toBe("trust-not-ours");
  });

  it("sealed on another machine: not believed until a person takes it over", () => {
    const other = testDesk(testKeyRing(0x33), path.join(desk.folder, ".."));
    expect(other.store.reading().kind).toBe("not-ours");
    expect(other.store.settle("accept").ok).toBe(true);
    expect(other.store.reading()).toMatchObject({ kind: "good", sealed: true });
    expect(other.rules().ruleSets.get("gansu/2025")?.table.version).toBe("9.0.1");
  });

  it("an older state that was itself sealed cannot be told from the newest: that is written down as what does not hold", () => {
    copyFileSync(trustFile(), beside("kept"));
    expect(desk.install(second.bytes)).toBe("installed");
    copyFileSync(beside("kept"), trustFile());
    expect(desk.store.reading()).toMatchObject({ kind: "good", sealed: true });
  });
});

describe("the stick", () => {
  it.skipIf(process.platform === "win32")("a pipe under the pack's name does not hold the program up", () => {
    const pipe = beside("pipe.canbaopack");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    expect(readBytes(pipe, LARGEST_PACK)).toMatchObject({ ok: false, code: "unreadable" });
    expect(readBytes("/dev/zero", LARGEST_PACK)).toMatchObject({ ok: false, code: "unreadable" });
  });

  it("a folder, an absent file and a file that is too large are refused before anything is read", () => {
    expect(readBytes(desk.folder, LARGEST_PACK)).toMatchObject({ ok: false, code: "unreadable" });
    expect(readBytes(beside("gone"), LARGEST_PACK)).toMatchObject({ ok: false, code: "unreadable" });
    writeFileSync(beside("large"), Buffer.alloc(LARGEST_PACK + 1));
    expect(readBytes(beside("large"), LARGEST_PACK)).toMatchObject({ ok: false, code: "too-large" });
  });

  it("pulled out while it is read: the file ends early and is refused, nothing is kept", () => {
    expect(existsSync(packFile(desk.folder, second.opened.hash))).toBe(false);
    for (const share of [0, 0.3, 0.999]) {
      const part = second.bytes.subarray(0, Math.floor(second.bytes.length * share));
      expect(["not-a-pack", "damaged"]).toContain(desk.install(part));
    }
    expect(existsSync(packFile(desk.folder, second.opened.hash))).toBe(false);
  });
});
