import { afterEach, describe, expect, it } from "vitest";
import { closeDay, dayState, dayTotals, listDays, reopenDay } from "../../../electron/ledger/day.ts";
import { issueSlip, reprintSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { enrolledByTownship } from "../../../electron/ledger/townships.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { CLERK, faultIn, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

let ledger: TestLedger;
afterEach(() => ledger.remove());

function started() {
  ledger = testLedger();
  return ledger.open().session;
}

describe("the day", () => {
  it("adds up what residents, medical aid, the centre, the province and the county pay", () => {
    const session = started();
    issueSlip(session, CLERK, slipOf(1));
    issueSlip(session, { clerk: "王芳" }, slipOf(3, [resident(3), resident(4)]));
    const { total, byCategory, byClerk, byTownship } = dayTotals(session.database, "2025-01-15");
    expect(total).toEqual({
      slips: 2,
      residents: 3,
      payments: 3,
      unknown: 0,
      resident: 40_000 + 9000 + 40_000,
      aid: 31_000,
      central: 3 * 53_600,
      province: 3 * 11_680,
      cityCounty: 3 * 1720,
    });
    expect(byCategory.map(({ key, sums }) => [key, sums.residents, sums.resident])).toEqual([
      [null, 2, 80_000],
      ["rural-dibao-1-2", 1, 9000],
    ]);
    expect(byClerk.map(({ key, sums }) => [key, sums.slips])).toEqual([
      ["李敏", 1],
      ["王芳", 1],
    ]);
    expect(byTownship.reduce((all, { sums }) => all + sums.resident, 0)).toBe(total.resident);
  });

  it("counts a resident whose amount is not stated, and adds nothing for them", () => {
    const session = started();
    const open = { ...resident(1), figures: { ...resident(1).figures, payable: null, aid: null } };
    issueSlip(session, CLERK, slipOf(1, [open]));
    expect(dayTotals(session.database, "2025-01-15").total).toMatchObject({ residents: 1, unknown: 1, resident: 0 });
  });

  it("takes no slip any more once it is closed, and again after it was reopened with a reason", () => {
    const session = started();
    issueSlip(session, CLERK, slipOf(1));
    const closed = closeDay(session, CLERK, "2025-01-15");
    expect(closed.totals.total.slips).toBe(1);
    expect(faultIn(() => issueSlip(session, CLERK, slipOf(2)))).toEqual({
      code: "day-closed",
      params: { day: "2025-01-15" },
    });
    expect(faultIn(() => closeDay(session, CLERK, "2025-01-15"))?.code).toBe("day-closed");
    expect(faultIn(() => reopenDay(session, CLERK, "2025-01-15", ""))?.code).toBe("reason-needed");
    reopenDay(session, CLERK, "2025-01-15", "漏开一单");
    expect(faultIn(() => reopenDay(session, CLERK, "2025-01-15", "漏开一单"))?.code).toBe("day-not-closed");
    issueSlip(session, CLERK, slipOf(2));
    expect(dayState(session.database, "2025-01-15")).toMatchObject({
      totals: { total: { slips: 2 } },
      closed: null,
      reopened: [{ clerk: "李敏", reason: "漏开一单" }],
    });
    expect(verifyNext(session.database, session.keys, FROM_THE_FIRST, 100).findings).toEqual([]);
  });

  it("leaves a voided slip out, and tells of it on both days", () => {
    const session = started();
    const { number } = issueSlip(session, CLERK, slipOf(1));
    reprintSlip(session, CLERK, number);
    closeDay(session, CLERK, "2025-01-15");
    ledger.time.now = new Date("2025-01-16T02:00:00.000Z");
    voidSlip(session, CLERK, number, "重复开单");
    const state = dayState(session.database, "2025-01-15");
    expect(state.totals).toMatchObject({ total: { slips: 0, resident: 0 }, voided: 1, voidedEarlier: 0, reprints: 1 });
    expect(state.closed?.totals).toMatchObject({ total: { slips: 1, resident: 40_000 }, voided: 0 });
    expect(dayTotals(session.database, "2025-01-16")).toMatchObject({ voidedEarlier: 1 });
    expect(listDays(session.database, 10)).toEqual([{ day: "2025-01-15", slips: 1, closed: true }]);
  });
});

describe("a township's progress", () => {
  it("counts every resident once, however many slips they have, and no voided one", () => {
    const session = started();
    issueSlip(session, CLERK, slipOf(5));
    issueSlip(session, CLERK, { ...slipOf(6), members: [resident(5)] });
    issueSlip(session, CLERK, slipOf(10));
    issueSlip(session, CLERK, slipOf(1));
    voidSlip(session, CLERK, issueSlip(session, CLERK, slipOf(15)).number, "重复开单");
    expect(enrolledByTownship(session.database, "620602", 2025)).toEqual([
      { township: "武南镇", enrolled: 1 },
      { township: "黄羊镇", enrolled: 2 },
    ]);
    expect(enrolledByTownship(session.database, "620602", 2026)).toEqual([]);
  });
});
