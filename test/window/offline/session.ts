// A working session of the whole program inside a network of its own, where every way out is missing and every try is counted.
//
// Run by offline.test.ts under `unshare --net`: there is a loopback, over which Playwright drives the window, and nothing else.
// The kernel counts each packet that a program wanted to send elsewhere as one without a route.

import { execFileSync } from "node:child_process";
import dgram from "node:dgram";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron } from "playwright-core";
import { heldStart } from "../../../build/setup/electron-runtime.mjs";

const [executable = "", project = "", ...switches] = process.argv.slice(2);

/** Packets without a route since this network exists. */
function withoutRoute(): { readonly four: number; readonly six: number } {
  const [names = "", values = ""] = readFileSync("/proc/net/snmp", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("Ip:"));
  return {
    four: Number(values.split(" ")[names.split(" ").indexOf("OutNoRoutes")]),
    six: Number(/Ip6OutNoRoutes\s+(\d+)/.exec(readFileSync("/proc/net/snmp6", "utf8"))?.[1] ?? 0),
  };
}

/** Sends one packet out, so that the count is seen to count. */
async function knock(): Promise<void> {
  const socket = dgram.createSocket("udp4");
  await new Promise<void>((resolve) => socket.send("x", 9, "10.9.9.1", () => resolve()));
  socket.close();
}

async function session(folder: string): Promise<readonly string[]> {
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
    ],
    env: process.env as Record<string, string>,
  });
  const done: string[] = [];
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(60_000);
    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${file}.out.csv` });
    }, list);
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
    for (const screen of ["household", "compare", "ledger", "policies", "help"]) {
      await page.getByTestId(`nav-${screen}`).click();
      await page.waitForTimeout(400);
    }
    done.push("every screen is shown");
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
  const before = withoutRoute();
  const done = await session(folder);
  const after = withoutRoute();
  await knock();
  const counted = withoutRoute().four - after.four;
  process.stdout.write(JSON.stringify({ done, four: after.four - before.four, six: after.six - before.six, counted }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
