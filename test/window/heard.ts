// What axe-core finds in the window: every rule in the light theme, and in the dark one what depends on colours.

import axe from "axe-core";
import type { Page } from "playwright-core";

/** Of a whole analysis; a theme sets colours alone, so that names, roles, order and sizes are the same in the dark. */
const RULES = { light: null, dark: ["color-contrast"] } as const;

export type Heard = readonly [theme: string, rule: string, elements: readonly string[]];

/** Nothing where all is well. Afterwards the page is in the light theme. */
export async function heardInBothThemes(page: Page): Promise<readonly Heard[]> {
  const dark = await heard(page, "dark");
  return [...(await heard(page, "light")), ...dark];
}

async function heard(page: Page, theme: keyof typeof RULES): Promise<readonly Heard[]> {
  // A page keeps its axe until it is loaded anew; reading the source in costs as much as half an analysis.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ value, rules }) => {
      document.documentElement.setAttribute("data-theme", value);
      // A colour on its way would be heard as the one before, and a dialog that fades in as one that can hardly be read;
      // what fades in begins a frame after it is there.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      for (const one of document.getAnimations()) {
        const end = one.effect?.getComputedTiming().endTime;
        if (typeof end === "number" && Number.isFinite(end)) one.finish();
      }
      const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
      const { violations } = await inPage.run(document, {
        resultTypes: ["violations"],
        selectors: false,
        ...(rules === null ? {} : { runOnly: [...rules] }),
      });
      return violations.map(({ id, nodes }): Heard => [value, id, nodes.map(({ html }) => html.slice(0, 160))]);
    },
    { value: theme, rules: RULES[theme] },
  );
}
