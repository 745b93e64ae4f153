// The key of each line in a dialog's list: one press, and it is chosen.

const KEYS = "123456789ABCDEFGHIJK";

/** @param at the line, from 0. @returns nothing where there are more lines than keys */
export function keyOfLine(at: number): string | undefined {
  return KEYS[at];
}

/** @returns the line that the press chooses, from 0; nothing where it means something else */
export function lineOfPress(
  press: Readonly<Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">>,
): number | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.key.length !== 1) return undefined;
  const at = KEYS.indexOf(press.key.toUpperCase());
  return at < 0 ? undefined : at;
}
