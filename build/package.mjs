// `npm run package`: the application as it is handed out, for this machine; `npm run package -- win`, `-- linux arm64`, `-- mac` for others.
//
// Where the official Electron cannot be had, the substitute is packed as a trial, to measure and to try a package; such a package is
// never released, so whoever names a system is refused unless they say `--trial`. `--dir` leaves the folder alone, without archives.
// docs/packaging.md tells the rest.

import { chmod, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { buildApp } from "./app.mjs";
import { packageConfiguration } from "./package/configuration.mjs";
import { makeDeb } from "./package/deb.mjs";
import { ensureNatives } from "./package/natives.mjs";
import { chosenTargets, isThisMachine, offlineFormats } from "./package/targets.mjs";
import { projectRoot } from "./setup/child.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { describeRuntime, ensureElectron } from "./setup/electron-runtime.mjs";
import { runScript, SetupFault, say } from "./setup/terminal.mjs";
import { writeTexts } from "./supply/licences.mjs";

/** @typedef {import("./setup/electron-runtime.mjs").Runtime} Runtime */
/** @typedef {import("./package/targets.mjs").Target} Target */

export const packageFolder = path.join(projectRoot, "out", "package");

/**
 * Packs one target; the application must have been built.
 *
 * @param {Target} target
 * @param {{runtime: Runtime, folderOnly: boolean, quick?: boolean, output?: string}} options `quick` hardly compresses, for a test
 * @returns {Promise<readonly string[]>} what was made
 */
export async function pack(target, { runtime, folderOnly, quick = false, output = packageFolder }) {
  await writeTexts();
  await ensureNatives(target.natives);
  // The archiver comes without its executable bit.
  const { path7za } = createRequire(import.meta.url)("7zip-bin");
  await chmod(path7za, 0o755);
  process.env["ELECTRON_BUILDER_7ZIP_PATH"] = path7za;
  // The packager's own level takes minutes longer for a few kilobytes.
  process.env["ELECTRON_BUILDER_COMPRESSION_LEVEL"] ??= quick ? "1" : "5";
  const builder = await import("electron-builder");
  const { Arch, build, Platform } = builder;
  const platform = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC }[target.system];
  const formats = folderOnly ? ["dir"] : runtime.official ? target.formats : offlineFormats;
  const made = await build({
    projectDir: projectRoot,
    targets: platform.createTarget([...formats], Arch[target.arch]),
    config: packageConfiguration({
      target,
      electronVersion: runtime.version,
      electronDist: isThisMachine(target, process) ? path.dirname(runtime.executable) : null,
      formats,
      official: runtime.official,
      output,
    }),
  });
  if (target.system !== "linux" || target.arch === "universal" || folderOnly) return made;
  const { version } = createRequire(import.meta.url)("../package.json");
  const debianArch = target.arch === "x64" ? "amd64" : "arm64";
  const file = path.join(output, `${runtime.official ? "canbao-desk" : "trial"}_${version}_${debianArch}.deb`);
  const packed = path.join(output, target.arch === "x64" ? "linux-unpacked" : "linux-arm64-unpacked");
  const compression = quick ? "none" : "xz";
  await makeDeb({ packed, version, arch: target.arch, file: `${file}.partial`, compression });
  await rename(`${file}.partial`, file);
  return [...made, file];
}

/** @param {readonly string[]} args */
async function main(args) {
  await ensureDependencies();
  const words = args.filter((arg) => !arg.startsWith("--"));
  const chosen = chosenTargets(words, process);
  const runtime = await ensureElectron();
  say(describeRuntime(runtime));
  if (!runtime.official && words.length > 0 && !args.includes("--trial")) {
    throw new SetupFault(
      "A release needs the official Electron. Set ELECTRON_MIRROR to a server that carries it, or pack a trial for this machine: npm run package",
    );
  }
  if (!runtime.official)
    say("A trial is packed, named so and never handed out: a release needs the official Electron.");
  if (!runtime.official && chosen.some((target) => !isThisMachine(target, process)))
    throw new SetupFault("The substitute Electron is for this system alone; other systems need the official one.");
  await buildApp();
  await rm(packageFolder, { recursive: true, force: true });
  for (const target of chosen)
    for (const file of await pack(target, { runtime, folderOnly: args.includes("--dir") })) say(file);
  return 0;
}

if (process.argv[1] === path.join(projectRoot, "build", "package.mjs"))
  await runScript(() => main(process.argv.slice(2)));
