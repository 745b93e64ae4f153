// Builds the application into out/app: main process, preload, pages.

import path from "node:path";
import { pinnedNode, projectRoot, run } from "./setup/child.mjs";
import { progress, runScript, SetupFault } from "./setup/terminal.mjs";

const parts = ["main", "preload", "renderer"];

/** Builds all three parts; throws a SetupFault with the builder's own words where one fails. */
export async function buildApp() {
  const vite = path.join(projectRoot, "node_modules", "vite", "bin", "vite.js");
  const done = progress("Building the application", () => "");
  const results = await Promise.all(
    parts.map((part) =>
      run(
        pinnedNode(),
        [vite, "build", "--logLevel", "warn", "--configLoader", "native", "--config", `build/vite/${part}.config.ts`],
        { quiet: true },
      ),
    ),
  );
  const failed = results.filter((result) => result.code !== 0);
  done(failed.length === 0 ? "out/app" : "failed");
  if (failed.length > 0)
    throw new SetupFault(failed.map((result) => `${result.stdout}\n${result.stderr}`.trim()).join("\n"));
}

if (process.argv[1] === path.join(projectRoot, "build", "app.mjs")) {
  await runScript(async () => {
    await buildApp();
    return 0;
  });
}
