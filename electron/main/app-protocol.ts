// Serves the built pages under app://canbao, from one folder and nothing outside it, each with a strict policy.

import { readFileSync } from "node:fs";
import path from "node:path";
import { fillFirstPage } from "./first-page.ts";
import { host } from "./origin.ts";

/** No inline script or style, nothing evaluated, nothing remote; pictures may also be made by the page itself. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * @returns the file that an address names inside `root`, or undefined where the address is not ours, leads outside the
 *   folder, or names a kind of file that a page has no use for
 */
export function resolvePageFile(root: string, address: string): string | undefined {
  let name: string;
  try {
    const url = new URL(address);
    if (url.host !== host) return undefined;
    name = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  // Encoded slashes, backslashes, colons and NUL survive the parsing of an address and mean something to a file system.
  if (/[\\\0:]/.test(name) || name.split("/").some((part) => part === ".." || part === ".")) return undefined;
  const file = path.join(root, name);
  if (!file.startsWith(root + path.sep) || !(path.extname(file) in contentTypes)) return undefined;
  return file;
}

/**
 * The answer to one request of a page; 404 says nothing about why. Files are read at once: the window waits for each of
 * them, and the way through the event loop takes longer than the reading.
 */
export function servePage(root: string, request: { readonly method: string; readonly url: string }): Response {
  const file = request.method === "GET" ? resolvePageFile(root, request.url) : undefined;
  const body = file === undefined ? undefined : readOrNothing(file);
  if (file === undefined || body === undefined) return new Response("", { status: 404, headers: strictHeaders });
  const kind = path.extname(file);
  const content = kind === ".html" ? fillFirstPage(body.toString("utf8"), request.url) : new Uint8Array(body);
  return new Response(content, {
    headers: { ...strictHeaders, "Content-Type": contentTypes[kind] ?? "application/octet-stream" },
  });
}

function readOrNothing(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const strictHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
};
