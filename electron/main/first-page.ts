// The window's page in the reader's language and look, from its first paint on: they are told in its address and written
// into its root element as it is served. No script has to run for that, and none may stand in the page.

import type { FirstLook } from "./first-look.ts";
import { pageAddress } from "./origin.ts";

/** @param look `theme` settled: what the computer itself prefers is known by now */
export function firstPageAddress(look: FirstLook): string {
  const { language, theme, contrast, type } = look;
  const page = pageAddress(language === "en" ? "index.en.html" : "index.html");
  return `${page}?${new URLSearchParams({ language, theme, contrast, print: type })}`;
}

/** What may be written into the page, by its name in the address; the rest of the address is left unread. */
const marks: readonly (readonly [name: string, values: readonly string[]])[] = [
  ["theme", ["light", "dark"]],
  ["contrast", ["more"]],
  ["print", ["large"]],
];

/** @returns the page with `data-theme`, `data-contrast` and `data-print` on its root, as the address asks */
export function fillFirstPage(html: string, address: string): string {
  const { searchParams } = new URL(address);
  const found = marks.flatMap(([name, values]) => {
    const value = values.find((candidate) => candidate === searchParams.get(name));
    return value === undefined ? [] : [` data-${name}="${value}"`];
  });
  return html.replace(/<html lang="[\w-]+"/, (start) => start + found.join(""));
}
