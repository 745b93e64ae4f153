// Looks for the system libraries that Electron and the window tests need, and installs them where that is allowed.

import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "./child.mjs";
import { progress, SetupFault, say } from "./terminal.mjs";

/**
 * @typedef {object} Need
 * @property {readonly string[]} packages Debian names; the first that the archive has is taken
 * @property {{library: string} | {program: string} | {chineseFont: true} | {file: string}} proof what shows that it is there
 * @property {"window" | "display" | "pictures" | "printing" | "keyring" | "clock"} use
 */

/** Debian's libfaketime, under which a whole program lives on another day. */
export const fakeClock = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/faketime/libfaketime.so.1`;

/** @type {readonly Need[]} */
export const needs = [
  { packages: ["libgtk-3-0t64", "libgtk-3-0"], proof: { library: "libgtk-3.so.0" }, use: "window" },
  { packages: ["libnss3"], proof: { library: "libnss3.so" }, use: "window" },
  { packages: ["libasound2t64", "libasound2"], proof: { library: "libasound.so.2" }, use: "window" },
  { packages: ["libgbm1"], proof: { library: "libgbm.so.1" }, use: "window" },
  { packages: ["xvfb"], proof: { program: "Xvfb" }, use: "display" },
  { packages: ["xauth"], proof: { program: "xauth" }, use: "display" },
  { packages: ["fonts-noto-cjk"], proof: { chineseFont: true }, use: "pictures" },
  { packages: ["poppler-utils"], proof: { program: "pdfinfo" }, use: "printing" },
  { packages: ["cups"], proof: { program: "cupsd" }, use: "printing" },
  { packages: ["printer-driver-cups-pdf"], proof: { file: "/usr/lib/cups/backend/cups-pdf" }, use: "printing" },
  { packages: ["dbus-daemon", "dbus"], proof: { program: "dbus-daemon" }, use: "keyring" },
  { packages: ["gnome-keyring"], proof: { program: "gnome-keyring-daemon" }, use: "keyring" },
  { packages: ["libsecret-1-0"], proof: { library: "libsecret-1.so.0" }, use: "keyring" },
  { packages: ["libfaketime"], proof: { file: fakeClock }, use: "clock" },
];

/** @param {string} program */
export function findProgram(program) {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/sbin", "/sbin"];
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}

/** @param {ReadonlySet<Need["use"]>} uses */
export async function missingNeeds(uses) {
  const wanted = needs.filter((need) => uses.has(need.use));
  const libraries = (
    await run("ldconfig", ["-p"], {
      quiet: true,
      env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` },
    })
  ).stdout;
  const fonts = wanted.some((need) => "chineseFont" in need.proof)
    ? (await run("fc-list", [":lang=zh", "file"], { quiet: true })).stdout
    : "";
  return wanted.filter(({ proof }) => {
    // A system without ldconfig keeps its libraries in its own way: nothing can be said, so nothing is missing.
    if ("library" in proof) return libraries !== "" && !libraries.includes(proof.library);
    if ("program" in proof) return findProgram(proof.program) === undefined;
    if ("file" in proof) return !existsSync(proof.file);
    return fonts.trim() === "";
  });
}

/**
 * Installs with apt-get as root; otherwise says in one line what to run, and stops only where the window could not open.
 *
 * @param {readonly Need["use"][]} uses
 */
export async function ensureSystemLibraries(uses) {
  if (process.platform !== "linux") return;
  const missing = await missingNeeds(new Set(uses));
  if (missing.length === 0) return;
  const debian = findProgram("apt-get") !== undefined;
  const root = process.getuid?.() === 0;
  if (debian && root) {
    await aptInstall(missing);
    return;
  }
  const names = missing.map((need) => need.packages.at(-1)).join(" ");
  const advice = debian ? `run: sudo apt-get install -y ${names}` : `install what Debian calls: ${names}`;
  if (missing.some((need) => need.use === "window" || need.use === "display")) {
    throw new SetupFault(`System libraries are missing; ${advice}`);
  }
  say(`Some system packages are missing (needed for Chinese pictures or printing tests); ${advice}`);
}

/** @param {readonly Need[]} missing */
async function aptInstall(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const done = progress(`Installing ${missing.length} system packages`, () => "");
  await run("apt-get", ["update", "-qq"], { quiet: true, env });
  const names = await Promise.all(missing.map(availableName));
  const { code, stderr } = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], {
    quiet: true,
    env,
  });
  if (code !== 0) {
    done("failed");
    throw new SetupFault(
      `apt-get install ${names.join(" ")} failed:\n${stderr.trim().split("\n").slice(-5).join("\n")}`,
    );
  }
  done(names.join(" "));
}

/** @param {Need} need */
async function availableName({ packages }) {
  for (const name of packages) {
    const { stdout } = await run("apt-cache", ["policy", name], { quiet: true });
    if (/Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return /** @type {string} */ (packages.at(-1));
}
