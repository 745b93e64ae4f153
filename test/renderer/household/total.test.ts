// A household's total is an exact sum of what is known, and says for how many members it is not.

import { expect, test } from "vitest";
import type { Answer } from "../../../renderer/assess/store.ts";
import { householdTotal as totalOf } from "../../../renderer/household/total.ts";
import type { Result } from "../../../shared/engine/result.ts";

const answer = (payable: string | null, aid: string | null, stale = false): Answer => ({
  asked: { request: null, faults: [], unknown: [], birthDate: null },
  answered: null,
  // Only the amounts are looked at.
  result: { contribution: { standard: "400.00", category: null, aid, payable } } as unknown as Result,
  error: null,
  stale,
});

const householdTotal = (answers: readonly (Answer | undefined)[]) =>
  totalOf(answers.map((one) => ({ coverageYear: 2026, answer: one })));

test("90.00 and 400.00 are 490.00", () => {
  expect(householdTotal([answer("90.00", "310.00"), answer("400.00", "0.00")])).toEqual({
    aid: "310.00",
    payable: "490.00",
    payableInWords: "肆佰玖拾元整",
    lines: 2,
    unknown: 0,
    byYear: [],
  });
});

test("a newborn's two years are summed for each year and together", () => {
  const total = totalOf([
    { coverageYear: 2026, answer: answer("400.00", "0.00") },
    { coverageYear: 2025, answer: answer("90.00", "310.00") },
  ]);
  expect(total).toMatchObject({
    payable: "490.00",
    unknown: 0,
    byYear: [
      { coverageYear: 2025, payable: "90.00", lines: 1, unknown: 0 },
      { coverageYear: 2026, payable: "400.00", lines: 1, unknown: 0 },
    ],
  });
});

test("a year whose notice is missing is an unknown line and in no sum", () => {
  const total = totalOf([
    { coverageYear: 2026, answer: answer("400.00", "0.00") },
    { coverageYear: 2027, answer: null },
  ]);
  expect(total).toMatchObject({
    payable: "400.00",
    unknown: 1,
    byYear: [{ coverageYear: 2026 }, { coverageYear: 2027, lines: 1, unknown: 1 }],
  });
});

test("where nobody's amount is known, the sum says that every line is open", () => {
  const total = householdTotal([answer(null, null), answer(null, null)]);
  expect(total?.unknown).toBe(total?.lines);
});

test("a member whose amount is not stated is counted, not guessed", () => {
  expect(householdTotal([answer("90.00", "310.00"), answer(null, null)])).toMatchObject({
    payable: "90.00",
    unknown: 1,
  });
});

test("an answer that does not belong to what stands in the form counts as unknown", () => {
  expect(householdTotal([answer("90.00", "310.00"), answer("400.00", "0.00", true)])).toMatchObject({ unknown: 1 });
});

test("without any answer there is no total", () => {
  expect(householdTotal([undefined])).toBeNull();
});
