// Whatever the engine refuses, a clerk reads it in her language: the codes are closed, and each has a text in both.
import { expect, test } from "vitest";
import type { RequestError } from "../../../shared/engine/request.ts";
import english from "../../../shared/locales/en/assess.json" with { type: "json" };
import chinese from "../../../shared/locales/zh-CN/assess.json" with { type: "json" };

/** A code that is new has to stand here, or this is no program. */
const CODES: Readonly<Record<RequestError["code"], true>> = {
  "bad-json": true,
  "bad-shape": true,
  missing: true,
  "unknown-key": true,
  "bad-date": true,
  "unknown-rule-set": true,
  "missing-year": true,
  "past-year-other": true,
  "unknown-category": true,
  "unknown-group": true,
  "unknown-interpretation": true,
  "unknown-option": true,
  "county-outside": true,
  "missed-year-repeated": true,
  "missed-year-future": true,
  "birth-after-payment": true,
};

test("every refusal of the engine has words in both languages", () => {
  const codes = [...Object.keys(CODES), "other"].sort();
  expect(Object.keys(chinese.fault.engine).sort()).toEqual(codes);
  expect(Object.keys(english.fault.engine).sort()).toEqual(codes);
  for (const text of Object.values(chinese.fault.engine)) expect(text).toMatch(/^[^a-z]*$/);
});
