// Builds the main process and the processes of the ledger and of rosters: ES modules for Node inside Electron, with everything but Electron and native code inside.

import path from "node:path";
import { defineConfig } from "vite";
import { shippedPackages } from "./shipped-packages.ts";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  plugins: [shippedPackages("main")],
  define: { __DEV_SERVER__: JSON.stringify(process.env["CANBAO_DEV_SERVER"] ?? null) },
  ssr: { noExternal: true, external: ["electron", "libsql"] },
  build: {
    ssr: true,
    outDir: "out/app/main",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    rolldownOptions: {
      input: {
        main: path.join(root, "electron/main/main.ts"),
        "ledger-host": path.join(root, "electron/ledger/host.ts"),
        "roster-worker": path.join(root, "electron/roster/worker.ts"),
      },
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
