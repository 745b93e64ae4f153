// Advice that is worth giving: it wins money or days, and it is for somebody who can be what it speaks of.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Advice } from "../../../shared/engine/advice.ts";
import { adviseRequest } from "../../../shared/engine/answer.ts";
import { tables } from "../../bundled.ts";

function advice(ruleSet: string, paidOn: string, resident: object = {}, interpretations: object = {}) {
  const told = { birthDate: "1962-02-10", categories: [], missedYears: [], ...resident };
  const answer = adviseRequest({ ruleSet, paidOn, resident: told, interpretations }, tables);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.advice;
}

const payBy = (found: readonly Advice[]) => found.flatMap((one) => (one.kind === "pay-by" ? [one.day] : []));
const groups = (found: readonly Advice[]) => found.flatMap((one) => (one.kind === "group" ? [one.group] : []));

describe("an earlier day of payment is named only where it would have won something", () => {
  it("last year's wait runs to 25 January whether Jiangxi is paid on 20 January or by 31 December: no earlier day is named", () => {
    const waits = { lastYearWaitTo: "2026-01-25" };
    expect(payBy(advice("jiangxi/2026", "2026-01-20", waits, { "unfinished-wait": "runs-on" }))).toEqual([]);
  });

  it("nobody in Gansu is told of 31 December, between the windows, when a payment gives nothing", () => {
    expect(payBy(advice("gansu/2025", "2025-01-01"))).toEqual(["2024-12-25"]);
    expect(payBy(advice("gansu/2025", "2025-03-20"))).toEqual(["2024-12-25", "2025-02-28"]);
  });

  it("missed 2024 in Gansu: 25 December is 1 January at best and 1 April at worst, both before 20 April", () => {
    expect(payBy(advice("gansu/2025", "2025-01-20", { missedYears: [2024] }))).toEqual(["2024-12-25"]);
  });

  it("a late payer of Xinzhou, who waits at least three months: both earlier days free from a wait", () => {
    expect(payBy(advice("xinzhou/2025", "2025-09-20"))).toEqual(["2024-12-31", "2025-02-28"]);
  });

  it("covered from birth either way: by 31 January the price of a Hunan baby is written, later it is not", () => {
    const baby = { birthDate: "2026-01-10", parentInsured: false };
    const found = advice("hunan/2026", "2026-02-20", baby, { "newborn-late-start": "birth" });
    expect(payBy(found)).toEqual(["2026-01-31"]);
    expect(found[0]).toMatchObject({ payable: "400.00", daysGained: 0 });
  });

  it("no earlier day and no group is without a gain: where the days are known and not more, it is the price", () => {
    const day = (from: string, days: number) =>
      fc
        .integer({ min: 0, max: days })
        .map((at) => new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10));
    const missed = fc.constantFrom([], [0], [0, 1]);
    fc.assert(
      fc.property(
        fc.constantFrom(...tables.keys()),
        day("2024-09-01", 850),
        fc.oneof(day("2023-06-01", 1300), fc.constant("1962-02-10")),
        missed,
        (ruleSet, paidOn, birthDate, back) => {
          fc.pre(birthDate <= paidOn);
          const missedYears = back.map((at) => Number(ruleSet.slice(-4)) - 1 - at);
          for (const one of advice(ruleSet, paidOn, { birthDate, missedYears })) {
            if (one.kind !== "pay-by" && one.kind !== "group") continue;
            const isLoss = one.daysGained !== null && one.daysGained <= 0;
            const isPriceKnown = one.payable !== null && one.dearer === null;
            expect(isLoss && one.dearer?.how !== "less" && !isPriceKnown ? one : null).toBeNull();
            expect(one.kind === "pay-by" ? one.benefit.kind : null).not.toBe("none");
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a special group is named only to somebody who can be in it", () => {
  it("a newborn of Hunan is no first-year student, also once its 90 days are over", () => {
    for (const paidOn of ["2026-03-20", "2026-06-20"])
      for (const parentInsured of [true, false, null])
        expect(groups(advice("hunan/2026", paidOn, { birthDate: "2026-02-10", parentInsured }))).toEqual([]);
  });

  it("an adult of Hunan who pays in March still hears of first-year students", () => {
    expect(groups(advice("hunan/2026", "2026-03-20"))).toEqual(["freshman"]);
  });

  it("a Gansu baby of 130 days has served nowhere and worked nowhere, but its family may be the army's, or it may be newly recognised as an orphan", () => {
    const baby = { birthDate: "2025-02-10" };
    expect(groups(advice("gansu/2025", "2025-06-20", baby))).toEqual(["military-dependant"]);
    expect(groups(advice("gansu/2025", "2025-06-20", { ...baby, categories: ["orphan"] }))).toEqual([
      "military-dependant",
      "newly-recognised-low-income",
    ]);
  });

  it("papers are never older than the resident: a Gansu baby born on 10 February can be recognised from that day on", () => {
    const found = advice("gansu/2025", "2025-06-20", { birthDate: "2025-02-10", categories: ["orphan"] });
    expect(found).toContainEqual(
      expect.objectContaining({ group: "newly-recognised-low-income", eventFrom: "2025-02-10" }),
    );
  });

  it("a Jiangxi child in its three free years is a newborn to the notice: a child of two who pays late hears of no service, trade or studies", () => {
    const found = groups(advice("jiangxi/2026", "2025-10-20", { birthDate: "2024-03-01" }));
    expect(found).toEqual([]);
  });

  it("of a child of five no notice says what it cannot be: what anybody can be stands first, what takes a past of one's own last", () => {
    expect(groups(advice("jiangxi/2025", "2025-06-20", { birthDate: "2020-03-01" }))).toEqual([
      "soldier-family",
      "medical-aid-recipient",
      "moved-in",
      "returned-from-abroad",
      "discharged-soldier",
      "religious-staff",
      "employee-to-resident",
      "released",
      "graduate-returned",
    ]);
  });
});
