// The ID field that stands in the page itself, and how it gives way to the form's: what was typed, the caret and the
// focus go over, and so does an Enter with what was typed behind it. A card reader is faster than any window.

interface Watched {
  readonly frame: HTMLElement;
  readonly field: HTMLInputElement;
  /** typed after Enter, for the field that follows; null before Enter */
  further: string | null;
  composing: boolean;
}

let watched: Watched | null = null;

export function watchFirstField(): void {
  const frame = document.getElementById("first");
  const field = frame?.querySelector("input");
  if (!frame || !field) return;
  const state: Watched = { frame, field, further: null, composing: false };
  watched = state;
  field.focus();
  field.addEventListener("compositionstart", () => {
    state.composing = true;
  });
  field.addEventListener("compositionend", () => {
    state.composing = false;
  });
  field.addEventListener("keydown", (event) => {
    // 229 is what some input methods report while they compose.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter") state.further ??= "";
    else if (state.further === null || event.key.length > 1) return;
    else state.further += event.key;
    event.preventDefault();
  });
}

/** Whether the page's own field is still the one that is typed in. */
export function isFirstFieldThere(): boolean {
  return watched !== null;
}

/** Tells `told` what stands in the field, now and with each change, until it is handed over. */
export function followFirstField(told: (typed: string) => void): void {
  if (watched === null) return;
  const { field } = watched;
  if (field.value !== "") told(field.value);
  field.addEventListener("input", () => told(field.value));
}

export interface HandedOver {
  readonly from: number | null;
  readonly to: number | null;
  readonly further: string | null;
}

/**
 * Ends the page's own field once no input method composes in it, and tells `take` where the caret stood. `take` is
 * called before anything is painted in between.
 */
export function handOverFirstField(take: (typed: HandedOver) => void): void {
  if (watched === null) return;
  const { frame, field, composing } = watched;
  if (composing) {
    field.addEventListener("compositionend", () => setTimeout(() => handOverFirstField(take)), { once: true });
    return;
  }
  const { further } = watched;
  watched = null;
  take({ from: field.selectionStart, to: field.selectionEnd, further });
  frame.remove();
}
