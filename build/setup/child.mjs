// Starts other programs for the scripts: always with an argument list, never through a shell.

import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const windows = process.platform === "win32";

/** The Node that the project pins, which npm scripts find first; the scripts themselves also run on an older one. */
export function pinnedNode() {
  return path.join(projectRoot, "node_modules", "node", "bin", windows ? "node.exe" : "node");
}

/** @returns {NodeJS.ProcessEnv} the environment with the project's own tools found first */
export function toolEnvironment() {
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const bin = path.join(projectRoot, "node_modules", ".bin");
  return { ...process.env, [pathKey]: [bin, process.env[pathKey]].filter(Boolean).join(path.delimiter) };
}

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 128 where a signal ended the program, 127 where it could not be started
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program to its end. `quiet` gathers what it prints, otherwise it goes to the terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, stopWhen?: AbortSignal}} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { cwd = projectRoot, env = toolEnvironment(), quiet = false, stopWhen } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      ...(stopWhen === undefined ? {} : { signal: stopWhen }),
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.on("error", (fault) => resolve({ code: 127, stdout, stderr: stderr + fault.message }));
    child.on("close", (code) => resolve({ code: code ?? 128, stdout, stderr }));
  });
}

/**
 * npm as the program that started this script, or the one on the path.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const script = process.env["npm_execpath"];
  if (script?.endsWith(".js")) return run(process.execPath, [script, ...args], options);
  return windows ? run("cmd.exe", ["/d", "/s", "/c", "npm.cmd", ...args], options) : run("npm", args, options);
}
