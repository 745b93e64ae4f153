// The one counter of this window, which its screens and the top bar share.
import { dayOf } from "../../shared/dates/civil.ts";
import { ask } from "../platform/ask.ts";
import { applyAppearance } from "../shell/appearance.ts";
import { setIdleMinutes } from "../shell/idle-time.ts";
import { ipcGateway } from "./ipc-gateway.ts";
import { keepDrafts, restoreDrafts } from "./kept-drafts.ts";
import { createCounter, type Preferred } from "./store.ts";

const now = new Date();

export const counter = createCounter(
  ipcGateway,
  dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()),
  (what) => void ask("settings.set", what),
);

async function readSettings(): Promise<Preferred> {
  const settings = await ask("settings.get", undefined);
  if (!settings.ok) return { ruleSet: null, county: null, setAside: null };
  applyAppearance(settings.value.settings);
  setIdleMinutes(settings.value.settings.idleMinutes);
  const { settings: kept, setAside } = settings.value;
  return { ruleSet: kept.ruleSet, county: kept.county, setAside };
}

/** Reads what this counter uses and asks for its rules; what goes wrong stands in the store. */
export async function startCounter(): Promise<void> {
  await counter.getState().start(readSettings());
  await restoreDrafts(counter);
  keepDrafts(counter);
}
