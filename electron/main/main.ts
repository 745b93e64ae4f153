// The main process: locks everything down, answers the window's questions, opens the window.

import path from "node:path";
import { app, BrowserWindow, Menu, protocol, safeStorage, session } from "electron";
import { systemClock } from "../ledger/clock.ts";
import { createPackStore } from "../packs/pack-store.ts";
import { createAppInfo } from "./app-info.ts";
import { servePage } from "./app-protocol.ts";
import { createBureauStore } from "./bureau-store.ts";
import { createDrafts } from "./drafts.ts";
import { listen } from "./ipc/listen.ts";
import { createRouter } from "./ipc/router.ts";
import { systemKeyRing } from "./ledger/key-ring.ts";
import { createLedger } from "./ledger/ledger.ts";
import { lockContents, lockSession, switchOffNetwork } from "./lockdown.ts";
import { logFault } from "./log.ts";
import { openMainWindow } from "./main-window.ts";
import { createOpenedPack } from "./opened-pack.ts";
import { devServer, privilegedScheme, scheme } from "./origin.ts";
import { createPacks } from "./packs/packs.ts";
import { createPrinting } from "./print/printing.ts";
import { createRosterService } from "./roster/roster-service.ts";
import { createRulesService } from "./rules-service.ts";
import { createSettingsStore } from "./settings-store.ts";

const pages = path.join(import.meta.dirname, "../renderer");

/** The bundled rule sets; a development build may be pointed at others. */
function policiesFolder(): string {
  const named = app.isPackaged ? "" : app.commandLine.getSwitchValue("policies");
  return named === "" ? path.join(app.getAppPath(), "policies") : named;
}

/** The system's own encryption; Linux without a keyring only hides text, which is no protection. */
const systemCipher = {
  isEncryptionAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== "linux" || safeStorage.getSelectedStorageBackend() !== "basic_text"),
  encryptString: (text: string) => safeStorage.encryptString(text),
  decryptString: (sealed: Buffer) => safeStorage.decryptString(sealed),
};

/** The import screen listens to it and takes what waits here. */
const openedPack = createOpenedPack();

function start(): void {
  const dataFolder = app.getPath("userData");
  lockSession(session.defaultSession);
  protocol.handle(scheme, (request) => servePage(pages, request));
  const settings = createSettingsStore(dataFolder);
  const bureau = createBureauStore(dataFolder);
  const packStore = createPackStore({
    folder: path.join(dataFolder, "packs"),
    keyRing: systemKeyRing,
    today: () => ({ day: systemClock().day, program: app.getVersion() }),
    now: () => systemClock().at,
  });
  const sources = () => ({ policies: policiesFolder(), packs: packStore.active(), program: app.getVersion() });
  const rules = createRulesService(sources, bureau, () => new Date());
  const ledger = createLedger({ dataFolder, settings, rules });
  closeBeforeQuit(ledger.close);
  listen(
    createRouter(
      {
        "app.info": createAppInfo(app),
        ...createDrafts(dataFolder, systemCipher),
        ...createPrinting(),
        ...ledger.handlers,
        "engine.evaluate": rules.evaluate,
        "engine.advise": rules.advise,
        ...createRosterService(sources, dataFolder, settings, bureau, ledger),
        ...createPacks({ store: packStore, policies: policiesFolder(), rules, bureau, settings, ledger, openedPack }),
        "rules.list": rules.list,
        "rules.describe": rules.describe,
        "rules.settlements": rules.settlements,
        "rules.settle": rules.settle,
        "rules.withdraw": rules.withdraw,
        "settings.get": settings.get,
        "settings.set": settings.set,
      },
      logFault,
    ),
  );
  openMainWindow(dataFolder, settings.language()).catch((fault: unknown) => {
    logFault("the window could not be opened", fault);
    app.exit(1);
  });
  // The page's process is starting meanwhile; its first question then finds the rule sets loaded.
  setImmediate(() => {
    rules.warm();
    packStore.seeDay();
  });
}

/** Quitting waits until the ledger's log is in its file and its lock is free. */
function closeBeforeQuit(close: () => Promise<unknown>): void {
  app.once("will-quit", (event) => {
    event.preventDefault();
    // Not within this event: Electron would take the second quit for part of the first, which was just refused.
    void close().finally(() => setImmediate(() => app.quit()));
  });
}

process.on("uncaughtException", (fault) => logFault("uncaught", fault));
process.on("unhandledRejection", (fault) => logFault("unhandled", fault));

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
  // Never awaited at top level: in an ES module Electron waits for the module, and the module would wait for Electron.
  app.whenReady().then(start, (fault: unknown) => logFault("start", fault));
} else {
  app.quit();
}
