import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountWaitsFor } from "../../../shared/engine/awaited.ts";
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
