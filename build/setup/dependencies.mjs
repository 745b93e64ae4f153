// Installs the project's packages when they are missing or the lockfile has changed since.

import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { npm, projectRoot } from "./child.mjs";
import { progress, SetupFault } from "./terminal.mjs";

const stampName = ".canbao-desk-lock";

/**
 * @param {string} root
 * @returns {"current" | "missing" | "changed" | "linked"} `linked`: node_modules is a symbolic link, somebody else keeps it
 */
export function dependencyState(root) {
  const modules = path.join(root, "node_modules");
  const found = lstatSync(modules, { throwIfNoEntry: false });
  if (found === undefined) return "missing";
  if (found.isSymbolicLink()) return "linked";
  try {
    return readFileSync(path.join(modules, stampName), "utf8") === lockHash(root) ? "current" : "changed";
  } catch {
    return "missing";
  }
}

/** @param {string} root */
function lockHash(root) {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

/** Makes node_modules agree with the lockfile; throws a SetupFault with npm's own words where that fails. */
export async function ensureDependencies(root = projectRoot, install = npm) {
  const state = dependencyState(root);
  if (state === "current" || state === "linked") return;
  const modules = path.join(root, "node_modules");
  rmSync(path.join(modules, stampName), { force: true });
  const label = state === "changed" ? "Updating the packages (package-lock.json changed)" : "Installing the packages";
  const done = progress(label, () => `${countPackages(modules)} packages`);
  // Without --loglevel=error npm warns of every tool that wants a newer Node than the one that started it; the
  // project brings that newer Node itself.
  const { code, stdout, stderr } = await install(["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    quiet: true,
  });
  if (code !== 0) {
    done("failed");
    throw new SetupFault(`npm ci failed:\n${(stderr || stdout).trim()}`);
  }
  writeFileSync(path.join(modules, stampName), lockHash(root));
  done(`${countPackages(modules)} packages`);
}

/** @param {string} modules */
function countPackages(modules) {
  try {
    return readdirSync(modules).reduce(
      (sum, name) =>
        sum + (name.startsWith("@") ? readdirSync(path.join(modules, name)).length : name.startsWith(".") ? 0 : 1),
      0,
    );
  } catch {
    return 0;
  }
}
