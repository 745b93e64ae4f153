// Of several questions under way for one resident, only the last one's answer is delivered.

import { expect, test } from "vitest";
import { latestOnly } from "../../../renderer/assess/latest.ts";

/** An answer that comes when the test says so. */
function pending<T>() {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

test("an answer overtaken by a later question is dropped, whichever comes first", async () => {
  const inTurn = latestOnly();
  const delivered: string[] = [];
  const first = pending<string>();
  const second = pending<string>();
  const both = [
    inTurn(
      "m1",
      () => first.promise,
      (value) => delivered.push(value),
    ),
    inTurn(
      "m1",
      () => second.promise,
      (value) => delivered.push(value),
    ),
  ];
  second.settle("second");
  first.settle("first");
  await Promise.all(both);
  expect(delivered).toEqual(["second"]);
});

test("another resident's question drops nothing", async () => {
  const inTurn = latestOnly();
  const delivered: string[] = [];
  await Promise.all([
    inTurn(
      "m1",
      () => Promise.resolve("one"),
      (value) => delivered.push(value),
    ),
    inTurn(
      "m2",
      () => Promise.resolve("two"),
      (value) => delivered.push(value),
    ),
  ]);
  expect(delivered.sort()).toEqual(["one", "two"]);
});
