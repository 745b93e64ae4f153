// Rule packs in the real window: an unknown key heard over the telephone, whom the pack changes, in use, undone; both languages, no mouse needed.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { sha256 } from "../../electron/packs/open-pack.ts";
import { fingerprintOf, newSeed, signerOf } from "../../electron/packs/signing.ts";
import { layOut } from "../../shared/packs/envelope.ts";
import { dearer, packOf } from "../electron/packs/fixture.ts";
import { type StartedApplication, startApplication } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";

const stick = mkdtempSync(path.join(tmpdir(), "canbao-stick-"));
const file = path.join(stick, "甘肃2025补充.canbaopack");
const bureau = signerOf(newSeed());
const today = new Date();
const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
const dates = { created: daysAgo(18), expires: daysAgo(-300) };
const notes = {
  zh: "2025年度补充通知：个人缴费标准调整为420元。",
  en: "Supplementary notice of 2025: the contribution is 420 yuan.",
};
const groups = fingerprintOf(bureau.publicKey);

let app: StartedApplication;
const id = (testId: string) => app.page.getByTestId(testId);

async function picture(name: string) {
  if (process.env["CANBAO_PICTURES"]) await app.page.screenshot({ path: `out/packs-${name}.png` });
}

async function axe(where: string) {
  expect(await heardInBothThemes(app.page), where).toEqual([]);
}

/** No program of the bureau's makes it: its rules would not pass the check there either. */
function faultyPack(): Uint8Array {
  const sound = packOf({ ...dates, version: 4 }, dearer("9.1.0"), bureau);
  const parts = new Map(sound.opened.parts);
  const rules = "gansu/2025/rules.json";
  parts.set(rules, Buffer.from(String(parts.get(rules)).replace('"420.00"', '"420"')));
  const bodies = sound.opened.manifest.contents.map(({ path: part }) => parts.get(part) ?? Buffer.of());
  const contents = sound.opened.manifest.contents.map((entry, at) => ({
    ...entry,
    size: bodies[at]?.length ?? 0,
    sha256: sha256(bodies[at] ?? Buffer.of()),
  }));
  const manifest = Buffer.from(JSON.stringify({ ...sound.opened.manifest, contents }));
  const signed = layOut({ key: bureau.publicKey, endorsements: [], manifest, content: Buffer.concat(bodies) });
  return Buffer.concat([signed, bureau.sign(signed)]);
}

/** What the issuer reads out over the telephone, for the groups that were left out. */
async function typeHeard(wrong = false) {
  const form = id("pin-form");
  await form.waitFor();
  for (const [at, group] of groups.entries()) {
    const field = form.getByRole("textbox", { name: `第 ${at + 1} 组`, exact: true });
    if ((await field.count()) > 0) await field.fill(wrong ? "00000" : group);
  }
}

beforeAll(async () => {
  writeFileSync(file, packOf({ ...dates, version: 3, notes }, dearer("9.0.0"), bureau).bytes);
  app = await startApplication({ args: [`--canbao-test-pack=${file}`] });
  await id("id-number").waitFor();
  await inMain(app.electron, ({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1024, 768);
  });
});
afterAll(async () => {
  await app.close();
  rmSync(stick, { recursive: true, force: true });
});
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

test("the age of the rules is in sight at the counter", async () => {
  await id("rules-age")
    .filter({ hasText: /规则(今天| \d+ 天前)更新（随程序）/ })
    .waitFor();
});

describe("a pack from a stick", () => {
  test("of an unknown key shows a fingerprint with two groups left out, and nothing that the pack says of itself", async () => {
    await id("nav-policies").click();
    await id("policies-packs").press("Enter");
    await id("pack-choose").press("Enter");
    await id("pin-form").waitFor();
    expect(await id("pin-form").getByRole("textbox").count()).toBe(2);
    await app.page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
    expect(await id("pack-look").innerText()).not.toContain("医疗保障局");
    await picture("unknown-key");
    await axe("unknown key");
  });

  test("is not trusted by a wrong fingerprint; others are asked for, and the first field is in focus", async () => {
    await typeHeard(true);
    await app.page.keyboard.press("Enter");
    await id("packs-fault").filter({ hasText: "与指纹不符" }).waitFor();
    await app.page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
  });

  test("is trusted by what was heard, and then needs leave to speak for Gansu", async () => {
    await typeHeard();
    await app.page.keyboard.press("Enter");
    await id("grant-form").waitFor();
    expect(await id("grant-form").innerText()).toMatch(/甘肃省医疗保障局[\s\S]*gansu/);
    await picture("grant");
    await app.page.keyboard.press("Enter");
    await id("packs-impact").waitFor();
  });

  test("says whom it changes, from what to what, by which article, before it takes effect", async () => {
    const impact = await id("impact-gansu/2025").innerText();
    expect(impact).toMatch(/应缴金额或待遇日期改变：\d+ 个算例、\d+ 位典型居民/);
    const row = id("impact-gansu/2025").locator('tr[data-point="payable"]').first();
    expect(await row.innerText()).toMatch(/本人应缴[\s\S]*400\.00 元[\s\S]*二（二）[\s\S]*420\.00 元[\s\S]*二（二）/);
    await id("packs-impact").scrollIntoViewIfNeeded();
    await picture("impact");
    await axe("impact");
  });

  test("takes effect: the counter's next answer follows it, and its age is in the header", async () => {
    await id("pack-install").press("Enter");
    await id("packs-done").waitFor();
    await id("installed-gansu").filter({ hasText: "第 3 版" }).waitFor();
    await id("rules-age").filter({ hasText: "规则包 18 天前更新" }).waitFor();
    await picture("installed");
    await axe("installed");
    await id("policy-set-gansu/2025").click();
    await id("rules-origin").filter({ hasText: "规则包 gansu 第 3 版，甘肃省医疗保障局" }).waitFor();
    await id("policies-packs").click();
    await id("nav-assess").click();
    await app.page.keyboard.press("Control+n");
    await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
    await app.page.keyboard.type("622301196202100024");
    for (const key of ["Enter", "Enter", "Enter", "Enter", "Enter", "Y", "Enter"]) await app.page.keyboard.press(key);
    await app.page.keyboard.type("20241120");
    await id("payable-words").filter({ hasText: "肆佰贰拾元" }).waitFor();
    await picture("counter");
  });

  test("a pack whose rules are faulty names file, place and fault in Chinese, and the original is kept aside", async () => {
    writeFileSync(file, faultyPack());
    await id("nav-policies").click();
    await id("pack-choose").press("Enter");
    const refused = id("pack-refused");
    await refused.filter({ hasText: "规则有误" }).waitFor();
    await refused.getByRole("listitem").first().waitFor();
    const said = (await refused.getByRole("listitem").allInnerTexts()).join("\n");
    expect(said).toContain("规则文件 gansu/2025/rules.json，");
    expect(said).toContain("金额写成 430.00 这样，两位小数。");
    expect(said).not.toMatch(/amount|expected|yuan/);
    expect(await refused.locator("pre").textContent()).toContain("gansu/2025/rules.json contribution.standard.value: ");
    await refused.getByText("索取更正后的包").waitFor();
    await axe("faulty rules");
  });

  test("an older pack is refused, and the page says why", async () => {
    writeFileSync(file, packOf({ ...dates, version: 2 }, dearer("9.1.0"), bureau).bytes);
    await id("pack-choose").press("Enter");
    await id("pack-refused").filter({ hasText: "比已见过的第 3 版旧" }).waitFor();
    await picture("refused");
    await axe("refused");
  });

  test("everything is there in English, and nothing is cut off", async () => {
    await id("language-switch").click();
    await id("packs-page").getByRole("heading", { name: "Rule packs and keys" }).waitFor();
    await id("pack-refused").filter({ hasText: "older than version 3" }).waitFor();
    await picture("english");
    await axe("English");
    const spare = await app.page
      .locator(".policies__page")
      .evaluate(({ clientWidth, scrollWidth }) => clientWidth - scrollWidth);
    expect(spare).toBe(0);
    // The age is never cut off, however long the words.
    const age = await id("rules-age").evaluate(({ clientWidth, scrollWidth }) => clientWidth - scrollWidth);
    expect(age).toBe(0);
    const bar = await app.page.locator(".app__top").evaluate((element) => {
      const tops = [...element.querySelectorAll("button.plain-button")].map(
        (button) => button.getBoundingClientRect().top,
      );
      return Math.max(...tops.slice(0, 3)) - Math.min(...tops.slice(0, 3));
    });
    // The bar stays one line of buttons.
    expect(bar).toBeLessThan(20);
    await id("language-switch").click();
  });

  test("is undone after asking once, and the bundled rules answer again", async () => {
    const installed = id("installed-gansu");
    await installed.getByRole("button", { name: "撤回" }).press("Enter");
    await id("undo-gansu").press("Enter");
    await id("packs-installed").filter({ hasText: "没有规则包" }).waitFor();
    await id("rules-age").filter({ hasText: "（随程序）" }).waitFor();
    // An id has no capitals: it is shown as it is written everywhere else.
    const capitals = await id("packs-history")
      .locator("td", { hasText: "gansu" })
      .first()
      .evaluate((cell) => getComputedStyle(cell, "::first-letter").textTransform);
    expect(capitals).toBe("none");
    expect(await id("packs-history").innerText()).toMatch(/撤回规则包[\s\S]*启用规则包[\s\S]*允许发布[\s\S]*信任密钥/);
  });

  test("its key is revoked with a reason, and its packs are refused from then on", async () => {
    const key = id("trusted-key");
    await key.getByRole("button", { name: "吊销" }).press("Enter");
    await id("revoke-form").getByRole("textbox").fill("私钥所在电脑失窃");
    await app.page.keyboard.press("Enter");
    await key.filter({ hasText: "已吊销" }).waitFor();
    await id("pack-choose").press("Enter");
    await id("pack-refused").filter({ hasText: "签名密钥已被吊销" }).waitFor();
    await picture("revoked");
  });
});

test("a pack that was double-clicked is looked at as soon as the window is there", async () => {
  writeFileSync(file, packOf({ ...dates }, dearer("9.0.0"), signerOf(newSeed())).bytes);
  const second = await startApplication({ args: [file] });
  try {
    await second.page.getByTestId("pin-form").waitFor();
    expect(second.complaints).toEqual([]);
  } finally {
    await second.close();
  }
});
