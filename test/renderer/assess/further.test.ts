// Facts that only some rule sets ask for: when the form asks, how they are read, and that they reach the engine and the slip.
import { describe, expect, it } from "vitest";
import { describeLoaded } from "../../../electron/policies/describe.ts";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { type Draft, emptyDraft, isUntouched } from "../../../renderer/assess/draft.ts";
import { asksFor, readFact } from "../../../renderer/assess/further.ts";
import { readDrafts, writeDrafts } from "../../../renderer/assess/kept-drafts.ts";
import { ask } from "../../../renderer/assess/request.ts";
import { dayOf } from "../../../shared/dates/civil.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { slipDocument } from "../../../shared/slip/assessment.ts";

const { ruleSets } = loadPolicies(new URL("../../../policies/", import.meta.url).pathname);
const tables = new Map([...ruleSets].map(([id, { table }]) => [id, table]));
const today = dayOf(2026, 11, 26);

function rulesOf(id: string) {
  const loaded = ruleSets.get(id);
  if (loaded === undefined) throw new Error(`no ${id}`);
  return describeLoaded(loaded);
}

function draft(change: Partial<Draft>): Draft {
  return { ...emptyDraft("m1", null, "20260115"), ...change };
}

describe("a fact that only some rule sets use", () => {
  it("is never asked by the rules of 2025, which know none of them", () => {
    for (const id of ["gansu/2025", "jiangxi/2025", "xinzhou/2025"]) expect(rulesOf(id).furtherFacts).toEqual([]);
  });
  it("is asked where it can matter: repaired years of somebody who missed some", () => {
    expect(asksFor("repairedYears", draft({}), null)).toBe(false);
    expect(asksFor("repairedYears", draft({ continuity: "missed" }), null)).toBe(true);
    expect(asksFor("parentInsured", draft({ claims: [{ group: "newborn", eventText: "" }] }), null)).toBe(true);
    expect(asksFor("insuredYears", draft({ claims: [{ group: "employee-to-resident", eventText: "" }] }), null)).toBe(
      true,
    );
  });
  it("is read as a number, a yes or no, or a day, and a wrong one is named", () => {
    expect(readFact("repairedYears", "2")).toEqual({ ok: true, value: 2 });
    expect(readFact("employeeMonths", "13")).toMatchObject({ ok: false, code: "count", values: { most: 12 } });
    expect(readFact("parentInsured", "no")).toEqual({ ok: true, value: false });
    expect(readFact("recognisedOn", "20260203")).toEqual({ ok: true, value: "2026-02-03" });
    expect(readFact("recognisedOn", "20260230")).toMatchObject({ ok: false, code: "date.no-such-day" });
    expect(readFact("continuousYears", " ")).toEqual({ ok: true, value: null });
  });
  it("reaches the question of rules that use it, and stays out of others'", () => {
    const told = draft({ continuity: "missed", missedCount: 3, further: { repairedYears: "1" } });
    const using = [...ruleSets.keys()].find((id) => rulesOf(id).furtherFacts.includes("repairedYears"));
    expect(using).toBeDefined();
    expect(ask(told, rulesOf(using ?? ""), today).request?.resident.repairedYears).toBe(1);
    expect(ask(told, rulesOf("gansu/2025"), today).request?.resident).not.toHaveProperty("repairedYears");
  });
  it("survives a crash with the rest of the draft, and makes it worth keeping", () => {
    const told = draft({ further: { claimFreeLastYear: "yes" }, pastYear: 2025 });
    expect(isUntouched(told)).toBe(false);
    expect(readDrafts(writeDrafts([told]) ?? "")).toEqual([told]);
  });
});

describe("the repair of missed years", () => {
  it("stands on the slip as it stands in the answer, a line for each number of years", () => {
    const id = [...ruleSets.keys()].find((known) => known === "gansu/2026") ?? "";
    const request = {
      ruleSet: id,
      paidOn: "2026-02-10",
      resident: { birthDate: "1980-05-01", categories: [], missedYears: [2025, 2024, 2023] },
      interpretations: { "gap-counted-from": "any-year" },
    };
    const answer = answerRequest(request, tables);
    if (!answer.ok) throw new Error(answer.error.message);
    const { repair } = answer.result;
    expect(repair?.rows.length).toBeGreaterThan(1);
    const slip = slipDocument({
      languages: ["zh-CN"],
      audience: "resident",
      office: { hall: null, window: null, clerk: null },
      ruleSet: rulesOf(id),
      residents: [
        {
          name: null,
          idNumber: null,
          county: null,
          township: null,
          birthDate: "1980-05-01",
          categories: [],
          groups: [],
          missedYears: [2025, 2024, 2023],
          paidOn: "2026-02-10",
          result: answer.result,
        },
      ],
      payment: { source: "cash" },
      printedAt: "2026-02-10 10:00",
    });
    expect(slip.members[0]?.repair?.rows.map(({ years, cost, start }) => [years, cost, start])).toEqual(
      repair?.rows.map(({ years, cost, start }) => [years, cost, start]),
    );
  });
});
