// `npm run licences`: whose work is in what is handed out, and under which licence. Writes docs/licences.md for people and
// out/licences.txt, with every text in full, for the packages.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildApp } from "../app.mjs";
import { projectRoot } from "../setup/child.mjs";
import { ensureDependencies } from "../setup/dependencies.mjs";
import { runScript, SetupFault, say } from "../setup/terminal.mjs";
import { shippedPackages } from "./shipped.mjs";

/** @typedef {import("./shipped.mjs").Shipped} Shipped */

export const report = path.join(projectRoot, "docs", "licences.md");
export const texts = path.join(projectRoot, "out", "licences.txt");

/** Licences that allow what we do: hand out, changed or not, also for money, with their text beside. */
const allowed = new Set(["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "OFL-1.1"]);

/**
 * Throws where a licence is unknown to us or a text is missing: nothing is handed out that we may not hand out.
 *
 * @param {readonly Shipped[]} packages
 */
export function checkLicences(packages) {
  const bad = packages.flatMap(({ name, licence, text }) => [
    ...(allowed.has(licence) ? [] : [`${name}: ${licence} is not among the licences we looked at`]),
    ...(text === null ? [`${name}: carries no text of its licence`] : []),
  ]);
  if (bad.length > 0) throw new SetupFault(bad.join("\n"));
}

/** @param {readonly Shipped[]} packages @returns {string} */
export function reportOf(packages) {
  // The database's native code differs by system; the report is one for all.
  const rows = packages
    .filter(({ name }) => !name.startsWith("@libsql/"))
    .map(({ name, version, licence, how }) => `| ${name} | ${version} | ${licence} | ${how} |`);
  return `${[
    "# Licences of what is handed out",
    "",
    "Made by `npm run licences` from what the build really bundled and what the program loads as it is; a test holds it to the",
    "lockfile. Every package carries the full texts in `LICENSES.txt`. Canbao Desk itself: MIT ([LICENSE](../LICENSE)).",
    "",
    "| package | version | licence | how |",
    "|---|---|---|---|",
    ...rows,
    "",
    "Beside these:",
    "",
    "- **Electron** (MIT) with **Chromium**, **Node.js**, **V8**, **FFmpeg** and their parts: `LICENSE.electron.txt` and",
    "  `LICENSES.chromium.html` lie in every package as Electron delivers them. `libffmpeg` is LGPL-2.1 and lies beside the",
    "  program as a library of its own, so that it can be exchanged.",
    "- **libsql's native code** (MIT, one file for each system, `@libsql/…`) has SQLite (public domain), SQLite3 Multiple Ciphers (MIT) and Rust crates",
    "  under MIT or Apache-2.0 inside.",
    "- **Noto Sans SC** (SIL Open Font License 1.1) comes with `@fontsource/noto-sans-sc`, unchanged.",
    "- The rule sets under `policies/` restate public notices in our words; documents of state bodies carry no copyright",
    "  (著作权法 第五条).",
    "",
  ].join("\n")}`;
}

/** @param {readonly Shipped[]} packages @param {string} own our own licence @returns {string} */
export function textsOf(packages, own) {
  const line = "=".repeat(80);
  const parts = packages.map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}\n`,
  );
  return `Canbao Desk\n\n${own.trim()}\n\n\nIt contains the work of others:\n\n${parts.join("\n")}`;
}

/** Writes the texts for a package; the application must have been built. */
export async function writeTexts() {
  const packages = shippedPackages();
  checkLicences(packages);
  await mkdir(path.dirname(texts), { recursive: true });
  await writeFile(texts, textsOf(packages, await readFile(path.join(projectRoot, "LICENSE"), "utf8")));
  return packages;
}

if (process.argv[1] === path.join(import.meta.dirname, "licences.mjs")) {
  await runScript(async () => {
    await ensureDependencies();
    await buildApp();
    const packages = await writeTexts();
    await writeFile(report, reportOf(packages));
    say(`${packages.length} packages: docs/licences.md, out/licences.txt`);
    return 0;
  });
}
