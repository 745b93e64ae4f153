// Puts pictures of one icon into the containers that Windows and macOS read; both hold plain PNG files.

/** @typedef {{size: number, png: Buffer}} Picture */

/** Edge lengths drawn from the one SVG, in pixels. */
export const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** What Windows shows somewhere, from the title bar to the large tiles. */
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

/** Apple's four-letter names: the plain sizes and those of dense screens. */
const appleTypes = /** @type {const} */ ([
  ["icp4", 16],
  ["icp5", 32],
  ["icp6", 64],
  ["ic07", 128],
  ["ic08", 256],
  ["ic09", 512],
  ["ic10", 1024],
  ["ic11", 32],
  ["ic12", 64],
  ["ic13", 256],
  ["ic14", 512],
]);

/**
 * @param {readonly Picture[]} pictures
 * @returns {Buffer} a Windows icon
 */
export function icoOf(pictures) {
  const chosen = windowsSizes.map((size) => pictureOf(pictures, size));
  const header = Buffer.alloc(6 + 16 * chosen.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(chosen.length, 4);
  let offset = header.length;
  for (const [at, { size, png }] of chosen.entries()) {
    const entry = 6 + 16 * at;
    // One byte an edge: 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...chosen.map(({ png }) => png)]);
}

/**
 * @param {readonly Picture[]} pictures
 * @returns {Buffer} a macOS icon
 */
export function icnsOf(pictures) {
  const parts = appleTypes.flatMap(([type, size]) => {
    const { png } = pictureOf(pictures, size);
    return [block(type, png.length), png];
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([block("icns", length), ...parts]);
}

/**
 * @param {string} type
 * @param {number} length of what follows
 */
function block(type, length) {
  const header = Buffer.alloc(8);
  header.write(type, "latin1");
  header.writeUInt32BE(length + 8, 4);
  return header;
}

/**
 * @param {readonly Picture[]} pictures
 * @param {number} size
 */
function pictureOf(pictures, size) {
  const found = pictures.find((picture) => picture.size === size);
  if (found === undefined) throw new Error(`no picture of ${size} pixels`);
  return found;
}
