// One trace for three readers: a resident gets a few sentences, an auditor every step.
import { describe, expect, test } from "vitest";
import type { TraceStep } from "../../../shared/engine/result.ts";
import { citationsOf, explain, RESIDENT_LINES } from "../../../shared/slip/explanation.ts";
import { clause, step } from "./samples.ts";

const trace: readonly TraceStep[] = [
  step("rule-set", "", clause("二（二）"), { effect: "info" }),
  step("window", "", clause("五（一）")),
  step("missed-years", "", clause("五（二）"), { effect: "info" }),
  step("group", "", clause("五（三）"), { effect: "failed" }),
  step("wait", "", clause("五（二）")),
  step("benefit", "", clause("五（二）")),
  step("contribution", "", clause("二（二）")),
  step("aid", "", clause("附表2")),
  step("funding", "", clause("附表1"), { effect: "info" }),
];

const steps = (audience: "resident" | "clerk" | "auditor", of = trace) =>
  explain(of, audience).map((line) => line.step);

describe("an explanation", () => {
  test("for a resident: why this day and why this amount, in the order of the decision", () => {
    expect(steps("resident")).toEqual(["window", "wait", "contribution", "aid"]);
  });

  test("for a resident: that no document states the first day", () => {
    const silent = [...trace.slice(0, 2), step("benefit", "", clause("五（三）", { silent: true }))];
    expect(steps("resident", silent)).toEqual(["window", "benefit"]);
    expect(explain(silent, "resident").at(-1)?.clause).toMatchObject({ article: "五（三）", silent: true });
  });

  test("for a resident: never more than a few lines, the most telling kept", () => {
    const names = [
      "standing",
      "window",
      "missed-years",
      "exemption",
      "wait",
      "month-end",
      "admission",
      "contribution",
      "aid",
    ];
    const long = names.map((name) => step(name, "", clause("五（二）")));
    expect(steps("resident", long)).toEqual(["window", "missed-years", "exemption", "wait", "aid"]);
    expect(steps("resident", long)).toHaveLength(RESIDENT_LINES);
  });

  test("for a clerk: what was tried and failed too", () => {
    expect(steps("clerk")).toEqual(["window", "group", "wait", "benefit", "contribution", "aid"]);
  });

  test("for an auditor: every step with its values", () => {
    const valued = [step("aid", "", clause("附表2"), { in: { category: "orphan" }, out: { aid: "400.00" } })];
    expect(steps("auditor")).toHaveLength(trace.length);
    expect(explain(valued, "auditor")).toMatchObject([{ given: { category: "orphan" }, gives: { aid: "400.00" } }]);
  });
});

describe("the documents cited", () => {
  test("keep an article of lower grade apart from the sure ones", () => {
    const mixed = [step("aid", "", clause("附表2")), step("funding", "", clause("名单", { grade: "D" }))];
    expect(citationsOf([mixed], new Map()).map(({ grade, articles }) => [grade, articles])).toEqual([
      ["A", ["附表2"]],
      ["D", ["名单"]],
    ]);
  });

  test("name an article once, also where a step rests on two", () => {
    const two = [step("window", "", clause("五（一）、五（二）")), step("wait", "", clause("五（二）"))];
    expect(citationsOf([two], new Map())[0]?.articles).toEqual(["五（一）", "五（二）"]);
  });

  test("a rule that did not apply is no ground", () => {
    const failed = [step("group", "", clause("五（三）"), { effect: "failed" })];
    expect(citationsOf([failed], new Map())).toEqual([]);
  });
});
