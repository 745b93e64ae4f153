// The screens beside the counter: lists, the ledger, the rules, packs, the handbook. Begins at the counter of gansu/2025.

import { writeFile } from "node:fs/promises";
import path from "node:path";
import { buildPack } from "../../electron/packs/build-pack.ts";
import { partsOf } from "../../electron/packs/parts-of.ts";
import { newSeed, signerOf } from "../../electron/packs/signing.ts";
import { inMain } from "../electron-runtime/in-main.mjs";
import { projectRoot } from "../setup/child.mjs";
import { leave, open, resident } from "./typing.mjs";

/** @import { Desk, State } from "./typing.mjs" */

const PASSPHRASE = "虚构的一句口令，仅供演示";

/** The area code 999999 belongs to nobody. One identity and one group that no rule set knows. */
const LIST = `序号,姓名,证件号码,镇（街）,救助身份,断保年限,缴费时间
1,赵一,999999196202100022,高坝镇,农村低保一二类,0,2024-11-03
2,钱二,999999197503120023,黄羊镇,孤儿,0,2024-11-03
3,孙三,999999198005010024,黄羊镇,五保,0,2025-01-15
4,李四,999999199006060025,柏树镇,,2,2025-01-15
`;

/** The system's own dialogs cannot be driven: they answer with these files. @param {Desk} desk @param {string} input */
async function answerFileDialogs({ electron, folder }, input) {
  await inMain(
    electron,
    ({ dialog }, files) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [files.input] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: files.output });
    },
    { input, output: path.join(folder, "结果.csv") },
  );
}

/** A pack of the bundled Gansu rules as a later version, signed with a key that nobody knows. @param {string} file */
async function writePack(file) {
  const gathered = partsOf(path.join(projectRoot, "policies"), ["gansu/2025"]);
  if (!gathered.ok) throw new Error("gansu/2025 is not whole");
  const parts = new Map(gathered.parts);
  const rules = JSON.parse(String(parts.get("gansu/2025/rules.json")));
  parts.set("gansu/2025/rules.json", Buffer.from(JSON.stringify({ ...rules, version: "9.0.0" })));
  const day = (/** @type {number} */ from) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const issuer = { zh: "虚构医疗保障局", en: "Invented Healthcare Security Bureau" };
  const order = { id: "gansu", version: 1, issuer, created: day(-18), expires: day(300), program: "0.1.0" };
  const built = buildPack(order, parts, signerOf(newSeed()));
  if (!built.ok) throw new Error(`the pack was refused: ${built.refusal.code}`);
  await writeFile(file, built.value.bytes);
}

/** @param {string} id @returns {State} */
const ledgerTab = (id) => ({
  name: `ledger-${id}`,
  reach: async ({ page }) => {
    await page.getByTestId(`ledger-tab-${id}`).click();
    await page.getByTestId("ledger-screen").waitFor();
  },
});

/** @type {readonly State[]} */
const rosterStates = [
  {
    name: "roster-start",
    reach: async ({ page }) => {
      await open(page, "roster");
      await page.getByTestId("roster-choose").waitFor();
    },
  },
  {
    name: "roster-mapping",
    reach: async (desk) => {
      const list = path.join(desk.folder, "名册.csv");
      await writeFile(list, LIST);
      await answerFileDialogs(desk, list);
      await desk.page.getByTestId("roster-choose").click();
      await desk.page.getByTestId("roster-mapping").waitFor();
    },
  },
  {
    name: "roster-result",
    reach: async ({ page }) => {
      await page.locator('[data-testid="roster-start"]:not([disabled])').click();
      await page.getByTestId("roster-result").waitFor();
    },
  },
  {
    name: "roster-slips",
    reach: async ({ page }) => {
      await page.getByTestId("slips-count").click();
      await page.getByTestId("slips-confirm").waitFor();
    },
  },
];

/** The ledger begins empty; where no keyring is, it is opened with a passphrase. @type {readonly State[]} */
const ledgerStates = [
  {
    name: "ledger-gate",
    reach: async ({ page }) => {
      await open(page, "ledger");
      await page.locator('[data-testid="passphrase-form"], [data-testid="ledger-screen"]').first().waitFor();
    },
  },
  {
    name: "ledger-empty",
    reach: async ({ page }) => {
      const form = page.getByTestId("passphrase-form");
      if ((await form.count()) > 0) {
        for (const field of await form.locator("input").all()) await field.fill(PASSPHRASE);
        await form.locator("button[type=submit]").click();
      }
      await page.getByTestId("ledger-screen").waitFor();
    },
  },
  {
    name: "print-said",
    reach: async (desk) => {
      const { page } = desk;
      await answerFileDialogs(desk, "");
      await open(page, "assess");
      await resident(page, { identity: "rural-dibao-1-2", paidOn: "20250115" });
      await page.keyboard.press("Control+p");
      await page.getByTestId("print-dialog").waitFor();
      const past = page.getByTestId("past-year-accept");
      if (await past.isVisible()) await past.click();
      await page.getByTestId("print-now").click();
      await page
        .locator('[data-testid="print-said"]:not([data-tone="calm"])')
        .filter({ hasText: /\d{6}-\d{4}/ })
        .waitFor();
    },
  },
  {
    name: "ledger-search",
    reach: async ({ page }) => {
      await leave(page, "print-dialog");
      await open(page, "ledger");
      await page.getByTestId("ledger-tab-search").click();
      await page.getByTestId("ledger-search").fill("桂兰");
      const row = page.getByTestId("ledger-results").getByRole("option").first();
      await row.click();
      await page.getByTestId("slip-panel").waitFor();
    },
  },
  ledgerTab("day"),
  {
    name: "calibration",
    reach: async ({ page }) => {
      await page.getByTestId("calibrate").click();
      await page.getByTestId("calibration-dialog").waitFor();
      await page.locator(".preview__paper").waitFor();
    },
  },
  {
    name: "ledger-townships",
    reach: async (desk) => {
      await leave(desk.page, "calibration-dialog");
      await ledgerTab("townships").reach(desk);
    },
  },
  {
    name: "ledger-check",
    reach: async ({ page }) => {
      await page.getByTestId("ledger-tab-check").click();
      await page.getByTestId("check-field").fill("01-990101-0001-X");
      await page.keyboard.press("Enter");
      await page.getByTestId("verdict").waitFor();
    },
  },
  ledgerTab("keep"),
];

/** @type {readonly State[]} */
const rulesStates = [
  {
    name: "policies",
    reach: async ({ page }) => {
      await open(page, "policies");
      await page.getByTestId("policy-set-gansu/2025").click();
      await page.getByTestId("policy-amounts").waitFor();
    },
  },
  {
    name: "policies-2026",
    reach: async ({ page }) => {
      await page.getByTestId("policy-set-guizhou/2026").click();
      await page.getByTestId("policy-amounts").waitFor();
    },
  },
  {
    name: "packs",
    reach: async ({ page }) => {
      await page.getByTestId("policies-packs").click();
      await page.getByTestId("packs-page").waitFor();
    },
  },
  {
    name: "packs-unknown-key",
    reach: async (desk) => {
      const file = path.join(desk.folder, "甘肃2025.canbaopack");
      await writePack(file);
      await answerFileDialogs(desk, file);
      await desk.page.getByTestId("pack-choose").click();
      await desk.page.getByTestId("pin-form").waitFor();
    },
  },
  {
    name: "handbook",
    reach: async ({ page }) => {
      await open(page, "help");
      await page.getByTestId("handbook-screen").waitFor();
    },
  },
];

export const deskStates = [...rosterStates, ...ledgerStates, ...rulesStates];
