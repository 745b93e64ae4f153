// The first paint is in the clerk's language and look, whatever has become of the settings file.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readFirstLook } from "../../electron/main/first-look.ts";
import { fillFirstPage, firstPageAddress } from "../../electron/main/first-page.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-look-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FIRST_START = { language: "zh-CN", theme: "system", contrast: "normal", type: "normal" };

describe("the look before anything is loaded", () => {
  test("is that of the settings", () => {
    const kept = { language: "en", theme: "dark", contrast: "more", type: "large", clerk: "王" };
    writeFileSync(path.join(folder, "settings.json"), JSON.stringify(kept));
    expect(readFirstLook(folder)).toEqual({ language: "en", theme: "dark", contrast: "more", type: "large" });
  });

  test.each(["", "{", "null", "[]", '"en"', '{"language":"fr","theme":1,"contrast":null,"type":"<b>"}'])(
    "is that of a first start where the settings read %j",
    (text) => {
      writeFileSync(path.join(folder, "settings.json"), text);
      expect(readFirstLook(folder)).toEqual(FIRST_START);
    },
  );

  test("is that of a first start where there are no settings", () => {
    expect(readFirstLook(folder)).toEqual(FIRST_START);
  });
});

describe("the first page", () => {
  const page = '<!doctype html>\n<html lang="en">\n  <body></body>\n</html>\n';

  test("is opened in the reader's language, with its look in the address", () => {
    const look = { language: "en", theme: "dark", contrast: "more", type: "large" } as const;
    const address = firstPageAddress(look);
    expect(address).toBe("app://canbao/index.en.html?language=en&theme=dark&contrast=more&print=large");
    expect(fillFirstPage(page, address)).toContain(
      '<html lang="en" data-theme="dark" data-contrast="more" data-print="large">',
    );
  });

  test("says nothing of what is ordinary", () => {
    const look = { language: "zh-CN", theme: "light", contrast: "normal", type: "normal" } as const;
    expect(fillFirstPage(page, firstPageAddress(look))).toContain('<html lang="en" data-theme="light">');
  });

  test("takes no other word from its address", () => {
    const address = 'app://canbao/index.html?theme="><script>&contrast=most&print=1&language=en';
    expect(fillFirstPage(page, address)).toBe(page);
  });
});
