// The development Electron is installed whole and checked, or not at all.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
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
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ensureElectron, substitute } from "../../build/setup/electron-runtime.mjs";
import { parseChecksumList } from "../../build/setup/verified-archive.mjs";

const contents: Readonly<Record<string, string>> = {
  "clawbench-desktop": "the program",
  "LICENSE.electron.txt": "the licence",
  "locales/zh-CN.pak": "Chinese",
  "resources/app.asar": "somebody's application",
};
const storedAs = { electron: "clawbench-desktop", LICENSE: "LICENSE.electron.txt" };
const unreachable = async () => ({ why: "nothing can be reached" });

let folder: string;
let downloads: number;

beforeEach(() => {
  // What the scripts tell a person is not part of the test report.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  folder = mkdtempSync(path.join(tmpdir(), "canbao-runtime-"));
  downloads = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function sha(algorithm: string, content: string | Buffer, encoding: "hex" | "base64"): string {
  return createHash(algorithm).update(content).digest(encoding);
}

/** A small archive as npm packs one, and the substitute that describes it. */
function offer(files = contents, listed: Readonly<Record<string, string>> = contents) {
  const source = path.join(folder, "source", "package");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(source, name)), { recursive: true });
    writeFileSync(path.join(source, name), content);
  }
  const archive = path.join(folder, "archive.tgz");
  execFileSync("tar", ["-czf", archive, "-C", path.dirname(source), "package"]);
  const checksums = path.join(folder, "list.sha256");
  const line = (name: string, stored: string) => `${sha("sha256", listed[stored] ?? "", "hex")}  ${name}\n`;
  writeFileSync(
    checksums,
    line("LICENSE", "LICENSE.electron.txt") +
      line("electron", "clawbench-desktop") +
      line("locales/zh-CN.pak", "locales/zh-CN.pak"),
  );
  const integrity = `sha512-${sha("sha512", readFileSync(archive), "base64")}`;
  return { archive, offered: { platform: "test-x64", version: "33.0.0", spec: "x@1", integrity, checksums, storedAs } };
}

function install(given: ReturnType<typeof offer>, platform = "test-x64") {
  return ensureElectron({
    platform,
    cache: path.join(folder, "cache"),
    offered: given.offered,
    official: unreachable,
    download: async () => {
      downloads += 1;
      return given.archive;
    },
  });
}

const cached = (): readonly string[] =>
  existsSync(path.join(folder, "cache")) ? readdirSync(path.join(folder, "cache")) : [];

describe("the substitute Electron", () => {
  test("is unpacked under Electron's own names, with a loader and without the other application", async () => {
    const runtime = await install(offer());
    const home = path.dirname(runtime.executable);
    expect(readFileSync(runtime.executable, "utf8")).toBe("the program");
    expect(statSync(runtime.executable).mode & 0o111).toBe(0o111);
    expect(readFileSync(path.join(home, "version"), "utf8")).toBe("33.0.0");
    expect(existsSync(path.join(home, "resources/default_app.asar/main.mjs"))).toBe(true);
    expect(existsSync(path.join(home, "resources/app.asar"))).toBe(false);
    expect(runtime.origin).toContain("nothing can be reached");
    expect(runtime.official).toBe(false);
    expect(cached()).toEqual(["electron-33.0.0-test-x64"]);
  });

  test("is not fetched a second time", async () => {
    const given = offer();
    await install(given);
    await install(given);
    expect(downloads).toBe(1);
  });

  test("is given this checkout's loader where another one installed it", async () => {
    const given = offer();
    const { executable } = await install(given);
    const loader = path.join(path.dirname(executable), "resources/default_app.asar/main.mjs");
    const ours = readFileSync(loader, "utf8");
    writeFileSync(loader, "// an older one");
    await install(given);
    expect(readFileSync(loader, "utf8")).toBe(ours);
    expect(readdirSync(path.dirname(loader)).sort()).toEqual(["main.mjs", "package.json"]);
    expect(downloads).toBe(1);
  });

  test("is fetched anew where an earlier installation was broken off", async () => {
    const given = offer();
    const { executable } = await install(given);
    rmSync(path.join(path.dirname(executable), "version"));
    await install(given);
    expect(downloads).toBe(2);
    expect(cached()).toEqual(["electron-33.0.0-test-x64"]);
  });

  test("is refused where the archive was tampered with", async () => {
    const given = offer();
    const bytes = readFileSync(given.archive);
    bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
    writeFileSync(given.archive, bytes);
    await expect(install(given)).rejects.toThrow(/damaged or was tampered with/);
    expect(cached()).toEqual([]);
  });

  test("is refused where the download broke off", async () => {
    const given = offer();
    writeFileSync(given.archive, readFileSync(given.archive).subarray(0, 100));
    await expect(install(given)).rejects.toThrow(/damaged or was tampered with \(100 bytes\)/);
    expect(cached()).toEqual([]);
  });

  test("is refused where a file is not the official one, whatever the archive's own checksum says", async () => {
    const given = offer({ ...contents, "clawbench-desktop": "another program" });
    await expect(install(given)).rejects.toThrow(/electron is not the expected file/);
    expect(cached()).toEqual([]);
  });

  test("is refused where a listed file is missing", async () => {
    const given = offer(Object.fromEntries(Object.entries(contents).filter(([name]) => name !== "locales/zh-CN.pak")));
    await expect(install(given)).rejects.toThrow(/could not be unpacked/);
    expect(cached()).toEqual([]);
  });

  test("is not offered on a platform it was not made for", async () => {
    await expect(install(offer(), "darwin-arm64")).rejects.toThrow(
      /For darwin-arm64 there is no substitute.*ELECTRON_MIRROR/,
    );
    expect(downloads).toBe(0);
  });

  test("is not touched where the official build is there", async () => {
    const official = async () => ({
      executable: "/opt/electron",
      version: "45.0.0",
      origin: "official",
      official: true,
    });
    expect((await ensureElectron({ official })).executable).toBe("/opt/electron");
  });
});

describe("the checksum list", () => {
  test("names every file of the official release", () => {
    const files = parseChecksumList(readFileSync(substitute.checksums, "utf8"));
    expect(files.size).toBe(72);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["electron", "icudtl.dat", "locales/zh-CN.pak", "LICENSE"]),
    );
  });

  test.each([
    "0123  electron",
    `${"0".repeat(64)}  ../outside`,
    `${"0".repeat(64)}  /etc/passwd`,
    `${"0".repeat(64)} electron`,
  ])("refuses the line %s", (line) => {
    expect(() => parseChecksumList(`${line}\n`)).toThrow(/Not a line/);
  });
});
