// The address under which the application's own pages live.

import type { CustomScheme } from "electron";

export const scheme = "app";
export const host = "canbao";

/** Set by `npm run dev` when the main process is built; null in every other build, so the code that trusts it vanishes. */
declare const __DEV_SERVER__: string | null;
export const devServer: string | null = typeof __DEV_SERVER__ === "undefined" ? null : __DEV_SERVER__;

export const origin = devServer ?? `${scheme}://${host}`;

export type Page = "index.html" | "index.en.html" | "print.html";

export function pageAddress(page: Page): string {
  // The development server has the window's page once, and in Chinese until the application has started.
  return `${origin}/${devServer !== null && page === "index.en.html" ? "index.html" : page}`;
}

/** True for the application's own pages and nothing that merely begins like them. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}` === origin;
  } catch {
    return false;
  }
}

/** `codeCache`: V8 keeps compiled code of our pages, which the second start gains from. */
export const privilegedScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};
