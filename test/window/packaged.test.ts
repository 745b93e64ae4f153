// The package: made as it is handed out, unpacked into a clean folder, its switches read back, started and used.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { fusesOf } from "../../build/package/configuration.mjs";
import { makeDeb } from "../../build/package/deb.mjs";
import { chosenTargets } from "../../build/package/targets.mjs";
import { pack } from "../../build/package.mjs";
import { projectRoot } from "../../build/setup/child.mjs";
import { ensureElectron, rootSwitch } from "../../build/setup/electron-runtime.mjs";
import { shippedPackages } from "../../build/supply/shipped.mjs";
import { testEnvironment } from "./application.ts";
import { type PackagedApplication, startPackaged } from "./packaged.ts";

const run = promisify(execFile);
const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8")) as { version: string };

/** Where a person might unpack it. */
let place: string;
let installed: string;
let executable: string;
let deb: string;

/** The compressed package of `npm run package`, where one is named; else a quick one of its own. */
async function packageToTry(): Promise<string> {
  const named = process.env["CANBAO_DEB"];
  if (named !== undefined) return path.resolve(named);
  const runtime = await ensureElectron();
  const [target] = chosenTargets([], process);
  if (target === undefined) throw new Error("nothing is packed for this machine");
  const output = path.join(place, "made");
  await pack(target, { runtime, folderOnly: true, output });
  const made = path.join(place, "canbao-desk.deb");
  const packed = path.join(output, "linux-unpacked");
  await makeDeb({ packed, version, arch: "x64", file: made, compression: "none" });
  rmSync(output, { recursive: true });
  return made;
}

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), "canbao 打包 "));
  deb = await packageToTry();
  const root = path.join(place, "装 在 这 里");
  mkdirSync(root);
  await run("dpkg-deb", ["-x", deb, root]);
  installed = path.join(root, "opt/canbao-desk");
  executable = path.join(installed, "canbao-desk");
}, 180_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("what is handed out", () => {
  test("says in the package what it is and what it needs", async () => {
    const { stdout } = await run("dpkg-deb", ["-f", deb]);
    expect(stdout).toContain("Package: canbao-desk\n");
    expect(stdout).toContain(`Version: ${version}\n`);
    expect(stdout).toContain("Architecture: amd64\n");
    expect(stdout).toMatch(/Depends: .*libgtk-3-0 \| libgtk-3-0t64.*libnss3/);
  });

  test("brings menu entry, icons and the kind of file that a rule pack is, and nothing that runs as root", async () => {
    const { stdout } = await run("dpkg-deb", ["-c", deb]);
    for (const file of [
      "./usr/share/applications/canbao-desk.desktop",
      "./usr/share/mime/packages/canbao-desk.xml",
      "./usr/share/icons/hicolor/16x16/apps/canbao-desk.png",
      "./usr/share/icons/hicolor/512x512/apps/canbao-desk.png",
      "./usr/bin/canbao-desk -> /opt/canbao-desk/canbao-desk",
    ])
      expect(stdout).toContain(file);
    const setuid = stdout.split("\n").filter((line) => /^-..s/.test(line));
    expect(setuid.map((line) => path.basename(line))).toEqual(["chrome-sandbox"]);
    const control = await run("dpkg-deb", ["--ctrl-tarfile", deb], { encoding: "buffer" });
    expect(control.stdout.toString("latin1")).not.toMatch(/postinst|preinst|prerm|postrm/);
  });

  test("holds the program and what it loads, and no source, note, test or tool", () => {
    const files = listPackage(path.join(installed, "resources/app.asar"), { isPack: false }).map((name) =>
      name.replaceAll("\\", "/"),
    );
    const tops = new Set(files.map((name) => name.split("/")[1]));
    expect([...tops].sort()).toEqual(["LICENSE", "node_modules", "out", "package.json", "policies"]);
    // Of the fonts' older form the one that a machine without any font is given; it lies on the disk, where the system reads it.
    const lastResort = "/out/app/main/last-resort-font/noto-sans-sc-latin-400-normal.woff";
    expect(files.filter((name) => /\.(tsx?|map|md|woff)$|\/test\/|\.partial$/.test(name))).toEqual([lastResort]);
    for (const name of [lastResort, "/out/app/main/last-resort-font/fonts.conf"])
      expect(existsSync(path.join(installed, "resources/app.asar.unpacked", name))).toBe(true);
    const modules = new Set(files.flatMap((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(name)?.[1] ?? []));
    expect([...modules].sort()).toEqual(["@libsql/linux-x64-gnu", "@neon-rs/load", "detect-libc", "libsql"]);
    expect(existsSync(path.join(installed, "resources/default_app.asar"))).toBe(false);
    expect(existsSync(path.join(installed, "version"))).toBe(false);
  });

  test("carries the licence of everybody whose work is in it", () => {
    const texts = readFileSync(path.join(installed, "LICENSES.txt"), "utf8");
    const packages = shippedPackages();
    expect(packages.length).toBeGreaterThan(25);
    for (const { name, version: at, licence } of packages) expect(texts).toContain(`${name} ${at} (${licence})`);
    expect(existsSync(path.join(installed, "LICENSES.chromium.html"))).toBe(true);
  });
});

describe("the switches in Electron's binary", () => {
  test("stand as configured, read back one by one", async () => {
    const wire = await getCurrentFuseWire(executable);
    // In the binary a switch is the letter 1 or 0; anything else is neither.
    const state = (fuse: FuseV1Options) => ({ "1": true, "0": false })[String.fromCharCode(wire[fuse] ?? 0)];
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      enableCookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      enableNodeOptionsEnvironmentVariable: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      enableNodeCliInspectArguments: state(FuseV1Options.EnableNodeCliInspectArguments),
      enableEmbeddedAsarIntegrityValidation: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      loadBrowserProcessSpecificV8Snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      grantFileProtocolExtraPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual(fusesOf("linux"));
  });

  test.each(["win", "mac"] as const)("check the archive's integrity on %s, where Electron can", (system) => {
    expect(fusesOf(system)).toEqual({ ...fusesOf("linux"), enableEmbeddedAsarIntegrityValidation: true });
  });
});

describe("the packed program", () => {
  let app: PackagedApplication | undefined;
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  test("starts from a folder with Chinese and blanks, takes a resident and keeps the slip", async () => {
    app = await startPackaged(executable);
    const { page, profile } = app;
    const info = await page.evaluate(() => window.canbao.invoke("app.info", undefined));
    expect(info).toMatchObject({ ok: true, value: { version, packaged: true, dataFolder: profile } });
    await page.getByTestId("id-number").fill("622301196202100024");
    await page.getByTestId("paid-on").fill("20250115");
    await page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
    const opened = await page.evaluate(() => window.canbao.invoke("ledger.open", { passphrase: "凉州区医保 2025 冬" }));
    expect(opened).toMatchObject({ ok: true, value: { state: "open" } });
    expect(existsSync(path.join(profile, "ledger"))).toBe(true);
  });

  test("listens to none of the switches that development and tests use", async () => {
    const empty = path.join(place, "empty");
    mkdirSync(empty, { recursive: true });
    app = await startPackaged(executable, { args: [`--policies=${empty}`, `--canbao-test-out=${empty}`] });
    const listed = await app.page.evaluate(() => window.canbao.invoke("rules.list", undefined));
    expect(listed.ok && listed.value.ruleSets.length).toBeGreaterThan(2);
  });

  test("runs no code that the environment, an argument or a file beside it names", async () => {
    const mark = path.join(place, "ran");
    const evil = path.join(place, "evil.cjs");
    writeFileSync(evil, `require("fs").writeFileSync(${JSON.stringify(mark)}, "x"); process.exit(0);`);
    // A folder beside the archive would be loaded before it.
    const beside = path.join(installed, "resources/app");
    mkdirSync(beside, { recursive: true });
    writeFileSync(path.join(beside, "package.json"), '{"main":"evil.cjs"}');
    writeFileSync(path.join(beside, "evil.cjs"), readFileSync(evil));
    try {
      app = await startPackaged(executable, {
        args: ["--inspect=0", "--inspect-brk=0", evil],
        env: { ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: `--require ${evil}` },
      });
      expect(existsSync(mark)).toBe(false);
      expect(app.written()).not.toContain("Debugger listening");
    } finally {
      rmSync(beside, { recursive: true });
    }
  });

  test("ends at once when it is started a second time on the same data", async () => {
    app = await startPackaged(executable);
    const args = [...rootSwitch(), `--user-data-dir=${app.profile}`];
    await run(executable, args, { env: testEnvironment(), timeout: 20_000 });
    expect(await app.page.getByTestId("app-shell").count()).toBe(1);
  });
});
