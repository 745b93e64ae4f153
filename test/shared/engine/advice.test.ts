// What would change the answer: every line of advice is what the engine really answers for that other case.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Advice } from "../../../shared/engine/advice.ts";
import { adviseRequest, answerRequest } from "../../../shared/engine/answer.ts";
import { tables } from "../../bundled.ts";

function advice(ruleSet: string, paidOn: string, resident: object = {}): readonly Advice[] {
  const answer = adviseRequest(
    { ruleSet, paidOn, resident: { birthDate: "1962-02-10", categories: [], missedYears: [], ...resident } },
    tables,
  );
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.advice;
}

describe("advice", () => {
  it("says to a Gansu resident of 15 January what paying by 25 December would have given, and what waiting costs", () => {
    expect(advice("gansu/2025", "2025-01-15")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "pay-by", day: "2024-12-25", daysGained: 104 }),
        expect.objectContaining({ kind: "pay-from", day: "2025-03-01", daysGained: -261 }),
      ]),
    );
  });

  it("says between Gansu's windows that 1 January buys a wait of 90 days", () => {
    expect(advice("gansu/2025", "2024-12-28")).toContainEqual(
      expect.objectContaining({
        kind: "pay-from",
        day: "2025-01-01",
        window: "supplementary",
        benefit: expect.objectContaining({ start: "2025-04-01" }),
      }),
    );
  });

  it("names in Jiangxi the first payment day that brings nothing this year", () => {
    expect(advice("jiangxi/2025", "2025-03-31")).toContainEqual(
      expect.objectContaining({
        kind: "pay-from",
        day: "2025-10-01",
        benefit: expect.objectContaining({ kind: "none" }),
      }),
    );
  });

  it("names the oldest papers that are certainly in time: the day after the edge", () => {
    const released = advice("jiangxi/2025", "2025-03-31").find(
      (one) => one.kind === "group" && one.group === "released",
    );
    expect(released).toMatchObject({ eventFrom: "2025-01-01", daysGained: 91 });
  });

  it("offers no group to somebody who already has the whole year", () => {
    expect(advice("gansu/2025", "2024-11-01").filter((one) => one.kind === "group")).toEqual([]);
  });

  it("advises nothing to somebody bound to employee insurance", () => {
    expect(advice("gansu/2025", "2025-01-15", { standing: "employee" })).toEqual([]);
  });

  it("names the days in the order of the calendar: ten missed years make a wait of 360 days, lost from 6 January on", () => {
    const missedYears = Array.from({ length: 10 }, (_, at) => 2015 + at);
    const answer = adviseRequest(
      {
        ruleSet: "gansu/2025",
        paidOn: "2025-01-02",
        resident: { birthDate: "1962-02-10", categories: [], missedYears },
        interpretations: { "gap-counted-from": "any-year" },
      },
      tables,
    );
    const days = answer.ok ? answer.advice.flatMap((one) => (one.kind === "group" ? [] : [[one.kind, one.day]])) : [];
    expect(days).toEqual([
      ["pay-by", "2024-12-25"],
      ["pay-by", "2024-12-31"],
      ["pay-from", "2025-01-06"],
      ["pay-from", "2025-03-01"],
    ]);
  });

  it("passes over days that give the same: for a child born on 1 December those between the windows are as good as 10 February", () => {
    const days = advice("gansu/2025", "2025-02-10", { birthDate: "2024-12-01" }).filter(
      ({ kind }) => kind === "pay-by",
    );
    expect(days).toMatchObject([{ day: "2024-12-25", benefit: { kind: "exact", start: "2025-01-01" } }]);
  });

  it("reaches back to the day of birth and no further", () => {
    const pays = (birthDate: string) =>
      advice("xinzhou/2025", "2025-03-20", { birthDate }).flatMap((one) => (one.kind === "pay-by" ? [one.day] : []));
    expect(pays("2024-12-31")).toEqual(["2024-12-31", "2025-02-28"]);
    expect(pays("2025-01-01")).toEqual(["2025-02-28"]);
  });

  it("is what the engine answers for that payment day or that claim", () => {
    const days = fc
      .integer({ min: 0, max: 470 })
      .map((offset) => new Date(Date.UTC(2024, 8, 15) + offset * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom("gansu/2025", "jiangxi/2025", "xinzhou/2025"), days, (ruleSet, paidOn) => {
        const resident = { birthDate: "1962-02-10", categories: [], missedYears: [] };
        for (const one of advice(ruleSet, paidOn)) {
          const changed =
            one.kind === "group"
              ? {
                  ruleSet,
                  paidOn,
                  resident: {
                    ...resident,
                    groups: [{ group: one.group, ...(one.eventFrom === null ? {} : { eventDate: one.eventFrom }) }],
                  },
                }
              : { ruleSet, paidOn: one.day, resident };
          const answer = answerRequest(changed, tables);
          expect(answer.ok && answer.result.benefit).toEqual(one.benefit);
        }
      }),
      { numRuns: 150 },
    );
  });
});
