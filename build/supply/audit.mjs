// `npm run audit`: known holes in what is handed out, Electron included; those of tools that only build and test are counted apart.
//
// Ends with 0 where nothing handed out has a known hole, with 1 where something has, and with 2 where the registry gave no answer.

import path from "node:path";
import { buildApp } from "../app.mjs";
import { npm } from "../setup/child.mjs";
import { ensureDependencies } from "../setup/dependencies.mjs";
import { runScript, say } from "../setup/terminal.mjs";
import { shippedPackages } from "./shipped.mjs";

/** The registry gave no answer: neither good nor bad. */
const UNANSWERED = 2;

/**
 * What npm's answer means for whoever is handed the program.
 *
 * @param {string} answered what `npm audit --json` printed, whatever it is
 * @param {string} complained what it wrote to standard error
 * @param {ReadonlySet<string>} shipped names of what is handed out
 * @returns {{code: number, lines: readonly string[]}}
 */
export function verdictOf(answered, complained, shipped) {
  const report = parsed(answered);
  if (typeof report?.vulnerabilities !== "object" || report.vulnerabilities === null) {
    const reason = report?.message ?? report?.error?.summary ?? complained.trim().split("\n")[0];
    return {
      code: UNANSWERED,
      lines: [
        `The registry answers no audits here: ${reason || "npm said nothing"}`,
        `Nothing is known about holes in the ${shipped.size} packages handed out. Run it where the registry answers, before a release.`,
      ],
    };
  }
  const all = /** @type {{name: string, severity: string}[]} */ (Object.values(report.vulnerabilities));
  const ours = all.filter(({ name }) => shipped.has(name));
  return {
    code: ours.length === 0 ? 0 : 1,
    lines: [
      ...ours.map(({ name, severity }) => `${name}: ${severity}`),
      `${shipped.size} packages handed out, ${ours.length} with known holes; ${all.length - ours.length} among the tools`,
    ],
  };
}

/** @param {string} text @returns {any} undefined where it is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function main() {
  await ensureDependencies();
  await buildApp();
  const { stdout, stderr } = await npm(["audit", "--json"], { quiet: true });
  const shipped = new Set(["electron", ...shippedPackages().map(({ name }) => name)]);
  const { code, lines } = verdictOf(stdout, stderr, shipped);
  for (const line of lines) say(line);
  return code;
}

if (process.argv[1] === path.join(import.meta.dirname, "audit.mjs")) await runScript(main);
