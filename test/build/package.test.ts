// What is packed for whom: every system and processor of a release, each with its own database and the switches that it may have.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { packageConfiguration } from "../../build/package/configuration.mjs";
import { controlFile, desktopFile, mimeFile } from "../../build/package/deb.mjs";
import { chosenTargets, isThisMachine, targets } from "../../build/package/targets.mjs";
import { projectRoot } from "../../build/setup/child.mjs";

/** The packager's own check, which it makes before anything else. */
const packager = createRequire(createRequire(import.meta.url).resolve("electron-builder"));
const { validateConfiguration } = packager("app-builder-lib/out/util/config/config") as {
  readonly validateConfiguration: (
    configuration: unknown,
    log: { add: () => void; isEnabled: boolean },
  ) => Promise<void>;
};

const linux = { platform: "linux", arch: "x64" };
const names = (words: readonly string[], machine = linux) =>
  chosenTargets(words, machine).map(({ system, arch }) => `${system} ${arch}`);

describe("the targets", () => {
  test("are this machine's without a word, and those that are named", () => {
    expect(names([])).toEqual(["linux x64"]);
    expect(names([], { platform: "darwin", arch: "arm64" })).toEqual(["mac universal"]);
    expect(names(["linux"])).toEqual(["linux x64", "linux arm64"]);
    expect(names(["win", "arm64"])).toEqual(["win arm64"]);
    expect(names(["win", "mac"])).toEqual(["win x64", "win arm64", "mac universal"]);
    expect(() => names(["beos"])).toThrow("Unknown: beos");
    expect(() => names(["mac", "arm64"])).toThrow("Nothing is packed");
  });

  test("know which of them is the machine they are packed on", () => {
    expect(targets.filter((target) => isThisMachine(target, linux)).map(({ arch }) => arch)).toEqual(["x64"]);
  });

  test("bring a database that the lockfile knows, but for Windows on ARM, whose own is built", () => {
    const { packages } = JSON.parse(readFileSync(path.join(projectRoot, "package-lock.json"), "utf8"));
    const unknown = targets.flatMap(({ natives }) => natives).filter((name) => !(`node_modules/${name}` in packages));
    expect(unknown).toEqual(["@libsql/win32-arm64-msvc"]);
  });
});

describe("the configuration", () => {
  const configured = targets.map((target) => ({
    target,
    configuration: packageConfiguration({
      target,
      electronVersion: "45.0.0",
      electronDist: null,
      formats: target.formats,
      official: true,
      output: "out/package",
    }),
  }));

  test.each(configured)("of $target.system $target.arch leaves every other system's database out", (given) => {
    const { files } = given.configuration;
    const patterns = Array.isArray(files) ? files.map(String) : [];
    for (const name of targets.flatMap(({ natives }) => natives)) {
      const left = patterns.includes(`!**/node_modules/${name}/**`);
      expect([name, left]).toEqual([name, !given.target.natives.includes(name)]);
    }
  });

  const isValid = (configuration: unknown) => validateConfiguration(configuration, { add: () => {}, isEnabled: false });

  test.each(configured)("of $target.system $target.arch passes the packager's own check", async ({ configuration }) => {
    await isValid(configuration);
    // A word that the packager does not know would be refused, not passed over.
    await expect(isValid({ ...configuration, nsis: { ...configuration.nsis, perPerson: true } })).rejects.toThrow(
      "configuration.nsis",
    );
  });

  test("makes for each system what a hall can install, and for each processor", () => {
    const formats = new Map(targets.map(({ system, arch, formats: made }) => [`${system} ${arch}`, made]));
    for (const arch of ["x64", "arm64"]) {
      expect(formats.get(`win ${arch}`)).toEqual(expect.arrayContaining(["nsis", "portable"]));
      // The .deb is made beside the packager; see decision 80.
      expect(formats.get(`linux ${arch}`)).toEqual(expect.arrayContaining(["AppImage", "tar.gz"]));
    }
    expect(formats.get("mac universal")).toContain("dmg");
  });

  test("finds its icons where it looks for them", () => {
    const icons = path.join(projectRoot, "build/icons");
    for (const { target, configuration } of configured) {
      const { icon } = configuration[target.system] ?? {};
      expect([target.system, existsSync(path.join(icons, String(icon)))]).toEqual([target.system, true]);
    }
  });

  test("is built for every target by the workflow, each on its own system", () => {
    const workflow = readFileSync(path.join(projectRoot, ".github/workflows/packages.yml"), "utf8");
    const built = [...workflow.matchAll(/words: "([^"]+)"/g)].flatMap(([, words = ""]) => names(words.split(" ")));
    expect(built.sort()).toEqual(targets.map(({ system, arch }) => `${system} ${arch}`).sort());
  });

  test("installs on Windows for one person, without an administrator, and keeps the records when it is removed", () => {
    const { nsis, portable } = configured[2]?.configuration ?? {};
    expect(nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false });
    expect(portable).toMatchObject({ requestExecutionLevel: "user" });
  });

  test("opens rule packs everywhere, and updates itself nowhere", () => {
    for (const { configuration } of configured) {
      expect(configuration.fileAssociations).toMatchObject([{ ext: "canbaopack" }]);
      expect(configuration.publish).toBeNull();
    }
  });

  test("names the menu entry that the window belongs to", () => {
    const { productName, desktopName } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));
    expect(desktopName).toBe("canbao-desk.desktop");
    expect(desktopFile).toContain(`\nStartupWMClass=${productName}\n`);
    for (const { configuration } of configured)
      expect(configuration.linux?.desktop).toMatchObject({ entry: { StartupWMClass: productName } });
  });

  test("switches the sandbox off in no menu entry", () => {
    for (const { target, configuration } of configured.filter(({ target: { system } }) => system === "linux")) {
      // The packager's own entry for an AppImage says --no-sandbox unless it is told what else to say.
      expect([target.arch, configuration.appImage]).toEqual([target.arch, { executableArgs: [] }]);
      expect(JSON.stringify(configuration)).not.toContain("no-sandbox");
    }
    expect(desktopFile).not.toContain("no-sandbox");
  });

  test("calls a package of the substitute Electron a trial", () => {
    const [target] = targets;
    if (target === undefined) throw new Error("no target");
    const trial = packageConfiguration({
      target,
      electronVersion: "33.4.11",
      electronDist: "/nowhere",
      formats: ["dir"],
      official: false,
      output: "out/package",
    });
    expect(trial.artifactName).toMatch(/^trial-/);
  });
});

describe("Debian's package", () => {
  test("says its version so that a trial sorts before its release", () => {
    expect(controlFile({ version: "1.0.0-rc.1", arch: "arm64", kilobytes: 7 })).toContain(
      "Version: 1.0.0~rc.1\nArchitecture: arm64\n",
    );
  });

  test("opens a rule pack with the program", () => {
    const kind = /type="([^"]+)"/.exec(mimeFile)?.[1];
    expect(kind).toBe("application/vnd.canbao.pack");
    expect(desktopFile).toContain(`MimeType=${kind};`);
    expect(desktopFile).toContain("Exec=/opt/canbao-desk/canbao-desk %f");
    expect(mimeFile).toContain('<glob pattern="*.canbaopack"/>');
  });
});
