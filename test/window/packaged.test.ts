// The packages: made as they are handed out, each unpacked into a clean folder, its switches read back, started and used.

import { execFile } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { path7za } from "7zip-bin";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { fusesOf } from "../../build/package/configuration.mjs";
import { chosenTargets } from "../../build/package/targets.mjs";
import { pack } from "../../build/package.mjs";
import { projectRoot } from "../../build/setup/child.mjs";
import { ensureElectron, rootSwitch } from "../../build/setup/electron-runtime.mjs";
import { shippedPackages } from "../../build/supply/shipped.mjs";
import { testEnvironment } from "./application.ts";
import { type PackagedApplication, startPackaged } from "./packaged.ts";

const run = promisify(execFile);
const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8")) as { version: string };

/** A folder with what `npm run package` made, where one is named; else quick packages of the test's own are made. */
const named = process.env["CANBAO_PACKAGES"];

const PASSPHRASE = "凉州区医保 2025 冬";

/** Only root may install, or become somebody else. */
const root = process.getuid?.() === 0;

const dpkg = (system: string, args: readonly string[]) => run("dpkg", [`--root=${system}`, ...args]);

/** Installs as `apt install` would, into a system of its own that has nothing but dpkg's books. */
async function installed(file: string, system: string): Promise<void> {
  for (const book of ["info", "updates", "triggers"])
    mkdirSync(path.join(system, "var/lib/dpkg", book), { recursive: true });
  for (const book of ["status", "available"]) writeFileSync(path.join(system, "var/lib/dpkg", book), "");
  await dpkg(system, ["--force-depends", "--install", file]);
}

const unpacking = {
  deb: (file: string, into: string) => (root ? installed(file, into) : run("dpkg-deb", ["-x", file, into])),
  "tar.gz": (file: string, into: string) => run("tar", ["-xzf", file, "-C", into]),
  zip: (file: string, into: string) => run(path7za, ["x", "-y", `-o${into}`, file]),
} as const;
type Kind = keyof typeof unpacking;
/** A release for Linux has no zip. */
const isThere = (kind: Kind) => named === undefined || readdirSync(named).some((file) => file.endsWith(`.${kind}`));
const kinds = (Object.keys(unpacking) as Kind[]).filter((kind) => kind === "deb" || isThere(kind));

/** Where a person might unpack it. */
let place: string;
let deb: string;
/** kind of package → the program's folder, unpacked from it */
const unpacked = new Map<Kind, string>();
let program: string;
let executable: string;

async function packagesToTry(): Promise<string> {
  if (named !== undefined) return path.resolve(named);
  const runtime = await ensureElectron();
  const [target] = chosenTargets([], process);
  if (target === undefined) throw new Error("nothing is packed for this machine");
  const output = path.join(place, "made");
  await pack(target, { runtime, folderOnly: false, quick: true, output });
  return output;
}

/** Into a folder of its own, with Chinese and blanks in its name; that of the program is somewhere inside. */
async function unpack(kind: Kind, packages: string): Promise<string> {
  const into = path.join(place, `装 在 这 里 ${kind}`);
  mkdirSync(into);
  await unpacking[kind](packageOf(kind, packages), into);
  const [archive] = readdirSync(into, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(^|\/)resources\/app\.asar$/.test(name),
  );
  if (archive === undefined) throw new Error(`no program in the ${kind}`);
  return path.join(into, path.dirname(path.dirname(archive)));
}

function packageOf(kind: Kind, packages: string): string {
  const file = readdirSync(packages).find((name) => name.endsWith(`.${kind}`));
  if (file === undefined) throw new Error(`no ${kind} in ${packages}`);
  return path.join(packages, file);
}

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), "canbao 打包 "));
  // The archiver comes without its executable bit.
  chmodSync(path7za, 0o755);
  const packages = await packagesToTry();
  for (const kind of kinds) unpacked.set(kind, await unpack(kind, packages));
  deb = packageOf("deb", packages);
  program = folderOf("deb");
  executable = path.join(program, "canbao-desk");
}, 300_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const folderOf = (kind: Kind): string => unpacked.get(kind) ?? "";

describe("what is handed out", () => {
  test("says in the package what it is and what it needs", async () => {
    const { stdout } = await run("dpkg-deb", ["-f", deb]);
    expect(stdout).toContain("Package: canbao-desk\n");
    expect(stdout).toContain(`Version: ${version}\n`);
    expect(stdout).toContain(`Architecture: ${process.arch === "arm64" ? "arm64" : "amd64"}\n`);
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

  test("tells the system which files are rule packs, in words that the system's own tool takes", async () => {
    const mime = path.join(place, "mime");
    mkdirSync(path.join(mime, "packages"), { recursive: true });
    const system = path.resolve(program, "../..");
    copyFileSync(
      path.join(system, "usr/share/mime/packages/canbao-desk.xml"),
      path.join(mime, "packages/canbao-desk.xml"),
    );
    await run("update-mime-database", [mime]);
    expect(readFileSync(path.join(mime, "globs"), "utf8")).toContain("application/vnd.canbao.pack:*.canbaopack\n");
  });

  test("holds the program and what it loads, and no source, note, test or tool", () => {
    const files = listPackage(path.join(program, "resources/app.asar"), { isPack: false }).map((name) =>
      name.replaceAll("\\", "/"),
    );
    const tops = new Set(files.map((name) => name.split("/")[1]));
    expect([...tops].sort()).toEqual(["LICENSE", "node_modules", "out", "package.json", "policies"]);
    // Of the fonts' older form the one that a machine without any font is given; it lies on the disk, where the system reads it.
    const lastResort = "/out/app/main/last-resort-font/noto-sans-sc-latin-400-normal.woff";
    expect(files.filter((name) => /\.(tsx?|map|md|woff)$|\/test\/|\.partial$/.test(name))).toEqual([lastResort]);
    for (const name of [lastResort, "/out/app/main/last-resort-font/fonts.conf"])
      expect(existsSync(path.join(program, "resources/app.asar.unpacked", name))).toBe(true);
    const modules = new Set(files.flatMap((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(name)?.[1] ?? []));
    const native = `@libsql/linux-${process.arch}-gnu`;
    expect([...modules].sort()).toEqual([native, "@neon-rs/load", "detect-libc", "libsql"]);
    expect(existsSync(path.join(program, "resources/default_app.asar"))).toBe(false);
    expect(existsSync(path.join(program, "version"))).toBe(false);
  });

  test("carries the licence of everybody whose work is in it", () => {
    const texts = readFileSync(path.join(program, "LICENSES.txt"), "utf8");
    const packages = shippedPackages();
    expect(packages.length).toBeGreaterThan(25);
    for (const { name, version: at, licence } of packages) expect(texts).toContain(`${name} ${at} (${licence})`);
    expect(existsSync(path.join(program, "LICENSES.chromium.html"))).toBe(true);
  });
});

describe("the switches in Electron's binary", () => {
  test.each(kinds)("of the %s stand as configured, read back one by one", async (kind) => {
    const wire = await getCurrentFuseWire(path.join(folderOf(kind), "canbao-desk"));
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

  test.each(kinds)(
    "of the %s starts from a folder with Chinese and blanks, takes a resident and has the slip after a restart",
    async (kind) => {
      const binary = path.join(folderOf(kind), "canbao-desk");
      const profile = path.join(place, `资料 ${kind}`);
      app = await startPackaged(binary, { profile });
      const info = await app.page.evaluate(() => window.canbao.invoke("app.info", undefined));
      expect(info).toMatchObject({ ok: true, value: { version, packaged: true, dataFolder: profile } });
      await app.page.getByTestId("id-number").fill("622301196202100024");
      await app.page.getByTestId("paid-on").fill("20250115");
      await app.page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
      const number = await app.page.evaluate(async (passphrase) => {
        await window.canbao.invoke("ledger.open", { passphrase });
        const resident = { birthDate: "1962-02-10", categories: [], missedYears: [] };
        const request = { ruleSet: "gansu/2025", pastYear: 2025, paidOn: "2025-01-15", resident };
        const people = [{ name: null, idNumber: null, township: null, request }];
        const issued = await window.canbao.invoke("ledger.issue", { nonce: "packaged", people, document: null });
        return issued.ok ? issued.value.number : issued.error.code;
      }, PASSPHRASE);
      await app.close();
      app = await startPackaged(binary, { profile });
      const slip = await app.page.evaluate(
        async ([passphrase, wanted]) => {
          await window.canbao.invoke("ledger.open", { passphrase });
          return window.canbao.invoke("ledger.slip", { number: wanted });
        },
        [PASSPHRASE, number] as const,
      );
      expect(slip).toMatchObject({
        ok: true,
        value: { number, people: [{ figures: { benefit: { start: "2025-04-15", end: "2025-12-31" } } }] },
      });
    },
  );

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
    const beside = path.join(program, "resources/app");
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

describe.runIf(root)("two people signed in to one machine", () => {
  const people = [
    { uid: 4001, clerk: "张三" },
    { uid: 4002, clerk: "李四" },
  ] as const;
  const apps: PackagedApplication[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
  });

  test("work at the same time with the sandbox on, each in a folder that nobody else can read", async () => {
    // The folder of a test is its own person's alone.
    chmodSync(place, 0o755);
    for (const { uid, clerk } of people) {
      const home = path.join(place, `家 ${clerk}`);
      mkdirSync(home, { recursive: true });
      chownSync(home, uid, uid);
      const app = await startPackaged(executable, { as: { uid, home } });
      apps.push(app);
      const state = await app.page.evaluate(async (name) => {
        await window.canbao.invoke("settings.set", { clerk: name });
        const opened = await window.canbao.invoke("ledger.open", { passphrase: `口令 ${name} 2025` });
        return opened.ok && opened.value.state;
      }, clerk);
      expect(state).toBe("open");
    }
    for (const [at, { uid, clerk }] of people.entries()) {
      const { page, profile } = apps[at] ?? {};
      if (page === undefined || profile === undefined) throw new Error("not started");
      const info = await page.evaluate(() => window.canbao.invoke("app.info", undefined));
      expect(info).toMatchObject({ ok: true, value: { dataFolder: profile } });
      expect(readFileSync(path.join(profile, "settings.json"), "utf8")).toContain(clerk);
      expect(existsSync(path.join(profile, "ledger/ledger.db"))).toBe(true);
      const folder = statSync(profile);
      expect([folder.uid, folder.mode & 0o077]).toEqual([uid, 0]);
      const pages = renderersOf(uid);
      expect(pages.length).toBeGreaterThan(0);
      // A filter on system calls, and a process of its own numbering: what Chromium's sandbox is made of.
      for (const status of pages) {
        expect(status).toMatch(/^Seccomp:\t2$/m);
        expect(status).toMatch(/^NSpid:\t\d+\t\d+/m);
      }
    }
  }, 120_000);

  /** What the kernel says of the person's page processes. */
  function renderersOf(uid: number): readonly string[] {
    const read = (pid: string, name: string): string => {
      try {
        return readFileSync(`/proc/${pid}/${name}`, "utf8");
      } catch {
        return "";
      }
    };
    const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const own = all.filter((pid) => read(pid, "cmdline").includes("--type=renderer"));
    return own.map((pid) => read(pid, "status")).filter((status) => status.includes(`\nUid:\t${uid}\t`));
  }
});

test.runIf(root)("removed again, the package leaves nothing in the system but dpkg's books", async () => {
  const system = path.resolve(program, "../..");
  const files = () =>
    readdirSync(system, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(system, path.join(entry.parentPath, entry.name)))
      .filter((name) => !name.startsWith("var/"));
  expect(files().length).toBeGreaterThan(20);
  await dpkg(system, ["--remove", "canbao-desk"]);
  expect(files()).toEqual([]);
});
