// What the author of a worked case types, and what of it stands in cases.json.

import { describe, expect, it } from "vitest";
import type { Result } from "../../../shared/engine/result.ts";
import { answeredText, EXPECTATIONS, expectedText, withExpected } from "../../../shared/workbench/expectations.ts";

describe("an expectation", () => {
  it("is a part of the contract's result, and is read back as it was typed", () => {
    const expect1 = withExpected(withExpected({}, "payable", "90.00"), "start", "2027-04-15");
    expect(expect1).toEqual({ contribution: { payable: "90.00" }, benefit: { start: "2027-04-15" } });
    expect(expectedText(expect1, "payable")).toBe("90.00");
    expect(expectedText(expect1, "aid")).toBe("");
  });

  it("that there is none is null: no exemption, no wait, no amount", () => {
    const none = withExpected(withExpected(withExpected({}, "exemption", "-"), "waitTo", "—"), "payable", "-");
    expect(none).toEqual({ exemption: null, benefit: { wait: null }, contribution: { payable: null } });
    for (const part of ["exemption", "waitTo", "payable"] as const) expect(expectedText(none, part)).toBe("-");
    expect(withExpected(none, "exemption", "newborn")).toMatchObject({ exemption: { group: "newborn" } });
    expect(withExpected(none, "waitTo", "2027-04-14")).toMatchObject({ benefit: { wait: { to: "2027-04-14" } } });
  });

  it("taken away leaves nothing behind, and leaves alone what it does not know", () => {
    expect(withExpected(withExpected({}, "waitTo", "2027-04-14"), "waitTo", "")).toEqual({});
    const more = { review: [], benefit: { end: "2027-12-31", start: "2027-01-01" } };
    expect(withExpected(more, "start", "")).toEqual({ review: [], benefit: { end: "2027-12-31" } });
  });

  it("is never there of itself: an empty case expects nothing", () => {
    expect(EXPECTATIONS.map((part) => expectedText({}, part))).toEqual(EXPECTATIONS.map(() => ""));
  });

  it("is said of an answer in the same words", () => {
    const result = { contribution: { payable: null }, exemption: null, benefit: { kind: "none", wait: null } };
    expect(answeredText(result as unknown as Result, "payable")).toBe("-");
    expect(answeredText(result as unknown as Result, "exemption")).toBe("-");
    expect(answeredText(result as unknown as Result, "waitTo")).toBe("-");
    expect(answeredText(result as unknown as Result, "kind")).toBe("none");
  });
});
