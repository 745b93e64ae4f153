// app:// serves the built pages and nothing else of the disk.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentSecurityPolicy, resolvePageFile, servePage } from "../../electron/main/app-protocol.ts";

let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-pages-"));
  root = path.join(folder, "pages");
  mkdirSync(path.join(root, "assets"), { recursive: true });
  writeFileSync(path.join(root, "index.html"), "<p>");
  writeFileSync(path.join(root, "assets/a.js"), "1");
  writeFileSync(path.join(folder, "secret.json"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a page's address", () => {
  test("names a file of the pages, whatever its question part", () => {
    expect(resolvePageFile(root, "app://canbao/assets/a.js?language=en#x")).toBe(path.join(root, "assets/a.js"));
  });

  test.each([
    "app://canbao/../secret.json",
    "app://canbao/%2e%2e/secret.json",
    "app://canbao/..%2fsecret.json",
    "app://canbao/..%5csecret.json",
    "app://canbao/assets/%2e%2e%2f%2e%2e%2fsecret.json",
    "app://canbao//etc/passwd.json",
    "app://canbao/%00.html",
    "app://canbao/index.html%00.js",
    "app://canbao/C:/x.js",
    "app://canbao/assets",
    "app://canbao/index.exe",
    "app://canbao/%zz.html",
    "app://elsewhere/index.html",
    "not an address",
  ])("never leads to another file: %s", async (address) => {
    const file = resolvePageFile(root, address);
    if (file !== undefined) expect(path.relative(root, file)).not.toMatch(/^\.\./);
    const answer = await servePage(root, { method: "GET", url: address });
    expect(answer.status).toBe(404);
  });

  test("is answered with the strict policy", async () => {
    const answer = await servePage(root, { method: "GET", url: "app://canbao/index.html" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|http|\*/);
  });

  test("is only read, never written to", async () => {
    expect((await servePage(root, { method: "POST", url: "app://canbao/index.html" })).status).toBe(404);
  });
});
