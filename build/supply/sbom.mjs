// `npm run sbom`: the bill of materials of what is handed out, in CycloneDX, as out/sbom.cdx.json.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildApp } from "../app.mjs";
import { pinnedNode, projectRoot, run } from "../setup/child.mjs";
import { ensureDependencies } from "../setup/dependencies.mjs";
import { runScript, SetupFault, say } from "../setup/terminal.mjs";
import { shippedPackages } from "./shipped.mjs";

const file = path.join(projectRoot, "out", "sbom.cdx.json");

/**
 * @typedef {{type: string, name: string, group?: string, version: string, "bom-ref": string, scope?: string, properties?: object[]}} Component
 * @typedef {{metadata: {component: Component}, components: Component[], dependencies: {ref: string, dependsOn?: string[]}[]}} Bom
 */

/** @param {Component} component */
const nameOf = ({ group, name }) => (group === undefined ? name : `${group}/${name}`);

/**
 * Keeps of a whole tree what is handed out: tools that only build and test are in nobody's package.
 *
 * @param {Bom} whole
 * @param {ReadonlyMap<string, string>} shipped name → version
 * @returns {Bom}
 */
export function shippedBom(whole, shipped) {
  const components = whole.components
    .filter((component) => shipped.get(nameOf(component)) === component.version)
    // The lockfile calls everything bundled a tool of development; in what is handed out it is required.
    .map(({ properties: _, ...component }) => ({ ...component, scope: "required" }));
  const known = new Set(components.map((component) => component["bom-ref"]));
  const root = whole.metadata.component["bom-ref"];
  const dependencies = whole.dependencies
    .filter(({ ref }) => ref === root || known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => known.has(other)) }));
  return { ...whole, components, dependencies };
}

async function main() {
  await ensureDependencies();
  await buildApp();
  const tool = path.join(projectRoot, "node_modules", "@cyclonedx", "cyclonedx-npm", "bin", "cyclonedx-npm-cli.js");
  await mkdir(path.dirname(file), { recursive: true });
  const args = ["--output-reproducible", "--flatten-components", "--output-format", "JSON", "--output-file", file];
  const { code, stderr } = await run(pinnedNode(), [tool, ...args], { quiet: true });
  if (code !== 0) throw new SetupFault(`cyclonedx-npm ended with ${code}:\n${stderr.trim()}`);
  const electron = JSON.parse(await readFile(path.join(projectRoot, "node_modules/electron/package.json"), "utf8"));
  const shipped = new Map(shippedPackages().map(({ name, version }) => [name, version]));
  shipped.set("electron", electron.version);
  const bom = shippedBom(JSON.parse(await readFile(file, "utf8")), shipped);
  const missing = [...shipped.keys()].filter((name) => !bom.components.some((component) => nameOf(component) === name));
  if (missing.length > 0) throw new SetupFault(`Not in the tree: ${missing.join(", ")}`);
  await writeFile(file, `${JSON.stringify(bom, null, 2)}\n`);
  say(`${bom.components.length} components: ${path.relative(projectRoot, file)}`);
  return 0;
}

if (process.argv[1] === path.join(import.meta.dirname, "sbom.mjs")) await runScript(main);
