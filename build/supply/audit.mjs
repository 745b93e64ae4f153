// `npm run audit`: known holes in what is handed out, Electron included; those of tools that only build and test are counted apart.

import { buildApp } from "../app.mjs";
import { npm } from "../setup/child.mjs";
import { ensureDependencies } from "../setup/dependencies.mjs";
import { runScript, say } from "../setup/terminal.mjs";
import { shippedPackages } from "./shipped.mjs";

/** The registry gave no answer: neither good nor bad. */
const UNANSWERED = 2;

await runScript(async () => {
  await ensureDependencies();
  await buildApp();
  const { stdout, stderr } = await npm(["audit", "--json"], { quiet: true });
  const report = JSON.parse(stdout || "{}");
  if (report.vulnerabilities === undefined) {
    say(`The registry answers no audits here: ${report.message ?? stderr.trim().split("\n")[0]}`);
    return UNANSWERED;
  }
  const shipped = new Set(["electron", ...shippedPackages().map(({ name }) => name)]);
  const all = /** @type {{name: string, severity: string}[]} */ (Object.values(report.vulnerabilities));
  const ours = all.filter(({ name }) => shipped.has(name));
  for (const { name, severity } of ours) say(`${name}: ${severity}`);
  say(
    `${shipped.size} packages handed out, ${ours.length} with known holes; ${all.length - ours.length} among the tools`,
  );
  return ours.length === 0 ? 0 : 1;
});
