import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revealSlip, slipDetail } from "../../../electron/ledger/detail.ts";
import { issueSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { search } from "../../../electron/ledger/search.ts";
import type { Session } from "../../../electron/ledger/session.ts";
import { SearchQuery } from "../../../shared/ledger/search.ts";
import { readSearchText } from "../../../shared/ledger/search-text.ts";
import { CLERK, resident, slipOf, type TestLedger, TOWNSHIPS, testLedger } from "./fixture.ts";

let ledger: TestLedger;
let session: Session;
const numbers: string[] = [];

beforeAll(() => {
  ledger = testLedger();
  ledger.time.now = new Date("2025-01-10T00:30:00.000Z");
  session = ledger.open().session;
  for (let n = 0; n < 60; n++) {
    ledger.time.now = new Date(Date.UTC(2025, 0, 10 + Math.floor(n / 20), 1, n));
    numbers.push(issueSlip(session, { clerk: n % 2 === 0 ? "李敏" : "王芳" }, slipOf(n)).number);
  }
  voidSlip(session, CLERK, numbers[59] ?? "", "重复开单");
});
afterAll(() => ledger.remove());

function found(query: Parameters<typeof SearchQuery.parse>[0]): readonly number[] {
  return search(session.database, SearchQuery.parse(query)).entries.map((entry) => entry.seq - 2);
}

/** What a walk over all residents finds, newest first. */
function expected(holds: (n: number) => boolean): readonly number[] {
  return Array.from({ length: 60 }, (_, n) => 59 - n).filter(holds);
}

describe("searching", () => {
  it("finds by any part of a name", () => {
    const name = resident(7).name ?? "";
    for (const part of [name, name.slice(0, 1), name.slice(1), name.slice(-1)]) {
      expect(found({ name: part })).toEqual(expected((n) => (resident(n).name ?? "").includes(part)));
    }
    expect(found({ name: "龘" })).toEqual([]);
    expect(found({ name: '" OR 1' })).toEqual([]);
  });

  it("finds by ID tail, whole ID number, day, township, rule set, amount, clerk, category", () => {
    const number = resident(7).idNumber ?? "";
    expect(found({ idTail: number.slice(-4) })).toEqual(
      expected((n) => (resident(n).idNumber ?? "").slice(-4) === number.slice(-4)),
    );
    expect(found({ idNumber: number })).toEqual([7]);
    expect(found({ from: "2025-01-11", through: "2025-01-11" })).toEqual(expected((n) => n >= 20 && n < 40));
    expect(found({ from: "2025-01-12" })).toEqual(expected((n) => n >= 40));
    expect(found({ through: "2025-01-10" })).toEqual(expected((n) => n < 20));
    expect(found({ through: "2025-01-09" })).toEqual([]);
    expect(found({ township: TOWNSHIPS[1] })).toEqual(expected((n) => n % 5 === 1));
    expect(found({ ruleSet: "jiangxi/2025" })).toEqual([]);
    expect(found({ payable: 9000 })).toEqual(expected((n) => n % 3 === 0));
    expect(found({ clerk: "王芳", category: "rural-dibao-1-2" })).toEqual(expected((n) => n % 6 === 3));
    expect(found({ standing: "voided" })).toEqual([59]);
    expect(found({ standing: "valid", from: "2025-01-12" })).toEqual(expected((n) => n >= 40 && n < 59));
  });

  it("finds by slip number and by its beginning", () => {
    expect(found({ number: numbers[42] })).toEqual([42]);
    expect(found({ number: "03-250110" })).toEqual(expected((n) => n < 20));
  });

  it("holds all conditions together", () => {
    expect(found({ name: "王", payable: 9000, township: TOWNSHIPS[0], from: "2025-01-11" })).toEqual([30]);
  });

  it("finds by any conditions together what a walk over all residents finds", () => {
    const names = [undefined, "王", "桂", "王桂", "桂兰", "陈玉文", "龘"];
    const townships = [undefined, TOWNSHIPS[0], TOWNSHIPS[3], "无此镇"];
    const amounts = [undefined, 9000, 40_000, 1];
    const standings = [undefined, "valid", "voided"] as const;
    const spans = [{}, { from: "2025-01-11", through: "2025-01-11" }, { from: "2025-01-12" }];
    const tails = [undefined, "0590", resident(30).idNumber?.slice(-4)];
    let asked = 0;
    for (const name of names)
      for (const township of townships)
        for (const payable of amounts)
          for (const standing of standings)
            for (const span of spans)
              for (const idTail of tails) {
                const query = { name, township, payable, standing, idTail, ...span };
                const holds = (n: number): boolean => {
                  const { name: full, idNumber, figures } = resident(n);
                  const day = `2025-01-${10 + Math.floor(n / 20)}`;
                  return (
                    (name === undefined || (full ?? "").includes(name)) &&
                    (township === undefined || figures.township === township) &&
                    (payable === undefined || figures.payable === payable) &&
                    (standing === undefined || (n === 59) === (standing === "voided")) &&
                    (idTail === undefined || (idNumber ?? "").endsWith(idTail)) &&
                    (span.from === undefined || day >= span.from) &&
                    (span.through === undefined || day <= span.through)
                  );
                };
                const page = search(session.database, SearchQuery.parse(query));
                const wanted = expected(holds).slice(0, 50);
                expect(
                  page.entries.map((entry) => entry.seq - 2),
                  JSON.stringify(query),
                ).toEqual(wanted);
                if (page.count < page.countedTo) expect(page.count).toBe(expected(holds).length);
                asked += 1;
              }
    expect(asked).toBe(3024);
  });

  it("finds rare characters, letters, and a township whose name is several words", () => {
    const other = testLedger();
    const { session: own } = other.open();
    const people = ["李𬱖", "李䶮", "阿卜杜拉·麦麦提", "Anna Maria"];
    people.forEach((name, n) => {
      const person = resident(n);
      const figures = { ...person.figures, township: "Huangyang town (old)" };
      issueSlip(own, CLERK, slipOf(n, [{ ...person, name, figures }]));
    });
    const named = (query: Parameters<typeof SearchQuery.parse>[0]) =>
      search(own.database, SearchQuery.parse(query)).entries.map((entry) => people[entry.seq - 2]);
    expect(named({ name: "𬱖" })).toEqual(["李𬱖"]);
    expect(named({ name: "李𬱖" })).toEqual(["李𬱖"]);
    expect(named({ name: "李" })).toEqual(["李䶮", "李𬱖"]);
    expect(named({ name: "拉麦" })).toEqual(["阿卜杜拉·麦麦提"]);
    expect(named({ name: "annamaria" })).toEqual(["Anna Maria"]);
    expect(named({ name: "李", township: "Huangyang town (old)" })).toEqual(["李䶮", "李𬱖"]);
    expect(named({ name: "李", township: "Huangyang town" })).toEqual([]);
    other.remove();
  });

  it("goes on where a page ends, without a gap or a double", () => {
    const all: number[] = [];
    let after: number | null | undefined;
    do {
      const page = search(session.database, SearchQuery.parse({ limit: 7, ...(after ? { after } : {}) }));
      expect(page.count).toBe(60);
      all.push(...page.entries.map((entry) => entry.seq - 2));
      after = page.next;
    } while (after !== null);
    expect(all).toEqual(expected(() => true));
  });

  it("hands out neither a name nor a number in full", () => {
    const page = JSON.stringify(search(session.database, SearchQuery.parse({ limit: 500 })));
    const detail = JSON.stringify(slipDetail(session, numbers[7] ?? ""));
    for (let n = 0; n < 60; n++) {
      const { name, idNumber } = resident(n);
      for (const text of [page, detail]) {
        expect(text.includes(String(name)) || text.includes(String(idNumber))).toBe(false);
      }
    }
  });

  it("shows a slip in full only after that is on record", () => {
    const number = numbers[7] ?? "";
    const before = session.database.row("SELECT count(*) FROM record WHERE kind = 'reveal'");
    expect(before).toEqual([0]);
    const detail = revealSlip(session, CLERK, number, "核对");
    expect(detail.people[0]).toMatchObject({ name: resident(7).name, idNumber: resident(7).idNumber });
    expect(detail.history).toMatchObject([{ kind: "reveal", clerk: "李敏", reason: "核对" }]);
  });

  it("still finds a day's slips where a clock was accepted as it stood back", () => {
    const other = testLedger();
    const late = other.open().session;
    other.time.now = new Date("2025-03-01T01:00:00.000Z");
    issueSlip(late, CLERK, slipOf(1));
    other.time.now = new Date("2025-01-20T01:00:00.000Z");
    issueSlip(late, { ...CLERK, acceptClock: true }, slipOf(2));
    other.time.now = new Date("2025-03-01T02:00:00.000Z");
    issueSlip(late, CLERK, slipOf(3));
    const march = search(late.database, SearchQuery.parse({ from: "2025-03-01", through: "2025-03-01" }));
    expect(march.entries.map((entry) => entry.seq)).toEqual([4, 2]);
    other.remove();
  });
});

describe("the one search field", () => {
  it.each([
    ["王桂兰", { name: "王桂兰" }],
    ["王桂兰 0024", { name: "王桂兰", idTail: "0024" }],
    ["002x", { idTail: "002X" }],
    ["90元", { payable: 9000 }],
    ["90", { payable: 9000 }],
    ["１１６.８０", { payable: 11_680 }],
    ["20250115", { from: "2025-01-15", through: "2025-01-15" }],
    ["2025年1月15日 王", { from: "2025-01-15", through: "2025-01-15", name: "王" }],
    ["999999199001010024", { idNumber: "999999199001010024" }],
    ["03-250115", { number: "03-250115" }],
    ["Anna Maria", { name: "AnnaMaria" }],
    ["", {}],
  ])("reads %j", (text, conditions) => {
    expect(readSearchText(text)).toEqual(conditions);
  });
});
