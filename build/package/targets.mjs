// What is packed for which system, and which file of the database belongs into it.

import { SetupFault } from "../setup/terminal.mjs";

/**
 * @typedef {"linux" | "win" | "mac"} System
 * @typedef {"x64" | "arm64" | "universal"} Arch
 * @typedef {object} Target
 * @property {System} system
 * @property {Arch} arch
 * @property {readonly string[]} formats in electron-builder's words
 * @property {readonly string[]} natives npm packages with the database's native code that belong into this package
 */

/** @type {readonly Target[]} every package of a release */
export const targets = [
  { system: "linux", arch: "x64", formats: ["AppImage", "tar.gz"], natives: ["@libsql/linux-x64-gnu"] },
  { system: "linux", arch: "arm64", formats: ["AppImage", "tar.gz"], natives: ["@libsql/linux-arm64-gnu"] },
  { system: "win", arch: "x64", formats: ["nsis", "portable", "zip"], natives: ["@libsql/win32-x64-msvc"] },
  { system: "win", arch: "arm64", formats: ["nsis", "portable", "zip"], natives: ["@libsql/win32-arm64-msvc"] },
  {
    system: "mac",
    arch: "universal",
    formats: ["dmg", "zip"],
    natives: ["@libsql/darwin-x64", "@libsql/darwin-arm64"],
  },
];

/** Formats that need no download, so that a trial can be packed without a network. */
export const offlineFormats = ["tar.gz", "zip"];

const systems = /** @type {const} */ ({ linux: "linux", win32: "win", darwin: "mac" });

/**
 * @param {readonly string[]} words from the command line: systems and processors; none: this machine's
 * @param {{platform: string, arch: string}} machine
 * @returns {readonly Target[]}
 */
export function chosenTargets(words, machine) {
  const here = systems[/** @type {keyof typeof systems} */ (machine.platform)];
  const wantedSystems = words.filter((word) => targets.some(({ system }) => system === word));
  const wantedArches = words.filter((word) => targets.some(({ arch }) => arch === word));
  const unknown = words.filter((word) => !wantedSystems.includes(word) && !wantedArches.includes(word));
  if (unknown.length > 0)
    throw new SetupFault(`Unknown: ${unknown.join(", ")}. There are: linux, win, mac; x64, arm64, universal`);
  const found = targets.filter(
    ({ system, arch }) =>
      (wantedSystems.length === 0 ? system === here : wantedSystems.includes(system)) &&
      (wantedArches.length === 0
        ? words.length > 0 || arch === machine.arch || arch === "universal"
        : wantedArches.includes(arch)),
  );
  if (found.length === 0) throw new SetupFault(`Nothing is packed for ${words.join(" ")}.`);
  return found;
}

/** @param {Target} target @param {{platform: string, arch: string}} machine @returns {boolean} */
export function isThisMachine({ system, arch }, machine) {
  return (
    systems[/** @type {keyof typeof systems} */ (machine.platform)] === system &&
    (arch === machine.arch || arch === "universal")
  );
}
