// Packs and the people of one counter, in the real window: its own slips are asked under the new rules, the issuer moves on to another key, and a stolen key is revoked.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { endorse, fingerprintOf, newSeed, signerOf } from "../../electron/packs/signing.ts";
import { dearer, packOf } from "../electron/packs/fixture.ts";
import { type StartedApplication, startApplication } from "./application.ts";
import { sampleSheet } from "./sample-sheet.ts";

const stick = mkdtempSync(path.join(tmpdir(), "canbao-stick-"));
const profile = mkdtempSync(path.join(tmpdir(), "canbao-people-"));
const file = path.join(stick, "甘肃2025补充.canbaopack");
const bureau = signerOf(newSeed());
const successor = signerOf(newSeed());
const groups = fingerprintOf(bureau.publicKey);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const dates = { created: daysAgo(3), expires: daysAgo(-300) };

/** An invented notice: 20 yuan more, and 100 days instead of 90. */
function longer(version: string) {
  const parts = dearer(version);
  const rules = JSON.parse(String(parts.get("gansu/2025/rules.json"))) as {
    wait: { lengths: { day: { fixed: number } } };
  };
  rules.wait.lengths.day.fixed = 100;
  return parts.set("gansu/2025/rules.json", Buffer.from(JSON.stringify(rules)));
}

const give = (...pack: Parameters<typeof packOf>) => writeFileSync(file, packOf(...pack).bytes);
const vouched = [{ key: bureau.publicKey, signature: endorse(bureau, successor.publicKey) }];

let app: StartedApplication;
const id = (testId: string) => app.page.getByTestId(testId);
const key = (...names: readonly string[]) =>
  names.reduce((before, name) => before.then(() => app.page.keyboard.press(name)), Promise.resolve());

async function picture(name: string) {
  if (process.env["CANBAO_PICTURES"]) await app.page.screenshot({ path: `out/people-${name}.png`, fullPage: true });
}

/** A slip of this counter, issued as the form does it: the main process answers and records. Its number. */
async function slip(nonce: string, paidOn: string, resident: object): Promise<string> {
  const answer = await app.page.evaluate(
    async ([name, request, document]) => {
      const people = [{ name: "王桂兰", idNumber: "999999196202100024", township: "黄羊镇", request }];
      const issued = await window.canbao.invoke("ledger.issue", { nonce: name, people, document });
      return JSON.parse(JSON.stringify(issued)) as { ok: boolean; value: { number: string } };
    },
    [
      nonce,
      { ruleSet: "gansu/2025", county: "620602", paidOn, pastYear: 2025, resident },
      sampleSheet("A5", "王桂兰").document,
    ] as const,
  );
  expect(answer).toMatchObject({ ok: true });
  return answer.value.number;
}

async function start() {
  app = await startApplication({ profile, args: [`--canbao-test-pack=${file}`] });
  await id("id-number").waitFor();
}

async function openLedger() {
  await id("nav-ledger").click();
  await id("passphrase-form").or(id("ledger-screen")).waitFor();
  // Where the test is tried a second time it is open already.
  if (await id("ledger-screen").isVisible()) return;
  await id("passphrase-form").waitFor();
  for (const field of await id("passphrase-form").locator("input").all()) await field.fill("凉州区医保 2025 冬");
  await key("Enter");
  await id("ledger-screen").waitFor();
}

async function choosePack() {
  await id("nav-policies").click();
  if (!(await id("packs-page").isVisible())) await id("policies-packs").press("Enter");
  await id("pack-choose").press("Enter");
}

async function hearFingerprint() {
  const form = id("pin-form");
  await form.waitFor();
  for (const [at, group] of groups.entries()) {
    const field = form.getByRole("textbox", { name: `第 ${at + 1} 组`, exact: true });
    if ((await field.count()) > 0) await field.fill(group);
  }
  await key("Enter");
  await id("grant-form").waitFor();
  await key("Enter");
}

async function payableOf(words: string) {
  await id("nav-assess").click();
  await key("Control+n");
  await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
  await app.page.keyboard.type("622301196202100024");
  await key("Enter", "Enter", "Enter", "Enter", "Enter", "Y", "Enter");
  await app.page.keyboard.type("20241120");
  await id("payable-words").filter({ hasText: words }).waitFor();
}

const numbers = { ordinary: "", aided: "", employee: "" };

beforeAll(start, 180_000);
afterAll(async () => {
  await app.close();
  for (const folder of [stick, profile]) rmSync(folder, { recursive: true, force: true });
});
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

describe("a counter with three slips of January", () => {
  test("is told whose amount and whose day change, by slip, from what to what, and by which article", async () => {
    await openLedger();
    const adult = { birthDate: "1962-02-10", missedYears: [] };
    numbers.ordinary = await slip("counter-january-1", "2025-01-15", { ...adult, categories: [] });
    numbers.aided = await slip("counter-january-2", "2025-01-20", { ...adult, categories: ["rural-dibao-1-2"] });
    numbers.employee = await slip("counter-january-3", "2025-01-20", {
      ...adult,
      categories: [],
      standing: "employee",
    });
    give({ ...dates, version: 1 }, longer("9.0.1"), bureau);
    await choosePack();
    await hearFingerprint();
    const impact = id("impact-gansu/2025");
    await impact.waitFor();
    expect(await impact.innerText()).toMatch(/本窗口测算单上的 3 人/);
    expect(await impact.locator(".packs-impact__sum").innerText()).toMatch(/本窗口测算单上的 2 人/);
    const row = (...texts: readonly (string | RegExp)[]) =>
      texts.reduce((rows, hasText) => rows.filter({ hasText }), impact.locator("tbody tr"));
    const amount = row("400.00 元", "420.00 元", numbers.ordinary);
    expect(await amount.innerText()).toMatch(/本人应缴[\s\S]*增加[\s\S]*二（二）[\s\S]*二（二）/);
    const aided = row("90.00 元", "110.00 元", numbers.aided);
    expect(await aided.innerText()).toMatch(/本人应缴[\s\S]*增加/);
    expect(await row("2025-04-15", "2025-04-25", numbers.ordinary).innerText()).toMatch(/待遇起始日[\s\S]*五（二）/);
    expect(await row("2025-04-20", "2025-04-30", numbers.aided).count()).toBe(1);
    // Nothing of the employee changes; and a slip is a number here, never a name.
    expect(await row(numbers.employee).count()).toBe(0);
    expect(await id("packs-page").innerText()).not.toContain("王桂兰");
    await impact.scrollIntoViewIfNeeded();
    await picture("impact");
  });

  test("computes by the new rules once they are in use", async () => {
    await id("pack-install").press("Enter");
    await id("installed-gansu").filter({ hasText: "第 1 版" }).waitFor();
    await payableOf("肆佰贰拾元");
  });

  test("is told that its slips were left out where the ledger is closed", async () => {
    await app.close();
    give({ ...dates, version: 2 }, dearer("9.0.2", "430.00"), bureau);
    await start();
    await choosePack();
    await id("packs-impact").filter({ hasText: "台账没有打开，本窗口以往的测算单没有计入" }).waitFor();
    expect(await id("impact-gansu/2025").innerText()).toMatch(/本窗口测算单上的 0 人/);
  });
});

describe("an issuer that moves on to another key", () => {
  test("is followed without a telephone call, because the old key vouches for the new one, and the page says so", async () => {
    give({ ...dates, version: 3 }, dearer("9.0.3", "440.00"), successor, vouched);
    await choosePack();
    await id("pack-look").filter({ hasText: "原密钥已为这个新密钥作保" }).waitFor();
    expect(await id("pin-form").count()).toBe(0);
    await id("pack-install").press("Enter");
    await id("installed-gansu").filter({ hasText: "第 3 版" }).waitFor();
    const keys = id("trusted-key");
    expect(await keys.count()).toBe(2);
    expect(await keys.and(app.page.locator('[data-state="replaced"]')).innerText()).toContain(groups[0]);
    expect(await keys.and(app.page.locator('[data-state="trusted"]')).innerText()).toContain(
      fingerprintOf(successor.publicKey)[0],
    );
    await picture("rotated");
    await payableOf("肆佰肆拾元");
  });

  test("signs nothing new with the old one", async () => {
    give({ ...dates, version: 4 }, dearer("9.0.4"), bureau);
    await choosePack();
    await id("pack-refused").filter({ hasText: "发布单位已更换密钥" }).waitFor();
  });

  test("and where somebody says that a key vouches for theirs which it does not, that is seen", async () => {
    const thief = signerOf(newSeed());
    give({ ...dates, version: 5 }, dearer("9.0.5", "450.00"), thief, [
      { key: bureau.publicKey, signature: endorse(bureau, thief.publicKey) },
    ]);
    await choosePack();
    // The old key has named its successor: a second one would be a branch.
    await id("pack-refused").filter({ hasText: "作保" }).waitFor();
  });
});

describe("a key that was stolen", () => {
  test("is revoked with its reason: its pack answers nobody any more, the rules below it do", async () => {
    const trusted = id("trusted-key").and(app.page.locator('[data-state="trusted"]'));
    await trusted.getByRole("button", { name: "吊销" }).press("Enter");
    await id("revoke-form").getByRole("textbox").fill("存放密钥的电脑失窃");
    await key("Enter");
    await id("installed-gansu").filter({ hasText: "这个包现在不能使用" }).waitFor();
    await id("rules-age").filter({ hasText: "（随程序）" }).waitFor();
    expect(await id("packs-history").innerText()).toMatch(/吊销密钥[\s\S]*存放密钥的电脑失窃/);
    await picture("revoked");
    await payableOf("肆佰元");
  });

  test("signs nothing that is taken in, and cannot be trusted again", async () => {
    give({ ...dates, version: 6 }, dearer("9.0.6"), successor, vouched);
    await choosePack();
    await id("pack-refused").filter({ hasText: "签名密钥已被吊销" }).waitFor();
    expect(await id("pin-form").count()).toBe(0);
  });

  test("stays revoked after the program was started anew", async () => {
    await app.close();
    await start();
    await payableOf("肆佰元");
    await choosePack();
    await id("pack-refused").filter({ hasText: "签名密钥已被吊销" }).waitFor();
  });
});
