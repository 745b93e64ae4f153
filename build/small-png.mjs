// Makes a picture of the screen small: at most 256 colours, which a window has anyway but for the edges of its letters.

import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";

/**
 * @param {Buffer} file a PNG without transparency
 * @returns {Buffer} the same picture as a PNG with a palette
 */
export function smallPng(file) {
  const { width, height, data } = PNG.sync.read(file);
  /** @type {Map<number, {count: number, exact: Map<number, number>}>} colours alike in their six upper bits: in fewer, a shadow falls into bands */
  const alike = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const exact = colourAt(data, at);
    const coarse = exact & 0xfcfcfc;
    const found = alike.get(coarse) ?? { count: 0, exact: new Map() };
    found.count += 1;
    found.exact.set(exact, (found.exact.get(exact) ?? 0) + 1);
    alike.set(coarse, found);
  }
  // Each family is drawn in its most frequent colour, so that grounds and inks stay exactly what they are.
  const families = [...alike].sort((one, other) => other[1].count - one[1].count).slice(0, 256);
  const palette = families.map(([, { exact }]) => [...exact].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0);
  const index = new Map(families.map(([coarse], at) => [coarse, at]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const coarse = colourAt(data, (y * width + x) * 4) & 0xfcfcfc;
      let entry = index.get(coarse);
      if (entry === undefined) {
        entry = nearest(palette, coarse);
        index.set(coarse, entry);
      }
      rows[y * (width + 1) + 1 + x] = entry;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** @param {Buffer} data @param {number} at @returns {number} 0xRRGGBB */
function colourAt(data, at) {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

/** @param {readonly number[]} palette @param {number} colour @returns {number} */
function nearest(palette, colour) {
  const distance = (/** @type {number} */ other) =>
    ((colour >> 16) - (other >> 16)) ** 2 +
    (((colour >> 8) & 0xff) - ((other >> 8) & 0xff)) ** 2 +
    ((colour & 0xff) - (other & 0xff)) ** 2;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, other] of palette.entries()) {
    const now = distance(other);
    if (now >= least) continue;
    best = at;
    least = now;
  }
  return best;
}

/** @param {string} type @param {Buffer} body */
function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
