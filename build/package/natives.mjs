// Brings the database's native code for another system or processor, which npm installs only for this one, checked by the lockfile.

import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { npm, projectRoot, run } from "../setup/child.mjs";
import { SetupFault, say } from "../setup/terminal.mjs";
import { hashFile } from "../setup/verified-archive.mjs";

const modules = path.join(projectRoot, "node_modules");

/** @param {readonly string[]} names npm packages */
export async function ensureNatives(names) {
  const lock = JSON.parse(readFileSync(path.join(projectRoot, "package-lock.json"), "utf8"));
  for (const name of names) {
    if (existsSync(path.join(modules, name, "index.node"))) continue;
    const locked = lock.packages[`node_modules/${name}`];
    if (locked === undefined)
      throw new SetupFault(
        `${name} is not published. Build it from libsql's source and put it into node_modules: docs/packaging.md says how.`,
      );
    await install(name, locked);
  }
}

/**
 * @param {string} name
 * @param {{version: string, integrity: string}} locked
 */
async function install(name, { version, integrity }) {
  say(`Fetching ${name} ${version} …`);
  const folder = await mkdtemp(path.join(tmpdir(), "canbao-native-"));
  try {
    const { code, stderr } = await npm(["pack", `${name}@${version}`, "--pack-destination", folder], { quiet: true });
    const archive = (await readdir(folder)).find((file) => file.endsWith(".tgz"));
    if (code !== 0 || archive === undefined) throw new SetupFault(`npm could not fetch ${name}:\n${stderr.trim()}`);
    const file = path.join(folder, archive);
    if (`sha512-${await hashFile("sha512", file, "base64")}` !== integrity)
      throw new SetupFault(`${name} is not what the lockfile says. Nothing was installed.`);
    const unpacked = await run("tar", ["-xzf", file, "-C", folder, "--no-same-owner"], { quiet: true });
    if (unpacked.code !== 0) throw new SetupFault(`${name} could not be unpacked:\n${unpacked.stderr.trim()}`);
    const target = path.join(modules, name);
    await rm(target, { recursive: true, force: true });
    await mkdir(path.dirname(target), { recursive: true });
    await rename(path.join(folder, "package"), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
