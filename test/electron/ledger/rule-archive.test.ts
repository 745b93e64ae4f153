// Years later: the rules that a slip was issued by are still there when the program's own have changed or gone.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeBackup } from "../../../electron/ledger/backup.ts";
import { checkSlip, requestsOf } from "../../../electron/ledger/check.ts";
import { dayTotals } from "../../../electron/ledger/day.ts";
import { issueSlip, reprintSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { recentCases } from "../../../electron/ledger/recent.ts";
import { eraseResident } from "../../../electron/ledger/retention.ts";
import { readRules } from "../../../electron/ledger/rule-archive.ts";
import { migrations } from "../../../electron/ledger/schema.ts";
import type { Session } from "../../../electron/ledger/session.ts";
import { findSlip, readSlipBody } from "../../../electron/ledger/slips.ts";
import { enrolledByTownship } from "../../../electron/ledger/townships.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { createBureauStore } from "../../../electron/main/bureau-store.ts";
import { newSlip } from "../../../electron/main/ledger/new-slip.ts";
import { thenAndNow } from "../../../electron/main/ledger/then-and-now.ts";
import { createRulesService, type RulesService } from "../../../electron/main/rules-service.ts";
import { bundledOnly } from "../../bundled.ts";
import { CLERK, type TestLedger, testLedger } from "./fixture.ts";

const NOBODY = { contentsId: 0 };
const BUNDLED = path.resolve(import.meta.dirname, "../../../policies");
const PERSON = {
  name: "王桂兰",
  idNumber: "999999196202100024",
  township: "黄羊镇",
  request: {
    ruleSet: "gansu/2025",
    county: "620602",
    paidOn: "2025-01-15",
    resident: { birthDate: "1962-02-10", categories: ["rural-dibao-1-2"], missedYears: [] },
  },
};

let root: string;
let ledger: TestLedger;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "canbao-then-"));
  cpSync(BUNDLED, path.join(root, "policies"), { recursive: true });
  ledger = testLedger();
});
afterEach(() => {
  ledger.remove();
  rmSync(root, { recursive: true });
});

const RULES_FILE = () => path.join(root, "policies/gansu/2025/rules.json");
/** The program as it starts anew, on whatever rule files there are. */
function program(): RulesService {
  return createRulesService(
    bundledOnly(path.join(root, "policies")),
    createBureauStore(root),
    () => new Date("2025-01-15"),
    () => Promise.resolve(null),
  );
}

async function issue(session: Session, rules: RulesService, engine = "1.0.0", nonce = "counter-0001"): Promise<string> {
  const slip = newSlip(await rules.standing(), [PERSON], "2025-01-15");
  if (!slip.ok) throw new Error(slip.error.code);
  return issueSlip(session, CLERK, { ...slip.value, nonce, engine, document: null }).number;
}

async function compared(session: Session, number: string, rules: RulesService) {
  const body = readSlipBody(session.database, findSlip(session.database, number).seq);
  const requests = requestsOf(session, number) as readonly Readonly<Record<string, unknown>>[] | null;
  const kept = body.rules === undefined ? { kind: "absent" as const } : readRules(session.database, body.rules);
  return thenAndNow({ body, requests, kept, today: await rules.standing(), engine: "1.0.0" });
}

/** The aid to rural minimum-living families of the first and second class rises by ten yuan. */
function changeRules(): void {
  const text = readFileSync(RULES_FILE(), "utf8");
  const changed = text.replaceAll('"aid": "310.00"', '"aid": "320.00"');
  expect(changed).not.toBe(text);
  writeFileSync(RULES_FILE(), changed);
}

describe("a slip that is checked years later", () => {
  it("is answered by the rules of then, which are today's", async () => {
    const { session } = ledger.open();
    const number = await issue(session, program());
    const found = await compared(session, number, program());
    expect(found).toMatchObject({ archive: "kept", rules: "same", erased: false });
    const [member] = found.members;
    expect(member?.atIssue).toMatchObject({ payable: 9000, aid: 31_000, benefit: { start: "2025-04-15" } });
    expect(member?.again).toEqual(member?.atIssue);
    expect(member?.today).toEqual(member?.atIssue);
    expect(member?.grounds.again).toContain("甘医保发〔2024〕54号 五（二）");
    expect(member?.grounds.today).toEqual(member?.grounds.again);
  });

  it("is answered by the rules of then when the bundled ones have changed, and then are gone", async () => {
    const { session } = ledger.open();
    const number = await issue(session, program());
    changeRules();
    const changed = await compared(session, number, program());
    expect(changed).toMatchObject({ archive: "kept", rules: "changed" });
    expect(changed.members[0]?.again).toEqual(changed.members[0]?.atIssue);
    expect(changed.members[0]?.today).toMatchObject({ payable: 8000, benefit: { start: "2025-04-15" } });
    rmSync(path.join(root, "policies/gansu"), { recursive: true });
    const gone = await compared(session, number, program());
    expect(gone).toMatchObject({ archive: "kept", rules: "absent" });
    expect(gone.members[0]?.again).toEqual(gone.members[0]?.atIssue);
    expect(gone.members[0]?.today).toBeNull();
    expect(gone.members[0]?.grounds).toEqual({ again: changed.members[0]?.grounds.again, today: null });
  });

  it("is answered by the bureau's decisions of then, also when they were withdrawn", async () => {
    const { session } = ledger.open();
    const rules = program();
    const question = { ruleSet: "gansu/2025", interpretation: "wait-counts-payment-day", enteredBy: "李敏" };
    const decided = { ...question, option: "no", issuer: "凉州区医疗保障局", document: "凉医保〔2025〕1号" };
    expect(await rules.settle(decided, NOBODY)).toMatchObject({ ok: true });
    const number = await issue(session, rules);
    await rules.withdraw(question, NOBODY);
    const found = await compared(session, number, program());
    expect(found).toMatchObject({ archive: "kept", rules: "changed" });
    expect(found.members[0]?.atIssue.benefit.start).toBe("2025-04-16");
    expect(found.members[0]?.again?.benefit.start).toBe("2025-04-16");
    expect(found.members[0]?.today?.benefit.start).toBe("2025-04-15");
  });

  it("says that the program changed where the same rules give another answer", async () => {
    const { session } = ledger.open();
    const number = await issue(session, program(), "0.9.0");
    const body = readSlipBody(session.database, findSlip(session.database, number).seq);
    const [member] = body.members;
    if (member === undefined) throw new Error("a slip has a resident");
    // As a program with a fault would have written it.
    const faulty = { ...body, members: [{ ...member, payable: 9100 }] };
    const kept = readRules(session.database, body.rules ?? "");
    const today = await program().standing();
    const found = thenAndNow({ body: faulty, requests: [PERSON.request], kept, today, engine: "1.2.0" });
    expect(found).toMatchObject({ rules: "same", engine: { atIssue: "0.9.0", today: "1.2.0" } });
    expect(found.members[0]).toMatchObject({ atIssue: { payable: 9100 }, again: { payable: 9000 } });
  });

  it("is not answered where its resident was erased", async () => {
    const { session } = ledger.open();
    const number = await issue(session, program());
    eraseResident(session, CLERK, PERSON.idNumber, "本人申请");
    const found = await compared(session, number, program());
    expect(found).toMatchObject({ archive: "kept", erased: true, members: [{ again: null, today: null }] });
  });
});

describe("a newborn's two coverage years on one slip", () => {
  const request = (ruleSet: string, pastYear?: number) => ({
    ...PERSON,
    request: {
      ruleSet,
      paidOn: "2025-12-20",
      ...(pastYear === undefined ? {} : { pastYear }),
      resident: { birthDate: "2025-12-10", categories: [] },
    },
  });
  const MOTHER = { ruleSet: "gansu/2026", paidOn: "2025-12-20", resident: { birthDate: "1993-05-05", categories: [] } };
  const BOTH = [request("gansu/2026"), request("gansu/2025", 2025)];

  it("are recorded each under its own rules, checked, and answered again by the rules of then", async () => {
    const { session } = ledger.open();
    const slip = newSlip(await program().standing(), BOTH, "2026-01-15");
    if (!slip.ok) throw new Error(slip.error.code);
    const { number, code } = issueSlip(session, CLERK, {
      ...slip.value,
      nonce: "newborn-01",
      engine: "1",
      document: null,
    });
    const body = readSlipBody(session.database, findSlip(session.database, number).seq);
    expect(body.ruleSet.id).toBe("gansu/2026");
    expect(body.others).toMatchObject([{ place: 1, ruleSet: { id: "gansu/2025" } }]);
    expect(checkSlip(session, code)).toMatchObject({ verdict: "genuine" });
    expect(verifyNext(session.database, session.keys, FROM_THE_FIRST, 100).findings).toEqual([]);
    const requests = requestsOf(session, number) as readonly Readonly<Record<string, unknown>>[] | null;
    const kept = readRules(session.database, body.rules ?? "");
    const others = (body.others ?? []).map(({ rules }) => readRules(session.database, rules));
    const found = thenAndNow({ body, requests, kept, others, today: await program().standing(), engine: "1" });
    expect(found).toMatchObject({ archive: "kept", rules: "same" });
    for (const member of found.members) expect(member.again).toEqual(member.atIssue);
    const days = dayTotals(session.database, body.day);
    expect(days.byRuleSet.map(({ key, sums }) => [key, sums.residents, sums.payments])).toEqual([
      ["gansu/2025", 1, 1],
      ["gansu/2026", 1, 1],
    ]);
    expect(recentCases(session.database, { limit: 9, ruleSet: "gansu/2025" }).cases).toMatchObject([
      { ruleSet: { id: "gansu/2025" } },
    ]);
  });

  it("are one child and two payments in the day's sums, and one child of each year in its township", async () => {
    const { session } = ledger.open();
    const placed = BOTH.map((person) => ({ ...person, request: { ...person.request, county: "620602" } }));
    const mother = { ...PERSON, idNumber: null, name: "王小梅", request: { ...MOTHER, county: "620602" } };
    const slip = newSlip(await program().standing(), [mother, ...placed], "2026-01-15");
    if (!slip.ok) throw new Error(slip.error.code);
    issueSlip(session, CLERK, { ...slip.value, nonce: "newborn-04", engine: "1", document: null });
    const { total, byTownship, byRuleSet } = dayTotals(session.database, "2025-01-15");
    expect(total).toMatchObject({ slips: 1, residents: 2, payments: 3, resident: 120_000 });
    expect(byTownship[0]?.sums).toMatchObject({ residents: 2, payments: 3, resident: 120_000 });
    expect(byRuleSet.map(({ key, sums }) => [key, sums.residents, sums.resident])).toEqual([
      ["gansu/2025", 1, 40_000],
      ["gansu/2026", 2, 80_000],
    ]);
    const enrolled = (year: number) => enrolledByTownship(session.database, "620602", year).map((one) => one.enrolled);
    expect([enrolled(2025), enrolled(2026)]).toEqual([[1], [2]]);
  });

  it("count in no sum any more once their slip is void, both of them", async () => {
    const { session } = ledger.open();
    const slip = newSlip(await program().standing(), BOTH, "2026-01-15");
    if (!slip.ok) throw new Error(slip.error.code);
    const issued = issueSlip(session, CLERK, { ...slip.value, nonce: "newborn-05", engine: "1", document: null });
    voidSlip(session, CLERK, issued.number, "打错了");
    expect(dayTotals(session.database, "2025-01-15")).toMatchObject({
      total: { slips: 0, residents: 0, payments: 0 },
      voided: 1,
    });
    expect(checkSlip(session, issued.code)).toMatchObject({ verdict: "genuine", voided: true });
    expect(verifyNext(session.database, session.keys, FROM_THE_FIRST, 100).findings).toEqual([]);
  });

  it("are refused as a second line where it is another child's, stands alone, or its 90 days do not reach there", async () => {
    const standing = await program().standing();
    const [own, other] = [request("gansu/2026"), request("gansu/2025", 2025)];
    const grown = { ...other, request: { ...other.request, resident: { birthDate: "2020-12-10", categories: [] } } };
    const refused = { ok: false, error: { code: "case-invalid", params: { path: "people" } } };
    for (const people of [
      [own, { ...other, name: "别人家的孩子" }],
      [own, other, other],
      [{ ...own, request: grown.request }, own],
      [own, grown],
    ])
      expect(newSlip(standing, people, "2026-01-15")).toMatchObject(refused);
  });

  it("leave the record of every other slip spelled as it was, and reprint works on both", async () => {
    const { session } = ledger.open();
    const number = await issue(session, program());
    const body = readSlipBody(session.database, findSlip(session.database, number).seq);
    expect(Object.keys(body)).not.toContain("others");
    const slip = newSlip(await program().standing(), BOTH, "2026-01-15");
    if (!slip.ok) throw new Error(slip.error.code);
    const both = issueSlip(session, CLERK, { ...slip.value, nonce: "newborn-03", engine: "1", document: { n: 1 } });
    expect(reprintSlip(session, CLERK, both.number)).toMatchObject({ copies: 1, document: { n: 1 } });
    expect(reprintSlip(session, CLERK, number)).toMatchObject({ copies: 1 });
  });

  it("are refused where the past year was not named, or where the rules are another place's", async () => {
    const standing = await program().standing();
    expect(newSlip(standing, [request("gansu/2026"), request("gansu/2025")], "2026-01-15")).toMatchObject({
      ok: false,
      error: { code: "past-year" },
    });
    expect(newSlip(standing, [request("gansu/2026"), request("jiangxi/2025", 2025)], "2026-01-15")).toMatchObject({
      ok: false,
      error: { code: "case-invalid", params: { path: "ruleSet" } },
    });
  });

  it("are missed by the check where the other year's rules are gone", async () => {
    const { session } = ledger.open();
    const slip = newSlip(await program().standing(), BOTH, "2026-01-15");
    if (!slip.ok) throw new Error(slip.error.code);
    const { seq } = issueSlip(session, CLERK, { ...slip.value, nonce: "newborn-02", engine: "1", document: null });
    const [other] = readSlipBody(session.database, seq).others ?? [];
    session.database.run("DELETE FROM rule_set WHERE hash = ?", other?.rules ?? "");
    const { findings } = verifyNext(session.database, session.keys, FROM_THE_FIRST, 100);
    expect(findings).toEqual([{ code: "rules-missing", seq }]);
  });
});

describe("the archive in the ledger", () => {
  it("keeps one copy for each rule set, named by the record in the chain", async () => {
    const { session } = ledger.open();
    const first = await issue(session, program());
    await issue(session, program(), "1.0.0", "counter-0002");
    changeRules();
    const third = await issue(session, program(), "1.0.0", "counter-0003");
    expect(session.database.row("SELECT count(*) FROM rule_set")).toEqual([2]);
    const [a, b] = [first, third].map((n) => readSlipBody(session.database, findSlip(session.database, n).seq).rules);
    expect(a).toMatch(/^[0-9a-f]{64}$/);
    expect(a).not.toBe(b);
  });

  it("is seen to be damaged or gone, is not used then, and is mended by the next slip of the same rules", async () => {
    const { session } = ledger.open();
    const { database, keys } = session;
    const number = await issue(session, program());
    const walk = () => verifyNext(database, keys, FROM_THE_FIRST, 100).findings;
    expect(walk()).toEqual([]);
    database.run("UPDATE rule_set SET data = substr(data, 1, 500) || x'ff' || substr(data, 502)");
    expect(walk()).toEqual([{ code: "rules-damaged", seq: 2 }]);
    expect(await compared(session, number, program())).toMatchObject({
      archive: "damaged",
      members: [{ again: null }],
    });
    await issue(session, program(), "1.0.0", "counter-0002");
    expect(walk()).toEqual([]);
    database.run("DELETE FROM rule_set");
    expect(walk().map(({ code }) => code)).toEqual(["rules-missing", "rules-missing"]);
    expect((await compared(session, number, program())).archive).toBe("absent");
  });

  it("another rule set under the same name is seen, though it unpacks", async () => {
    const { session } = ledger.open();
    const first = await issue(session, program());
    changeRules();
    await issue(session, program(), "1.0.0", "counter-0002");
    const { database, keys } = session;
    const hash = readSlipBody(database, findSlip(database, first).seq).rules ?? "";
    database.run("UPDATE rule_set SET data = (SELECT data FROM rule_set WHERE hash <> ?) WHERE hash = ?", hash, hash);
    expect(verifyNext(database, keys, FROM_THE_FIRST, 100).findings).toEqual([{ code: "rules-damaged", seq: 2 }]);
    expect(await compared(session, first, program())).toMatchObject({ archive: "damaged", members: [{ again: null }] });
  });

  it("damaged, keeps neither the counter from opening nor a backup from being made", async () => {
    const opened = ledger.open();
    await issue(opened.session, program());
    opened.session.database.run("UPDATE rule_set SET data = x'00'");
    opened.close();
    const { session } = ledger.open();
    expect(writeBackup(session, { folder: ledger.place.backups, wrapped: null, keep: 3, thorough: true }).seq).toBe(2);
  });

  it("comes to a ledger of the first version by its migration; slips from before have none", async () => {
    const { session } = ledger.open({ steps: migrations.slice(0, 1) });
    expect(session.database.row("SELECT count(*) FROM sqlite_master WHERE name = 'rule_set'")).toEqual([0]);
    session.database.close();
    ledger.remove();
    ledger = testLedger();
    ledger.open({ steps: migrations.slice(0, 1) }).close();
    const newer = ledger.open().session;
    await issue(newer, program());
    expect(newer.database.row("SELECT count(*) FROM rule_set")).toEqual([1]);
  });

  it("is not made from rule files that changed after they were read: no slip then", async () => {
    const { session } = ledger.open();
    const rules = program();
    await rules.standing();
    changeRules();
    await expect(issue(session, rules)).rejects.toThrow("rules-not-kept");
    rmSync(RULES_FILE());
    await expect(issue(session, rules)).rejects.toThrow("rules-not-kept");
  });
});
