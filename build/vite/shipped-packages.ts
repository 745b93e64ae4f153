// Writes down whose code went into a part of the application, for the licence report and the bill of materials.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const root = path.resolve(import.meta.dirname, "../..");

/** Outside of `out/app`: what is handed out does not change by being described. */
export const shippedFolder = path.join(root, "out", "shipped");

/** The npm package that a file belongs to; null for our own files. */
export function packageOf(file: string): string | null {
  const [, inside] =
    file
      .split("?")[0]
      ?.replaceAll("\\", "/")
      .match(/.*\/node_modules\/(.+)/) ?? [];
  if (inside === undefined) return null;
  const [first = "", second = ""] = inside.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** @param part names the list: main, preload or renderer */
export function shippedPackages(part: string): Plugin {
  const styles = new Set<string>();
  return {
    name: "shipped-packages",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      // Style sheets leave no trace among the modules of a chunk.
      if (!/\.css(\?|$)/.test(id)) return;
      const own = packageOf(id);
      if (own !== null) styles.add(own);
      for (const [, name] of code.matchAll(IMPORTED)) if (name !== undefined) styles.add(name);
    },
    generateBundle(_options, bundle) {
      const names = new Set(styles);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "asset") {
          for (const file of chunk.originalFileNames) add(names, path.join(root, "renderer", file));
          continue;
        }
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) if (renderedLength > 0) add(names, id);
      }
      mkdirSync(shippedFolder, { recursive: true });
      writeFileSync(path.join(shippedFolder, `${part}.json`), `${JSON.stringify([...names].sort(), null, 2)}\n`);
    },
  };
}

/** What a style sheet imports from a package. */
const IMPORTED = /@import\s+["']((?:@[\w-]+\/)?[a-z][\w-]*)/g;

function add(names: Set<string>, file: string): void {
  const name = packageOf(file);
  if (name !== null) names.add(name);
}
