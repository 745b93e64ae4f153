// The rule author's screens. The notice is invented and says so.

import { open } from "./typing.mjs";

/** @import { State } from "./typing.mjs" */

/** @type {readonly State[]} */
export const authorStates = [
  {
    name: "author-start",
    reach: async ({ page }) => {
      await open(page, "workbench");
      await page.locator("#start-base").selectOption("gansu/2025");
      await page.locator("#start-year").fill("2031");
      await page.locator("#start-number").fill("测医保发〔2030〕1号（虚构，仅供演示）");
      await page.locator("#start-titleZh").fill("虚构通知，仅供演示");
      await page.locator("#start-titleEn").fill("Invented notice, for the picture only");
      await page.locator("#start-issuers").fill("虚构医疗保障局");
      await page.locator("#start-issuedOn").fill("20300901");
    },
  },
  {
    name: "author-amounts",
    reach: async ({ page }) => {
      await page.getByTestId("start-draft").click();
      await page.getByTestId("no-faults").waitFor();
      await page.getByTestId("page-documents").click();
      await page.getByTestId("point-rules:documents/gansu-2030-1").locator(".wb-confirm").click();
      await page.getByTestId("page-amounts").click();
      await page.locator('[id="wb-rules-contribution.standard.value"]').fill("444.00");
      await page.getByTestId("tab-differences").click();
      await page.locator('[data-testid="saving"][data-saving="saved"]').waitFor();
    },
  },
  {
    name: "author-periods",
    reach: async ({ page }) => {
      await page.getByTestId("page-periods").click();
      await page.locator('[id="wb-rules-periods[0].to"]').fill("2030-12-20");
      await page.getByTestId("tab-faults").click();
      await page.getByTestId("fault-list").waitFor();
    },
  },
  {
    name: "author-cases",
    reach: async ({ page }) => {
      await page.locator('[id="wb-rules-periods[0].to"]').fill("2030-12-25");
      await page.getByTestId("no-faults").waitFor();
      await page.getByTestId("page-cases").click();
      await page.getByTestId("add-case").click();
      await page.locator("#wb-cases-case-1-aboutZh").fill("虚构：补充缴费期缴费");
      await page.locator("#wb-cases-case-1-aboutEn").fill("Invented: pays in the supplementary window");
      await page.locator("#wb-cases-case-1-paidOn").fill("2031-01-15");
      await page.locator("#wb-cases-case-1-payable").fill("444.00");
      await page.locator("#wb-cases-case-1-start").fill("2031-04-15");
      await page.locator('[data-testid="case-1"][data-state="passes"]').waitFor();
    },
  },
  {
    name: "author-files",
    reach: async ({ page }) => {
      await page.getByTestId("page-json").click();
      await page.getByTestId("json-text").waitFor();
    },
  },
  {
    name: "author-sign",
    reach: async ({ page }) => {
      await page.getByTestId("page-sign").click();
      await page.getByTestId("checklist").waitFor();
    },
  },
  {
    name: "author-drafts",
    reach: async ({ page }) => {
      await page.getByTestId("close-draft").click();
      await page.getByTestId("draft-gansu/2031").waitFor();
    },
  },
];
