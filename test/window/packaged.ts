// Starts the application as it is packed. Its inspect fuse is off, so a test talks to the page alone, as a debugger of Chromium's.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { rootSwitch } from "../../build/setup/electron-runtime.mjs";
import { homeOf, testEnvironment } from "./application.ts";

export interface PackagedApplication {
  readonly page: Page;
  readonly profile: string;
  /** what it wrote to stderr, all of it */
  readonly written: () => string;
  readonly close: () => Promise<void>;
}

export interface PackagedOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly profile?: string;
  /** another person of this system, in whose home the program finds a place by itself; Chromium's sandbox is on */
  readonly as?: { readonly uid: number; readonly home: string };
}

export async function startPackaged(executable: string, options: PackagedOptions = {}): Promise<PackagedApplication> {
  const { as } = options;
  const given = as === undefined ? options.profile : path.join(as.home, ".config/Canbao Desk");
  const profile = given ?? mkdtempSync(path.join(tmpdir(), "canbao-packaged-"));
  rmSync(path.join(profile, "DevToolsActivePort"), { force: true });
  const child = spawn(
    executable,
    [
      ...(as === undefined ? [...rootSwitch(), `--user-data-dir=${profile}`] : []),
      "--remote-debugging-port=0",
      "--lang=zh-CN",
      ...(options.args ?? []),
    ],
    {
      env: { ...testEnvironment(), ...(as === undefined ? {} : homeOf(as.home)), ...options.env },
      stdio: ["ignore", "ignore", "pipe"],
      ...(as === undefined ? {} : { uid: as.uid, gid: as.uid }),
    },
  );
  let written = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    written += text;
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile, child)}`);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("the packaged application shows no page");
  const page = context.pages()[0] ?? (await context.waitForEvent("page"));
  await page.getByTestId("app-shell").waitFor();
  return {
    page,
    profile,
    written: () => written,
    close: async () => {
      await browser.close();
      await ended(child);
      if (given === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Chromium writes the port that it chose into the profile. */
async function debuggingPort(profile: string, child: ChildProcess): Promise<number> {
  for (let tries = 0; tries < 300; tries += 1) {
    const text = await readFile(path.join(profile, "DevToolsActivePort"), "utf8").catch(() => "");
    const port = Number(text.split("\n")[0]);
    if (port > 0) return port;
    if (child.exitCode !== null) throw new Error(`the packaged application ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error("the packaged application opened no port within 30 s");
}

/** Asks the process to end, and insists after ten seconds. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await exit;
  clearTimeout(insist);
}
