// Days on the year's strip: in their order, inside the drawing, with labels that never overlap.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  besideCrossings,
  monthsOf,
  shortDay,
  stripScale,
  textWidth,
  windowLabels,
} from "../../../renderer/design/strip-scale.ts";
import { dayOf } from "../../../shared/dates/civil.ts";

const scaleOf = (width: number) => stripScale("2025-01-01", "2025-12-31", "2024-09-10", width);

test("the strip begins with the month of the opening and ends with the year", () => {
  const { x } = scaleOf(600);
  expect(x(dayOf(2024, 9, 1))).toBe(1);
  expect(x(dayOf(2026, 1, 1))).toBe(599);
  expect(x(dayOf(2030, 1, 1))).toBe(599);
});

test("a later day never lies further left", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 1400 }),
      fc.integer({ min: -900, max: 900 }),
      fc.nat(300),
      (width, offset, later) => {
        const { x } = scaleOf(width);
        const day = dayOf(2025, 1, 1) + offset;
        expect(x(day + later)).toBeGreaterThanOrEqual(x(day));
      },
    ),
  );
});

test("labels keep apart in every width, and January of the year always has its own", () => {
  fc.assert(
    fc.property(fc.integer({ min: 240, max: 1400 }), (width) => {
      const scale = scaleOf(width);
      const labels = monthsOf(scale).filter(({ label }) => label !== null);
      expect(labels.map(({ label }) => label)).toContain("2025·1");
      for (const [index, { at, label }] of labels.entries()) {
        const next = labels[index + 1];
        if (next !== undefined) expect(scale.x(at) + textWidth(label ?? "")).toBeLessThanOrEqual(scale.x(next.at));
      }
    }),
  );
});

/** Xinzhou's two concentrated windows follow each other by a day. */
const BESIDE_EACH_OTHER = [
  { name: "集中征缴期", short: "集中", from: "2024-09-11", to: "2024-12-20" },
  { name: "集中征缴期", short: "集中", from: "2024-12-21", to: "2025-02-28" },
];

test("the names of windows keep apart and inside the drawing in every width", () => {
  fc.assert(
    fc.property(fc.integer({ min: 120, max: 1400 }), (width) => {
      const labels = windowLabels(scaleOf(width), BESIDE_EACH_OTHER).flatMap((label) =>
        label === null ? [] : [label],
      );
      for (const [index, { text, middle }] of labels.entries()) {
        expect(middle - textWidth(text) / 2).toBeGreaterThanOrEqual(0);
        expect(middle + textWidth(text) / 2).toBeLessThanOrEqual(width);
        const next = labels[index + 1];
        if (next !== undefined)
          expect(next.middle - textWidth(next.text) / 2 - (middle + textWidth(text) / 2)).toBeGreaterThanOrEqual(8);
      }
    }),
  );
});

test("a window says its name where there is room, and is short rather than nameless beside another", () => {
  const said = (width: number) => windowLabels(scaleOf(width), BESIDE_EACH_OTHER).map((label) => label?.text ?? null);
  expect(said(620)).toEqual(["集中征缴期", "集中征缴期"]);
  expect(said(222)).toEqual(["集中", "集中"]);
});

test("a day on the strip is read without its year", () => {
  expect(shortDay(dayOf(2025, 4, 5))).toBe("4-05");
});

test("a word in the bar stands right of a day's line that would go through it, and else at its own place", () => {
  expect(besideCrossings(108, 60, [])).toBe(108);
  expect(besideCrossings(108, 60, [50])).toBe(108);
  expect(besideCrossings(108, 60, [110])).toBe(118);
  expect(besideCrossings(108, 60, [110, 150])).toBe(158);
  expect(besideCrossings(108, 60, [200])).toBe(108);
});
