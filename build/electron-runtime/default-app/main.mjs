// Stands in for Electron's development loader: opens the application whose folder is the first plain argument.

import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app as electronApp } from "electron";

/** Both are there for loaders only, so the published types leave them out. */
const app =
  /** @type {import("electron").App & {setVersion(version: string): void, setAppPath(folder: string): void}} */ (
    electronApp
  );

const folder = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
if (folder === undefined) {
  process.stderr.write("usage: electron FOLDER\n");
  app.exit(2);
} else {
  const root = path.resolve(folder);
  const { name, productName, version, main } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(root);
  await import(pathToFileURL(path.join(root, main)).href);
}
