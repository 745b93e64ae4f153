// Everything the window can ask of the main process, put together. Loaded with the window's first question, so that none
// of it is in the way of the first paint.

import path from "node:path";
import { app, safeStorage } from "electron";
import { systemClock } from "../ledger/clock.ts";
import { createPackStore } from "../packs/pack-store.ts";
import { createAppInfo } from "./app-info.ts";
import { createBureauStore } from "./bureau-store.ts";
import { createDrafts } from "./drafts.ts";
import { createRouter } from "./ipc/router.ts";
import { systemKeyRing } from "./ledger/key-ring.ts";
import { logFault } from "./log.ts";
import type { OpenedPack } from "./opened-pack.ts";
import { createPacks } from "./packs/packs.ts";
import { createRulesService } from "./rules-service.ts";
import { createSettingsStore } from "./settings-store.ts";

export interface Services {
  readonly route: ReturnType<typeof createRouter>;
  /** resolves when the ledger's log is in its file and its lock is free */
  readonly close: () => Promise<unknown>;
}

/** The system's own encryption; Linux without a keyring only hides text, which is no protection. */
const systemCipher = {
  isEncryptionAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== "linux" || safeStorage.getSelectedStorageBackend() !== "basic_text"),
  encryptString: (text: string) => safeStorage.encryptString(text),
  decryptString: (sealed: Buffer) => safeStorage.decryptString(sealed),
};

interface Folders {
  readonly policies: string;
  readonly data: string;
}

export function createServices(folders: Folders, openedPack: OpenedPack): Services {
  const settings = createSettingsStore(folders.data);
  const bureau = createBureauStore(folders.data);
  const packStore = createPackStore({
    folder: path.join(folders.data, "packs"),
    keyRing: systemKeyRing,
    today: () => ({ day: systemClock().day, program: app.getVersion() }),
    now: () => systemClock().at,
  });
  const sources = () => ({ policies: folders.policies, packs: packStore.active(), program: app.getVersion() });
  const rules = createRulesService(sources, bureau, () => new Date(), settings.ruleSet);
  const ledger = once(async () =>
    (await import("./ledger/ledger.ts")).createLedger({ dataFolder: folders.data, settings, rules }),
  );
  const printing = once(async () => (await import("./print/printing.ts")).createPrinting());
  const rosters = once(async () => {
    const [{ createRosterService }, opened] = await Promise.all([import("./roster/roster-service.ts"), ledger.get()]);
    return createRosterService(sources, folders.data, settings, bureau, opened);
  });
  const workbench = once(async () => {
    const [{ createWorkbench }, { systemPlaces }, { groundOf }] = await Promise.all([
      import("./workbench/workbench.ts"),
      import("./workbench/system-places.ts"),
      import("../workbench/ground.ts"),
    ]);
    return createWorkbench({
      dataFolder: folders.data,
      ground: async () => groundOf(await rules.inUse(), folders.policies),
      places: systemPlaces,
      now: () => new Date(),
      version: app.getVersion(),
    });
  });
  // The page asks for its settings first; its second question finds the rule sets loaded.
  setImmediate(() => {
    rules.warm(untilIdle());
    packStore.seeDay();
  });
  const route = createRouter(
    {
      "app.info": createAppInfo(app, folders.data),
      ...createDrafts(folders.data, systemCipher),
      "engine.evaluate": rules.evaluate,
      "engine.advise": rules.advise,
      ...createPacks({
        store: packStore,
        policies: folders.policies,
        rules,
        bureau,
        settings,
        ledger: { recentCases: async (query) => (await ledger.get()).recentCases(query) },
        openedPack,
      }),
      "rules.list": rules.list,
      "rules.describe": rules.describe,
      "rules.settlements": rules.settlements,
      "rules.settle": rules.settle,
      "rules.withdraw": rules.withdraw,
      "settings.get": settings.get,
      "settings.set": settings.set,
    },
    {
      ledger: async () => (await ledger.get()).handlers,
      print: printing.get,
      roster: rosters.get,
      workbench: workbench.get,
    },
    logFault,
  );
  return { route, close: async () => (await ledger.made())?.close() };
}

/** The window has to stand and be typed in before anything is done ahead of time; from then on there is time in between. */
const FIRST_PAUSE = 2_000;
const PAUSE = 15;

function untilIdle(): () => Promise<void> {
  let next = FIRST_PAUSE;
  return () =>
    new Promise((resolve) => {
      // Nothing that is done ahead of time keeps the program from ending.
      setTimeout(resolve, next).unref();
      next = PAUSE;
    });
}

interface Once<Value> {
  readonly get: () => Promise<Value>;
  /** what was made, or undefined where nobody asked for it */
  readonly made: () => Promise<Value> | undefined;
}

function once<Value>(make: () => Promise<Value>): Once<Value> {
  let made: Promise<Value> | undefined;
  return { get: () => (made ??= make()), made: () => made };
}
