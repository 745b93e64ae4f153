// Builds the main process and the processes of the ledger and of rosters: ES modules for Node inside Electron, with everything but Electron and native code inside.

import { readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig, type Plugin } from "vite";
import { mainChunkGroups } from "./main-chunks.ts";
import { shippedPackages } from "./shipped-packages.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** For a machine without any font; see electron/main/last-resort-font.ts. Latin letters and digits are enough for Chromium to start. */
function lastResortFont(): Plugin {
  const files = [
    "build/fonts/fonts.conf",
    "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff",
  ];
  return {
    name: "last-resort-font",
    generateBundle() {
      for (const file of files)
        this.emitFile({
          type: "asset",
          fileName: `last-resort-font/${path.basename(file)}`,
          source: readFileSync(path.join(root, file)),
        });
    },
  };
}

export default defineConfig({
  root,
  plugins: [shippedPackages("main"), lastResortFont()],
  define: { __DEV_SERVER__: JSON.stringify(process.env["CANBAO_DEV_SERVER"] ?? null) },
  ssr: { noExternal: true, external: ["electron", "libsql"] },
  build: {
    ssr: true,
    outDir: "out/app/main",
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: {
      input: {
        main: path.join(root, "electron/main/main.ts"),
        "ledger-host": path.join(root, "electron/ledger/host.ts"),
        "roster-worker": path.join(root, "electron/roster/worker.ts"),
      },
      output: {
        // Comments and indentation were a quarter of what is carried; names stay, so that a fault in the log can be read.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        format: "es",
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        codeSplitting: { includeDependenciesRecursively: false, groups: mainChunkGroups() },
      },
    },
  },
});
