import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { dayTotals } from "../../../electron/ledger/day.ts";
import { slipDetail } from "../../../electron/ledger/detail.ts";
import { issueSlip, reprintSlip } from "../../../electron/ledger/issue.ts";
import { countBefore, eraseResident, exportResident, purgeBefore } from "../../../electron/ledger/retention.ts";
import { search } from "../../../electron/ledger/search.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { SearchQuery } from "../../../shared/ledger/search.ts";
import { CLERK, faultIn, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

let ledger: TestLedger;
afterEach(() => ledger.remove());

function started() {
  ledger = testLedger();
  return ledger.open().session;
}

describe("records older than the bureau keeps them", () => {
  it("lose their names with a trace of how many; the sums and the chain stay", () => {
    const session = started();
    const { database, keys } = session;
    for (let n = 0; n < 10; n++) issueSlip(session, CLERK, slipOf(n));
    const before = dayTotals(database, "2025-01-15");
    ledger.time.now = new Date("2025-02-01T01:00:00.000Z");
    const kept = issueSlip(session, CLERK, slipOf(20));
    expect(countBefore(database, "2025-02-01")).toBe(10);
    expect(purgeBefore(session, CLERK, "2025-02-01")).toBe(10);
    expect(faultIn(() => purgeBefore(session, CLERK, "2025-02-01"))?.code).toBe("nothing-to-purge");
    expect(dayTotals(database, "2025-01-15")).toEqual(before);
    expect(search(database, SearchQuery.parse({ name: "王" })).count).toBe(1);
    expect(slipDetail(session, kept.number).people[0]).not.toBeNull();
    expect(verifyNext(database, keys, FROM_THE_FIRST, 1000)).toMatchObject({ findings: [], checked: 13 });
    expect(database.row("SELECT json_extract(body, '$.slips') FROM record WHERE kind = 'purge'")).toEqual([10]);
  });
});

describe("one resident", () => {
  it("gets everything that is kept, in full, and that is on record", () => {
    const session = started();
    issueSlip(session, CLERK, slipOf(1));
    issueSlip(session, CLERK, slipOf(2, [resident(2), resident(1)]));
    const slips = exportResident(session, CLERK, resident(1).idNumber ?? "");
    expect(slips.map((slip) => slip.person?.name)).toEqual([resident(1).name, resident(1).name]);
    expect(faultIn(() => exportResident(session, CLERK, "999999190001010000"))?.code).toBe("resident-unknown");
    expect(session.database.row("SELECT count(*) FROM record WHERE kind = 'export'")).toEqual([1]);
  });

  it("is erased from every slip, the rest of the household stays, the chain holds", () => {
    const session = started();
    const { database, keys } = session;
    issueSlip(session, CLERK, slipOf(1));
    const shared = issueSlip(session, CLERK, slipOf(2, [resident(2), resident(1), resident(4)]));
    issueSlip(session, CLERK, slipOf(3));
    expect(faultIn(() => eraseResident(session, CLERK, resident(1).idNumber ?? "", " "))?.code).toBe("reason-needed");
    expect(eraseResident(session, CLERK, resident(1).idNumber ?? "", "本人申请")).toBe(2);
    expect(search(database, SearchQuery.parse({ idNumber: resident(1).idNumber })).count).toBe(0);
    const { people } = slipDetail(session, shared.number);
    expect(people.map((person) => person === null)).toEqual([false, true, false]);
    // Nothing is there to be copied any more, and no copy is counted.
    expect(faultIn(() => reprintSlip(session, CLERK, shared.number))?.code).toBe("slip-erased");
    expect(dayTotals(database, "2025-01-15").reprints).toBe(0);
    expect(dayTotals(database, "2025-01-15").total.residents).toBe(5);
    expect(verifyNext(database, keys, FROM_THE_FIRST, 1000).findings).toEqual([]);
  });

  it("leaves nothing in the tables or the log, seen with the key", () => {
    const session = started();
    const { database } = session;
    const person = { ...resident(1), name: "欧阳翀翀", idNumber: "999999199901019998" };
    issueSlip(session, CLERK, slipOf(1, [person]));
    for (let n = 2; n < 40; n++) issueSlip(session, CLERK, slipOf(n));
    eraseResident(session, CLERK, person.idNumber, "本人申请");
    const plain = `${ledger.place.file}.plain`;
    // A copy without a key, as an attacker who has one would make it: the name's characters are in no page of it.
    database.run("VACUUM INTO ?", `file:${plain}?key=`);
    const content = readFileSync(plain);
    expect(content.subarray(0, 15).toString()).toBe("SQLite format 3");
    for (const secret of [person.name, "翀", person.idNumber])
      expect(content.includes(Buffer.from(secret))).toBe(false);
    expect(content.includes(Buffer.from(String(resident(2).name)))).toBe(true);
  });
});
