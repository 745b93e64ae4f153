// How a clerk gets somewhere: what every state of the window is reached with. Residents are invented.

/** @import { ElectronApplication, Page } from "playwright-core" */

/** @typedef {{readonly page: Page, readonly electron: ElectronApplication, readonly folder: string}} Desk `folder` is for files */
/** @typedef {{readonly name: string, readonly reach: (desk: Desk) => Promise<unknown>}} State */

/** The check digit is right, the sequence belongs to nobody: born 1962-02-10. */
const ID_NUMBER = "622301196202100024";

/**
 * A resident up to the payment day; Enter goes from field to field as a clerk does.
 *
 * @param {Page} page
 * @param {{area?: string, identity?: string, group?: string, eventOn?: string, covered?: string, paidOn: string}} told
 */
export async function resident(page, told) {
  await page.keyboard.press("Control+n");
  await page.locator("#idNumber:focus").waitFor();
  await typed(page, ID_NUMBER);
  await typed(page, "王桂兰");
  await typed(page, told.area ?? "hyz");
  await typed(page, told.identity ?? "");
  if (told.identity !== undefined) await page.keyboard.press("Enter");
  await typed(page, told.group ?? "");
  if (told.group !== undefined) await page.keyboard.press("Enter");
  if (told.eventOn !== undefined) await typed(page, told.eventOn);
  await page.keyboard.press(told.covered ?? "y");
  await page.keyboard.press("Enter");
  if (told.covered === "n") await page.keyboard.press("Enter");
  await page.keyboard.insertText(told.paidOn);
  await page.locator(".pane:not([data-stale]) .answers").waitFor();
}

/**
 * At one go, as the state counts and not the way there.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function typed(page, text) {
  if (text !== "") await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
}

/** @param {Page} page @param {string} screen */
export async function open(page, screen) {
  await page.getByTestId(`nav-${screen}`).click();
}

/** Leaves a dialog by its key. @param {Page} page @param {string} testId */
export async function leave(page, testId) {
  await page.keyboard.press("Escape");
  await page.getByTestId(testId).waitFor({ state: "detached" });
}

/** @param {Page} page @param {string} ruleSet */
export async function useRules(page, ruleSet) {
  await page.keyboard.press("F2");
  await page.getByTestId(`rules-${ruleSet}`).click();
  await page.getByTestId("rules-dialog").waitFor({ state: "detached" });
}
