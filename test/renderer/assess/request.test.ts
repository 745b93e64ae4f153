// What is typed becomes the engine's question: nothing unreadable goes in, nothing readable is left out.

import { describe, expect, test } from "vitest";
import { type Draft, emptyDraft } from "../../../renderer/assess/draft.ts";
import { ask } from "../../../renderer/assess/request.ts";
import { dayOf } from "../../../shared/dates/civil.ts";
import { describe as describeRuleSet, type RuleSetDescription } from "../../../shared/rules/description.ts";
import { tableOf } from "../../bundled.ts";

const today = dayOf(2026, 11, 23);
const cite = { document: "文号", article: "一", grade: "A", silent: false, summary: { zh: "句", en: "line" } } as const;
const name = { zh: "名", en: "name" };

const gansu = describeRuleSet(tableOf("gansu/2025"), new Map(), new Map());
/** The real rule set with one identity, one group and one county. */
const rules: RuleSetDescription = {
  ...gansu,
  id: "gansu/2025",
  name,
  coverageYear: 2025,
  status: "in-force",
  version: "1.0.0",
  hash: "sha256:0",
  opening: "2024-09-10",
  closing: "2025-12-31",
  documents: [],
  standard: "400.00",
  hasAdmissionRule: false,
  categories: [{ id: "orphan", aid: "400.00", percent: null, payable: "0.00", resolvesTo: null, cite }],
  groups: gansu.groups.filter(({ id }) => id === "discharged-soldier"),
  interpretations: [],
  prefectures: [
    {
      code: "6206",
      name,
      counties: [{ code: "620602", name, tier: "2", tierVerified: true, townships: null }],
    },
  ],
  periods: [],
  yearStart: "2025-01-01",
  yearEnd: "2025-12-31",
  information: [],
};

const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft("m1", "620602", "2025-01-15"), ...change });

describe("a resident", () => {
  test("of whom nothing is told yet is asked about with the payment day and the county alone", () => {
    expect(ask(draft({}), rules, today).request).toEqual({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-01-15",
      resident: {},
    });
  });

  test("has the birth date of the ID number", () => {
    expect(ask(draft({ idNumber: "622301196202100024" }), rules, today).birthDate).toBe("1962-02-10");
  });

  test("with a wrong ID number is asked about without a birth date, and the fault is named", () => {
    const asked = ask(draft({ idNumber: "622301196202100025", birthText: "20200101" }), rules, today);
    expect(asked.birthDate).toBeNull();
    expect(asked.faults).toEqual([
      { field: "idNumber", code: "id.check-digit", values: { expected: "4", found: "5" }, unfinished: false },
    ]);
  });

  test("without an ID number has the birth date that was typed", () => {
    expect(ask(draft({ birthText: "2025年3月1日" }), rules, today).request?.resident.birthDate).toBe("2025-03-01");
  });

  test("who was asked and has no identity is not the same as one who was not asked", () => {
    expect(ask(draft({ categories: [] }), rules, today).request?.resident.categories).toEqual([]);
    expect(ask(draft({ categories: null }), rules, today).request?.resident).not.toHaveProperty("categories");
  });

  test("whose only identity the rules do not know counts as not asked, never as none", () => {
    const asked = ask(draft({ categories: ["dibao"] }), rules, today);
    expect(asked.request?.resident).not.toHaveProperty("categories");
    expect(asked.unknown).toEqual([{ field: "categories", id: "dibao" }]);
  });

  test("who missed two years missed the two before the coverage year", () => {
    const asked = ask(draft({ continuity: "missed", missedCount: 2 }), rules, today);
    expect(asked.request?.resident.missedYears).toEqual([2024, 2023]);
  });

  test("whose earlier cover nobody knows is sent without it", () => {
    expect(ask(draft({ continuity: "unknown" }), rules, today).request?.resident).not.toHaveProperty("missedYears");
  });

  test("keeps a claim whose date is still wrong, without the date, and the fault names the group", () => {
    const asked = ask(draft({ claims: [{ group: "discharged-soldier", eventText: "20250230" }] }), rules, today);
    expect(asked.request?.resident.groups).toEqual([{ group: "discharged-soldier" }]);
    expect(asked.faults).toEqual([
      {
        field: "groups",
        group: "discharged-soldier",
        code: "date.no-such-day",
        values: { year: 2025, month: 2, day: 30 },
        unfinished: false,
      },
    ]);
  });

  test("from a county outside the rules' area is asked about without it, and it is said", () => {
    const asked = ask(draft({ county: "360102" }), rules, today);
    expect(asked.request).not.toHaveProperty("county");
    expect(asked.unknown).toEqual([{ field: "area", id: "360102" }]);
  });
});

describe("the payment day", () => {
  test("half typed is no question yet, and no alarm", () => {
    const asked = ask(draft({ paidText: "202501" }), rules, today);
    expect(asked.request).toBeNull();
    expect(asked.faults.map(({ code, unfinished }) => [code, unfinished])).toEqual([["date.form", true]]);
  });

  test("that the calendar has not is an alarm", () => {
    expect(ask(draft({ paidText: "20250230" }), rules, today).faults[0]?.unfinished).toBe(false);
  });
});
