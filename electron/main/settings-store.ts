// Keeps the counter's settings in one file of the data folder.

import { succeed } from "../../shared/ipc/channel.ts";
import { type Settings, settingsSchema } from "../../shared/ipc/channels/settings.ts";
import type { Language } from "../../shared/settings/look.ts";
import type { Handler } from "./ipc/router.ts";
import { type Loaded, loadJson, saveJson } from "./json-file.ts";
import { settingsFile } from "./settings-file.ts";

export interface SettingsStore {
  readonly get: Handler<"settings.get">;
  readonly set: Handler<"settings.set">;
  /** The language to start in; Chinese where the settings cannot be read. */
  readonly language: () => Promise<Language>;
  /** The rule set used last; null where none was, or where the settings cannot be read. */
  readonly ruleSet: () => Promise<string | null>;
}

export function createSettingsStore(dataFolder: string): SettingsStore {
  const file = settingsFile(dataFolder);
  let loaded: Promise<Loaded<Settings>> | undefined;
  const load = () => (loaded ??= loadJson(file, settingsSchema));
  // Changes queue up: two at once would each write the other's half away.
  let writing: Promise<unknown> = Promise.resolve();
  return {
    get: async () => {
      const { value, setAside } = await load();
      return succeed({ settings: value, setAside });
    },
    language: () =>
      load().then(
        ({ value }) => value.language,
        () => "zh-CN",
      ),
    ruleSet: () =>
      load().then(
        ({ value }) => value.ruleSet,
        () => null,
      ),
    set: (patch) => {
      const change = writing.then(async () => {
        const before = await load();
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
        const settings = settingsSchema.parse({ ...before.value, ...given });
        const saved = await saveJson(file, settings);
        if (!saved.ok) return saved;
        loaded = Promise.resolve({ ...before, value: settings });
        return succeed({ settings });
      });
      writing = change.catch(() => {});
      return change;
    },
  };
}
