// Amounts are exact to the fen, below one yuan and below zero too.
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareYuan, fen, minus, shareOf, sum, times, ZERO } from "../../../shared/rules/money.ts";

describe("an amount in yuan", () => {
  it("of Gansu's tier 2 adds up to the subsidy of 670 yuan", () => {
    expect(sum("536.00", "116.80", "17.20")).toBe("670.00");
    expect(sum()).toBe(ZERO);
  });

  it.each([
    ["400.00", "310.00", "90.00"],
    ["400.00", "399.95", "0.05"],
    ["400.00", "399.50", "0.50"],
    ["400.00", "400.00", "0.00"],
    ["300.00", "400.00", "-100.00"],
    ["0.00", "0.05", "-0.05"],
  ])("%s less %s is %s", (amount, less, left) => {
    expect(minus(amount, less)).toBe(left);
  });

  it("of 400 yuan is 200 as half and 1600 for four repaired years", () => {
    expect(shareOf("400.00", 50)).toBe("200.00");
    expect(times("400.00", 4)).toBe("1600.00");
  });

  it("is compared as a number, not as text", () => {
    expect(compareYuan("90.00", "310.00")).toBeLessThan(0);
    expect(compareYuan("310.00", "90.00")).toBeGreaterThan(0);
    expect(compareYuan("400.00", "400.00")).toBe(0);
    expect(fen("121.60")).toBe(12160);
  });

  it("agrees with decimal arithmetic for every two amounts", () => {
    const amount = fc.integer({ min: 0, max: 99_999_999 }).map((whole) => new Decimal(whole).div(100).toFixed(2));
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 9 }), (a, b, count) => {
        expect(sum(a, b)).toBe(new Decimal(a).plus(b).toFixed(2));
        expect(minus(a, b)).toBe(new Decimal(a).minus(b).toFixed(2));
        expect(times(a, count)).toBe(new Decimal(a).times(count).toFixed(2));
      }),
    );
  });
});
