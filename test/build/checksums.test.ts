// Checksums beside the packages: the ones that sha256sum itself would write, of every package and of nothing else.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeChecksums } from "../../build/package/checksums.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-sums-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("they are of every package and the bill of materials, by name, and of nothing else", async () => {
  for (const name of ["canbao-desk_0.1.0_amd64.deb", "canbao-desk-0.1.0-linux-x64.tar.gz", "sbom.cdx.json"])
    writeFileSync(path.join(folder, name), "x");
  writeFileSync(path.join(folder, "builder-debug.yml"), "x");
  mkdirSync(path.join(folder, "canbao-desk-unpacked"));
  const sums = await writeChecksums(folder, "linux-x64");
  expect(path.basename(sums)).toBe("SHA256SUMS-linux-x64.txt");
  const x = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  expect(readFileSync(sums, "utf8")).toBe(
    `${x}  canbao-desk-0.1.0-linux-x64.tar.gz\n${x}  canbao-desk_0.1.0_amd64.deb\n${x}  sbom.cdx.json\n`,
  );
});

test.runIf(process.platform === "linux")("sha256sum reads them, and notices a package that was changed", async () => {
  const file = path.join(folder, "canbao-desk.deb");
  writeFileSync(file, "as it was packed");
  const sums = await writeChecksums(folder, "x");
  const check = () => execFileSync("sha256sum", ["--quiet", "-c", sums], { cwd: folder, stdio: "pipe" });
  expect(String(check())).toBe("");
  writeFileSync(file, "as it was changed");
  expect(check).toThrow("did NOT match");
});

test("where nothing was packed, nothing is written and that is said", async () => {
  await expect(writeChecksums(folder, "x")).rejects.toThrow("Nothing was packed");
});
