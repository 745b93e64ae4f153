// Puts the packs together for the running application: the dialog, the file the system hands over, the ledger's slips.

import { app, BrowserWindow, dialog, webContents } from "electron";
import { type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import english from "../../../shared/locales/en/native.json" with { type: "json" };
import chinese from "../../../shared/locales/zh-CN/native.json" with { type: "json" };
import { settlementsOf } from "../../../shared/rules/bureau.ts";
import { systemClock } from "../../ledger/clock.ts";
import { PACK_ENDING } from "../../packs/pack-files.ts";
import type { PackStore } from "../../packs/pack-store.ts";
import type { BureauStore } from "../bureau-store.ts";
import { tell } from "../ipc/listen.ts";
import type { createLedger } from "../ledger/ledger.ts";
import type { OpenedPack } from "../opened-pack.ts";
import type { RulesService } from "../rules-service.ts";
import type { SettingsStore } from "../settings-store.ts";
import { createPacksService, type PacksHandlers, type RecordsAsked } from "./packs-service.ts";

interface Parts {
  readonly store: PackStore;
  readonly policies: string;
  readonly rules: RulesService;
  readonly bureau: BureauStore;
  readonly settings: SettingsStore;
  readonly ledger: Pick<ReturnType<typeof createLedger>, "recentCases">;
  readonly openedPack: OpenedPack;
}

const NOBODY = { contentsId: 0 };
const PAGE = 500;
/** Weeks of a busy counter; more would say the same again. */
const MOST_RECORDS = 5000;

export function createPacks({ store, policies, rules, bureau, settings, ledger, openedPack }: Parts): PacksHandlers {
  openedPack.onOffer((name) => {
    for (const window of BrowserWindow.getAllWindows()) tell(window.webContents, "packs.offered", { name });
  });
  return createPacksService({
    store,
    policies,
    rules,
    settlements: async () => settlementsOf((await bureau.load()).decisions),
    day: () => systemClock().day,
    clerk: async () => {
      const answer = await settings.get(undefined, NOBODY);
      return answer.ok ? answer.value.settings.clerk : "";
    },
    choose: async (contentsId) => choosePack(contentsId, (await settings.language()) === "en" ? english : chinese),
    offered: openedPack.take,
    waits: openedPack.waits,
    recent: (ruleSet) => recentOf(ruleSet, ledger),
  });
}

async function recentOf(ruleSet: string, ledger: Parts["ledger"]): Promise<Outcome<RecordsAsked>> {
  const records: RecordsAsked["records"][number][] = [];
  let erased = 0;
  let before: number | undefined;
  do {
    const answer = await ledger.recentCases({ ruleSet, limit: PAGE, ...(before === undefined ? {} : { before }) });
    if (!answer.ok) return answer;
    records.push(...answer.value.cases.map(({ number, day, request }) => ({ number, day, request })));
    erased += answer.value.erased;
    before = answer.value.next ?? undefined;
  } while (before !== undefined && records.length < MOST_RECORDS);
  return succeed({ records, erased });
}

async function choosePack(contentsId: number, words: { readonly packFile: string }): Promise<string | undefined> {
  // Tests have nobody to answer a dialog; a packaged application does not listen to that.
  const given = app.isPackaged ? "" : app.commandLine.getSwitchValue("canbao-test-pack");
  if (given !== "") return given;
  const contents = webContents.fromId(contentsId);
  const parent = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
  const options: Electron.OpenDialogOptions = {
    properties: ["openFile"],
    filters: [{ name: words.packFile, extensions: [PACK_ENDING.slice(1)] }],
  };
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return canceled ? undefined : filePaths[0];
}
