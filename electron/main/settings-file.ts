// Where the counter's settings are kept.

import path from "node:path";

export function settingsFile(dataFolder: string): string {
  return path.join(dataFolder, "settings.json");
}
