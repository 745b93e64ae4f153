import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountWaitsFor, benefitWaitsFor, partsWaitForCounty } from "../../../shared/engine/awaited.ts";
import type { Range } from "../../../shared/engine/result.ts";
import { adult } from "./adult.ts";
import { requests, resultOf, runs } from "./residents.ts";

const waitsFor = (request: object) => amountWaitsFor(resultOf(request));

describe("an amount that is not known", () => {
  test("of somebody whose identity was not asked waits for that", () => {
    const { categories, ...told } = adult;
    expect(waitsFor({ ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: told })).toBe("resident.categories");
  });

  test("of somebody who left employee insurance in Hunan waits for the day of leaving: the notice is not silent", () => {
    const groups = [{ group: "employee-to-resident" }];
    const resident = { ...adult, employeeMonths: 4, groups };
    expect(waitsFor({ ruleSet: "hunan/2026", paidOn: "2026-04-20", resident })).toBe("resident.groups[0].eventDate");
  });

  test("waits for the identity first where more is missing", () => {
    const request = { ruleSet: "hunan/2026", paidOn: "2026-03-01", resident: {} };
    const { unanswered } = resultOf(request);
    expect(unanswered.length).toBeGreaterThan(1);
    expect(waitsFor(request)).toBe("resident.categories");
  });

  test("of several identities in Xinzhou waits for nothing that the resident could say: no notice states it", () => {
    const resident = { ...adult, categories: ["extreme-poverty", "orphan"] };
    const request = { ruleSet: "xinzhou/2025", paidOn: "2024-11-03", resident };
    expect(resultOf(request).contribution.payable).toBeNull();
    expect(waitsFor(request)).toBeUndefined();
  });

  test("waits for nothing once it is known, whoever it is", () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const result = resultOf(request);
        if (result.contribution.payable !== null) expect(amountWaitsFor(result)).toBeUndefined();
        else if (result.unanswered.length === 0) expect(amountWaitsFor(result)).toBeUndefined();
      }),
      { seed: 20_260_101, numRuns: runs(400) },
    );
  });
});

describe("a benefit that is not sure", () => {
  const asked = (...fields: readonly (readonly [string, "benefit" | "amount"])[]) =>
    fields.map(([field, change]) => ({ field, why: "", changes: [change], stake: "1.00" }));
  const unanswered = asked(["resident.categories", "amount"], ["resident.missedYears", "benefit"]);
  const between = (latest: string | null, mayBeNone = false): Range => ({
    payable: null,
    start: { earliest: "2025-01-01", latest, mayBeNone, mayBeNotStated: false },
  });
  const from = (start: string | null) => ({ kind: "exact", start, end: "2025-12-31", wait: null }) as const;
  const none = { kind: "none", start: null, end: null, wait: null, reason: "windows-closed" } as const;
  const notBefore = { kind: "not-before", start: "2025-04-01", end: "2025-12-31", wait: null } as const;

  test.each([
    ["waits for what can move the first day further", from("2025-01-01"), between("2025-03-31"), true],
    ["waits for what can take the cover away", from("2025-01-01"), between("2025-01-01", true), true],
    ["waits for what can bring cover where there is none", none, between(null), true],
    ["does not wait for what can only bring the first day forward", from("2025-03-31"), between("2025-03-31"), false],
    ["does not wait where no later day is known", from("2025-03-31"), between(null), false],
    ["does not wait for a later day than one that is not stated", from(null), between("2025-03-31"), false],
    ["does not wait as a lower bound, which holds whatever turns out", notBefore, between("2025-12-01", true), false],
  ])("%s", (_what, benefit, range, isAwaited) => {
    const field = isAwaited ? "resident.missedYears" : undefined;
    expect(benefitWaitsFor({ benefit, range, unanswered })).toBe(field);
  });

  test("waits for the fact where nobody worked a range out, and for nothing where no fact moves it", () => {
    const benefit = from("2025-01-01");
    expect(benefitWaitsFor({ benefit, unanswered })).toBe("resident.missedYears");
    expect(benefitWaitsFor({ benefit, unanswered: asked(["county", "amount"]) })).toBeUndefined();
    expect(benefitWaitsFor({ benefit: none, unanswered: [] })).toBeUndefined();
  });

  test("the parts of province and county wait for a county that was not given, and for nothing else", () => {
    expect(partsWaitForCounty(["resident.categories", "county"])).toBe(true);
    expect(partsWaitForCounty(["resident.categories"])).toBe(false);
  });
});

test("an amount waits for no fact that moves the benefit alone", () => {
  const contribution = { standard: "400.00", category: null, aid: null, payable: null };
  const unanswered = [{ field: "resident.missedYears", why: "", changes: ["benefit"] as const, stake: "1.00" }];
  expect(amountWaitsFor({ contribution, unanswered })).toBeUndefined();
});
