// The trace of any resident explains every figure of the answer, cites only documents of the rule set, and can be said in both languages.

import fc from "fast-check";
import { expect, it, vi } from "vitest";
import type { TraceStep } from "../../../shared/engine/result.ts";
import { englishPhrase } from "../../../shared/trace/english.ts";
import { bundled, tableOf } from "../../bundled.ts";
import { type RandomRequest, requests, resultOf, runs } from "./residents.ts";

vi.setConfig({ testTimeout: 60_000 });

function always(check: (request: RandomRequest) => void): void {
  fc.assert(fc.property(requests(), check), { seed: 20_250_101, numRuns: runs(1200) });
}

function outs(trace: readonly TraceStep[], key: string): readonly unknown[] {
  return trace.flatMap(({ out }) => (key in out ? [out[key]] : []));
}

it("every amount, day and length of the answer stands in some step's outcome", () => {
  always((request) => {
    const { contribution, funding, benefit, majorIllness, trace } = resultOf(request);
    const figures = {
      standard: contribution.standard,
      aid: contribution.aid,
      payable: contribution.payable,
      total: funding.total,
      central: funding.central,
      province: funding.province,
      cityCounty: funding.cityCounty,
      perHead: majorIllness.perHead,
      residentPays: majorIllness.residentPays,
      start: benefit.start,
      end: benefit.kind === "undetermined" ? null : benefit.end,
      from: benefit.wait?.from ?? null,
      to: benefit.wait?.to ?? null,
      length: benefit.wait?.length ?? null,
    };
    for (const [key, value] of Object.entries(figures))
      if (value !== null) expect(outs(trace, key), key).toContain(value);
    if (benefit.reason !== undefined) expect(outs(trace, "reason")).toContain(benefit.reason);
    expect(trace.some(({ step }) => step === "benefit")).toBe(true);
  });
});

it("every step cites a document of the rule set's layers, and the layer that stated it", () => {
  always((request) => {
    const source = bundled.ruleSets.get(request.ruleSet)?.source;
    const numbers = new Set([...(source?.documents.values() ?? [])].map((document) => document.number));
    for (const { clause, step } of resultOf(request).trace) {
      if (clause === null) continue;
      expect(numbers, step).toContain(clause.document);
      expect(["national/2025", "national/2026", request.ruleSet, `${request.ruleSet}/620602`]).toContain(clause.layer);
      expect(clause.article).not.toBe("");
    }
  });
});

it("every step can be said in both languages: no gap, no code where a name exists, a dash only for what is not known", () => {
  always((request) => {
    const table = tableOf(request.ruleSet);
    const ids = [...table.questions.keys(), ...table.categories.keys(), ...table.groupById.keys()].filter((id) =>
      id.includes("-"),
    );
    for (const step of resultOf(request).trace) {
      const where = `${step.step}.${step.variant}`;
      const texts = [step.summary, englishPhrase(step)];
      for (const text of texts) {
        expect(text, where).not.toMatch(/undefined|null|\{\{|\}\}|NaN|\[object|：$|: $/);
        const words = new Set(text.split(/[^a-z0-9-]/));
        // One expectation a text, not one an id: a million of them outlast the test's minute on a busy machine.
        expect(
          ids.filter((id) => words.has(id)),
          where,
        ).toEqual([]);
        if (text.includes("—")) expect([...Object.values(step.in), ...Object.values(step.out)], where).toContain(null);
      }
      // An article keeps its Chinese number in every language.
      const english = texts[1]?.replaceAll(/[一二三四五六七八九十]+（[一二三四五六七八九十]+）/g, "");
      expect(english, where).not.toMatch(/[\u4e00-\u9fff]/);
      expect(texts[0], where).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

it("a rule that was tried and did not hold never shapes the answer, and what holds is said once", () => {
  always((request) => {
    const { trace, benefit, exemption } = resultOf(request);
    const applied = trace.filter(({ effect }) => effect === "applied").map(({ step }) => step);
    if (exemption !== null) expect(applied).not.toContain("wait");
    if (benefit.wait !== null) expect(applied).toContain("wait");
    if (benefit.wait === null && benefit.kind !== "undetermined") expect(applied).not.toContain("wait");
    // A group claimed with two dates is judged twice.
    const said = trace
      .filter(({ step }) => step !== "group")
      .map(({ step, variant, summary }) => `${step} ${variant} ${summary}`);
    expect(said).toEqual([...new Set(said)]);
  });
});

it("what each open reading gives is cited by what it rests on: a wait by its article, a group's freedom by the group's", () => {
  const { trace } = resultOf({
    ruleSet: "gansu/2025",
    county: "620602",
    paidOn: "2025-01-10",
    resident: {
      birthDate: "1980-05-01",
      categories: [],
      missedYears: [2024, 2023],
      groups: [{ group: "discharged-soldier", eventDate: "2024-12-10" }],
    },
  });
  const said = trace.filter(({ step }) => step === "reading").map(({ clause, out }) => [out["start"], clause?.article]);
  expect(said).toEqual([
    ["2025-04-10", "五（二）"],
    [null, "五（三）"],
    ["2025-05-10", "五（二）"],
    [null, "五（三）"],
  ]);
});
