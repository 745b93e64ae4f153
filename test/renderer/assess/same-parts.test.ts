// What a second answer says again is the first one's own object; what it says is never anything but the second answer.
import { expect, test } from "vitest";
import { withSameParts } from "../../../renderer/assess/same-parts.ts";

const answer = (paidOn: string, start: string) => ({
  contribution: { standard: "400.00", aid: null },
  benefit: { start, wait: { from: paidOn, to: start } },
  trace: [
    { step: "contribution", clause: { document: "甘医保发", article: "一" } },
    { step: "window", clause: null, in: { paidOn } },
  ],
});

test("one day later the amount is the object of before, and the days are new", () => {
  const before = answer("2025-01-15", "2025-04-15");
  const now = withSameParts(before, answer("2025-01-16", "2025-04-16"));
  expect(now).toEqual(answer("2025-01-16", "2025-04-16"));
  expect(now.contribution).toBe(before.contribution);
  expect(now.trace[0]).toBe(before.trace[0]);
  expect(now.benefit).not.toBe(before.benefit);
  expect(now.trace).not.toBe(before.trace);
  expect(before).toEqual(answer("2025-01-15", "2025-04-15"));
});

test("the same answer once more is the answer of before", () => {
  const before = answer("2025-01-15", "2025-04-15");
  expect(withSameParts(before, answer("2025-01-15", "2025-04-15"))).toBe(before);
});

test.each([
  ["a part more", { a: 1 }, { a: 1, b: 2 }],
  ["a part less", { a: 1, b: 2 }, { a: 1 }],
  ["a part under another name", { a: undefined }, { b: undefined }],
  ["a line more", [{ a: 1 }], [{ a: 1 }, { a: 2 }]],
  ["a line less", [{ a: 1 }, { a: 2 }], [{ a: 1 }]],
  ["lines in another order", [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }]],
  ["nothing where something was", { a: { b: 1 } }, { a: null }],
  ["something where nothing was", { a: null }, { a: { b: 1 } }],
  ["a list where a record was", { a: { 0: 1 } }, { a: [1] }],
  ["a record where a list was", { a: [1] }, { a: { 0: 1 } }],
  ["a text that looks like the number of before", { a: 1 }, { a: "1" }],
])("%s is another answer", (_, before, now) => {
  const told = withSameParts(before, structuredClone(now));
  expect(told).toStrictEqual(now);
  expect(told).not.toBe(before);
});

test("without an answer before, the answer is the one that came", () => {
  const now = answer("2025-01-15", "2025-04-15");
  expect(withSameParts(null, now)).toBe(now);
});
