// What the first paint has to know of the settings: language, theme, contrast, size of type. Read at once and without a
// schema, because both would cost a clerk a part of every start; the settings' own store reads and checks the file later.

import { readFileSync } from "node:fs";
import { contrasts, type Language, type Look, languages, themes, typeSizes } from "../../shared/settings/look.ts";
import { settingsFile } from "./settings-file.ts";

export interface FirstLook extends Look {
  readonly language: Language;
}

/** Anything that cannot be read is as it is on a first start. */
export function readFirstLook(dataFolder: string): FirstLook {
  const kept = readOrNothing(settingsFile(dataFolder));
  const oneOf = <Choice extends string>(choices: readonly [Choice, ...Choice[]], name: string): Choice =>
    choices.find((choice) => choice === kept[name]) ?? choices[0];
  return {
    language: oneOf(languages, "language"),
    theme: oneOf(themes, "theme"),
    contrast: oneOf(contrasts, "contrast"),
    type: oneOf(typeSizes, "type"),
  };
}

function readOrNothing(file: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof found === "object" && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}
