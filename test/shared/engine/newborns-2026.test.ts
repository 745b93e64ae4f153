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

describe("a free child of 2026 that is paid for late", () => {
  const born = "2026-03-01";
  const amounts = (paidOn: string, told: object = {}, interpretations: object = {}) =>
    hunan(paidOn, { ...child(born, true), ...told }, interpretations);

  it("is free until 89 days after birth, and from the 90th on nobody knows", () => {
    expect(amounts("2026-05-29").contribution).toMatchObject(FREE);
    for (const paidOn of ["2026-05-30", "2026-05-31", "2026-12-31"]) {
      const result = amounts(paidOn);
      expect(result.contribution).toMatchObject(NO_PRICE);
      expect(result.contribution).not.toHaveProperty("relief");
      expect(result.review.map(({ code }) => code)).toContain("aid-not-stated");
      expect(result.trace.map(({ variant }) => variant)).toContain("relief-limit-open");
    }
  });

  it("is free, or of a price that is not written, as the bureau settles it", () => {
    const free = amounts("2026-07-01", {}, { "free-newborn-limit": "first-year" });
    expect(free.contribution).toMatchObject(FREE);
    const limited = amounts("2026-07-01", {}, { "free-newborn-limit": "within-90-days" });
    expect(limited.contribution).toMatchObject(NO_PRICE);
    expect(limited.review.map(({ code }) => code)).not.toContain("aid-not-stated");
    for (const result of [free, limited])
      expect(result.interpretations.map(({ id }) => id)).toContain("free-newborn-limit");
  });

  it("is inside on the edge where that day counts as within", () => {
    expect(amounts("2026-05-30", {}, { "within-edge": "in" }).contribution).toMatchObject(FREE);
    expect(amounts("2026-05-30", {}, { "within-edge": "out" }).contribution).toMatchObject(NO_PRICE);
  });

  it("is told nothing of the limit without an insured parent, or born the year before", () => {
    const told = (resident: object) => hunan("2026-07-01", resident).trace.map(({ variant }) => variant);
    expect(told(child(born, false))).not.toContain("relief-limit-open");
    expect(told(child("2025-11-20", true))).not.toContain("relief-limit-open");
    const settled = hunan("2026-07-01", child(born, false), { "free-newborn-limit": "within-90-days" });
    expect(settled.interpretations.map(({ id }) => id)).not.toContain("free-newborn-limit");
  });

  it("is not asked for its parents while that could change nothing, and is once the limit is settled not to be one", () => {
    const fields = (interpretations: object) =>
      hunan("2026-07-01", child(born), interpretations).unanswered.map(({ field }) => field);
    expect(fields({})).not.toContain("resident.parentInsured");
    expect(fields({ "free-newborn-limit": "first-year" })).toContain("resident.parentInsured");
  });
});
