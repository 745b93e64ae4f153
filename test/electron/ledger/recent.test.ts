// The newest cases without names: what a new rule set is held against.

import { afterEach, expect, it } from "vitest";
import { issueSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { recentCases } from "../../../electron/ledger/recent.ts";
import { eraseResident } from "../../../electron/ledger/retention.ts";
import { CLERK, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

let ledger: TestLedger;
afterEach(() => ledger.remove());

it("hands out the cases of the newest slips page by page, without names, voided and erased ones", () => {
  ledger = testLedger();
  const { session } = ledger.open();
  const { database } = session;
  const numbers = [1, 2, 3, 4].map((n) => issueSlip(session, CLERK, slipOf(n, [resident(n), resident(n + 10)])).number);
  voidSlip(session, CLERK, numbers[2] ?? "", "重复开单");
  eraseResident(session, CLERK, resident(12).idNumber ?? "", "本人申请");

  const first = recentCases(database, { limit: 2 });
  expect(first.cases.map(({ number }) => number)).toEqual([numbers[3], numbers[3], numbers[1]]);
  expect(first.cases[0]?.request).toEqual(resident(4).request);
  expect(first.cases[0]?.atIssue).toEqual(resident(4).figures);
  expect(first.erased).toBe(1);
  const spelled = JSON.stringify(first);
  expect(spelled).not.toContain(resident(4).name);
  expect(spelled).not.toContain(resident(4).idNumber);

  const second = recentCases(database, { limit: 2, before: first.next ?? 0 });
  expect(second.cases.map(({ number }) => number)).toEqual([numbers[0], numbers[0]]);
  expect(second.next).toBeNull();
  expect(recentCases(database, { limit: 9, ruleSet: "jiangxi/2025" }).cases).toEqual([]);
});
