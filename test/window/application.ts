// Starts the built application for a test, on a profile of its own, and gathers whatever it complains about.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { inject } from "vitest";
import { heldStart, rootSwitch } from "../../build/setup/electron-runtime.mjs";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** What Chromium and GTK say where there is no desktop around them, and Node while Playwright lets go of it. */
const chatter =
  /^\[\d+:|^Debugger |^Waiting for the debugger to disconnect|^For help|^DevTools listening|^\*\* \(electron:|^\(electron:|Gtk-|GLib-/;

export interface StartedApplication {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** console errors, uncaught exceptions and refused requests of the page; a test expects none */
  readonly complaints: string[];
  /** what the main process wrote to stderr, Chromium's own chatter left out */
  readonly log: string[];
  readonly close: () => Promise<void>;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** an earlier test's profile, to start a second time; it is not removed at the end */
  readonly profile?: string;
  /** the person's home, in which the program finds a place by itself; no profile is named to it then */
  readonly home?: string;
  /** something that starts Electron in a place of its own */
  readonly executable?: string;
}

export function testEnvironment(): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const display = inject("display");
  return { ...Object.fromEntries(inherited), ...(display === "" ? {} : { DISPLAY: display }) };
}

export function homeOf(home: string | undefined): Record<string, string> {
  return home === undefined ? {} : { HOME: home, XDG_CONFIG_HOME: path.join(home, ".config") };
}

export async function startApplication(options: StartOptions = {}): Promise<StartedApplication> {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), "canbao-window-"));
  const electron = await _electron.launch({
    executablePath: options.executable ?? inject("electronExecutable"),
    chromiumSandbox: rootSwitch().length === 0,
    args: [
      ...heldStart,
      projectRoot,
      ...(options.home === undefined ? [`--user-data-dir=${profile}`] : []),
      "--lang=zh-CN",
      ...(options.args ?? []),
    ],
    env: { ...testEnvironment(), ...homeOf(options.home), ...options.env },
  });
  const log: string[] = [];
  electron.process().stderr?.on("data", (text: Buffer) => {
    const lines = text.toString().split("\n");
    log.push(...lines.filter((line) => line !== "" && !chatter.test(line)));
  });
  const page = await electron.firstWindow();
  // Playwright's own default waits for ever: a test that waits in vain has to say for what.
  page.setDefaultTimeout(50_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (fault) => complaints.push(String(fault)));
  await page.getByTestId("app-shell").waitFor();
  // Until then the first field, which stands in the page itself, lies over the window.
  await page.locator("#first").waitFor({ state: "detached" });
  return {
    electron,
    page,
    profile,
    complaints,
    log,
    close: async () => {
      await electron.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}
