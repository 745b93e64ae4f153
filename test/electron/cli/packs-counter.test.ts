// A counter's packs by the command line: taken in only by a fingerprint that was heard, one write or none, computed with, and taken back.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPackStore } from "../../../electron/packs/pack-store.ts";
import { endorse, fingerprintOf, newSeed, signerOf } from "../../../electron/packs/signing.ts";
import { testKeyRing } from "../packs/desk.ts";
import { dearer, ORDER, packOf } from "../packs/fixture.ts";
import { answersOf, batchHere, calc, evaluateHere, packsHere, rulesHere } from "./calc.ts";

const folder = mkdtempSync(path.join(tmpdir(), "canbao-counter-"));
const at = (name: string) => path.join(folder, name);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const DATES = { created: daysAgo(9), expires: daysAgo(-300) };
const issuer = signerOf(newSeed());
const successor = signerOf(newSeed());
const stranger = signerOf(newSeed());
const heard = fingerprintOf(issuer.publicKey).join(" ");
const NOTHING = { code: 1, stdout: "" };
const QUESTION = '{"ruleSet":"gansu/2025","paidOn":"2024-11-20","resident":{"categories":[],"missedYears":[]}}\n';

let counter = 0;
/** A new counter's packs folder, in which nothing is yet. */
function newCounter(): string {
  const data = at(`data-${counter++}`);
  mkdirSync(data);
  return path.join(data, "packs");
}
const trustOf = (packs: string) => readFileSync(path.join(packs, "trust.json"), "utf8");
const install = (packs: string, file: string, ...more: readonly string[]) =>
  packsHere("install", at(file), "--packs", packs, ...more);
const taken = async (file = "first") => {
  const packs = newCounter();
  expect(await install(packs, file, "--trust", heard, "--grant", "gansu")).toMatchObject({ code: 0, stderr: "" });
  return packs;
};
const payable = async (packs: string) => {
  const ran = await evaluateHere(["--packs", packs], QUESTION);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  return answersOf(ran)[0]?.["contribution"];
};

beforeAll(() => {
  const files = {
    first: packOf({ ...DATES, version: 1 }, dearer("9.0.1"), issuer),
    second: packOf({ ...DATES, version: 2 }, dearer("9.0.2", "430.00"), issuer),
    other: packOf({ ...DATES, version: 1 }, dearer("9.0.9", "990.00"), issuer),
    expired: packOf({ created: daysAgo(90), expires: daysAgo(1), version: 4 }, dearer("9.0.1"), issuer),
    foreign: packOf({ ...DATES, version: 1 }, dearer("9.0.1", "777.00"), stranger),
    rotated: packOf({ ...DATES, version: 3 }, dearer("9.0.3", "440.00"), successor, [
      { key: issuer.publicKey, signature: endorse(issuer, successor.publicKey) },
    ]),
  };
  for (const [name, { bytes }] of Object.entries(files)) writeFileSync(at(name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a pack of a key that nobody knows here", () => {
  it("is refused with what to do, without its fingerprint being told, and nothing is written", async () => {
    const packs = newCounter();
    const ran = await install(packs, "first");
    expect(ran).toMatchObject(NOTHING);
    expect(ran.stderr).toMatch(/first: unknown-key: .*Ask the issuer, over the telephone.*--trust/);
    for (const group of fingerprintOf(issuer.publicKey)) expect(ran.stderr).not.toContain(group);
    expect(existsSync(packs)).toBe(false);
  });

  it.each([
    ["another key's", fingerprintOf(stranger.publicKey).join(" ")],
    ["one that is wrong in its last digit", heard.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))],
  ])("is not trusted by %s fingerprint", async (_what, fingerprint) => {
    const packs = newCounter();
    const ran = await install(packs, "first", "--trust", fingerprint, "--grant", "gansu");
    expect(ran).toMatchObject(NOTHING);
    expect(ran.stderr).toMatch(/first: not-heard: .*do not use it/);
    expect(existsSync(packs)).toBe(false);
  });

  it.each([
    ["seven of its groups", heard.slice(0, -6), /whole fingerprint, 8 groups of 5 digits; these are 35 digits/],
    ["a word", "yes", /--trust takes the digits of a fingerprint/],
  ])("is not trusted by %s", async (_what, fingerprint, says) => {
    const packs = newCounter();
    const ran = await install(packs, "first", "--trust", fingerprint);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(says);
    expect(existsSync(packs)).toBe(false);
  });

  it("is trusted by its own fingerprint, but speaks for no place without leave: not even the key is kept", async () => {
    const packs = newCounter();
    const ran = await install(packs, "first", "--trust", heard);
    expect(ran).toMatchObject(NOTHING);
    expect(ran.stderr).toMatch(/jurisdiction-not-granted: It has no leave yet to issue for gansu\. .*--grant/);
    expect(existsSync(packs)).toBe(false);
  });

  it("is taken in with both, by one write that says who did it; typed in whatever way", async () => {
    const packs = newCounter();
    const typed = heard.replaceAll(" ", "-").replace(/0/g, "０");
    const ran = await install(packs, "first", "--trust", typed, "--grant", "gansu", "--by", "王经办");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      installed: true,
      pack: "gansu",
      version: 1,
      fingerprint: heard,
      rotated: false,
      ruleSets: [{ id: "gansu/2025", version: "9.0.1", effect: "replaces" }],
    });
    const { state } = JSON.parse(trustOf(packs)) as { state: { history: { act: string; enteredBy: string }[] } };
    expect(state.history.map(({ act, enteredBy }) => [act, enteredBy])).toEqual(
      ["pin", "grant", "install"].map((act) => [act, "王经办"]),
    );
    expect(readdirSync(path.join(packs, "files"))).toHaveLength(1);
  });
});

describe("before it takes effect", () => {
  it("a dry run says whom of the worked cases and typical residents it changes, and writes nothing", async () => {
    const packs = newCounter();
    const ran = await install(packs, "first", "--trust", heard, "--grant", "gansu", "--dry-run");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const [impact] = (JSON.parse(ran.stdout) as { impact: { changed: { persona: number }; groups: object[] }[] })
      .impact;
    expect(impact).toMatchObject({ ruleSet: "gansu/2025", asked: { persona: expect.any(Number) } });
    expect(impact?.changed.persona).toBeGreaterThan(10);
    expect(impact?.groups).toContainEqual(
      expect.objectContaining({
        point: "payable",
        how: "more",
        from: ["400.00"],
        to: ["420.00"],
        before: expect.objectContaining({ article: "二（二）" }),
      }),
    );
    expect(JSON.parse(ran.stdout)).toMatchObject({ installed: false });
    expect(existsSync(packs)).toBe(false);
  });
});

describe("a counter with a pack", () => {
  it("answers by it: evaluate, batch and the lists of rules; without --packs the bundled rules answer", async () => {
    const packs = await taken();
    expect(await payable(packs)).toMatchObject({ payable: "420.00" });
    expect(answersOf(await evaluateHere([], QUESTION))[0]?.["contribution"]).toMatchObject({ payable: "400.00" });

    writeFileSync(at("list.csv"), "id_number,paid_on,categories,missed_years\n622301196202100024,2024-11-20,,\n");
    const ran = await batchHere(
      ...["--rule-set", "gansu/2025", "--in", at("list.csv"), "--out", at("answers.csv"), "--packs", packs],
    );
    expect(ran).toMatchObject({ code: 0 });
    expect(readFileSync(at("answers.csv"), "utf8")).toContain("420.00");

    const list = JSON.parse(rulesHere("list", "--packs", packs).stdout) as { id: string; version: string }[];
    expect(list.find(({ id }) => id === "gansu/2025")).toMatchObject({
      version: "9.0.1",
      origin: { kind: "pack", pack: "gansu", version: 1 },
    });
    expect(list.find(({ id }) => id === "jiangxi/2025")).toMatchObject({ origin: { kind: "bundled" } });
    expect(JSON.parse(rulesHere("show", "gansu/2025", "--packs", packs).stdout)).toMatchObject({
      rules: { contribution: { standard: { value: "420.00" } } },
    });
    expect(rulesHere("check", "--packs", packs)).toMatchObject({ code: 0, stderr: "" });
    expect(rulesHere("diff", "gansu/2025", "gansu/2025", "--packs", packs)).toMatchObject({ code: 0 });
  });

  it("lists keys with their fingerprints, what is in use, and what was done", async () => {
    const packs = await taken();
    const ran = await packsHere("list", "--packs", packs);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      trust: "good",
      keys: [{ fingerprint: heard, jurisdictions: ["gansu"], state: "trusted" }],
      installed: [{ pack: "gansu", version: 1, ruleSets: ["gansu/2025"], refusal: null, before: null }],
      history: [{ act: "install" }, { act: "grant" }, { act: "pin" }],
    });
  });

  it("goes back pack by pack, at last to the bundled rules, and no older file comes in behind it", async () => {
    const packs = await taken();
    expect(await install(packs, "second")).toMatchObject({ code: 0 });
    expect(await payable(packs)).toMatchObject({ payable: "430.00" });
    const undo = () => packsHere("undo", "gansu", "--packs", packs);
    expect(await undo()).toMatchObject({ code: 0, stdout: '{"pack":"gansu","undone":2,"inUse":1}\n' });
    expect(await payable(packs)).toMatchObject({ payable: "420.00" });
    const older = await install(packs, "first");
    expect(older).toMatchObject(NOTHING);
    expect(older.stderr).toMatch(/older-version: Version 1 is older than version 2/);
    expect(await undo()).toMatchObject({ code: 0, stdout: '{"pack":"gansu","undone":1,"inUse":null}\n' });
    expect(await payable(packs)).toMatchObject({ payable: "400.00" });
    const none = await undo();
    expect(none).toMatchObject(NOTHING);
    expect(none.stderr).toMatch(/nothing-to-undo: no pack "gansu" is in use; in use: none/);
  });

  it("follows the issuer to the key that the old one vouches for; the old one signs nothing new", async () => {
    const packs = await taken();
    const ran = await install(packs, "rotated");
    expect(JSON.parse(ran.stdout)).toMatchObject({ version: 3, rotated: true });
    expect(await payable(packs)).toMatchObject({ payable: "440.00" });
    expect((await install(packs, "second")).stderr).toMatch(/replaced-key/);
  });

  it.each([
    ["another file under a version that was seen", "other", /same-version/],
    ["an expired one", "expired", /expired: .*Ask for a new pack/],
    ["a stranger's", "foreign", /unknown-key/],
  ])("refuses %s, and its list stays to the byte what it was", async (_what, file, says) => {
    const packs = await taken();
    const before = trustOf(packs);
    const ran = await install(packs, file);
    expect(ran).toMatchObject(NOTHING);
    expect(ran.stderr).toMatch(says);
    expect(trustOf(packs)).toBe(before);
    expect(readdirSync(path.join(packs, "files"))).toHaveLength(1);
  });

  it("lets no second issuer speak for its place, whatever was heard of it", async () => {
    const packs = await taken();
    const before = trustOf(packs);
    const strange = fingerprintOf(stranger.publicKey).join(" ");
    const ran = await install(packs, "foreign", "--trust", strange, "--grant", "gansu");
    expect(ran).toMatchObject(NOTHING);
    expect(ran.stderr).toMatch(/jurisdiction-taken: The rules of this place come from another issuer/);
    expect(trustOf(packs)).toBe(before);
  });
});

describe("a folder that cannot be believed", () => {
  it("is refused by name, and with it every command: the bundled rules do not answer in silence", async () => {
    const data = at("data-of-somebody");
    mkdirSync(data);
    for (const [packs, says] of [
      [path.join(data, "pack"), /no such folder; --packs names the folder "packs"/],
      [data, /holds no trust\.json, so it is no counter's packs folder/],
    ] as const) {
      for (const ran of [
        await evaluateHere(["--packs", packs], QUESTION),
        await packsHere("list", "--packs", packs),
        await packsHere("undo", "gansu", "--packs", packs),
        rulesHere("list", "--packs", packs),
      ]) {
        expect(ran.stdout).toBe("");
        expect(ran.stderr).toMatch(says);
        expect(ran.stderr).toContain(packs);
        expect(ran.code).toBeGreaterThan(0);
      }
      const batch = await batchHere("--rule-set", "gansu/2025", "--in", "a.csv", "--out", "b.csv", "--packs", packs);
      expect(batch).toMatchObject({ code: 2, stderr: expect.stringMatching(says) });
    }
  });

  it("where a pack was changed on the disk, nothing is computed, and the list says which", async () => {
    const packs = await taken();
    const [name = ""] = readdirSync(path.join(packs, "files"));
    writeFileSync(path.join(packs, "files", name), readFileSync(at("foreign")));
    const ran = await evaluateHere(["--packs", packs], QUESTION);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/evaluate: pack gansu 1: mixed-parts: [\s\S]*install the pack anew, or take it back/);
    const list = await packsHere("list", "--packs", packs);
    expect(list.code).toBe(1);
    expect(JSON.parse(list.stdout)).toMatchObject({ installed: [{ refusal: { code: "mixed-parts" } }] });
    // What is broken can be taken back.
    expect(await packsHere("undo", "gansu", "--packs", packs)).toMatchObject({ code: 0 });
    expect(await payable(packs)).toMatchObject({ payable: "400.00" });
  });

  it("where the list is no list, it says so and leaves it", async () => {
    const packs = await taken();
    writeFileSync(path.join(packs, "trust.json"), "{");
    const ran = await install(packs, "second");
    expect(ran).toMatchObject(NOTHING);
    expect(ran.stderr).toMatch(/trust\.json: trust-damaged: /);
    expect(trustOf(packs)).toBe("{");
  });

  it("where the window sealed the list by its keyring, it is read with a word, and never written", async () => {
    const packs = newCounter();
    const store = createPackStore({
      folder: packs,
      keyRing: testKeyRing(0x5a),
      today: () => ({ day: daysAgo(0), program: ORDER.program }),
      now: () => new Date().toISOString(),
    });
    const word = { pin: true, jurisdictions: ["gansu"] };
    expect(store.install(readFileSync(at("first")), "王经办", word)).toEqual({ ok: true });
    expect(store.reading()).toMatchObject({ kind: "good", sealed: true });
    const sealed = trustOf(packs);
    for (const ran of [await install(packs, "second"), await packsHere("undo", "gansu", "--packs", packs)]) {
      expect(ran).toMatchObject(NOTHING);
      expect(ran.stderr).toMatch(/trust-sealed: .*on the window's page of rule packs/);
    }
    expect(trustOf(packs)).toBe(sealed);
    const ran = await evaluateHere(["--packs", packs], QUESTION);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringMatching(/trust\.json: bears a seal/) });
    expect(answersOf(ran)).toMatchObject([{ contribution: { payable: "420.00" } }]);
  });
});

it("does it all as a command of its own", async () => {
  const packs = newCounter();
  const ran = await calc(["packs", "install", at("first"), "--packs", packs, "--trust", heard, "--grant", "gansu"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(ran.stdout)).toMatchObject({ installed: true, pack: "gansu" });
});
