import { describe, expect, test } from "vitest";
import { keyOfLine, lineOfPress } from "../../../renderer/shell/list-keys.ts";

const press = (key: string, held: Partial<Parameters<typeof lineOfPress>[0]> = {}) =>
  lineOfPress({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe("the keys beside a dialog's lines", () => {
  test("each key that is shown chooses its own line, the tenth and later ones too", () => {
    for (let at = 0; at < 20; at += 1) expect(press(keyOfLine(at) ?? "")).toBe(at);
    expect([keyOfLine(8), keyOfLine(9)]).toEqual(["9", "A"]);
  });

  test("a letter chooses without the shift key", () => {
    expect(press("a")).toBe(9);
  });

  test("a twenty-first line has no key", () => {
    expect(keyOfLine(20)).toBeUndefined();
  });

  test("no other key chooses: not 0, not Enter, no letter beyond, nothing held down with it", () => {
    expect(["0", "Enter", "L", "", "F1", "Escape"].map((key) => press(key))).toEqual(Array(6).fill(undefined));
    expect([{ ctrlKey: true }, { altKey: true }, { metaKey: true }].map((held) => press("1", held))).toEqual(
      Array(3).fill(undefined),
    );
  });
});
