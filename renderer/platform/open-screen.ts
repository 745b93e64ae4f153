// Lets one screen open another without knowing the frame that holds them.

const NAME = "canbao:open-screen";

/** @param id a screen's id in features.ts; an unknown one opens nothing */
export function openScreen(id: string): void {
  window.dispatchEvent(new CustomEvent(NAME, { detail: id }));
}

/** Calls `open` with the id of each screen asked for; returns what ends it. */
export function onOpenScreen(open: (id: string) => void): () => void {
  const listen = (event: Event): void => {
    if (event instanceof CustomEvent && typeof event.detail === "string") open(event.detail);
  };
  window.addEventListener(NAME, listen);
  return () => window.removeEventListener(NAME, listen);
}
