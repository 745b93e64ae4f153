// Compares a picture of the window with the one kept of it, forgiving the edges of letters; a failure leaves both and what differs.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { projectRoot } from "../../build/setup/child.mjs";
import { smallPng } from "../../build/small-png.mjs";

const kept = path.join(projectRoot, "test", "window", "snapshots");
const renewing = process.env["CANBAO_RENEW_SNAPSHOTS"] !== undefined;
const left = path.join(projectRoot, "out", "snapshots");
/** Of the greatest distance of two colours, 0 to 1: five levels of grey. */
const COLOUR = 0.02;
/** Of all pixels, about three hundred of a window: a box moved by a few. Letters drawn late have been seen to cost forty. */
const ALLOWED = 0.0004;

export const RENEW = "CANBAO_RENEW_SNAPSHOTS=1 npx vitest run --project window test/window/snapshots.test.ts";

/** Another Chromium draws the same letters otherwise: each has pictures of its own, or none and nothing is compared. */
export function isCompared(chromium: string): boolean {
  return renewing || existsSync(path.join(kept, chromium));
}

/** What differs, as a sentence with the way on; null where the picture is as it was, or was renewed. */
export function differenceFrom(chromium: string, name: string, taken: Buffer): string | null {
  const file = path.join(kept, chromium, `${name}.png`);
  if (renewing) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, smallPng(taken));
    return null;
  }
  mkdirSync(left, { recursive: true });
  const now = path.join(left, `${name}.now.png`);
  const meant = `If it was meant: ${RENEW}`;
  if (!existsSync(file)) {
    writeFileSync(now, taken);
    return `no picture is kept of ${name}; it looks like ${now}. ${meant}`;
  }
  const before = PNG.sync.read(readFileSync(file));
  // In the same few colours as the kept one: what is left over is no work of the palette.
  const after = PNG.sync.read(smallPng(taken));
  if (before.width !== after.width || before.height !== after.height) {
    writeFileSync(now, taken);
    return `${name} is ${after.width}×${after.height} instead of ${before.width}×${before.height}: ${now}`;
  }
  const { width, height } = after;
  const marked = new PNG({ width, height });
  const count = pixelmatch(before.data, after.data, marked.data, width, height, { threshold: COLOUR });
  if (count <= ALLOWED * width * height) return null;
  const differs = path.join(left, `${name}.differs.png`);
  writeFileSync(now, taken);
  writeFileSync(differs, PNG.sync.write(marked));
  return `${name} differs in ${count} pixels: see ${differs}, and ${now} for how it looks now. ${meant}`;
}
