// Remembers how large the window was and where it stood.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const minimum = { width: 1024, height: 700 } as const;
const LARGEST = 16_384;

/** On a first start, and where what was remembered cannot be read. */
const initial: WindowState = { width: 1280, height: 800, maximized: false };

export interface WindowState {
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
  /** where the window stood; absent: in the middle of the screen */
  readonly place?: { readonly x: number; readonly y: number };
}

export const minimumSize = minimum;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const fileOf = (dataFolder: string): string => path.join(dataFolder, "window.json");

/** Read by hand and at once: it stands before the first paint, where a schema and a turn of the event loop cost too much. */
export function loadWindowState(dataFolder: string): WindowState {
  try {
    return stateOf(JSON.parse(readFileSync(fileOf(dataFolder), "utf8")));
  } catch {
    return initial;
  }
}

/** A part that makes no sense is as on a first start; the others are kept. */
export function stateOf(found: unknown): WindowState {
  if (typeof found !== "object" || found === null) return initial;
  const { width, height, place, maximized } = found as Readonly<Record<string, unknown>>;
  const size = {
    width: isWhole(width) && width >= minimum.width && width <= LARGEST ? width : initial.width,
    height: isWhole(height) && height >= minimum.height && height <= LARGEST ? height : initial.height,
    maximized: maximized === true,
  };
  if (typeof place !== "object" || place === null) return size;
  const { x, y } = place as Readonly<Record<string, unknown>>;
  return isWhole(x) && isWhole(y) ? { ...size, place: { x, y } } : size;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/**
 * At once and not later: the last window closing ends the application, and a promise with it. A window that cannot
 * remember its size is no reason to trouble anybody, so a failure is dropped; half a file is as none when it is read.
 */
export function saveWindowState(dataFolder: string, state: WindowState): void {
  try {
    writeFileSync(fileOf(dataFolder), `${JSON.stringify(state)}\n`);
  } catch {}
}

/** Keeps the remembered place only where a screen still shows it; a second screen may be gone since. */
export function placeOnScreen(state: WindowState, screens: readonly Area[]): WindowState {
  const { place, ...size } = state;
  if (place === undefined) return size;
  const { x, y } = place;
  const visible = screens.some(
    (screen) =>
      x + size.width > screen.x + 100 &&
      x < screen.x + screen.width - 100 &&
      y >= screen.y - 10 &&
      y < screen.y + screen.height - 100,
  );
  return visible ? state : size;
}
