// Checks that imports go only the allowed ways (renderer → shared ← electron), and that the checker really read them.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const sources = ["shared", "electron", "renderer", "build", "test"];

/**
 * @param {string} root folder that holds the layers
 * @param {string} rules the rule file
 * @returns {Promise<{modules: number, faults: readonly string[]}>} `faults`: one line each
 */
export async function checkLayers(root, rules) {
  const options = await extractDepcruiseOptions(rules);
  const config = path.join(path.dirname(rules), "tsconfig.json");
  const { output } = await cruise(sources, { ...options, baseDir: root, validate: true }, undefined, {
    tsConfig: extractTSConfig(config),
  });
  if (typeof output === "string") throw new Error("dependency-cruiser gave a report instead of its findings");
  const { totalCruised, violations } = output.summary;
  return {
    modules: totalCruised,
    faults: violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const root = path.resolve(import.meta.dirname, "..");
  const { modules, faults } = await checkLayers(root, path.join(root, ".dependency-cruiser.cjs"));
  for (const fault of faults) console.error(fault);
  // Under a TypeScript it does not know the checker reads nothing and calls that a success.
  if (modules < 10) console.error(`Only ${modules} modules were read: the layer check did not work`);
  if (faults.length > 0 || modules < 10) process.exitCode = 1;
  else console.log(`${modules} modules, every import goes an allowed way`);
}
