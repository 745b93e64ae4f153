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
  const close = async (): Promise<void> => {
    await ended(child);
    if (given === undefined) rmSync(profile, { recursive: true, force: true });
  };
  try {
    const port = await debuggingPort(profile, child);
    await windowListed(port);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error("the packaged application shows no page");
    await page.getByTestId("app-shell").waitFor();
    return { page, profile, written: () => written, close: () => browser.close().then(close) };
  } catch (fault) {
    // Left running it would hold the profile, and the next start on it would end at once.
    await close();
    throw fault;
  }
}

/**
 * Waits for the window's page by asking for the list of pages, which touches none of them: whoever attaches while the first
 * window is being made can wait for ever (decision 1), and a packed program cannot be held until then.
 */
async function windowListed(port: number): Promise<void> {
  await within30Seconds("made no window", async () => {
    const pages: unknown = await fetch(`http://127.0.0.1:${port}/json/list`).then(
      (answer) => answer.json(),
      () => [],
    );
    return Array.isArray(pages) && pages.some(isMade) ? true : null;
  });
}

/** The title comes from the page itself: where it stands, the page is there. */
const isMade = ({ type, url, title }: { type?: unknown; url?: unknown; title?: unknown }): boolean =>
  type === "page" && String(url).startsWith("app://") && String(title).includes("Canbao Desk");

/** Chromium writes the port that it chose into the profile. */
async function debuggingPort(profile: string, child: ChildProcess): Promise<number> {
  return within30Seconds("opened no port", async () => {
    const text = await readFile(path.join(profile, "DevToolsActivePort"), "utf8").catch(() => "");
    const port = Number(text.split("\n")[0]);
    if (port > 0) return port;
    if (child.exitCode !== null) throw new Error(`the packaged application ended with ${child.exitCode}`);
    return null;
  });
}

/** Asks ten times a second until there is an answer. */
async function within30Seconds<T>(otherwise: string, ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the packaged application ${otherwise} within 30 s`);
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
