// Builds the main process: one ES module for Node inside Electron, with everything but Electron and native code inside.

import path from "node:path";
import { defineConfig } from "vite";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  define: { __DEV_SERVER__: JSON.stringify(process.env["CANBAO_DEV_SERVER"] ?? null) },
  ssr: { noExternal: true, external: ["electron", "libsql"] },
  build: {
    ssr: "electron/main/main.ts",
    outDir: "out/app/main",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    rolldownOptions: { output: { format: "es", entryFileNames: "main.js", chunkFileNames: "[name].js" } },
  },
});
