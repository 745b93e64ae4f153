// The main process: locks everything down, opens the window, and loads what answers its questions when it asks.
//
// Until the ID field can be typed in, nothing runs here that is not needed for it: see docs/adr/0043.

import path from "node:path";
import { app, BrowserWindow, Menu, protocol, session } from "electron";
import { servePage } from "./app-protocol.ts";
import { settleDataFolder } from "./data-folder.ts";
import { readFirstLook } from "./first-look.ts";
import { listen } from "./ipc/listen.ts";
import { bringLastResortFont } from "./last-resort-font.ts";
import { lockContents, lockSession, switchOffNetwork } from "./lockdown.ts";
import { keepLogIn, logFault } from "./log.ts";
import { openMainWindow } from "./main-window.ts";
import { createOpenedPack } from "./opened-pack.ts";
import { devServer, privilegedScheme, scheme } from "./origin.ts";
import type { Services } from "./services.ts";

const pages = path.join(import.meta.dirname, "../renderer");
// Both before Chromium's own first look at fonts and profile.
bringLastResortFont(path.join(import.meta.dirname, "last-resort-font").replace(/\bapp\.asar\b/, "app.asar.unpacked"));
const dataFolder = settleDataFolder();

/** The bundled rule sets; a development build may be pointed at others. */
function policiesFolder(): string {
  const named = app.isPackaged ? "" : app.commandLine.getSwitchValue("policies");
  return named === "" ? path.join(app.getAppPath(), "policies") : named;
}

/** The import screen listens to it and takes what waits here. */
const openedPack = createOpenedPack();

let loaded: Promise<Services> | undefined;

function services(): Promise<Services> {
  loaded ??= import("./services.ts").then(
    ({ createServices }) => createServices({ policies: policiesFolder(), data: dataFolder }, openedPack),
    giveUp,
  );
  return loaded;
}

/** The window's own code, which the page asks for once its first field takes keys; see build/vite/chunks.ts. */
const WINDOW_PART = /\/assets\/(window|ground|texts|contract)[.-][^/]*\.js$/;
/** Milliseconds without such a request: all files have been handed out. */
const ALL_ASKED_FOR = 8;
let waiting: NodeJS.Timeout | undefined;

/** Loads what answers questions while the page compiles what it has got: the first question then finds it there. */
function soon(): void {
  if (loaded !== undefined) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void services(), ALL_ASKED_FOR);
}

/** Without what answers it the window would be a form that never says anything. */
function giveUp(fault: unknown): never {
  logFault("the application could not be started", fault);
  app.exit(1);
  throw fault;
}

function start(): void {
  keepLogIn(dataFolder);
  lockSession(session.defaultSession);
  protocol.handle(scheme, (request) => {
    if (WINDOW_PART.test(request.url)) soon();
    return servePage(pages, request);
  });
  listen(async (channel, payload, sender) => (await services()).route(channel, payload, sender));
  openMainWindow(dataFolder, readFirstLook(dataFolder));
}

/** Quitting waits until the ledger's log is in its file and its lock is free. */
function closeBeforeQuit(): void {
  app.once("will-quit", (event) => {
    if (loaded === undefined) return;
    event.preventDefault();
    // Not within this event: Electron would take the second quit for part of the first, which was just refused.
    void loaded
      .then(({ close }) => close())
      .catch((fault: unknown) => logFault("closing", fault))
      .finally(() => setImmediate(() => app.quit()));
  });
}

/** Logged at once; the words for the clerk are loaded only when there is something to tell. */
function onFault(where: string, fault: unknown): void {
  logFault(where, fault);
  void import("./fault-notice.ts")
    .then(({ noticeFault }) => noticeFault(readFirstLook(dataFolder).language))
    .catch((again: unknown) => logFault("telling of a fault", again));
}

process.on("uncaughtException", (fault) => onFault("uncaught", fault));
process.on("unhandledRejection", (fault) => onFault("unhandled", fault));

// Two ledgers open on one folder would be two truths: a second start only brings the first window forward.
if (app.requestSingleInstanceLock()) {
  switchOffNetwork(app);
  protocol.registerSchemesAsPrivileged([privilegedScheme]);
  // The default menu would reload the page on Ctrl+R and take other keys that the clerk needs.
  if (devServer === null) Menu.setApplicationMenu(null);
  app.on("web-contents-created", (_event, contents) => lockContents(contents));
  app.on("window-all-closed", () => app.quit());
  openedPack.offer(process.argv.slice(1), process.cwd());
  app.on("open-file", (event, file) => {
    event.preventDefault();
    openedPack.offer([file], "/");
  });
  app.on("second-instance", (_event, args, workingFolder) => {
    openedPack.offer(args.slice(1), workingFolder);
    const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible() || candidate.isMinimized());
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  closeBeforeQuit();
  // Never awaited at top level: in an ES module Electron waits for the module, and the module would wait for Electron.
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}
