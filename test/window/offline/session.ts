// A working session of the whole program inside a network of its own, where every way out is missing and every try is counted.
//
// Run by offline.test.ts under `unshare --net`: there is a loopback, over which Playwright drives the window by TCP, and nothing else.
// The kernel counts each packet that a program wanted to send elsewhere as one without a route, and each datagram that was sent
// at all: a question to a name server on the machine itself would be one.

import { execFileSync } from "node:child_process";
import dgram from "node:dgram";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type Page } from "playwright-core";
import { inMain } from "../../../build/electron-runtime/in-main.mjs";
import { heldStart } from "../../../build/setup/electron-runtime.mjs";
import { dearer, packOf } from "../../electron/packs/fixture.ts";

const [executable = "", project = "", ...switches] = process.argv.slice(2);

interface Sent {
  readonly four: number;
  readonly six: number;
  readonly datagrams: number;
}

/** What this network saw since it exists: packets without a route, and datagrams sent, to the machine itself too. */
function sent(): Sent {
  const snmp = readFileSync("/proc/net/snmp", "utf8").split("\n");
  const four = (group: string, name: string): number => {
    const [names = "", values = ""] = snmp.filter((line) => line.startsWith(`${group}:`));
    return Number(values.split(" ")[names.split(" ").indexOf(name)]);
  };
  const snmp6 = readFileSync("/proc/net/snmp6", "utf8");
  const six = (name: string): number => Number(new RegExp(`^${name}\\s+(\\d+)`, "m").exec(snmp6)?.[1] ?? 0);
  return {
    four: four("Ip", "OutNoRoutes"),
    six: six("Ip6OutNoRoutes"),
    datagrams: four("Udp", "OutDatagrams") + six("Udp6OutDatagrams"),
  };
}

/** Sends one packet, so that the count is seen to count. */
async function knock(address: string): Promise<void> {
  const socket = dgram.createSocket("udp4");
  await new Promise<void>((resolve) => socket.send("x", 9, address, () => resolve()));
  socket.close();
}

/** A new coverage year is begun in the workbench, as far as the draft. */
async function beginDraft(page: Page): Promise<void> {
  await page.locator("#start-base").selectOption("gansu/2025");
  await page.locator("#start-year").focus();
  await page.keyboard.press("Control+a");
  const notice = [
    "2031",
    "甘医保发〔2030〕1号",
    "关于做好2031年度参保工作的通知",
    "Notice on 2031",
    "甘肃省医疗保障局",
    "20300901",
  ];
  for (const text of notice) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await page.getByTestId("start-draft").click();
  await page.getByTestId("workbench-editor").waitFor();
}

/** The day is closed, an invented slip checked, the chain walked. */
async function keepLedger(page: Page): Promise<void> {
  await page.getByTestId("nav-ledger").click();
  await page.getByTestId("ledger-search").fill("622301196202100024");
  await page.getByTestId("ledger-results").getByRole("option").first().waitFor();
  await page.getByTestId("ledger-tab-check").click();
  await page.getByTestId("check-field").fill("620602-261127-0001");
  await page.keyboard.press("Enter");
  await page.getByTestId("verdict").waitFor();
  await page.getByTestId("ledger-tab-townships").click();
  await page.getByTestId("ledger-tab-day").click();
  await page.getByTestId("close-day").click();
  await page.getByTestId("reopen-day").waitFor();
  await page.getByTestId("ledger-tab-keep").click();
  await page.getByTestId("verify").click();
  await page.getByTestId("verified").waitFor();
}

async function session(folder: string): Promise<readonly string[]> {
  const pack = path.join(folder, "甘肃2025补充.canbaopack");
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  writeFileSync(pack, packOf({ created: daysAgo(18), expires: daysAgo(-300) }, dearer("9.0.0")).bytes);
  const list = path.join(folder, "名册.csv");
  writeFileSync(list, "序号,姓名,镇（街）,救助身份,缴费时间,到账日期\n1,张三,高坝镇,特困人员,2024-11-03,2024-11-04\n");
  const app = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: !switches.includes("--no-sandbox"),
    args: [
      ...heldStart,
      project,
      `--user-data-dir=${path.join(folder, "profile")}`,
      "--lang=zh-CN",
      `--canbao-test-out=${folder}`,
      `--canbao-test-pack=${pack}`,
    ],
    env: process.env as Record<string, string>,
  });
  const done: string[] = [];
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(60_000);
    await inMain(
      app,
      ({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${file}.out.csv` });
      },
      list,
    );
    await page.getByTestId("id-number").fill("622301196202100024");
    await page.getByTestId("paid-on").fill("20250115");
    await page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
    done.push("a resident is answered");
    await page.evaluate(() => window.canbao.invoke("ledger.open", { passphrase: "凉州区医保 2025 冬" }));
    await page.keyboard.press("Control+p");
    await page.getByTestId("print-dialog").waitFor();
    // 2025 is over: a slip for it is meant.
    await page.getByTestId("past-year-accept").click();
    await page.getByTestId("save-pdf").click();
    await page.getByTestId("print-said").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("print-dialog").waitFor({ state: "detached" });
    done.push("a slip is saved");
    await page.evaluate(() => window.canbao.invoke("print.printers", undefined));
    done.push("printers are asked for");
    await page.getByTestId("nav-roster").click();
    await page.getByTestId("roster-choose").click();
    await page.getByTestId("roster-mapping").waitFor();
    await page.getByTestId("column-paid_on").selectOption("缴费时间");
    await page.getByTestId("roster-start").click();
    await page.getByTestId("roster-result").waitFor();
    done.push("a list is worked on");
    await keepLedger(page);
    done.push("a slip is found and checked, the day closed, the chain walked");
    await page.getByTestId("nav-assess").click();
    await page.keyboard.press("Control+m");
    await page.locator("#idNumber:focus").waitFor();
    done.push("somebody is added to the family");
    const screens = page.locator("[data-testid^=nav-]");
    for (const screen of await screens.all()) {
      await screen.click();
      await page.waitForTimeout(400);
    }
    done.push(`${await screens.count()} screens are shown`);
    await page.getByTestId("nav-policies").click();
    await page.getByTestId("policies-packs").click();
    await page.getByTestId("pack-choose").click();
    await page.getByTestId("pin-form").waitFor();
    done.push("a rule pack is looked at");
    await page.getByTestId("nav-workbench").click();
    await beginDraft(page);
    done.push("a new year is begun");
    await page.evaluate(() => window.canbao.invoke("ledger.backUp", { folder: null }));
    done.push("the ledger is backed up");
    await page.getByTestId("language-switch").click();
    // Chromium's own services, if any still ran, would report within seconds of the start.
    await page.waitForTimeout(15_000);
    done.push("and nothing is asked of it for a while");
    return done;
  } finally {
    await app.close();
  }
}

execFileSync("ip", ["link", "set", "lo", "up"]);
const folder = mkdtempSync(path.join(tmpdir(), "canbao-offline-"));
try {
  const before = sent();
  const done = await session(folder);
  const after = sent();
  await knock("10.9.9.1");
  await knock("127.0.0.1");
  const knocked = sent();
  const between = (from: Sent, to: Sent): Sent => ({
    four: to.four - from.four,
    six: to.six - from.six,
    datagrams: to.datagrams - from.datagrams,
  });
  process.stdout.write(JSON.stringify({ done, session: between(before, after), knocks: between(after, knocked) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
