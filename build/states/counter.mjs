// The counter: its answers, what is asked, and the dialogs and screens that show the same residents.

import { leave, open, resident, typed, useRules } from "./typing.mjs";

/** @import { State } from "./typing.mjs" */

/**
 * Each follows from the one before. Begins at a first start, at the counter of gansu/2025.
 *
 * @type {readonly State[]}
 */
export const counterStates = [
  {
    name: "tour",
    reach: async ({ page }) => {
      await page.getByTestId("tour").waitFor();
      await page.locator("#idNumber:focus").waitFor();
    },
  },
  {
    name: "empty",
    reach: async ({ page }) => {
      await leave(page, "tour");
      await page.keyboard.press("Control+n");
      await page.locator("#idNumber:focus").waitFor();
    },
  },
  {
    name: "answer",
    reach: async ({ page }) => {
      await resident(page, { identity: "rural-dibao-1-2", paidOn: "20250115" });
      await page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
      await page.getByTestId("advice").waitFor();
    },
  },
  {
    name: "help",
    reach: async ({ page }) => {
      await page.keyboard.press("F1");
      await page.getByTestId("help-panel").waitFor();
    },
  },
  {
    name: "keys",
    reach: async ({ page }) => {
      await page.keyboard.press("F1");
      await page.getByTestId("shortcut-sheet").waitFor();
    },
  },
  {
    name: "compare",
    reach: async ({ page }) => {
      await leave(page, "shortcut-sheet");
      await open(page, "compare");
      await page.getByTestId("dropped-jiangxi/2025").getByRole("button").first().click();
      await page.getByTestId("stand-in-jiangxi/2025").waitFor();
      await page.getByTestId("cell-payable-jiangxi/2025").getByText("80.00").waitFor();
    },
  },
  {
    name: "print",
    reach: async ({ page }) => {
      await open(page, "assess");
      await page.getByTestId("print").click();
      await page.getByTestId("print-dialog").waitFor();
      const past = page.getByTestId("past-year-accept");
      if (await past.isVisible()) await past.click();
      await page.locator(".preview__paper").waitFor();
    },
  },
  {
    name: "recall",
    reach: async ({ page }) => {
      await leave(page, "print-dialog");
      await page.keyboard.press("Control+n");
      await page.keyboard.press("Control+l");
      await page.getByTestId("recall-dialog").waitFor();
    },
  },
  {
    name: "question",
    reach: async ({ page }) => {
      await leave(page, "recall-dialog");
      await page.keyboard.press("Control+n");
      await page.locator("#idNumber:focus").waitFor();
      await page.keyboard.insertText("622301196202100024");
      await page.getByTestId("paid-on").fill("20250115");
      await page.getByTestId("question").waitFor();
    },
  },
  {
    name: "not-stated",
    reach: async ({ page }) => {
      await resident(page, { group: "discharged-soldier", eventOn: "20250530", paidOn: "20250620" });
      await page.getByTestId("review-start-not-stated").waitFor();
    },
  },
  {
    name: "undetermined",
    reach: async ({ page }) => {
      await resident(page, { covered: "n", paidOn: "20241110" });
      await page.getByTestId("review-gap-before-2025").waitFor();
    },
  },
  {
    name: "none",
    reach: ({ page }) => resident(page, { paidOn: "20250310" }),
  },
  {
    name: "year-over",
    reach: async ({ page }) => {
      await page.locator("#paidOn").fill("20261120");
      await page.getByTestId("year-over").waitFor();
    },
  },
  {
    name: "rules",
    reach: async ({ page }) => {
      await page.keyboard.press("F2");
      await page.getByTestId("rules-dialog").waitFor();
    },
  },
  {
    name: "household",
    reach: async ({ page }) => {
      await leave(page, "rules-dialog");
      await resident(page, { identity: "rural-dibao-1-2", paidOn: "20250115" });
      await page.keyboard.press("Control+m");
      await page.locator("#idNumber:focus").waitFor();
      await typed(page, "");
      await typed(page, "20240508");
      await typed(page, "王小满");
      await open(page, "household");
      await page.getByTestId("household-total").waitFor();
    },
  },
  {
    name: "repair",
    reach: async ({ page }) => {
      await open(page, "assess");
      await useRules(page, "guizhou/2026");
      await resident(page, { area: "", covered: "n", paidOn: "20260320" });
      await page.getByTestId("repair").waitFor();
    },
  },
  {
    name: "appearance",
    reach: async ({ page }) => {
      await page.getByTestId("appearance-button").click();
      await page.getByTestId("appearance-dialog").waitFor();
    },
  },
];
