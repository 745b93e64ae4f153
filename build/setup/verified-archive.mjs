// Unpacks chosen files of an npm archive, and believes none of them before archive and files are checked.

import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { run } from "./child.mjs";
import { SetupFault } from "./terminal.mjs";

/**
 * @typedef {object} ArchivePlan
 * @property {string} integrity the archive's `sha512-…` in base64, as npm writes it
 * @property {ReadonlyMap<string, string>} files path → sha256 in hex of every file to take; nothing else is taken
 * @property {Readonly<Record<string, string>>} storedAs where the archive calls a file differently
 * @property {readonly string[]} executables
 */

/**
 * Reads a list as `sha256sum` writes it.
 *
 * @param {string} text
 * @returns {ReadonlyMap<string, string>} path → sha256 in hex
 */
export function parseChecksumList(text) {
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const [, sum, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
      if (sum === undefined || name === undefined || path.isAbsolute(name) || name.split("/").includes("..")) {
        throw new SetupFault(`Not a line of a checksum list: ${line}`);
      }
      return [name, sum];
    }),
  );
}

/**
 * @param {"sha256" | "sha512"} algorithm
 * @param {string} file
 * @param {"hex" | "base64"} encoding
 * @returns {Promise<string>}
 */
export async function hashFile(algorithm, file, encoding) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest(encoding);
}

/**
 * Unpacks into a temporary folder beside the target, checks every file, lets `finish` complete the folder and only
 * then moves it into place: whatever fails, the target is either whole or absent.
 *
 * @param {string} archive
 * @param {string} target
 * @param {ArchivePlan} plan
 * @param {(folder: string) => Promise<void>} finish
 * @param {(checked: number) => void} [onChecked]
 */
export async function installFromArchive(archive, target, plan, finish, onChecked = () => {}) {
  const integrity = `sha512-${await hashFile("sha512", archive, "base64")}`;
  if (integrity !== plan.integrity) {
    const { size } = await stat(archive);
    throw new SetupFault(
      `The download is damaged or was tampered with (${size} bytes): its checksum is not the expected one. Nothing was installed; start again to download it anew.`,
    );
  }
  await mkdir(path.dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}.partial-`);
  try {
    await unpack(archive, folder, plan);
    let checked = 0;
    for (const [name, expected] of plan.files) {
      const actual = await hashFile("sha256", path.join(folder, name), "hex").catch(() => undefined);
      if (actual !== expected) {
        throw new SetupFault(
          `${name} is ${actual === undefined ? "missing from" : "not the expected file in"} the download. Nothing was installed.`,
        );
      }
      onChecked(++checked);
    }
    for (const name of plan.executables) await chmod(path.join(folder, name), 0o755);
    await finish(folder);
    await moveIntoPlace(folder, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {ArchivePlan} plan
 */
async function unpack(archive, folder, { files, storedAs }) {
  const members = [...files.keys()].map((name) => `package/${storedAs[name] ?? name}`);
  const { code, stderr } = await run(
    "tar",
    ["-xzf", archive, "-C", folder, "--strip-components=1", "--no-same-owner", ...members],
    { quiet: true },
  );
  if (code !== 0)
    throw new SetupFault(
      `The download could not be unpacked. Nothing was installed.\n${stderr.trim().split("\n").slice(0, 3).join("\n")}`,
    );
  for (const [name, stored] of Object.entries(storedAs))
    await rename(path.join(folder, stored), path.join(folder, name));
}

/**
 * @param {string} folder
 * @param {string} target
 */
async function moveIntoPlace(folder, target) {
  const old = `${target}.old-${randomUUID()}`;
  await rename(target, old).catch(() => {});
  await rename(folder, target);
  await rm(old, { recursive: true, force: true });
}

/** @param {string} file */
export async function readText(file) {
  return readFile(file, "utf8").catch(() => undefined);
}
