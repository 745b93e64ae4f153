// What stands on a slip: everything the answer says, nothing it does not, and never a full ID number.
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Benefit, BenefitKind, Result, ReviewCode } from "../../../shared/engine/result.ts";
import { slipDocument } from "../../../shared/slip/assessment.ts";
import { AUDIENCES, SlipDocumentSchema } from "../../../shared/slip/document.ts";
import {
  clause,
  closed,
  FULL_ID,
  notStated,
  order,
  ordinary,
  provisional,
  RULE_SET,
  resident,
  SAMPLES,
  step,
  tenMembers,
  undetermined,
  waiting,
} from "./samples.ts";

describe("a slip for one resident", () => {
  const slip = slipDocument(order([resident(waiting)]));
  const [member] = slip.members;

  test("says what to pay in figures and in capitals, and who pays the rest", () => {
    expect(member).toMatchObject({ standard: "400.00", aid: "310.00", payable: "90.00", payableInWords: "玖拾元整" });
    expect(member?.funding).toMatchObject({ central: "536.00", province: "116.80", cityCounty: "17.20" });
    expect(slip.total).toBeNull();
  });

  test("gives the wait's first and last day and the first covered day", () => {
    expect(member?.coverage).toMatchObject({
      kind: "exact",
      start: "2025-04-15",
      wait: { from: "2025-01-15", to: "2025-04-14", length: 90 },
    });
  });

  test("cites each document once with all its articles, in the order of the decision", () => {
    expect(slip.citations).toEqual([
      {
        number: "甘医保发〔2024〕54号",
        title: expect.anything(),
        grade: "A",
        articles: ["五（一）", "五（二）", "二（二）", "附表2", "附表1"],
      },
    ]);
  });

  test("names the reading that was used, with its words", () => {
    expect(slip.interpretations).toMatchObject([
      { id: "wait-counts-payment-day", option: "yes", optionText: { zh: "缴费当日为第一天" } },
    ]);
  });

  test("carries the rule set's version and the beginning of its hash", () => {
    expect(slip.ruleSet).toMatchObject({ id: "gansu/2025", version: "1.0.0", hash: "3f9a1c0b77e2" });
  });
});

describe("what is not known", () => {
  test("stays null, never zero", () => {
    const [member] = slipDocument(order([resident(provisional)])).members;
    expect(member).toMatchObject({ aid: null, payable: null, payableInWords: null });
    expect(member?.funding).toMatchObject({
      central: null,
      province: null,
      cityCounty: null,
      centralOptions: ["402.00", "536.00"],
    });
    expect(member?.majorIllness).toEqual({ perHead: null, about: "107.00", residentPays: null });
  });

  test("an amount that waits for an answer says for which; one that no document states does not", () => {
    const field = "resident.groups[0].eventDate";
    const asked = { ...provisional, unanswered: [{ field, why: "", stake: "1.00", changes: ["amount" as const] }] };
    const document = slipDocument(order([resident(asked)]));
    expect(document.members[0]?.payableAwaits).toBe(field);
    expect(SlipDocumentSchema.safeParse(document).success).toBe(true);
    expect(slipDocument(order([resident(provisional)])).members[0]).not.toHaveProperty("payableAwaits");
  });

  test("a first day that no document states has no day", () => {
    const [member] = slipDocument(order([resident(notStated)])).members;
    expect(member?.coverage).toMatchObject({ kind: "not-stated", end: "2025-12-31" });
    expect(member?.coverage).not.toHaveProperty("start");
  });

  test("an article that is silent is no ground", () => {
    const silent = { ...ordinary, trace: [step("benefit", "", clause("五（三）", { silent: true }))] };
    expect(slipDocument(order([resident(silent)])).citations).toEqual([]);
  });

  test("an open case lists every reading with its words and its cover", () => {
    const [member] = slipDocument(order([resident(undetermined)])).members;
    expect(member?.coverage).toMatchObject({
      kind: "undetermined",
      reason: "gap-before-2025",
      readings: [
        { choices: [{ option: "2025", optionText: { zh: "从2025年度起计算" } }], coverage: { start: "2025-01-01" } },
        { choices: [{ option: "any-year" }], coverage: { start: "2025-04-01", wait: { length: 90 } } },
      ],
    });
  });

  test("categories that nobody asked for differ from none", () => {
    const [member] = slipDocument(order([resident(ordinary, { categories: null })])).members;
    expect(member?.categories).toBeNull();
  });
});

describe("a household", () => {
  const slip = slipDocument(order(tenMembers()));

  test("adds up what its members pay", () => {
    expect(slip.members).toHaveLength(10);
    expect(slip.total).toEqual({
      standard: "4000.00",
      aid: "930.00",
      payable: "3070.00",
      payableInWords: "叁仟零柒拾元整",
      unknown: 0,
    });
  });

  test("says for how many members the sum is not whole", () => {
    const unknown = { ...ordinary, contribution: { ...ordinary.contribution, aid: null, payable: null } };
    const { total } = slipDocument(order([resident(ordinary), resident(unknown)]));
    expect(total).toMatchObject({ payable: "400.00", unknown: 1 });
  });

  test("cannot rest on two rule sets", () => {
    const other = { ...closed, ruleSet: { ...closed.ruleSet, hash: `sha256:${"0".repeat(64)}` } };
    expect(() => slipDocument(order([resident(ordinary), resident(other)]))).toThrow(/two rule sets/);
  });
});

describe("a newborn's two coverage years", () => {
  const before: Result = {
    ...waiting,
    ruleSet: { ...waiting.ruleSet, id: "gansu/2024", coverageYear: 2024, hash: `sha256:${"0".repeat(64)}` },
    pastYear: { coverageYear: 2024, lastUsefulDay: "2024-12-31" },
  };
  const name = { zh: "甘肃省 2024 年度", en: "Gansu, coverage year 2024" };
  const slip = slipDocument(
    order([resident(ordinary), resident(before)], { otherYears: { "gansu/2024": { ...RULE_SET, name } } }),
  );

  test("are two lines, each with its own rule set; only the other year's line names one", () => {
    expect(slip.ruleSet.coverageYear).toBe(2025);
    expect(slip.members[0]).not.toHaveProperty("otherYear");
    expect(slip.members[1]?.otherYear).toMatchObject({
      ruleSet: { id: "gansu/2024", coverageYear: 2024, hash: "000000000000", name },
      pastYear: { coverageYear: 2024 },
    });
    expect(slip).not.toHaveProperty("pastYear");
  });

  test("are summed for each year and together", () => {
    expect(slip.total).toMatchObject({
      payable: "490.00",
      unknown: 0,
      byYear: [
        { coverageYear: 2024, payable: "90.00", lines: 1 },
        { coverageYear: 2025, payable: "400.00", lines: 1 },
      ],
    });
  });

  test("name the year of each reading", () => {
    const both = slipDocument(order([resident(waiting), resident(before)], { otherYears: { "gansu/2024": RULE_SET } }));
    expect(new Set(both.interpretations.map(({ coverageYear }) => coverageYear))).toEqual(new Set([2024, 2025]));
  });

  test("a year without a notice is an unknown line in the sums", () => {
    const missing = slipDocument(order([{ ...resident(ordinary), missingYear: 2026 }, resident(waiting)]));
    expect(missing.members[0]?.missingYear).toBe(2026);
    expect(missing.total).toMatchObject({
      payable: "490.00",
      unknown: 1,
      byYear: [
        { coverageYear: 2025, lines: 2, unknown: 0 },
        { coverageYear: 2026, lines: 1, unknown: 1, payable: "0.00" },
      ],
    });
  });

  test("leave slips of one year as they were: what was recorded before is read, and made again word for word", () => {
    const recorded: unknown = JSON.parse(
      readFileSync(path.join(import.meta.dirname, "slip-before-two-years.json"), "utf8"),
    );
    expect(SlipDocumentSchema.parse(recorded)).toEqual(recorded);
    const today = slipDocument(order([resident(ordinary), resident(waiting)], { number: "620602-20250115-0037" }));
    expect(today).toEqual(recorded);
  });
});

describe("an ID number", () => {
  test("is never on a slip in full, wherever it was typed", () => {
    const sly = resident(ordinary, { name: `王桂兰 ${FULL_ID}` });
    const slip = slipDocument(
      order([sly, resident(waiting)], {
        office: { hall: "大厅", window: FULL_ID, clerk: FULL_ID },
        payment: { source: "relative-account", relation: "child", holder: FULL_ID },
      }),
    );
    expect(JSON.stringify(slip)).not.toContain(FULL_ID);
    expect(slip.members[0]?.maskedId).toBe("622301********0024");
  });

  test("is refused where it reached the document past the masking", () => {
    const slip = slipDocument(order([resident(ordinary)]));
    const leaked = { ...slip, members: slip.members.map((member) => ({ ...member, maskedId: FULL_ID })) };
    expect(SlipDocumentSchema.safeParse(leaked).success).toBe(false);
  });
});

test("typed line breaks and control characters do not reach the paper", () => {
  const [member] = slipDocument(order([resident(ordinary, { name: "  王\n桂\u0007兰\u2028 " })])).members;
  expect(member?.name).toBe("王 桂 兰");
});

describe("any answer of the engine", () => {
  const money = fc.integer({ min: 0, max: 99_999_999 }).map((fen) => (fen / 100).toFixed(2));
  const unknownOr = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const day = fc
    .integer({ min: 1, max: 365 })
    .map((offset) => new Date(Date.UTC(2025, 0, offset)).toISOString().slice(0, 10));
  const codes: readonly ReviewCode[] = ["start-not-stated", "tier-unverified", "month-end", "provisional-rules"];
  const settled = fc
    .record({
      kind: fc.constantFrom<BenefitKind>("exact", "not-before", "not-stated", "none"),
      start: day,
      waits: fc.boolean(),
    })
    .map(
      ({ kind, start, waits }): Benefit => ({
        kind,
        start: kind === "exact" || kind === "not-before" ? start : null,
        end: kind === "none" ? null : "2025-12-31",
        wait: waits ? { from: "2025-01-01", to: start, length: 3, unit: "month" } : null,
        ...(kind === "none" ? { reason: "windows-closed" as const } : {}),
      }),
    );
  const benefit = fc.oneof(settled, fc.constant<Benefit>(undetermined.benefit));
  const result = fc
    .record({
      aid: unknownOr(money),
      payable: unknownOr(money),
      total: unknownOr(money),
      central: unknownOr(money),
      province: unknownOr(money),
      perHead: unknownOr(money),
      residentPays: unknownOr(money),
      benefit,
      review: fc.subarray([...codes]),
      exempt: fc.boolean(),
      values: fc.dictionary(
        fc.string({ minLength: 1 }),
        fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string())),
      ),
      covered: fc.constantFrom(true, false, null, undefined),
    })
    .map(
      (facts): Result => ({
        ...ordinary,
        contribution: { ...ordinary.contribution, aid: facts.aid, payable: facts.payable },
        funding: { total: facts.total, central: facts.central, province: facts.province, cityCounty: null, tier: null },
        majorIllness: { perHead: facts.perHead, residentPays: facts.residentPays },
        benefit: facts.benefit,
        exemption: facts.exempt ? { group: "newborn", window: true, wait: true } : null,
        review: [...facts.review.map((code) => ({ code, alternatives: [] })), ...undetermined.review],
        trace: [step("wait", "等待", clause("五（二）"), { in: facts.values })],
        ...(facts.covered === undefined
          ? {}
          : { admission: { covered: facts.covered, reason: "admitted-while-covered" } }),
      }),
    );
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constant(FULL_ID));
  const who = fc.record({ result, name: unknownOr(text), idNumber: unknownOr(text), birthDate: unknownOr(day) });

  const HOLE = /undefined|NaN/;

  test("gives a document without holes, the same after a way through JSON", () => {
    fc.assert(
      fc.property(fc.array(who, { minLength: 1, maxLength: 4 }), fc.constantFrom(...AUDIENCES), (people, audience) => {
        const [first, ...rest] = people.map(({ result: answer, ...facts }) => resident(answer, facts));
        if (first === undefined) return;
        const slip = slipDocument(order([first, ...rest], { audience }));
        const json = JSON.stringify(slip);
        // fast-check likes to make up such words: what was told with them may say them.
        if (!HOLE.test(JSON.stringify(people))) expect(json).not.toMatch(HOLE);
        expect(SlipDocumentSchema.parse(JSON.parse(json))).toEqual(slip);
      }),
    );
  });
});

test("every sample is a document", () => {
  for (const sample of Object.values(SAMPLES)) expect(() => slipDocument(sample)).not.toThrow();
});
