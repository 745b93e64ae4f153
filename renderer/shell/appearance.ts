// How the window looks: theme, contrast and size of type, as this counter likes them.
import type { Look } from "../../shared/settings/look.ts";

export type Appearance = Look;

export const ORDINARY: Appearance = { theme: "system", contrast: "normal", type: "normal" };

const dark = matchMedia("(prefers-color-scheme: dark)");
const moreContrast = matchMedia("(prefers-contrast: more)");
/** The system paints with its own few colours: soft grounds are gone there too, so notices need their frames. */
const forcedColors = matchMedia("(forced-colors: active)");
let now: Appearance = ORDINARY;

/** Puts the look on the page at once; `system` follows the computer from then on. */
export function applyAppearance(chosen: Appearance): void {
  now = chosen;
  const { dataset } = document.documentElement;
  const isDark = chosen.theme === "dark" || (chosen.theme === "system" && dark.matches);
  dataset["theme"] = isDark ? "dark" : "light";
  setOrRemove(dataset, "contrast", isContrasty(chosen) ? "more" : null);
  setOrRemove(dataset, "print", chosen.type === "large" ? "large" : null);
}

export function currentAppearance(): Appearance {
  return now;
}

function isContrasty({ contrast }: Appearance): boolean {
  return contrast === "more" || moreContrast.matches || forcedColors.matches;
}

function setOrRemove(dataset: DOMStringMap, name: string, value: string | null): void {
  if (value === null) delete dataset[name];
  else dataset[name] = value;
}

for (const preference of [dark, moreContrast, forcedColors])
  preference.addEventListener("change", () => applyAppearance(now));
