// The year on a slip: every day belongs to exactly one span, and each span says what the benefit says.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../../shared/dates/civil.ts";
import { isoDay, parseIsoDay } from "../../../shared/dates/iso.ts";
import type { Benefit } from "../../../shared/engine/result.ts";
import { yearStrip } from "../../../shared/slip/year-strip.ts";
import { closed, notStated, ordinary, waiting, waitOutlastsYear } from "./samples.ts";

function spans(benefit: Benefit, paidOn: string, possibleFrom = paidOn): string[] {
  const strip = yearStrip({ coverageYear: 2025, paidOn, possibleFrom, benefit });
  return strip.spans.map(({ state, from, to, days }) => `${state} ${from.slice(5)}–${to.slice(5)} ${days}`);
}

describe("the year as a strip", () => {
  test("paid before the year: covered all of it, and no payment to mark", () => {
    expect(spans(ordinary.benefit, "2024-11-03")).toEqual(["covered 01-01–12-31 365"]);
    const strip = yearStrip({
      coverageYear: 2025,
      paidOn: "2024-11-03",
      possibleFrom: "2024-11-03",
      benefit: ordinary.benefit,
    });
    expect(strip.paidOn).toBeNull();
  });

  test("paid on 15 January: waits 90 days, the payment day among them", () => {
    expect(spans(waiting.benefit, "2025-01-15")).toEqual([
      "past 01-01–01-14 14",
      "waiting 01-15–04-14 90",
      "covered 04-15–12-31 261",
    ]);
  });

  test("the first day is not stated: open from the payment, a newborn's from birth", () => {
    expect(spans(notStated.benefit, "2025-06-20")).toEqual(["past 01-01–06-19 170", "open 06-20–12-31 195"]);
    expect(spans(notStated.benefit, "2025-06-20", "2025-05-01")).toEqual([
      "past 01-01–04-30 120",
      "open 05-01–12-31 245",
    ]);
  });

  test("no cover after the windows", () => {
    expect(spans(closed.benefit, "2025-03-10")).toEqual(["past 01-01–03-09 68", "none 03-10–12-31 297"]);
  });

  test("a wait that outlasts the year ends the strip", () => {
    expect(spans(waitOutlastsYear, "2025-11-22")).toEqual(["past 01-01–11-21 325", "waiting 11-22–12-31 40"]);
  });

  test("a lower bound is drawn as one", () => {
    expect(spans({ kind: "not-before", start: "2025-07-10", end: "2025-12-31", wait: null }, "2025-04-10")).toContain(
      "earliest 07-10–12-31 175",
    );
  });

  test("whatever the benefit, no day is left out and none stands twice", () => {
    const day = fc.integer({ min: dayOf(2024, 9, 1), max: dayOf(2026, 2, 28) }).map(isoDay);
    fc.assert(
      fc.property(
        day,
        day,
        day,
        fc.constantFrom("exact", "not-before"),
        fc.boolean(),
        (paidOn, start, waitTo, kind, waits) => {
          const wait = waits && paidOn <= waitTo ? { from: paidOn, to: waitTo, length: 1, unit: "day" as const } : null;
          const strip = yearStrip({
            coverageYear: 2025,
            paidOn,
            possibleFrom: paidOn,
            benefit: { kind, start, end: "2025-12-31", wait },
          });
          let next = dayOf(2025, 1, 1);
          for (const span of strip.spans) {
            expect(parseIsoDay(span.from)).toBe(next);
            next += span.days;
            expect(parseIsoDay(span.to)).toBe(next - 1);
          }
          expect(next).toBe(dayOf(2026, 1, 1));
        },
      ),
    );
  });
});
