// `npm run reproducible`: builds and packs the application twice, from two copies of the tree in two folders, and compares what
// was made byte for byte. Whoever has the source can so check that an archive was made from it.

import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { npm, projectRoot, run } from "../setup/child.mjs";
import { ensureDependencies } from "../setup/dependencies.mjs";
import { runScript, SetupFault, say } from "../setup/terminal.mjs";
import { hashFile } from "../setup/verified-archive.mjs";

/** Of different length and depth, so that a path that slips into a file shows. */
const places = ["first", path.join("somewhere else", "another")];

/** @param {string} command @param {readonly string[]} args @param {string} [cwd] @returns {Promise<string>} */
async function must(command, args, cwd = projectRoot) {
  const { code, stdout, stderr } = await run(command, args, { cwd, quiet: true });
  if (code !== 0) throw new SetupFault(`${command} ended with ${code}:\n${(stderr || stdout).trim()}`);
  return stdout;
}

/**
 * The tree as it stands, without what git does not know; packages as hard links, which nobody writes to.
 *
 * @param {string} place
 */
async function copyTree(place) {
  await mkdir(place, { recursive: true });
  const files = (await must("git", ["ls-files", "-z"])).split("\0").filter((name) => name !== "");
  for (let at = 0; at < files.length; at += 500)
    await must("cp", ["--parents", "-t", place, ...files.slice(at, at + 500)]);
  await must("cp", ["-al", path.join(projectRoot, "node_modules"), path.join(place, "node_modules")]);
}

/**
 * @param {string} folder
 * @returns {Promise<ReadonlyMap<string, string>>} file → sha256, of archive and native code
 */
async function hashes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const sums = files
    .sort()
    .map(async (file) => /** @type {const} */ ([path.relative(folder, file), await hashFile("sha256", file, "hex")]));
  return new Map(await Promise.all(sums));
}

await runScript(async () => {
  await ensureDependencies();
  const root = await mkdtemp(path.join(tmpdir(), "canbao-twice-"));
  try {
    /** @type {ReadonlyMap<string, string>[]} */
    const made = [];
    for (const name of places) {
      const place = path.join(root, name);
      await copyTree(place);
      const { code, stdout, stderr } = await npm(["run", "--silent", "package", "--", "--trial", "--dir"], {
        cwd: place,
        quiet: true,
      });
      if (code !== 0) throw new SetupFault(`Packing in ${name} failed:\n${(stderr || stdout).trim()}`);
      const output = path.join(place, "out", "package");
      const folder = (await readdir(output)).find((entry) => entry.endsWith("-unpacked")) ?? "";
      made.push(await hashes(path.join(output, folder, "resources")));
    }
    const [first, second] = made;
    if (first === undefined || second === undefined || first.size === 0) throw new SetupFault("Nothing was made.");
    const different = [...new Set([...first.keys(), ...second.keys()])].filter(
      (file) => first.get(file) !== second.get(file),
    );
    for (const [file, sum] of first) if (!different.includes(file)) say(`${sum}  ${file}`);
    for (const file of different) say(`DIFFERENT  ${file}`);
    return different.length === 0 ? 0 : 1;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
