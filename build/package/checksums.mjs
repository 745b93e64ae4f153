// Checksums of what was packed: `node build/package/checksums.mjs linux-x64` writes out/package/SHA256SUMS-linux-x64.txt.
//
// In the form that sha256sum checks, made without it: Windows and macOS have none.

import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "../setup/child.mjs";
import { runScript, SetupFault, say } from "../setup/terminal.mjs";
import { hashFile } from "../setup/verified-archive.mjs";

/**
 * @param {string} folder
 * @param {string} name of the machine that packed
 * @returns {Promise<string>} the file that was written
 */
export async function writeChecksums(folder, name) {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /^(canbao-desk|trial|sbom)/.test(entry.name));
  if (files.length === 0) throw new SetupFault(`Nothing was packed into ${folder}`);
  const lines = files
    .map((entry) => entry.name)
    .sort()
    .map(async (file) => `${await hashFile("sha256", path.join(folder, file), "hex")}  ${file}\n`);
  const sums = path.join(folder, `SHA256SUMS-${name}.txt`);
  await writeFile(sums, (await Promise.all(lines)).join(""));
  return sums;
}

const [, script, name] = process.argv;
if (script === path.join(import.meta.dirname, "checksums.mjs"))
  await runScript(async () => {
    if (name === undefined) throw new SetupFault("For which machine? node build/package/checksums.mjs linux-x64");
    say(await writeChecksums(path.join(projectRoot, "out", "package"), name));
    return 0;
  });
