// The icons: every size from the one drawing, and containers that hold exactly these pictures.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { source, stampOf } from "../../build/icons/draw.mjs";
import { icnsOf, icoOf, sizes } from "../../build/icons/icon-files.mjs";

const folder = path.dirname(source);
const pictures = sizes.map((size) => ({ size, png: readFileSync(path.join(folder, `png/${size}x${size}.png`)) }));

describe("the icon", () => {
  test("was drawn anew after the last change to its drawing", () => {
    expect(readFileSync(path.join(folder, "made-from.sha256"), "utf8")).toContain(stampOf(readFileSync(source)));
  });

  test.each(pictures)("is there at $size pixels, with clear corners and a filled middle", ({ size, png }) => {
    const { width, height, data } = PNG.sync.read(png);
    expect([width, height]).toEqual([size, size]);
    const alphaAt = (x: number, y: number) => data[(y * size + x) * 4 + 3];
    expect(alphaAt(0, 0)).toBe(0);
    expect(alphaAt(size / 2, size / 2)).toBe(255);
  });

  test("has no picture that nothing uses", () => {
    expect(readdirSync(path.join(folder, "png")).sort()).toEqual(sizes.map((size) => `${size}x${size}.png`).sort());
  });

  test("is for Windows a file of seven pictures, each where its entry says", () => {
    const ico = readFileSync(path.join(folder, "icon.ico"));
    expect(ico).toEqual(icoOf(pictures));
    const count = ico.readUInt16LE(4);
    const found = Array.from({ length: count }, (_, at) => {
      const entry = 6 + 16 * at;
      const from = ico.readUInt32LE(entry + 12);
      const { width } = PNG.sync.read(ico.subarray(from, from + ico.readUInt32LE(entry + 8)));
      expect(ico.readUInt8(entry)).toBe(width % 256);
      return width;
    });
    expect(found).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  test("is for macOS a file whose parts fill it to the last byte", () => {
    const icns = readFileSync(path.join(folder, "icon.icns"));
    expect(icns).toEqual(icnsOf(pictures));
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const { width } = PNG.sync.read(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
      found.push(`${icns.toString("latin1", at, at + 4)} ${width}`);
    }
    expect(found).toContain("ic10 1024");
    expect(found).toContain("ic12 64");
    expect(found).toHaveLength(11);
  });
});
