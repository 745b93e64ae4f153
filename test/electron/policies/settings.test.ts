// A bureau settles a reading: it names issuer and document, and the answer says so. A wrong setting is a named fault.

import { describe, expect, it } from "vitest";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import type { Settlements } from "../../../shared/rules/bureau.ts";
import { othersThan, POLICIES } from "../../bundled.ts";

const decision = { option: "next-day", issuer: "武威市医疗保障局", document: "武医保函〔2025〕3号" };

function load(settlements: Settlements) {
  const { ruleSets, faults, settlementFaults } = loadPolicies(POLICIES, settlements);
  expect(faults).toEqual([]);
  return { faults: settlementFaults, tables: new Map([...ruleSets].map(([id, { table }]) => [id, table])) };
}

const soldier = {
  ruleSet: "gansu/2025",
  paidOn: "2025-06-20",
  resident: { categories: [], groups: [{ group: "discharged-soldier", eventDate: "2025-05-30" }] },
};

describe("a reading settled by the bureau", () => {
  it("dates a discharged soldier's cover, and the result names who settled it where", () => {
    const { tables, faults } = load({ "gansu/2025": { "exempt-start": decision } });
    expect(faults).toEqual([]);
    const answer = answerRequest(soldier, tables);
    expect(answer).toMatchObject({
      ok: true,
      result: {
        benefit: { kind: "exact", start: "2025-06-21" },
        interpretations: [
          {
            id: "exempt-start",
            option: "next-day",
            source: "bureau",
            issuer: decision.issuer,
            document: decision.document,
          },
        ],
      },
    });
    if (answer.ok) {
      const step = answer.result.trace.find(({ step, variant }) => step === "interpretation" && variant === "bureau");
      expect(step?.summary).toContain("武医保函〔2025〕3号");
    }
  });

  it("gives way to a reading chosen for the case", () => {
    const { tables } = load({ "gansu/2025": { "exempt-start": decision } });
    const answer = answerRequest({ ...soldier, interpretations: { "exempt-start": "payment-day" } }, tables);
    expect(answer).toMatchObject({
      ok: true,
      result: { benefit: { start: "2025-06-20" }, interpretations: [{ source: "request", option: "payment-day" }] },
    });
  });

  it("can be opened again for one case", () => {
    const { tables } = load({ "gansu/2025": { "this-year": { ...decision, option: "campaign" } } });
    const request = {
      ruleSet: "gansu/2025",
      paidOn: "2025-01-10",
      resident: { categories: [], missedYears: [], groups: [{ group: "discharged-soldier", eventDate: "2024-12-10" }] },
    };
    expect(answerRequest(request, tables)).toMatchObject({ ok: true, result: { benefit: { kind: "not-stated" } } });
    expect(answerRequest({ ...request, interpretations: { "this-year": "not-settled" } }, tables)).toMatchObject({
      ok: true,
      result: { benefit: { kind: "undetermined", reason: "conditions-not-stated" } },
    });
  });

  it("does not change the hash of the rules", () => {
    const plain = load({}).tables.get("gansu/2025");
    expect(load({ "gansu/2025": { "exempt-start": decision } }).tables.get("gansu/2025")?.hash).toBe(plain?.hash);
  });
});

describe("a wrong setting", () => {
  it.each([
    [
      "an interpretation that nobody knows",
      { "exempt-date": decision },
      "exempt-date",
      /no interpretation of gansu\/2025; it has/,
    ],
    [
      "an option that nobody knows",
      { "exempt-start": { ...decision, option: "soon" } },
      "exempt-start.option",
      /unknown option "soon"; allowed: not-stated, payment-day, next-day/,
    ],
    [
      "no issuer",
      { "exempt-start": { ...decision, issuer: " " } },
      "exempt-start",
      /names its issuer and its document number/,
    ],
    [
      "no document",
      { "exempt-start": { ...decision, document: "" } },
      "exempt-start",
      /names its issuer and its document number/,
    ],
  ] as const)("%s is named, and the rest is used", (_what, settings, path, says) => {
    const sound = { ...decision, option: "birth" };
    const { tables, faults } = load({ "gansu/2025": { ...settings, "newborn-start": sound } });
    expect([...tables.keys()]).toEqual(othersThan());
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: "settings for gansu/2025", path });
    expect(faults[0]?.message).toMatch(says);
    const questions = tables.get("gansu/2025")?.questions;
    expect(questions?.get("exempt-start")).toMatchObject({ inForce: "not-stated", source: "default" });
    expect(questions?.get("newborn-start")).toMatchObject({ inForce: "birth", settlement: sound });
  });

  it("for a rule set that is not there is named", () => {
    const { faults } = load({ "gansu/1999": { "exempt-start": decision } });
    expect(faults).toEqual([
      {
        file: "settings for gansu/1999",
        path: "",
        message: `no sound rule set gansu/1999; known: ${othersThan().join(", ")}`,
      },
    ]);
  });
});
