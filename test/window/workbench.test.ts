// The rule author at the real window: a whole new year entered by keyboard from an invented notice, signed, taken in by a counter, and undone.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { answerRequest } from "../../shared/engine/answer.ts";
import { testDesk } from "../electron/packs/desk.ts";
import { type StartedApplication, startApplication } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";

/** Invented from end to end, and says so: no notice for this year is known. */
const NOTICE = {
  number: "测医保发〔2030〕1号（虚构，仅供测试）",
  zh: "虚构通知，仅供测试",
  en: "Invented notice, for a test only",
  issuer: "虚构医疗保障局",
};
const PASSPHRASE = "seven invented words of a test key";

let app: StartedApplication;
let out: string;
let profile: string;
/** What the issuer reads out over the telephone. */
let spoken: readonly string[];

const page = () => app.page;
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page().keyboard.press(key);
};
const type = async (text: string, ...then: readonly string[]) => {
  await page().keyboard.type(text);
  await press(...then);
};
const focused = () => page().evaluate(() => document.activeElement?.id ?? "");
const saved = () => page().locator('[data-testid="saving"][data-saving="saved"]').waitFor();
const open = async (name: string) => {
  await page().getByTestId(`page-${name}`).focus();
  await press("Enter");
};
/** Focuses a field as a click would, and types over what stands there. */
const fill = async (id: string, text: string) => {
  await page()
    .locator(`[id=${JSON.stringify(id)}]`)
    .focus();
  await press("Control+a");
  await type(text);
};
/** Typing into a long text takes the editor its time; what matters here is what is read from it. */
const rewrite = (text: string) =>
  page()
    .getByTestId("json-text")
    .evaluate((area: HTMLTextAreaElement, value) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, value);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
const picture = async (name: string) => {
  if (process.env["CANBAO_PICTURES"]) await page().screenshot({ path: `out/workbench-${name}.png` });
};
const draftFile = () => {
  const [name = ""] = readdirSync(path.join(profile, "workbench")).filter((file) => file.endsWith(".json"));
  return readFileSync(path.join(profile, "workbench", name), "utf8");
};
const openCount = async () => {
  await open("sign");
  const text = await page().getByTestId("checklist").locator("li").first().innerText();
  return Number(/\d+/.exec(text)?.[0]);
};

async function start() {
  app = await startApplication({
    profile,
    args: [`--canbao-test-out=${out}`, `--canbao-test-pack=${path.join(out, "gansu-1.canbaopack")}`],
  });
  await page().getByTestId("id-number").waitFor();
  await inMain(app.electron, ({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1024, 768);
  });
  // On a busy machine the first key may come before the window listens. (expect.poll is for tests alone.)
  await vi.waitFor(
    async () => {
      await press("Alt+7");
      expect(await page().getByTestId("workbench-screen").isVisible()).toBe(true);
    },
    { timeout: 60_000, interval: 1000 },
  );
}

beforeAll(async () => {
  out = mkdtempSync(path.join(tmpdir(), "canbao-out-"));
  profile = mkdtempSync(path.join(tmpdir(), "canbao-author-"));
  await start();
}, 180_000);
afterAll(async () => {
  await app?.close();
  rmSync(out, { recursive: true });
  rmSync(profile, { recursive: true });
});
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

describe("an author with an invented notice for 2031", () => {
  test("starts from gansu/2025: days moved, amounts carried over, nothing confirmed", async () => {
    await page().locator("#start-base").selectOption("gansu/2025");
    await page().locator("#start-year").focus();
    await press("Control+a");
    await type("2031", "Enter");
    await type(NOTICE.number, "Enter");
    await type(NOTICE.zh, "Enter");
    await type(NOTICE.en, "Enter");
    await type(NOTICE.issuer, "Enter");
    await type("20300901", "Enter", "Enter");
    expect(await page().evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("start-draft");
    await press("Enter");
    await page().getByTestId("workbench-editor").waitFor();
    await page().getByTestId("no-faults").waitFor();
    expect(await page().locator('[id="wb-rules-contribution.standard.value"]').inputValue()).toBe("400.00");
    await open("periods");
    expect(await page().locator('[id="wb-rules-periods[0].from"]').inputValue()).toBe("2030-09-10");
    expect(await openCount()).toBeGreaterThan(60);
    expect(await page().getByTestId("sign-pack").isDisabled()).toBe(true);
    await picture("start");
  });

  test("sees a fault while typing, at the field and in the list, and the list leads to the field", async () => {
    await open("periods");
    await fill("wb-rules-periods[0].to", "20301220");
    await press("Enter");
    await page().getByTestId("timeline").getByText("2030-12-21 至 2030-12-25 不属于任何时期").waitFor();
    const fault = page().getByTestId("fault-list").getByRole("button");
    await fault.filter({ hasText: "2030-12-21 至 2030-12-25 没有时期" }).waitFor();
    await picture("gap");
    await open("amounts");
    await fault.focus();
    await press("Enter");
    await page().waitForFunction(() => document.activeElement?.id === "wb-rules-periods[1].from");
    expect(await page().locator('[id="wb-rules-periods[1].from"]').getAttribute("aria-invalid")).toBe("true");
    await type("20301221", "Enter");
    await page().getByTestId("no-faults").waitFor();
    expect(await page().locator('[id="wb-rules-periods[1].from"]').inputValue()).toBe("2030-12-21");
  });

  test("undoes and does again, by keys", async () => {
    await open("amounts");
    await fill("wb-rules-contribution.standard.value", "444");
    await press("Enter");
    const value = page().locator('[id="wb-rules-contribution.standard.value"]');
    expect(await value.inputValue()).toBe("444.00");
    await value.focus();
    await press("Control+z");
    expect(await value.inputValue()).toBe("400.00");
    await press("Control+y");
    expect(await value.inputValue()).toBe("444.00");
  });

  test("reads beside it what differs from last year, with both citations", async () => {
    await page().getByTestId("tab-differences").focus();
    await press("Enter");
    const differences = page().getByTestId("differences");
    await differences.getByText("个人缴费标准：数额：400.00 → 444.00").waitFor();
    expect(await differences.innerText()).toMatch(
      /旧：甘医保发〔2024〕54号 二（二）（证据A）；新：测医保发〔2030〕1号（虚构，仅供测试） 二（二）（证据A）/,
    );
    expect(await differences.innerText()).toContain("推后6年的同一天");
    await picture("differences");
    await page().getByTestId("tab-faults").focus();
    await press("Enter");
  });

  test("declares an amount not stated: silent, and no zero", async () => {
    await page().locator('[id="wb-rules-majorIllness.perHead.value-silent"]').focus();
    await press("Enter");
    await page().locator('[data-path="wb-rules-majorIllness.perHead.value"]').getByText("文件未写明").waitFor();
    expect(await page().locator('[id="wb-rules-majorIllness.perHead.cite.silent"]').isChecked()).toBe(true);
    await saved();
    expect(JSON.parse(draftFile()).files.rules.majorIllness.perHead).toMatchObject({
      value: null,
      cite: { silent: true },
    });
  });

  test("axe finds nothing on any page, in both languages and both themes", { timeout: 300_000 }, async () => {
    for (const language of ["zh-CN", "en"]) {
      if (language === "en") await page().getByTestId("language-switch").click();
      for (const name of ["amounts", "documents", "periods", "groups", "interpretations", "cases", "json", "sign"]) {
        await open(name);
        expect(await heardInBothThemes(page()), `${name} ${language}`).toEqual([]);
        await picture(`${name}-${language}`);
      }
    }
    await page().getByTestId("language-switch").click();
  });

  test("nothing is cut off at 1024 × 768", async () => {
    for (const name of ["amounts", "periods", "groups", "interpretations", "sign"]) {
      await open(name);
      const spare = await page()
        .locator(".wb__page")
        .evaluate(({ clientWidth, scrollWidth }) => clientWidth - scrollWidth);
      expect([name, spare]).toEqual([name, 0]);
    }
    const frame = await page()
      .locator(".app__main")
      .evaluate(({ clientHeight, scrollHeight }) => clientHeight - scrollHeight);
    expect(frame).toBe(0);
  });

  test("loses nothing when the program is killed", async () => {
    await open("amounts");
    await saved();
    app.electron.process().kill("SIGKILL");
    await app.close().catch(() => {});
    await start();
    await page().getByTestId("draft-gansu/2031").getByRole("button").first().focus();
    await press("Enter");
    await page().getByTestId("workbench-editor").waitFor();
    expect(await page().locator('[id="wb-rules-contribution.standard.value"]').inputValue()).toBe("444.00");
  });

  test("confirms point by point with Ctrl+Enter alone, and is led from each to the next", async () => {
    const open0 = await openCount();
    await open("documents");
    await page().locator('[id="wb-rules-documents[\\"gansu-2030-1\\"].number"]').focus();
    for (let left = open0; left > 0; left--) {
      await press("Control+Enter");
      // The next point is in focus before the next key: an author would see it too.
      await page().waitForTimeout(60);
    }
    expect(await openCount()).toBe(0);
    await picture("confirmed");
  });

  test("a change after that takes its confirmation back, and nothing can be signed", async () => {
    await open("amounts");
    await fill("wb-rules-contribution.standard.cite.article", "二（三）");
    await page().getByTestId("point-rules:contribution/standard").getByText("确认后改过").waitFor();
    expect(await openCount()).toBe(1);
    expect(await page().getByTestId("sign-pack").isDisabled()).toBe(true);
    await open("amounts");
    await page().locator('[id="wb-rules-contribution.standard.cite.article"]').focus();
    await press("Control+Enter");
    await page().waitForTimeout(100);
    expect(await openCount()).toBe(0);
  });

  test("works a case out by hand; the engine's answer stands beside and is copied by nobody", async () => {
    await open("cases");
    await page().getByTestId("add-case").focus();
    await press("Enter");
    const card = page().getByTestId("case-1");
    await page().locator("#wb-cases-case-1-aboutZh").focus();
    await type("虚构：补充缴费期缴费", "Enter");
    await type("Invented: pays in the supplementary window", "Enter");
    await type("20310115", "Enter");
    await type("620602", "Enter");
    expect(await page().locator("#wb-cases-case-1-county").inputValue()).toBe("620602");
    await type("19800501", "Enter");
    await page().locator("#wb-cases-case-1-payable-answered").filter({ hasText: "444.00" }).waitFor();
    expect(await page().locator("#wb-cases-case-1-payable").inputValue()).toBe("");
    await page().locator("#wb-cases-case-1-payable").focus();
    await type("400", "Enter");
    await card.getByRole("status").filter({ hasText: "不一致" }).waitFor();
    expect(await page().getByTestId("sign-form").count()).toBe(0);
    await fill("wb-cases-case-1-payable", "444");
    await press("Enter");
    await fill("wb-cases-case-1-start", "20310415");
    await press("Enter");
    await card
      .getByRole("status")
      .filter({ hasText: /^一致$/ })
      .waitFor();
    await card.locator("summary").first().focus();
    await press("Enter");
    expect(await card.innerText()).toContain(NOTICE.number);
    await picture("case");
  });

  test("makes a key, signs, and is given the fingerprint to read out", async () => {
    await open("sign");
    await page().locator("#sign-issuerZh").focus();
    await type(NOTICE.issuer, "Tab");
    await type("Invented bureau", "Tab", "Tab", "Tab");
    await page().getByTestId("new-key").focus();
    await press("Enter");
    await page().locator("#sign-passphrase").focus();
    await type(PASSPHRASE, "Tab");
    await type(PASSPHRASE, "Tab");
    await press("Enter");
    await page().getByTestId("fingerprint").waitFor({ timeout: 30_000 });
    await page().getByTestId("sign-pack").focus();
    await press("Enter");
    await page().getByTestId("signed").waitFor({ timeout: 30_000 });
    await picture("signed");
    const [said = ""] = /(\d{5} ){7}\d{5}/.exec(await page().getByTestId("signed").innerText()) ?? [];
    spoken = said.split(" ");
    expect(spoken).toHaveLength(8);
    expect(existsSync(path.join(out, "gansu-1.canbaopack"))).toBe(true);
    expect(draftFile()).not.toContain(PASSPHRASE);
  });

  test("a counter that pins the key takes the pack in and computes the invented year", async () => {
    const bytes = readFileSync(path.join(out, "gansu-1.canbaopack"));
    const desk = testDesk();
    desk.clock = new Date().toLocaleDateString("sv-SE");
    try {
      expect(desk.install(bytes)).toBe("unknown-key");
      desk.trust(bytes);
      expect(desk.install(bytes)).toBe("installed");
      const tables = new Map([...desk.rules().ruleSets].map(([id, { table }]) => [id, table]));
      const request = {
        ruleSet: "gansu/2031",
        county: "620602",
        paidOn: "2031-01-15",
        resident: { birthDate: "1980-05-01", categories: [], missedYears: [] },
      };
      expect(answerRequest(request, tables)).toMatchObject({
        ok: true,
        result: {
          contribution: { payable: "444.00" },
          benefit: { start: "2031-04-15" },
          majorIllness: { perHead: null },
        },
      });
    } finally {
      desk.remove();
    }
  });

  test("the counter's own window hears the fingerprint and shows whom the pack concerns before it takes effect", async () => {
    await press("Alt+6");
    await page().getByTestId("policies-packs").focus();
    await press("Enter");
    await page().getByTestId("pack-choose").focus();
    await press("Enter");
    const form = page().getByTestId("pin-form");
    await form.waitFor();
    await page().waitForFunction(() => document.activeElement?.tagName === "INPUT");
    for (let left = await form.getByRole("textbox").count(); left > 0; left--) {
      const place = await page().evaluate(
        () => /\d/.exec(document.activeElement?.closest("label")?.textContent ?? "")?.[0] ?? "0",
      );
      await type(spoken[Number(place) - 1] ?? "", "Tab");
    }
    await press("Enter");
    const grant = page().getByTestId("grant-form");
    await grant.filter({ hasText: NOTICE.issuer }).waitFor();
    await page().waitForFunction(() => document.activeElement?.closest('[data-testid="grant-form"]') !== null);
    await press("Enter");
    const impact = page().getByTestId("packs-impact");
    await impact.filter({ hasText: /gansu\/2031 是新增的规则，没有人的结果会变/ }).waitFor();
    expect(await impact.innerText()).toMatch(/试算 1 个算例、[1-9]\d* 位典型居民/);
    await picture("impact");
  });

  test("taken in, the pack stands among those in use", async () => {
    await page().getByTestId("pack-install").focus();
    await press("Enter");
    await page().getByTestId("installed-gansu").filter({ hasText: "第 1 版" }).waitFor();
  });

  test("the counter's next answer follows the signed pack", async () => {
    await press("Alt+1", "F2");
    const entry = page().getByTestId("rules-gansu/2031");
    const digit = await entry.locator("kbd").innerText();
    await press(digit);
    await page().getByTestId("rules-dialog").waitFor({ state: "detached" });
    await page().getByTestId("rules-button").filter({ hasText: "2031" }).waitFor();
    await press("Control+n");
    await page().waitForFunction(() => document.activeElement?.id === "idNumber");
    await type("622301196202100024");
    // Question and pane come with the answer; a step that is not there yet cannot be stepped through.
    await page().getByTestId("trace").waitFor();
    await press("Enter", "Enter", "Enter", "Enter", "Enter", "Y", "Enter", "Enter");
    expect(await focused()).toBe("paidOn");
    await type("20310115");
    await page().getByTestId("payable-words").filter({ hasText: "肆佰肆拾肆元" }).waitFor();
    await picture("counter");
  });

  test("and when the pack is undone, no counter knows the invented year any more", async () => {
    await press("Alt+6");
    const installed = page().getByTestId("installed-gansu");
    await installed.getByRole("button", { name: "撤回" }).focus();
    await press("Enter");
    await page().getByTestId("undo-gansu").focus();
    await press("Enter");
    await page().getByTestId("packs-installed").filter({ hasText: "没有规则包" }).waitFor();
    await press("Alt+1", "F2");
    await page().getByTestId("rules-gansu/2025").waitFor();
    expect(await page().getByTestId("rules-gansu/2031").count()).toBe(0);
    await press("Escape");
    await page().getByTestId("rules-dialog").waitFor({ state: "detached" });
    await press("Alt+7");
    await page().getByTestId("workbench-editor").waitFor();
  });

  test("hands the files over as they lie in policies, and edits them as text with faults at their lines", async () => {
    await open("json");
    await page().getByTestId("export-files").focus();
    await press("Enter");
    await page().getByText("已写入").waitFor();
    expect(existsSync(path.join(out, "gansu/2031/rules.json"))).toBe(true);
    const text = page().getByTestId("json-text");
    const before = await text.inputValue();
    await rewrite(before.replace('"fixed": 90', '"fixed": 9.5'));
    await page()
      .getByTestId("json-faults")
      .getByText(/第 \d+ 行/)
      .first()
      .waitFor();
    await picture("json");
    await rewrite(before);
    await page().getByTestId("json-faults").getByRole("button").first().waitFor({ state: "detached" });
  });

  test("deletes a draft, and takes that back", async () => {
    await page().getByTestId("close-draft").focus();
    await press("Enter");
    const entry = page().getByTestId("draft-gansu/2031");
    await entry.getByRole("button").last().focus();
    await press("Enter");
    await entry.waitFor({ state: "detached" });
    await page().getByTestId("restore-draft").focus();
    await press("Enter");
    await entry.waitFor();
  });

  test("a damaged draft is named and left where it is", async () => {
    writeFileSync(path.join(profile, "workbench", "broken.json"), "{");
    await press("Alt+1");
    await press("Alt+7");
    await page().getByTestId("draft-gansu/2031").getByRole("button").first().click();
    await page().getByTestId("close-draft").click();
    await page().getByText("broken.json").waitFor();
    expect(await focused()).toBeDefined();
  });
});
