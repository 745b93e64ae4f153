// `npm run package`: the application as it is handed out. With `--trial` it also packs the substitute Electron, to
// measure and to try a package where the official build cannot be had; such a package is never released.

import { chmod, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { buildApp } from "./app.mjs";
import { projectRoot } from "./setup/child.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { describeRuntime, ensureElectron } from "./setup/electron-runtime.mjs";
import { runScript, SetupFault, say } from "./setup/terminal.mjs";

/** @import { Configuration } from "electron-builder" */
/** @typedef {import("./setup/electron-runtime.mjs").Runtime} Runtime */

/** A blank that the packager fills. @param {string} name */
const filledIn = (name) => `\${${name}}`;

/**
 * @param {Runtime} runtime
 * @returns {Configuration}
 */
export function packageConfiguration({ executable, version, official }) {
  return {
    appId: "org.canbao.desk",
    productName: "Canbao Desk",
    executableName: "canbao-desk",
    artifactName: `${official ? "canbao-desk" : "trial"}-${["version", "os", "arch"].map(filledIn).join("-")}.${filledIn("ext")}`,
    directories: { output: "out/package" },
    files: ["package.json", "LICENSE", "out/app/**", "policies/**", "!**/node_modules/@libsql/*-musl/**"],
    asar: true,
    asarUnpack: ["**/*.node"],
    electronVersion: version,
    electronDist: path.dirname(executable),
    electronLanguages: ["zh-CN", "en-US"],
    npmRebuild: false,
    publish: null,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: process.platform !== "linux",
      onlyLoadAppFromAsar: true,
    },
    afterExtract: async ({ appOutDir }) => {
      // Electron's own loader and its version have no place in a finished application.
      await rm(path.join(appOutDir, "resources", "default_app.asar"), { recursive: true, force: true });
      await rm(path.join(appOutDir, "version"), { force: true });
    },
    linux: { target: ["tar.gz"], category: "Office", syncDesktopName: true },
    win: { target: ["nsis", "zip"] },
    mac: { target: ["dmg", "zip"], category: "public.app-category.business" },
  };
}

/** @param {readonly string[]} args */
async function main(args) {
  const trial = args.includes("--trial");
  await ensureDependencies();
  const runtime = await ensureElectron();
  say(describeRuntime(runtime));
  if (!runtime.official && !trial) {
    throw new SetupFault(
      "A release needs the official Electron. Set ELECTRON_MIRROR to a server that carries it, or pack a trial: npm run package -- --trial",
    );
  }
  await buildApp();
  // The archiver comes without its executable bit.
  const { path7za } = createRequire(import.meta.url)("7zip-bin");
  await chmod(path7za, 0o755);
  process.env["ELECTRON_BUILDER_7ZIP_PATH"] = path7za;
  // The packager's own level takes minutes longer for a few kilobytes.
  process.env["ELECTRON_BUILDER_COMPRESSION_LEVEL"] ??= "5";
  const { build } = await import("electron-builder");
  const made = await build({ projectDir: projectRoot, config: packageConfiguration(runtime) });
  for (const file of made) say(file);
  return 0;
}

if (process.argv[1] === path.join(projectRoot, "build", "package.mjs"))
  await runScript(() => main(process.argv.slice(2)));
