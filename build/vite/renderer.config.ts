// Builds the two pages that Electron shows: the window, and the hidden page that lays out a slip for printing.

import path from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { chunkGroups } from "./chunks.ts";
import { firstPage } from "./first-page.ts";
import { shippedPackages } from "./shipped-packages.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The font package names an older format beside each file, which Chromium never loads; it would double the package. */
const onlyWoff2: Plugin = {
  name: "only-woff2",
  enforce: "pre",
  transform: (code, id) =>
    id.includes("@fontsource") && id.includes(".css")
      ? code.replace(/, url\([^)]*\.woff\) format\(['"]woff['"]\)/g, "")
      : undefined,
};

export default defineConfig({
  root: path.join(root, "renderer"),
  publicDir: false,
  plugins: [shippedPackages("renderer"), onlyWoff2, firstPage, react(), tailwindcss()],
  build: {
    outDir: path.join(root, "out/app/renderer"),
    emptyOutDir: true,
    target: "chrome130",
    modulePreload: { polyfill: false },
    // A font or picture written into the CSS would be a data: address, which the pages' policy refuses for fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { index: path.join(root, "renderer/index.html"), print: path.join(root, "renderer/print.html") },
      output: {
        codeSplitting: { groups: chunkGroups() },
      },
    },
  },
});
