// Which newborns have two coverage years, seen from the rules in force.
import { expect, test } from "vitest";
import { otherCoverageYear } from "../../../shared/compare/newborn-years.ts";

const year = (birthDate: string | null, paidOn: string, coverageYear: number, standing = "registered") =>
  otherCoverageYear({ birthDate, paidOn, standing }, coverageYear);

test("born in December 2025, under the rules of 2026 → 2025 too", () =>
  expect(year("2025-12-10", "2025-12-20", 2026)).toBe(2025));
test("born in December 2025, under the rules of 2025 → 2026 too", () =>
  expect(year("2025-12-10", "2025-12-20", 2025)).toBe(2026));
test("paid on day 90 after birth → still offered, a day later not", () => {
  expect(year("2025-12-10", "2026-03-10", 2026)).toBe(2025);
  expect(year("2025-12-10", "2026-03-11", 2026)).toBeNull();
});
test("born on 2 October → the 90 days end with the year: one year only; on 3 October the edge is 1 January", () => {
  expect(year("2025-10-02", "2025-10-20", 2025)).toBeNull();
  expect(year("2025-10-03", "2025-10-20", 2025)).toBe(2026);
});
test("paid before birth, bound to employee insurance, or without a birth date → none", () => {
  expect(year("2025-12-10", "2025-12-09", 2026)).toBeNull();
  expect(year("2025-12-10", "2025-12-20", 2026, "employee")).toBeNull();
  expect(year(null, "2025-12-20", 2026)).toBeNull();
});
test("under the rules of a third year → none", () => expect(year("2025-12-10", "2025-12-20", 2027)).toBeNull());
