// Puts the words of shared/locales into the window's page, for its first paint: {{assess:field.idNumber}}. The page is
// built once for each language; the main process opens the right one.

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const locales = path.resolve(import.meta.dirname, "../../shared/locales");

/** Throws where a key is not there: a page with braces in it must not be built. */
export function fillWords(html: string, language: "zh-CN" | "en"): string {
  const filled = html.replace(/\{\{(\w+):([\w.]+)\}\}/g, (_, file: string, key: string) => wordOf(language, file, key));
  return filled.replace('<html lang="zh-CN">', `<html lang="${language}">`);
}

function wordOf(language: string, file: string, key: string): string {
  const texts: unknown = JSON.parse(readFileSync(path.join(locales, language, `${file}.json`), "utf8"));
  const found = key
    .split(".")
    .reduce<unknown>((at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined), texts);
  if (typeof found !== "string") throw new Error(`${language} has no text ${file}:${key}`);
  return found.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export const firstPage: Plugin[] = [
  {
    name: "first-page:served",
    apply: "serve",
    transformIndexHtml: (html) => fillWords(html, "zh-CN"),
  },
  {
    name: "first-page:built",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("the window's page was not built");
      const html = page.source.toString();
      page.source = fillWords(html, "zh-CN");
      this.emitFile({ type: "asset", fileName: "index.en.html", source: fillWords(html, "en") });
    },
  },
];
