// The last line of `npm test` counts what happened, and nothing red can look green.

import { describe, expect, test } from "vitest";
import { tallyOf } from "../../build/test.mjs";

const report = (given: object): string =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...given,
  });

describe("the count of a test run", () => {
  test("adds what passed, failed and was skipped", () => {
    const text = report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(tallyOf(text, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test("counts a file that could not be loaded as a failure", () => {
    const text = report({ testResults: [{ status: "failed", assertionResults: [] }] });
    expect(tallyOf(text, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test("counts an error outside any test as a failure", () => {
    expect(tallyOf(report({}), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test("counts a run without a report or without a test as a failure", () => {
    expect(tallyOf(undefined, 0).failed).toBe(1);
    expect(tallyOf(report({ numPassedTests: 0 }), 0).failed).toBe(1);
  });
});
