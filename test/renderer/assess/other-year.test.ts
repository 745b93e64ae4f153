// A newborn with two coverage years: what is still to be settled once the other year has its own line.
import { expect, test } from "vitest";
import { toSettle } from "../../../renderer/assess/other-year.ts";
import type { Review } from "../../../shared/engine/result.ts";

const review = (code: Review["code"]): Review => ({ code, alternatives: [] });
const reviews = [review("earlier-year"), review("start-not-stated")];

test("the year before is a point to settle while nobody has asked about it", () => {
  expect(toSettle(reviews, false)).toEqual(reviews);
});

test("the year before is settled by the line that stands beside, everything else stays", () => {
  expect(toSettle(reviews, true)).toEqual([review("start-not-stated")]);
});
