// The window comes back where it was, and never where no screen shows it.

import { describe, expect, test } from "vitest";
import { placeOnScreen } from "../../electron/main/window-state.ts";

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const size = { width: 1280, height: 800, maximized: false };

describe("the remembered window", () => {
  test("keeps its place on a screen that is there", () => {
    const state = { ...size, place: { x: 200, y: 100 } };
    expect(placeOnScreen(state, [screen])).toEqual(state);
  });

  test.each([
    { x: 2500, y: 100 },
    { x: -1250, y: 100 },
    { x: 200, y: 1050 },
    { x: 200, y: -300 },
  ])("goes to the middle when its screen is gone: $x, $y", (place) => {
    expect(placeOnScreen({ ...size, place }, [screen])).toEqual(size);
  });

  test("keeps its place on a second screen left of the first", () => {
    const state = { ...size, place: { x: -1800, y: 20 } };
    expect(placeOnScreen(state, [screen, { ...screen, x: -1920 }])).toEqual(state);
  });
});
