// Remembers how large the window was and where it stood.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { loadJson } from "./json-file.ts";

const minimum = { width: 1024, height: 700 } as const;

const windowStateSchema = z.object({
  width: z.int().min(minimum.width).max(16_384).default(1280),
  height: z.int().min(minimum.height).max(16_384).default(800),
  place: z.object({ x: z.int(), y: z.int() }).exactOptional(),
  maximized: z.boolean().default(false),
});

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

export async function loadWindowState(dataFolder: string): Promise<WindowState> {
  return (await loadJson(fileOf(dataFolder), windowStateSchema)).value;
}

/**
 * At once and not later: the last window closing ends the application, and a promise with it. A window that cannot
 * remember its size is no reason to trouble anybody, so a failure is dropped; half a file is set aside when it is read.
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
