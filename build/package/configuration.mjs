// The packages as electron-builder is told to make them.

import { rm } from "node:fs/promises";
import path from "node:path";
import { targets } from "./targets.mjs";

/** @import { Configuration } from "electron-builder" */
/** @typedef {import("./targets.mjs").Target} Target */

/** A blank that the packager fills. @param {string} name */
const filledIn = (name) => `\${${name}}`;

/** A pack of rule sets, as it is sent to a hall. */
export const packFile = {
  extension: "canbaopack",
  mimeType: "application/vnd.canbao.pack",
  description: "Canbao Desk rule pack",
  chinese: "参保台规则包",
};

/** As Electron names the window under X11, seen with xprop; under Wayland it goes by the desktop file's own name. */
export const windowClass = "Canbao Desk";

/**
 * What a package may switch on in Electron, and all that it may not. Read back from built packages by a test.
 *
 * @param {Target["system"]} system
 */
export function fusesOf(system) {
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Electron has it on macOS and Windows; on Linux the switch would do nothing.
    enableEmbeddedAsarIntegrityValidation: system !== "linux",
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  };
}

/**
 * @param {object} given
 * @param {Target} given.target
 * @param {string} given.electronVersion
 * @param {string | null} given.electronDist an unpacked Electron for the target; null: electron-builder fetches it
 * @param {readonly string[]} given.formats in electron-builder's words
 * @param {boolean} given.official false names the files "trial"
 * @param {string} given.output
 * @returns {Configuration}
 */
export function packageConfiguration({ target, electronVersion, electronDist, formats, official, output }) {
  const foreign = targets.flatMap(({ natives }) => natives).filter((name) => !target.natives.includes(name));
  const name = official ? "canbao-desk" : "trial";
  const artifact = (/** @type {string} */ suffix = "") =>
    `${name}-${["version", "os", "arch"].map(filledIn).join("-")}${suffix}.${filledIn("ext")}`;
  return {
    appId: "org.canbao.desk",
    productName: "Canbao Desk",
    executableName: "canbao-desk",
    artifactName: artifact(),
    directories: { output, buildResources: "build/icons" },
    files: [
      "package.json",
      "LICENSE",
      "out/app/**",
      "policies/**",
      "!policies/**/*.md",
      // Of the database, the native code for this system alone; no notes and types of packages.
      ...[...new Set(foreign)].map((other) => `!**/node_modules/${other}/**`),
      "!**/node_modules/@libsql/*-musl*/**",
      "!**/node_modules/**/*.{md,markdown,d.ts,d.ts.map,d.cts,d.mts}",
    ],
    extraFiles: [{ from: "out/licences.txt", to: target.system === "mac" ? "Resources/LICENSES.txt" : "LICENSES.txt" }],
    asar: true,
    // The system's loaders of libraries and fonts read no archive.
    asarUnpack: ["**/*.node", "out/app/main/last-resort-font/**"],
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
    electronLanguages: target.system === "mac" ? ["zh_CN", "en"] : ["zh-CN", "en-US"],
    npmRebuild: false,
    publish: null,
    electronFuses: { ...fusesOf(target.system), resetAdHocDarwinSignature: target.system === "mac" },
    afterExtract: async ({ appOutDir }) => {
      // Electron's own loader and its version have no place in a finished application.
      await rm(path.join(appOutDir, "resources", "default_app.asar"), { recursive: true, force: true });
      await rm(path.join(appOutDir, "version"), { force: true });
    },
    fileAssociations: [
      {
        ext: packFile.extension,
        name: packFile.description,
        description: `${packFile.chinese} ${packFile.description}`,
        mimeType: packFile.mimeType,
        role: "Viewer",
      },
    ],
    linux: {
      target: [...formats],
      category: "Office",
      syncDesktopName: true,
      icon: "png",
      desktop: {
        entry: {
          "Name[zh_CN]": "参保台",
          "Comment[zh_CN]": "居民医保参保测算，离线使用",
          StartupWMClass: windowClass,
        },
      },
    },
    // Left to itself, the packager writes --no-sandbox into its menu entry.
    appImage: { executableArgs: [] },
    win: { target: [...formats], icon: "icon.ico" },
    nsis: {
      // For one person, into their own folder, without an administrator; `/S` installs without a question.
      oneClick: true,
      perMachine: false,
      artifactName: artifact("-setup"),
      deleteAppDataOnUninstall: false,
      runAfterFinish: true,
      differentialPackage: false,
      installerLanguages: ["zh_CN", "en_US"],
      createDesktopShortcut: true,
      shortcutName: "参保台 Canbao Desk",
    },
    portable: { artifactName: artifact("-portable"), requestExecutionLevel: "user" },
    mac: {
      target: formats.map((format) => ({ target: format, arch: ["universal"] })),
      category: "public.app-category.business",
      icon: "icon.icns",
      mergeASARs: true,
      // Both processors' database lies in both halves.
      x64ArchFiles: "**/node_modules/@libsql/darwin-*/**",
      minimumSystemVersion: "12.0",
    },
    dmg: { title: "Canbao Desk", writeUpdateInfo: false },
  };
}
