// The author's commands: a key kept under a passphrase, a pack built with it, looked at, and vouched for by the key before.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typedDigits } from "../../../shared/packs/fingerprint.ts";
import { calc, packsHere } from "./calc.ts";

const folder = mkdtempSync(path.join(tmpdir(), "canbao-author-"));
const at = (name: string) => path.join(folder, name);
const PASS = ["--passphrase-file", at("pass")];
const FINGERPRINT = /^(\d{5} ){7}\d{5}\n$/;
const ISSUER = ["--issuer-zh", "甘肃省医疗保障局", "--issuer-en", "Gansu Healthcare Security Bureau"];

const build = (...more: readonly string[]) =>
  packsHere("build", "--key", at("key"), "--id", "gansu", "--version", "1", ...ISSUER, ...more);

beforeAll(async () => {
  writeFileSync(at("pass"), "seven invented words of a test key\n");
  writeFileSync(at("other"), "another passphrase altogether\n");
  expect(await packsHere("keygen", "--out", at("key"), ...PASS)).toMatchObject({ code: 0, stderr: "" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("calc packs keygen", () => {
  it("says the fingerprint, which needs no passphrase to be said again, and writes the key for its owner alone", async () => {
    const made = await packsHere("keygen", "--out", at("second"), ...PASS);
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toMatch(FINGERPRINT);
    expect(statSync(at("second")).mode & 0o777).toBe(0o600);
    expect(await packsHere("fingerprint", "--key", at("second"))).toEqual(made);
    // Neither passphrase nor secret half in the clear.
    expect(readFileSync(at("second"), "utf8")).not.toContain("seven invented");
  });

  it("never writes over a file, be it a key or not", async () => {
    const before = readFileSync(at("key"), "utf8");
    const again = await packsHere("keygen", "--out", at("key"), ...PASS);
    expect(again).toMatchObject({ code: 1, stdout: "" });
    expect(again.stderr).toBe(
      `${at("key")}: key-file-exists: There is a key file already; it is not written over. Name another file with --out: a key that is written over is lost.\n`,
    );
    expect(readFileSync(at("key"), "utf8")).toBe(before);
  });

  it("refuses a short passphrase and says how long it has to be; nothing is written", async () => {
    writeFileSync(at("short"), "nine char\n");
    const ran = await packsHere("keygen", "--out", at("weak"), "--passphrase-file", at("short"));
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/weak: passphrase-weak: .*at least 10 characters/);
    expect(() => statSync(at("weak"))).toThrow(/ENOENT/);
  });

  it("says where it cannot write", async () => {
    const ran = await packsHere("keygen", "--out", at("nowhere/key"), ...PASS);
    expect(ran.stderr).toMatch(/nowhere\/key: key-file-unwritable: .*folder/);
    expect(ran.code).toBe(1);
  });

  it("asks nobody where there is no terminal, and says which option to give", async () => {
    const ran = await packsHere("keygen", "--out", at("third"));
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("--passphrase-file FILE");
    const unreadable = await packsHere("keygen", "--out", at("third"), "--passphrase-file", at("no-such"));
    expect(unreadable.stderr).toContain(`${at("no-such")} cannot be read; it holds the passphrase in its first line`);
  });
});

describe("calc packs build", () => {
  it("signs a rule set with all that it stands on, and what comes out is sound", async () => {
    const built = await build("--out", at("gansu.canbaopack"), ...PASS, "gansu/2026");
    expect(built).toMatchObject({ code: 0, stderr: "" });
    const said = JSON.parse(built.stdout) as { fingerprint: string; manifest: { contents: { path: string }[] } };
    expect(said).toMatchObject({
      ruleSets: ["gansu/2026"],
      rotatedFrom: [],
      manifest: { id: "gansu", version: 1, issuer: { zh: "甘肃省医疗保障局" } },
    });
    expect(said.manifest.contents.map(({ path: part }) => part)).toEqual([
      "gansu/2026/cases.json",
      "gansu/2026/rules.json",
      "national/2025.json",
      "national/2026.json",
      "regions/gansu.json",
    ]);
    expect(await packsHere("fingerprint", "--key", at("key"))).toMatchObject({ stdout: `${said.fingerprint}\n` });
    expect(await packsHere("inspect", at("gansu.canbaopack"))).toEqual(built);
    const verified = await packsHere("verify", at("gansu.canbaopack"));
    expect(verified).toEqual({
      code: 0,
      stderr: "",
      stdout: `${at("gansu.canbaopack")}: gansu 1, gansu/2026: sound, signed by ${said.fingerprint}\n`,
    });
  });

  it.each([
    ["the passphrase is wrong", ["--passphrase-file", at("other")], ["gansu/2026"], /key: passphrase-wrong: /, 1],
    ["a rule set is not there", PASS, ["gansu/2031"], /gansu\/2031\/rules\.json: no sound rule set of this name/, 1],
    ["no rule set is named", PASS, [], /build needs .* and the rule sets/, 2],
    ["a note is in one language only", [...PASS, "--note-zh", "新"], ["gansu/2026"], /a note needs both/, 2],
    [
      "it would live too long",
      [...PASS, "--expires", "2031-01-01"],
      ["gansu/2026"],
      /manifest-faulty: [\s\S]*expires/,
      1,
    ],
    ["an option is unknown", [...PASS, "--sign"], ["gansu/2026"], /Unknown option '--sign'.*known options: --key/, 2],
  ] as const)("builds nothing where %s", async (_why, options, ids, says, code) => {
    const ran = await build("--out", at("none.canbaopack"), ...options, ...ids);
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toMatch(says);
    expect(() => statSync(at("none.canbaopack"))).toThrow(/ENOENT/);
  });

  it("signs with no file that is no key, were it even a pack", async () => {
    const ran = await packsHere(
      ...["build", "--key", at("gansu.canbaopack"), "--out", at("none"), "--id", "gansu", "--version", "2"],
      ...[...ISSUER, ...PASS, "gansu/2026"],
    );
    expect(ran.stderr).toMatch(/gansu\.canbaopack: key-file-unreadable: .*Name the file that calc packs keygen wrote/);
    expect(ran.code).toBe(1);
  });

  it("notices a key file whose public half was exchanged", async () => {
    const [first, second] = ["key", "second"].map((name) => JSON.parse(readFileSync(at(name), "utf8")) as object);
    writeFileSync(at("forged"), JSON.stringify({ ...second, ...pick(first, "sealed") }));
    const ran = await packsHere(
      ...["build", "--key", at("forged"), "--out", at("none"), "--id", "gansu", "--version", "2"],
      ...[...ISSUER, ...PASS, "gansu/2026"],
    );
    expect(ran.stderr).toContain("key-file-unreadable");
  });
});

function pick(from: object | undefined, name: string): object {
  return { [name]: (from as Readonly<Record<string, unknown>> | undefined)?.[name] };
}

describe("calc packs rotate", () => {
  it("lets the old key vouch for the new one in every pack that the new one signs", async () => {
    const old = (await packsHere("fingerprint", "--key", at("key"))).stdout;
    copyFileSync(at("second"), at("next"));
    const next = await packsHere("rotate", "--key", at("key"), "--next", at("next"), ...PASS);
    expect(next).toMatchObject({ code: 0, stderr: "" });
    expect(next.stdout).toMatch(FINGERPRINT);
    expect(typedDigits(next.stdout)).not.toBe(typedDigits(old));
    expect(statSync(at("next")).mode & 0o777).toBe(0o600);
    const built = await packsHere(
      ...["build", "--key", at("next"), "--out", at("rotated.canbaopack"), "--id", "gansu", "--version", "2"],
      ...[...ISSUER, ...PASS, "gansu/2026"],
    );
    expect(JSON.parse(built.stdout)).toMatchObject({ rotatedFrom: [{ vouches: true }] });
    expect(await packsHere("verify", at("rotated.canbaopack"))).toMatchObject({ code: 0 });
  });

  it("is not done with a wrong passphrase: the new key stays as it was", async () => {
    const before = readFileSync(at("second"), "utf8");
    const ran = await packsHere("rotate", "--key", at("key"), "--next", at("second"), "--passphrase-file", at("other"));
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/key: passphrase-wrong: /);
    expect(readFileSync(at("second"), "utf8")).toBe(before);
  });
});

describe("calc packs verify", () => {
  it.each([
    [
      "a changed byte",
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 900), Buffer.from([(bytes[900] ?? 0) ^ 1]), bytes.subarray(901)]),
      /bad-signature: .*tell the issuer/,
    ],
    ["a file that was cut off", (bytes: Buffer) => bytes.subarray(0, 3000), /damaged: .*Copy it again/],
    ["what is no pack at all", () => Buffer.from("PK\u0003\u0004"), /not-a-pack/],
  ])("refuses %s, naming file and reason", async (_what, change, says) => {
    writeFileSync(at("bad.canbaopack"), change(Buffer.from(readFileSync(at("gansu.canbaopack")))));
    const ran = await packsHere("verify", at("bad.canbaopack"));
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr.startsWith(`${at("bad.canbaopack")}: `)).toBe(true);
    expect(ran.stderr).toMatch(says);
    expect(await packsHere("inspect", at("bad.canbaopack"))).toEqual(ran);
  });

  it("says of a file that is not there what to do, and of a folder that it is none", async () => {
    expect((await packsHere("verify", at("gone"))).stderr).toMatch(/gone: unreadable: .*\(ENOENT\)/);
    mkdirSync(at("folder"));
    expect((await packsHere("verify", at("folder"))).stderr).toMatch(/folder: unreadable: /);
    expect(await packsHere("verify")).toMatchObject({ code: 2, stderr: expect.stringContaining("needs one FILE") });
  });
});

it("knows its commands, and says them", async () => {
  const ran = await packsHere("take");
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/"take" is not understood; there are keygen, rotate, .*install, list, undo/);
  expect(await packsHere("list", "--dry-run")).toMatchObject({ code: 2 });
});

it("does it all as a command of its own, with the manual on --help", async () => {
  const help = await calc(["packs", "--help"]);
  expect(help.code).toBe(0);
  for (const word of ["packs install", "packs list", "packs undo", "--trust", "--grant", "--packs FOLDER"])
    expect(help.stdout).toContain(word);
  const made = await calc(["packs", "keygen", "--out", at("own"), ...PASS]);
  expect(made).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(FINGERPRINT) });
});
