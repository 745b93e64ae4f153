// A sum over rows of a list is a figure only where at least one row has an amount.

import { expect, test } from "vitest";
import { knownSum, NOTHING_KNOWN } from "../../../renderer/roster/known-sum.ts";
import { type Bucket, PAYERS } from "../../../shared/roster/summary.ts";

const bucket = (rows: number, problems: number, sum: number, unknown: number): Bucket => ({
  name: "",
  rows,
  problems,
  review: 0,
  sums: Object.fromEntries(PAYERS.map((payer) => [payer, { sum, unknown }])) as Bucket["sums"],
});

test("three rows that could not be computed pay nothing that is known", () => {
  expect(knownSum(bucket(3, 3, 0, 0), "payable")).toBe(NOTHING_KNOWN);
});

test("a province's part that is stated for no row is not 0.00", () => {
  expect(knownSum(bucket(4, 1, 0, 3), "province")).toBe(NOTHING_KNOWN);
});

test("orphans pay 0.00, which is known", () => {
  expect(knownSum(bucket(46, 0, 0, 0), "payable")).toBe("0.00");
});

test("what is known of some rows is summed", () => {
  expect(knownSum(bucket(5, 1, 2_147_000, 2), "payable")).toBe("21,470.00");
});
