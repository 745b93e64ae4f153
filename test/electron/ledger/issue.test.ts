import { afterEach, describe, expect, it } from "vitest";
import { issueSlip, reprintSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { CLERK, faultIn, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

let ledger: TestLedger;
afterEach(() => ledger.remove());

function started() {
  ledger = testLedger();
  return ledger.open().session;
}

describe("issuing slips", () => {
  it("numbers the slips of a day from one, and of the next day from one again", () => {
    const session = started();
    expect(issueSlip(session, CLERK, slipOf(1)).number).toMatch(/^03-250115-0001-.$/);
    expect(issueSlip(session, CLERK, slipOf(2)).number).toMatch(/^03-250115-0002-.$/);
    ledger.time.now = new Date("2025-01-16T01:00:00.000Z");
    expect(issueSlip(session, CLERK, slipOf(3)).number).toMatch(/^03-250116-0001-.$/);
  });

  it("keeps every record linked, sealed and findable after it was closed and opened again", () => {
    const session = started();
    for (let n = 1; n <= 20; n++) issueSlip(session, CLERK, slipOf(n, [resident(n), resident(n + 100)]));
    const { checked, findings, done } = verifyNext(session.database, session.keys, FROM_THE_FIRST, 1000);
    expect({ checked, findings, done }).toEqual({ checked: 21, findings: [], done: true });
  });

  it("issues once where the same request comes twice", () => {
    const session = started();
    const first = issueSlip(session, CLERK, slipOf(1));
    expect(issueSlip(session, CLERK, slipOf(1))).toEqual(first);
    expect(session.database.row("SELECT count(*) FROM slip")).toEqual([1]);
  });

  it("refuses a nonce that stands for another case", () => {
    const session = started();
    issueSlip(session, CLERK, slipOf(1));
    const other = {
      ...slipOf(1),
      members: [{ ...resident(1), request: { ruleSet: "gansu/2025", paidOn: "2025-02-01" } }],
    };
    expect(faultIn(() => issueSlip(session, CLERK, other))?.code).toBe("nonce-reused");
  });

  it("voids by adding a record, once, and only with a reason", () => {
    const session = started();
    const { number } = issueSlip(session, CLERK, slipOf(1));
    expect(faultIn(() => voidSlip(session, CLERK, number, " "))?.code).toBe("reason-needed");
    expect(voidSlip(session, CLERK, number, "身份证号有误")).toBe(3);
    expect(faultIn(() => voidSlip(session, CLERK, number, "身份证号有误"))?.code).toBe("slip-voided");
    expect(faultIn(() => reprintSlip(session, CLERK, number))?.code).toBe("slip-voided");
    expect(session.database.row("SELECT count(*) FROM record")).toEqual([3]);
  });

  it("counts the copies and hands back the slip as it was", () => {
    const session = started();
    const { number, code } = issueSlip(session, CLERK, slipOf(1));
    expect(reprintSlip(session, CLERK, number)).toMatchObject({
      copies: 1,
      code,
      document: { format: "canbao-slip/1", n: 1 },
    });
    expect(reprintSlip(session, CLERK, number.toLowerCase().replaceAll("-", " "))).toMatchObject({ copies: 2 });
    expect(verifyNext(session.database, session.keys, FROM_THE_FIRST, 100).findings).toEqual([]);
  });

  it("does not know a number that was never given", () => {
    const session = started();
    expect(faultIn(() => voidSlip(session, CLERK, "03-250115-0009-X", "误开"))?.code).toBe("slip-unknown");
  });

  it("stops where the clock was set back, and goes on with a mark once the clerk knows", () => {
    const session = started();
    issueSlip(session, CLERK, slipOf(1));
    ledger.time.now = new Date("2025-01-14T01:00:00.000Z");
    expect(faultIn(() => issueSlip(session, CLERK, slipOf(2)))).toEqual({
      code: "clock-behind",
      params: { now: "2025-01-14T01:00:00.000Z", last: "2025-01-15T01:30:00.000Z" },
    });
    issueSlip(session, { ...CLERK, acceptClock: true }, slipOf(2));
    expect(session.database.row("SELECT json_extract(body, '$.clockBehind') FROM record WHERE seq = 3")).toEqual([1]);
    ledger.time.now = new Date("2025-01-15T01:31:00.000Z");
    expect(issueSlip(session, CLERK, slipOf(3)).number).toMatch(/^03-250115-0002-.$/);
  });

  it("lets a clock be corrected by a minute without a word", () => {
    const session = started();
    issueSlip(session, CLERK, slipOf(1));
    ledger.time.now = new Date("2025-01-15T01:29:00.000Z");
    expect(issueSlip(session, CLERK, slipOf(2)).seq).toBe(3);
  });
});
