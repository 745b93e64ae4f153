// Gives a Linux machine without any font one of ours: where the system has none at all, Chromium dies before it reads the page's own.

import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Where Linux keeps fonts, whatever the distribution. */
const places = (): readonly string[] => [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  "/usr/share/X11/fonts",
  path.join(homedir(), ".local/share/fonts"),
  path.join(homedir(), ".fonts"),
];

/**
 * Has to be called before Chromium looks for fonts. A machine with fonts keeps its own settings, and so does one whose
 * administrator names a configuration.
 *
 * @param folder with `fonts.conf` and a font beside it, on the disk: the system's font library reads no archive
 */
export function bringLastResortFont(folder: string): void {
  if (process.platform !== "linux" || process.env["FONTCONFIG_FILE"] !== undefined || places().some(hasFont)) return;
  process.env["FONTCONFIG_FILE"] = path.join(folder, "fonts.conf");
}

/** Stops at the first; a place that is not there has none. */
function hasFont(folder: string): boolean {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return (
      entries.some(({ name }) => /\.(ttf|ttc|otf|otc|pfb)$/i.test(name)) ||
      entries.some((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && hasFont(path.join(folder, entry.name)))
    );
  } catch {
    return false;
  }
}
