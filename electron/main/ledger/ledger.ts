// Puts the ledger together for the running application: its folder, its key, its process, its words.

import path from "node:path";
import { app } from "electron";
import { settingsSchema } from "../../../shared/ipc/channels/settings.ts";
import { systemClock } from "../../ledger/clock.ts";
import type { LedgerOutcome } from "../../ledger/host-link.ts";
import { placeIn } from "../../ledger/place.ts";
import type { RecentCases, RecentPage } from "../../ledger/recent.ts";
import { createLedgerService } from "../../ledger/service.ts";
import type { RulesService } from "../rules-service.ts";
import type { SettingsStore } from "../settings-store.ts";
import { exportWords } from "./export-words.ts";
import { createFiles } from "./files.ts";
import { createLedgerHandlers, type LedgerHandlers } from "./handlers.ts";
import { systemKeyRing } from "./key-ring.ts";
import { utilityHost } from "./utility-host.ts";

/** Two weeks of mornings. */
const BACKUPS_KEPT = 14;
const NOBODY = { contentsId: 0 };

interface Parts {
  readonly dataFolder: string;
  readonly settings: SettingsStore;
  readonly rules: RulesService;
}

export function createLedger({ dataFolder, settings, rules }: Parts): {
  readonly handlers: LedgerHandlers;
  /** Opens the ledger where it is not open yet. */
  readonly recentCases: (page: RecentPage) => Promise<LedgerOutcome<RecentCases>>;
  readonly close: () => Promise<unknown>;
  /** Names for slips by what they are about, once the ledger is open; see `nonceOf`. */
  readonly nonces: (facts: readonly string[]) => Promise<LedgerOutcome<readonly string[]>>;
} {
  const service = createLedgerService({
    place: placeIn(path.join(dataFolder, "ledger"), dataFolder),
    keyRing: systemKeyRing,
    app: `${app.getName()} ${app.getVersion()}`,
    startHost: utilityHost,
    keep: BACKUPS_KEPT,
  });
  const handlers = createLedgerHandlers({
    service,
    files: createFiles(async () => exportWords((await settings.language()) === "en", await rules.inUse())),
    version: app.getVersion(),
    today: () => systemClock().day,
    settings: async () => {
      const answer = await settings.get(undefined, NOBODY);
      return answer.ok ? answer.value.settings : settingsSchema.parse({});
    },
    rules: rules.standing,
  });
  const recentCases = async (page: RecentPage) => {
    await handlers["ledger.status"](undefined, NOBODY);
    return service.call("recentCases", page);
  };
  const nonces = (facts: readonly string[]) => service.call("nonces", facts);
  return { handlers, recentCases, nonces, close: service.close };
}
