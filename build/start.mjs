// `npm start`: installs what is missing, builds, and opens the window. Without a display it gives the window a virtual
// one, takes a sample resident through it, saves a picture and a slip, and ends.

import { buildApp } from "./app.mjs";
import { projectRoot, run } from "./setup/child.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { hasDisplay } from "./setup/display.mjs";
import { describeRuntime, ensureElectron, rootSwitch } from "./setup/electron-runtime.mjs";
import { ensureSystemLibraries } from "./setup/system-libraries.mjs";
import { runScript, say } from "./setup/terminal.mjs";

await runScript(async () => {
  const shown = hasDisplay();
  await ensureSystemLibraries(shown ? ["window", "pictures"] : ["window", "display", "pictures"]);
  await ensureDependencies();
  const runtime = await ensureElectron();
  say(describeRuntime(runtime));
  await buildApp();
  if (!shown) {
    const { tour } = await import("./tour.mjs");
    return tour(runtime);
  }
  say("Opening the window …");
  const { code } = await run(runtime.executable, [...rootSwitch(), projectRoot]);
  return code;
});
