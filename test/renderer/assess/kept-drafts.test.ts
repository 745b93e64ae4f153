// Drafts that were kept are read back whole or not at all.

import { expect, test } from "vitest";
import { emptyDraft } from "../../../renderer/assess/draft.ts";
import { readDrafts, writeDrafts } from "../../../renderer/assess/kept-drafts.ts";

const draft = {
  ...emptyDraft("m1", "620602", "2025-01-15"),
  name: "王桂兰",
  township: 12,
  categories: ["orphan"],
  claims: [{ group: "discharged-soldier", eventText: "2025" }],
  year: 2026,
  otherYears: { "2025": { continuity: "missed" as const, missedCount: 2, further: { continuousYears: "4" } } },
};

test("what is written is read back", () => {
  expect(readDrafts(writeDrafts([draft]) ?? "")).toEqual([draft]);
});

test("an untouched form is nothing to keep", () => {
  expect(writeDrafts([emptyDraft("m1", "620602", "2025-01-15")])).toBeNull();
});

test.each([
  ["no JSON", "{"],
  ["another version", JSON.stringify({ format: "canbao-drafts/0", members: [draft] })],
  ["a field missing", JSON.stringify({ format: "canbao-drafts/1", members: [{ ...draft, name: undefined }] })],
  ["a field of another kind", JSON.stringify({ format: "canbao-drafts/1", members: [{ ...draft, township: "12" }] })],
  [
    "another year's answer of another kind",
    JSON.stringify({ format: "canbao-drafts/1", members: [{ ...draft, otherYears: { "2025": { continuity: 1 } } }] }),
  ],
  ["a claim without its group", JSON.stringify({ format: "canbao-drafts/1", members: [{ ...draft, claims: [{}] }] })],
])("%s gives nothing back", (_, text) => {
  expect(readDrafts(text)).toEqual([]);
});
