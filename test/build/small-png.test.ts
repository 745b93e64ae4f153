// A small picture shows the same: white stays white beside a ground that is almost white.

import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { smallPng } from "../../build/small-png.mjs";

function pictureOf(colours: readonly number[]): Buffer {
  const png = new PNG({ width: colours.length, height: 1 });
  for (const [at, colour] of colours.entries()) png.data.writeUInt32BE(((colour << 8) | 0xff) >>> 0, at * 4);
  return PNG.sync.write(png);
}

test("colours that differ little are kept apart, exactly as they were", () => {
  const colours = [0xffffff, 0xffffff, 0xf7f8fa, 0xf4f6fa, 0x18202c, 0x000000];
  const { data } = PNG.sync.read(smallPng(pictureOf(colours)));
  expect(colours.map((_, at) => data.readUInt32BE(at * 4) >>> 8)).toEqual(colours);
});

test("more colours than a palette holds take the nearest", () => {
  const colours = Array.from({ length: 600 }, (_, at) => (at % 32) * 8 * 0x10000 + Math.floor(at / 32) * 8);
  const { data } = PNG.sync.read(smallPng(pictureOf(colours)));
  for (const [at, colour] of colours.entries()) {
    const found = data.readUInt32BE(at * 4) >>> 8;
    expect(Math.abs((found >> 16) - (colour >> 16))).toBeLessThanOrEqual(160);
  }
});
