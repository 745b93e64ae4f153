import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayOf, firstBirthday } from "../../../shared/dates/civil.ts";
import { ageInDays, ageInYears } from "../../../shared/identity/age.ts";

const EPOCH = Temporal.PlainDate.from("1970-01-01");
const anyDay = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) });

describe("age", () => {
  it("turns one on the first birthday, not the day before", () => {
    const birth = dayOf(2024, 8, 25);
    expect(ageInYears(birth, dayOf(2025, 8, 24))).toBe(0);
    expect(ageInYears(birth, dayOf(2025, 8, 25))).toBe(1);
  });

  it("lets somebody born on 29 February complete a year on the 28th, or on the 29th where there is one", () => {
    const birth = dayOf(2024, 2, 29);
    expect(ageInYears(birth, dayOf(2025, 2, 27))).toBe(0);
    expect(ageInYears(birth, dayOf(2025, 2, 28))).toBe(1);
    expect(ageInYears(birth, dayOf(2028, 2, 28))).toBe(3);
    expect(ageInYears(birth, dayOf(2028, 2, 29))).toBe(4);
  });

  it("counts days from 0 on the day of birth", () => {
    const birth = dayOf(2026, 8, 25);
    expect(ageInDays(birth, birth)).toBe(0);
    expect(ageInDays(birth, dayOf(2026, 11, 22))).toBe(89);
  });

  it("has no age before birth", () => {
    expect(ageInYears(10, 9)).toBeUndefined();
    expect(ageInDays(10, 9)).toBeUndefined();
    expect(ageInYears(10, 10)).toBe(0);
  });

  it("agrees with the oracle", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [birth, at] = one < other ? [one, other] : [other, one];
        const born = EPOCH.add({ days: birth });
        const seen = EPOCH.add({ days: at });
        // The oracle is asked by addition, which clamps 29 February the way we mean it.
        let years = 0;
        while (Temporal.PlainDate.compare(born.add({ years: years + 1 }), seen) <= 0) years += 1;
        expect(ageInYears(birth, at)).toBe(years);
        expect((ageInYears(birth, at) ?? 0) >= 1).toBe(at >= firstBirthday(birth));
      }),
      { numRuns: 200 },
    );
  });
});
