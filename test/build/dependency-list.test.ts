// Every dependency has its reason written down, an exact version, and a place in the lockfile with a checksum.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../build/setup/child.mjs";
import { loadedPackages } from "../../build/supply/shipped.mjs";

const json = (name: string) => JSON.parse(readFileSync(path.join(projectRoot, name), "utf8"));
const { dependencies, devDependencies } = json("package.json") as Record<string, Record<string, string>>;
const named: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies };
const lock = json("package-lock.json").packages as Readonly<
  Record<string, { version: string; integrity?: string; link?: boolean; resolved?: string }>
>;
const page = readFileSync(path.join(projectRoot, "docs/dependencies.md"), "utf8");
const rows = [...page.matchAll(/^\| (\S+) \| (.+) \|$/gm)].filter(([, name]) => !/^(package|---.*)$/.test(name ?? ""));

describe("the dependencies", () => {
  test("stand in the list one and all, each with a reason, and nothing else stands there", () => {
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(named).sort());
    for (const [, name, reason = ""] of rows) expect([name, reason.length > 4]).toEqual([name, true]);
  });

  test("are all used: named by a file of the sources, or there for one that is", () => {
    const sources = execFileSync("git", ["ls-files", "*.ts", "*.tsx", "*.mjs", "*.cjs", "*.css", "build/*.json"], {
      cwd: projectRoot,
      encoding: "utf8",
    });
    const text = sources
      .trim()
      .split("\n")
      .map((file) => readFileSync(path.join(projectRoot, file), "utf8"))
      .join("\n");
    // As it is imported, as a path below node_modules, or as the parts of one.
    const isUsed = (name: string): boolean =>
      [`"${name}"`, `"${name}/`, `/${name}/`, `"${name.replace("/", '", "')}"`].some((word) => text.includes(word));
    // Types serve the package they describe.
    const meant = Object.keys(named).map((name) => name.replace(/^@types\//, ""));
    expect(meant.filter((name) => !isUsed(name))).toEqual([]);
  });

  test("are as many as the list says, loaded, built in and tools", () => {
    const [loaded, builtIn, tools] = page
      .split("\n## ")
      .slice(1)
      .map((part) => part.match(/^\| (?!package |---)/gm)?.length);
    const count = `${rows.length} packages are named: ${loaded} is loaded, ${builtIn} are built in, ${tools} are tools`;
    expect(page).toContain(`${count}; with what those need the lockfile has ${Object.keys(lock).length - 1}, for`);
  });

  test("are pinned to one version, the one of the lockfile", () => {
    for (const [name, version] of Object.entries(named)) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
      expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  test("have a checksum each, and none comes from anywhere but the registry", () => {
    for (const [place, { integrity, resolved, link }] of Object.entries(lock)) {
      if (place === "" || link === true) continue;
      expect([place, integrity]).toEqual([place, expect.stringMatching(/^sha512-/)]);
      expect([place, resolved ?? "https://registry.npmjs.org/"]).toEqual([
        place,
        expect.stringMatching(/^https:\/\/registry\.npmjs\.org\//),
      ]);
    }
  });

  test("that are handed out as they are stay four, with the native code", () => {
    const loaded = loadedPackages().map((name) => (name.startsWith("@libsql/") ? "@libsql/…" : name));
    expect([...new Set(loaded)]).toEqual(["@libsql/…", "@neon-rs/load", "detect-libc", "libsql"]);
  });

  test("stand in the licence report in the version that is installed", () => {
    const report = readFileSync(path.join(projectRoot, "docs/licences.md"), "utf8");
    const listed = [...report.matchAll(/^\| (\S+) \| (\S+) \| (\S+) \| (bundled|as it is) \|$/gm)];
    expect(listed.length).toBeGreaterThan(25);
    for (const [, name = "", version] of listed)
      expect([name, json(`node_modules/${name}/package.json`).version]).toEqual([name, version]);
  });
});
