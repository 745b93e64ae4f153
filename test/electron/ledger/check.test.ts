import { copyFileSync, rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { checkSlip, requestsOf } from "../../../electron/ledger/check.ts";
import { issueSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { eraseResident } from "../../../electron/ledger/retention.ts";
import { CLERK, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

let ledger: TestLedger;
afterEach(() => ledger.remove());

function started() {
  ledger = testLedger();
  return ledger.open().session;
}

/** The code with one of its parts changed in the last place. */
function spoiled(code: string, part: number): string {
  const parts = code.split(":");
  const changed = parts[part]?.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  return parts.map((text, index) => (index === part ? changed : text)).join(":");
}

describe("a slip that is brought back", () => {
  it("is genuine, also from a scanner that types small letters, and tells when it was voided", () => {
    const session = started();
    const { code, number, seq } = issueSlip(session, CLERK, slipOf(1));
    expect(checkSlip(session, code)).toEqual({ verdict: "genuine", number, seq, voided: false });
    voidSlip(session, CLERK, number, "重复开单");
    expect(checkSlip(session, code.toLowerCase())).toMatchObject({ verdict: "genuine", voided: true });
  });

  it("was changed: its rules, its input, its signature, or another slip's number under it", () => {
    const session = started();
    const { code } = issueSlip(session, CLERK, slipOf(1));
    const other = issueSlip(session, CLERK, slipOf(2));
    expect(checkSlip(session, spoiled(code, 2))).toMatchObject({ verdict: "changed", part: "rules" });
    expect(checkSlip(session, spoiled(code, 3))).toMatchObject({ verdict: "changed", part: "input" });
    expect(checkSlip(session, spoiled(code, 4))).toMatchObject({ verdict: "changed", part: "signature" });
    const [head, , ...rest] = code.split(":");
    expect(checkSlip(session, [head, other.number, ...rest].join(":"))).toMatchObject({
      verdict: "changed",
      part: "input",
    });
  });

  it("is known by its number alone, which proves nothing; anything else is unknown", () => {
    const session = started();
    const { number } = issueSlip(session, CLERK, slipOf(1));
    expect(checkSlip(session, number.replaceAll("-", ""))).toMatchObject({ verdict: "number-known", number });
    for (const text of ["", "03-250115-0002-A", "https://example.org", "王桂兰"]) {
      expect(checkSlip(session, text).verdict).toBe("unknown");
    }
  });

  it("was signed by this ledger, which has lost it", () => {
    ledger = testLedger();
    const opened = ledger.open();
    issueSlip(opened.session, CLERK, slipOf(1));
    const copy = `${ledger.place.file}.copy`;
    opened.session.database.run("VACUUM INTO ?", copy);
    const { code, number } = issueSlip(opened.session, CLERK, slipOf(2));
    opened.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(`${ledger.place.file}${end}`, { force: true });
    copyFileSync(copy, ledger.place.file);
    const older = ledger.open({ accept: { clerk: "李敏", reason: "只有旧备份" } }).session;
    expect(checkSlip(older, code)).toEqual({ verdict: "missing", number });
  });

  it("hands its case back to be answered again, until it is erased", () => {
    const session = started();
    const { number } = issueSlip(session, CLERK, slipOf(1, [resident(1), resident(2)]));
    expect(requestsOf(session, number)).toEqual([resident(1).request, resident(2).request]);
    eraseResident(session, CLERK, resident(2).idNumber ?? "", "本人申请");
    expect(requestsOf(session, number)).toBeNull();
  });
});
