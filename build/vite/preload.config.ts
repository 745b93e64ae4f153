// Builds the preload: one CommonJS file, which is all that a sandboxed window can load.

import path from "node:path";
import { defineConfig } from "vite";
import { shippedPackages } from "./shipped-packages.ts";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  plugins: [shippedPackages("preload")],
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: "electron/preload/preload.ts",
    outDir: "out/app/preload",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    rolldownOptions: { output: { format: "cjs", entryFileNames: "preload.cjs", codeSplitting: false } },
  },
});
