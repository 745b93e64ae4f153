// Newborns in Hunan 2026: from birth only where the notice says so, a child of 2026 with an insured parent; every other child's day is not written.
import { describe, expect, it } from "vitest";
import { resultOf } from "./residents.ts";

const child = (birthDate: string, parentInsured?: boolean) => ({
  birthDate,
  categories: [],
  missedYears: [],
  ...(parentInsured === undefined ? {} : { parentInsured }),
});
const hunan = (paidOn: string, resident: object, interpretations: object = {}) =>
  resultOf({ ruleSet: "hunan/2026", paidOn, resident, interpretations });

const FREE = { aid: "400.00", payable: "0.00", relief: { id: "free-newborn" } };
const NO_PRICE = { aid: null, payable: null };
const NOT_WRITTEN = { kind: "not-stated", start: null, end: "2026-12-31", wait: null };

describe("a child of March 2026 that pays on 1 April", () => {
  it("is covered from birth and free with an insured parent", () => {
    const result = hunan("2026-04-01", child("2026-03-01", true));
    expect(result).toMatchObject({ contribution: FREE, benefit: { kind: "exact", start: "2026-03-01" } });
    expect(result.unanswered).toEqual([]);
  });

  it("has no written first day without one: the form knows birth and application", () => {
    const result = hunan("2026-04-01", child("2026-03-01", false));
    expect(result).toMatchObject({
      contribution: NO_PRICE,
      benefit: NOT_WRITTEN,
      exemption: { group: "newborn" },
      interpretations: [{ id: "newborn-late-start", option: "not-stated" }],
    });
    expect(result.review.map(({ code }) => code)).toEqual([
      "start-not-stated",
      "price-not-stated",
      "provisional-rules",
    ]);
    expect(result.trace.map(({ variant }) => variant)).toContain("newborn-not-relieved");
  });

  it("starts as the bureau settles it without one", () => {
    const settled = (option: string) =>
      hunan("2026-04-01", child("2026-03-01", false), { "newborn-late-start": option }).benefit.start;
    expect([settled("birth"), settled("payment-day")]).toEqual(["2026-03-01", "2026-04-01"]);
  });

  it("stays open while nobody said whether a parent is insured, and that is what is asked", () => {
    const result = hunan("2026-04-01", child("2026-03-01"));
    expect(result).toMatchObject({
      contribution: NO_PRICE,
      benefit: { kind: "undetermined", start: null, end: "2026-12-31", reason: "fact-missing" },
      unanswered: [{ field: "resident.parentInsured", changes: ["amount", "benefit"] }],
      range: { start: { earliest: "2026-03-01", latest: "2026-03-01", mayBeNone: false, mayBeNotStated: true } },
    });
  });
});

describe("a child of late 2025", () => {
  it.each([true, false])("that pays after the window has no written first day (parent insured: %s)", (insured) => {
    const result = hunan("2026-02-10", child("2025-11-20", insured));
    expect(result).toMatchObject({ contribution: NO_PRICE, benefit: NOT_WRITTEN, unanswered: [] });
  });

  it("is not asked about its parents, who change nothing", () => {
    expect(hunan("2026-02-10", child("2025-11-20"))).toMatchObject({ benefit: NOT_WRITTEN, unanswered: [] });
  });

  it("that pays inside the window has the whole year like everybody", () => {
    expect(hunan("2026-01-20", child("2025-11-20", false)).benefit).toMatchObject({
      kind: "exact",
      start: "2026-01-01",
    });
  });
});

describe("the boundary day", () => {
  it("is open only for a child that would be covered from birth", () => {
    expect(hunan("2026-05-30", child("2026-03-01", true)).benefit.reason).toBe("boundary-day");
    const without = hunan("2026-05-30", child("2026-03-01", false));
    expect(without.benefit).toMatchObject(NOT_WRITTEN);
    expect(without.interpretations.map(({ id }) => id)).not.toContain("within-edge");
  });
});

describe("a child of December 2026 that pays in January 2027", () => {
  const fromBirth = { "newborn-after-year": "from-birth" };

  it("is covered from birth, where that is settled, with an insured parent", () => {
    expect(hunan("2027-01-10", child("2026-12-01", true), fromBirth).benefit.start).toBe("2026-12-01");
  });

  it("has no written day without one, and an open answer while that is not known", () => {
    expect(hunan("2027-01-10", child("2026-12-01", false), fromBirth).benefit).toMatchObject(NOT_WRITTEN);
    expect(hunan("2027-01-10", child("2026-12-01"), fromBirth).benefit.reason).toBe("fact-missing");
  });
});

it("a claimed newborn without a birth date stays open, whatever is known of the parents", () => {
  for (const parentInsured of [true, false]) {
    const resident = { categories: [], missedYears: [], groups: [{ group: "newborn" }], parentInsured };
    expect(hunan("2026-04-01", resident).benefit).toMatchObject({ kind: "undetermined", reason: "fact-missing" });
  }
});
