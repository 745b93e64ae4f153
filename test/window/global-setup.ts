// Before the window tests: an Electron, a built application and a display; after them: the display is gone again.

import type { TestProject } from "vitest/node";
import { buildApp } from "../../build/app.mjs";
import { ensureDisplay } from "../../build/setup/display.mjs";
import { ensureElectron } from "../../build/setup/electron-runtime.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly electronExecutable: string;
    readonly display: string;
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  const runtime = await ensureElectron();
  await buildApp();
  const display = await ensureDisplay();
  project.provide("electronExecutable", runtime.executable);
  project.provide("display", display.display ?? "");
  return display.stop;
}
