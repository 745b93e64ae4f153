// Opens the page of packs from anywhere: the rules screen may not be there yet when a pack is handed over.

import { openScreen } from "../platform/open-screen.ts";

const NAME = "canbao:open-packs";
let wanted = false;

export function openPacks(): void {
  wanted = true;
  openScreen("policies");
  window.dispatchEvent(new Event(NAME));
}

/** Whether somebody asked for the page before it was there to hear it. Stays true until it listens: a first rendering may be thrown away. */
export function packsWanted(): boolean {
  return wanted;
}

/** Returns what ends the listening. */
export function onOpenPacks(open: () => void): () => void {
  wanted = false;
  const listen = (): void => {
    wanted = false;
    open();
  };
  window.addEventListener(NAME, listen);
  return () => window.removeEventListener(NAME, listen);
}
