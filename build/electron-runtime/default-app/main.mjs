// Stands in for Electron's development loader: opens the application whose folder is the first plain argument, after what
// `-r FILE` names, as that loader does.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app as electronApp } from "electron";

/** Both are there for loaders only, so the published types leave them out. */
const app =
  /** @type {import("electron").App & {setVersion(version: string): void, setAppPath(folder: string): void}} */ (
    electronApp
  );

/** @type {string[]} */
const ahead = [];
/** @type {string | undefined} */
let folder;
for (let at = 1; at < process.argv.length && folder === undefined; at++) {
  const argument = process.argv[at] ?? "";
  if (argument === "-r") ahead.push(process.argv[++at] ?? "");
  else if (!argument.startsWith("-")) folder = argument;
}
if (folder === undefined) {
  process.stderr.write("usage: electron [-r FILE] FOLDER\n");
  app.exit(2);
} else {
  const root = path.resolve(folder);
  const { name, productName, version, main } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(root);
  for (const file of ahead) createRequire(import.meta.url)(path.resolve(file));
  await import(pathToFileURL(path.join(root, main)).href);
}
