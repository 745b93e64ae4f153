// The window comes back where it was, and never where no screen shows it.

import { describe, expect, test } from "vitest";
import { placeOnScreen, stateOf } from "../../electron/main/window-state.ts";

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

describe("what was remembered", () => {
  test("is taken as it was written", () => {
    const state = { width: 1100, height: 720, place: { x: -20, y: 5 }, maximized: true };
    expect(stateOf(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test.each([null, 1, "window", [], {}, { width: "1280", height: 1e9 }, { width: 10, height: Number.NaN, place: 7 }])(
    "is as on a first start where it reads %j",
    (found) => {
      expect(stateOf(found)).toEqual(size);
    },
  );

  test("keeps the size where only the place makes no sense", () => {
    expect(stateOf({ width: 1400, height: 900, place: { x: "left", y: 0 } })).toEqual({
      width: 1400,
      height: 900,
      maximized: false,
    });
  });
});
