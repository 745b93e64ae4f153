// Which packages of other people are in what is handed out: those bundled into the application, and those it loads as they are.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../setup/child.mjs";
import { SetupFault } from "../setup/terminal.mjs";

/**
 * @typedef {object} Shipped
 * @property {string} name
 * @property {string} version
 * @property {string} licence as SPDX writes it
 * @property {string} how "bundled" or "as it is"
 * @property {string | null} text the licence's own text; null where the package carries none
 */

const modules = path.join(projectRoot, "node_modules");

/** @param {string} file @returns {any} */
const json = (file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * What package.json names for the running program, and what that needs; of the database's native code this machine's.
 *
 * @returns {readonly string[]}
 */
export function loadedPackages() {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ name) => {
    const file = path.join(modules, name, "package.json");
    if (found.has(name) || !existsSync(file)) return;
    found.add(name);
    const { dependencies = {}, optionalDependencies = {} } = json(file);
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) visit(needed);
  };
  for (const name of Object.keys(json(path.join(projectRoot, "package.json")).dependencies)) visit(name);
  return [...found].filter((name) => !/-musl/.test(name)).sort();
}

/** What the last build bundled. @returns {readonly string[]} */
export function bundledPackages() {
  const folder = path.join(projectRoot, "out", "shipped");
  const lists = existsSync(folder) ? readdirSync(folder) : [];
  if (lists.length < 3) throw new SetupFault("Build first: npm run build");
  return [...new Set(lists.flatMap((list) => json(path.join(folder, list))))].sort();
}

/** @returns {readonly Shipped[]} everything shipped, by name */
export function shippedPackages() {
  const bundled = bundledPackages();
  const loaded = loadedPackages();
  return [...new Set([...bundled, ...loaded])].sort().map((name) => {
    const { version, license } = json(path.join(modules, name, "package.json"));
    if (typeof license !== "string") throw new SetupFault(`${name} does not say under which licence it stands`);
    return {
      name,
      version,
      licence: license,
      how: loaded.includes(name) ? "as it is" : "bundled",
      text: licenceText(name),
    };
  });
}

/** Packages that say their licence but do not carry its text; whose text holds for them, and why. */
const borrowed = /** @type {Readonly<Record<string, string>>} */ ({
  // The binary of the same project and version.
  "@libsql/linux-x64-gnu": "libsql",
  "@libsql/linux-arm64-gnu": "libsql",
  "@libsql/darwin-x64": "libsql",
  "@libsql/darwin-arm64": "libsql",
  "@libsql/win32-x64-msvc": "libsql",
  "@libsql/win32-arm64-msvc": "libsql",
});

/** @param {string} name @returns {string | null} */
function licenceText(name) {
  const folder = path.join(modules, borrowed[name] ?? name);
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(entry));
  if (file !== undefined) return readFileSync(path.join(folder, file), "utf8").trim();
  const { license, author } = json(path.join(folder, "package.json"));
  return license === "BSD-2-Clause" ? bsd2(author?.name ?? author ?? `the authors of ${name}`) : null;
}

/** The licence's standard text, for a package that only names it. @param {string} holder */
const bsd2 = (holder) => `Copyright (c) ${holder}

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
   disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
   disclaimer in the documentation and/or other materials provided with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING,
BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;
