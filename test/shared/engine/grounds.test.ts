// The articles in a list's last column: those that amount, identity and first covered day rest on, as the trace cites them.

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { assess } from "../../../shared/engine/assess.ts";
import { groundsIn, groundsOf } from "../../../shared/engine/grounds.ts";
import { parseCase, parseRequest } from "../../../shared/engine/request.ts";
import type { Result } from "../../../shared/engine/result.ts";
import { tableOf } from "../../bundled.ts";
import { type RandomRequest, requests, resultOf, runs } from "./residents.ts";

vi.setConfig({ testTimeout: 60_000 });

function articles(request: unknown): readonly string[] {
  const read = parseRequest(request);
  if (!read.ok) throw new Error(read.error.message);
  const table = tableOf(read.value.ruleSet);
  const facts = parseCase(read.value, table);
  if (!facts.ok) throw new Error(facts.error.message);
  return groundsOf(facts.value, table, assess(facts.value, table)).map(
    ({ document, article }) => `${document} ${article}`,
  );
}

function citedBy({ trace }: Result, wanted: (step: Result["trace"][number]) => boolean): readonly string[] {
  const all = trace.flatMap((step) =>
    step.clause !== null && wanted(step) ? [`${step.clause.document} ${step.clause.article}`] : [],
  );
  return [...new Set(all)];
}

function always(check: (request: RandomRequest) => void): void {
  fc.assert(fc.property(requests(), check), { seed: 20_250_101, numRuns: runs(1000) });
}

const LIANGZHOU = { ruleSet: "gansu/2025", county: "620602" };
const ORDINARY = { birthDate: "1980-05-01", categories: [], missedYears: [] };
const GANSU = "甘医保发〔2024〕54号";

describe("of the steps of a trace", () => {
  const rests = (step: string, variant: string, effect: "applied" | "failed" | "info") => {
    const clause = { document: "文号", article: "一", grade: "A" as const, layer: "gansu/2025" };
    return groundsIn([{ step, variant, effect, clause }]).length === 1;
  };

  it.each([
    ["standing", "employee", "applied"],
    ["window", "concentrated", "applied"],
    ["missed-years", "counted", "applied"],
    ["missed-years", "depends", "info"],
    ["group", "depends", "info"],
    ["open", "question", "info"],
    ["wait", "late", "applied"],
    ["month-end", "no-such-day", "applied"],
    ["exemption", "chosen", "applied"],
    ["benefit", "exact", "applied"],
    ["contribution", "late", "applied"],
    ["aid", "identity", "applied"],
    ["aid", "identity-lost", "failed"],
  ] as const)("%s %s (%s) is one that the answer rests on", (step, variant, effect) => {
    expect(rests(step, variant, effect)).toBe(true);
  });

  it.each([
    ["standing", "student", "info"],
    ["window", "after-closing", "failed"],
    ["missed-years", "not-counted", "info"],
    ["group", "within", "applied"],
    ["group", "too-late", "failed"],
    ["wait", "waived", "failed"],
    ["reading", "exact", "info"],
    ["funding", "known", "applied"],
    ["information", "shown", "info"],
    ["interpretation", "default", "info"],
  ] as const)("%s %s (%s) is none", (step, variant, effect) => {
    expect(rests(step, variant, effect)).toBe(false);
  });
});

describe("the articles that an answer rests on", () => {
  it("pays in the window: the window's article, then the amount's", () => {
    expect(articles({ ...LIANGZHOU, paidOn: "2024-11-03", resident: ORDINARY })).toEqual([
      `${GANSU} 五（一）、五（二）`,
      `${GANSU} 二（二）`,
    ]);
  });

  it("has an aid identity and pays in January: window, wait, standard and the aid's annex", () => {
    const resident = { ...ORDINARY, categories: ["rural-dibao-1-2"] };
    expect(articles({ ...LIANGZHOU, paidOn: "2025-01-15", resident })).toEqual([
      `${GANSU} 五（一）、五（二）`,
      `${GANSU} 五（二）`,
      `${GANSU} 二（二）`,
      `${GANSU} 附表2`,
    ]);
  });

  it("holds two identities: also the article by which one of them counts", () => {
    const resident = { ...ORDINARY, categories: ["lifted-from-poverty", "rural-dibao-1-2"] };
    expect(articles({ ...LIANGZHOU, paidOn: "2024-11-03", resident })).toContain(`${GANSU} 三`);
  });

  it("is freed as a special group: the first day rests on that article alone, not on the closed window", () => {
    const resident = {
      ...ORDINARY,
      missedYears: [2024],
      groups: [{ group: "discharged-soldier", eventDate: "2025-05-30" }],
    };
    expect(articles({ ...LIANGZHOU, paidOn: "2025-06-20", resident })).toEqual([
      `${GANSU} 五（三）`,
      `${GANSU} 二（二）`,
    ]);
  });

  it("missed 2024 and the notice can be read two ways: the sentence in question is named", () => {
    const request = { ...LIANGZHOU, paidOn: "2024-11-10", resident: { ...ORDINARY, missedYears: [2024] } };
    const [question] = citedBy(resultOf(request), ({ step }) => step === "open");
    expect(question).toBeDefined();
    expect(articles(request)).toContain(question);
  });

  it("are those of the whole trace, each once and in its order, for whoever asks", () => {
    always((request) => {
      const inTrace = groundsIn(resultOf(request).trace).map(({ document, article }) => `${document} ${article}`);
      expect(articles(request)).toEqual(inTrace);
      expect(new Set(inTrace).size).toBe(inTrace.length);
    });
  });

  it("always hold what benefit and amount cite", () => {
    always((request) => {
      const result = resultOf(request);
      const decisive = citedBy(
        result,
        ({ step, effect }) => effect === "applied" && ["benefit", "wait", "exemption", "aid"].includes(step),
      );
      for (const article of decisive) expect(articles(request)).toContain(article);
    });
  });
});
