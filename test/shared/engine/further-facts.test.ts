// Facts that only some rule sets can use: asked for where they matter, ignored where they do not, never taken for granted.
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { tableOf, tables } from "../../bundled.ts";
import { adult } from "./adult.ts";
import { resultOf } from "./residents.ts";

const asked = (request: object) => resultOf(request).unanswered.map(({ field }) => field);

describe("the facts that a rule set can use", () => {
  it.each([
    ["gansu/2025", []],
    ["jiangxi/2025", []],
    ["xinzhou/2025", []],
    ["gansu/2026", ["repairedYears", "continuousYears", "claimFreeLastYear", "lastYearWaitTo"]],
    ["jiangxi/2026", ["repairedYears", "continuousYears", "claimFreeLastYear", "lastYearWaitTo"]],
    [
      "hunan/2026",
      [
        "parentInsured",
        "recognisedOn",
        "employeeMonths",
        "repairedYears",
        "continuousYears",
        "claimFreeLastYear",
        "lastYearWaitTo",
      ],
    ],
    ["guizhou/2026", ["insuredYears", "repairedYears", "continuousYears", "claimFreeLastYear", "lastYearWaitTo"]],
  ])("of %s are %j", (id, facts) => {
    expect(tableOf(id).furtherFacts).toEqual(facts);
  });

  it("change nothing under a rule set that has no use for them", () => {
    const told = { parentInsured: true, insuredYears: 9, employeeMonths: 9, repairedYears: 3, continuousYears: 9 };
    for (const ruleSet of ["gansu/2025", "jiangxi/2025", "xinzhou/2025"]) {
      const request = { ruleSet, paidOn: "2025-02-20", resident: adult };
      expect(resultOf({ ...request, resident: { ...adult, ...told, claimFreeLastYear: true } })).toEqual(
        resultOf(request),
      );
    }
  });

  it("a day to which last year's wait lasted that the calendar does not have is refused where waits run on", () => {
    const resident = { ...adult, lastYearWaitTo: "2026-02-30" };
    const answer = answerRequest({ ruleSet: "hunan/2026", paidOn: "2025-11-20", resident }, tables);
    expect(answer).toMatchObject({ ok: false, error: { code: "bad-date", path: "resident.lastYearWaitTo" } });
  });

  it.each([
    ["recognisedOn", "2026-02-30", "bad-date"],
    ["employeeMonths", 13, "bad-shape"],
    ["insuredYears", -1, "bad-shape"],
    ["parentInsured", "yes", "bad-shape"],
  ])("%s as %s is refused, and the field is named", (fact, value, code) => {
    for (const ruleSet of ["hunan/2026", "gansu/2025"]) {
      const resident = { ...adult, [fact]: value };
      const answer = answerRequest({ ruleSet, paidOn: "2025-11-20", resident }, tables);
      expect(answer).toMatchObject({ ok: false, error: { code, path: `resident.${fact}` } });
    }
  });
});

describe("what is asked in Hunan", () => {
  it("of a newborn: whether a parent is insured, and of nobody else", () => {
    const newborn = { ruleSet: "hunan/2026", paidOn: "2026-06-01", resident: { ...adult, birthDate: "2026-05-04" } };
    expect(asked(newborn)).toEqual(["resident.parentInsured"]);
    expect(asked({ ...newborn, resident: adult })).toEqual([]);
    expect(resultOf(newborn).contribution.payable).toBeNull();
  });

  it("of the holder of an identity: the day of recognition, after the window only", () => {
    const resident = { ...adult, categories: ["dibao"] };
    expect(asked({ ruleSet: "hunan/2026", paidOn: "2026-03-20", resident })).toEqual(["resident.recognisedOn"]);
    expect(asked({ ruleSet: "hunan/2026", paidOn: "2026-01-20", resident })).toEqual([]);
  });

  it("of somebody who left employee insurance: the months of it", () => {
    const groups = [{ group: "employee-to-resident", eventDate: "2025-12-20" }];
    const request = { ruleSet: "hunan/2026", paidOn: "2026-02-20", resident: { ...adult, groups } };
    expect(asked(request)).toEqual(["resident.employeeMonths"]);
    const told = { ...request, resident: { ...request.resident, employeeMonths: 3 } };
    expect(resultOf(told).contribution.payable).toBe("400.00");
  });
});

it("an open question that changes the price names the amount under each reading", () => {
  const groups = [{ group: "other" }];
  const result = resultOf({ ruleSet: "guizhou/2026", paidOn: "2026-04-10", resident: { ...adult, groups } });
  expect(result.contribution).toMatchObject({ standard: "400.00", aid: null, payable: null });
  expect(result.contribution).not.toHaveProperty("surcharge");
  expect(result.review[0]?.alternatives).toMatchObject([
    { choices: { "other-groups": "ordinary" }, benefit: { start: "2026-07-09" }, payable: "1100.00" },
    { choices: { "other-groups": "exempt" }, benefit: { kind: "not-stated" }, payable: null },
  ]);
});

it("an identity recognised after the payment leaves the amount to a person where no rule speaks of it", () => {
  const resident = { ...adult, categories: ["fixed-aid"], recognisedOn: "2025-12-01" };
  expect(resultOf({ ruleSet: "jiangxi/2026", paidOn: "2025-11-20", resident })).toMatchObject({
    contribution: { aid: null, payable: null },
    review: [{ code: "recognised-after-payment" }, { code: "provisional-rules" }],
  });
  const onTheDay = { ...resident, recognisedOn: "2025-11-20" };
  expect(resultOf({ ruleSet: "jiangxi/2026", paidOn: "2025-11-20", resident: onTheDay }).contribution).toMatchObject({
    aid: "320.00",
    payable: "80.00",
  });
});

describe("a dibao recipient in Hunan who left employee insurance and pays in February 2026, after the windows", () => {
  // Freed from the late price (400 yuan), so that half of it is aid, as far as the identity counts this year.
  const paying = (more: object) => {
    const groups = [{ group: "employee-to-resident", eventDate: "2025-12-20" }];
    const resident = { ...adult, categories: ["dibao"], groups, employeeMonths: 3, ...more };
    return resultOf({ ruleSet: "hunan/2026", paidOn: "2026-02-20", resident });
  };
  const aid = ({ trace }: ReturnType<typeof paying>) =>
    trace.filter(({ step }) => step === "aid").map(({ variant, effect, out }) => [variant, effect, out]);

  it("and was recognised by the last day of the window: 200 yuan of aid", () => {
    const result = paying({ recognisedOn: "2026-01-31" });
    expect(result.contribution).toMatchObject({ category: "dibao", aid: "200.00", payable: "200.00" });
    expect(aid(result)).toEqual([["identity", "applied", { aid: "200.00", payable: "200.00" }]]);
  });

  it("and was recognised a day later: aided from the next year on, this year in full", () => {
    const result = paying({ recognisedOn: "2026-02-01" });
    expect(result.contribution).toMatchObject({ category: null, aid: "0.00", payable: "400.00" });
    expect(aid(result)).toEqual([
      ["next-year", "failed", { aid: "0.00" }],
      ["none-this-year", "applied", { aid: "0.00", payable: "400.00" }],
    ]);
    expect(result.trace.find(({ variant }) => variant === "next-year")?.in).toEqual({
      category: "dibao",
      recognisedOn: "2026-02-01",
      closing: "2026-01-31",
    });
  });

  it("and did not say when it was recognised: no amount is made up, and the day is asked for", () => {
    const result = paying({});
    expect(result.contribution).toMatchObject({ category: "dibao", aid: null, payable: null });
    expect(aid(result)).toEqual([["recognition-day-missing", "applied", { aid: null, payable: null }]]);
    expect(result.unanswered.map(({ field }) => field)).toContain("resident.recognisedOn");
  });
});

describe("a dibao recipient in Hunan who paid on 10 November, inside the window, and tells when it was recognised", () => {
  const paid = (recognisedOn?: string) => {
    const resident = { ...adult, categories: ["dibao"], ...(recognisedOn === undefined ? {} : { recognisedOn }) };
    return resultOf({ ruleSet: "hunan/2026", paidOn: "2025-11-10", resident });
  };
  const codes = ({ review }: ReturnType<typeof paid>) => review.map(({ code }) => code);

  it.each([undefined, "2025-06-01", "2025-11-10"])("on %s, by the payment: half of it is aid", (recognisedOn) => {
    const result = paid(recognisedOn);
    expect(result.contribution).toMatchObject({ category: "dibao", aid: "200.00", payable: "200.00" });
    expect(codes(result)).toEqual(["provisional-rules"]);
  });

  it.each(["2025-11-11", "2026-01-31"])(
    "on %s, after the payment and inside the window: whether the payment is rated anew is not written",
    (recognisedOn) => {
      const result = paid(recognisedOn);
      expect(result.contribution).toMatchObject({ standard: "400.00", aid: null, payable: null });
      expect(codes(result)).toEqual(["recognised-after-payment", "provisional-rules"]);
    },
  );

  it.each(["2026-02-01", "2026-03-10"])("on %s, outside the window: aided from the next year on", (recognisedOn) => {
    const result = paid(recognisedOn);
    expect(result.contribution).toMatchObject({ category: null, aid: "0.00", payable: "400.00" });
    expect(codes(result)).toEqual(["provisional-rules"]);
    expect(result.trace.filter(({ step }) => step === "aid").map(({ variant }) => variant)).toEqual([
      "next-year",
      "none-this-year",
    ]);
  });
});

it("a child on dibao in Jiangxi whom the province pays for by birth is named by the relief, not by the identity", () => {
  const resident = { birthDate: "2024-05-01", categories: ["dibao"], missedYears: [] };
  expect(resultOf({ ruleSet: "jiangxi/2026", paidOn: "2025-11-03", resident }).contribution).toMatchObject({
    standard: "400.00",
    category: null,
    aid: "400.00",
    payable: "0.00",
    relief: { id: "free-newborn-years", amount: "400.00" },
  });
});
