import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import zh from "../../../shared/locales/zh-CN/roster.json" with { type: "json" };
import { CHECKS } from "../../../shared/roster/checks.ts";
import { ROSTER_FIELDS } from "../../../shared/roster/columns.ts";

/** The members of a union of string literals, as its source lists them. */
function codes(file: string, name: string): readonly string[] {
  const source = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  const union = source.slice(source.indexOf(`export type ${name} =`)).split(";")[0] ?? "";
  return [...union.matchAll(/"([a-z-]+)"/g)].map((match) => match[1] ?? "");
}

describe("a list's words", () => {
  it("has a sentence for every problem, fault, check and field", () => {
    const problems = codes("shared/roster/problem.ts", "ProblemCode");
    const faults = codes("electron/roster/fault.ts", "FaultCode");
    expect(problems.length).toBeGreaterThan(15);
    expect(faults.length).toBeGreaterThan(20);
    expect(problems.filter((code) => !(code in zh.problem))).toEqual([]);
    expect(Object.keys(zh.problem).filter((code) => !problems.includes(code))).toEqual([]);
    expect(faults.filter((code) => !(code in zh.fault))).toEqual([]);
    expect(Object.keys(zh.check).sort()).toEqual([...CHECKS].sort());
    expect(Object.keys(zh.field).sort()).toEqual([...ROSTER_FIELDS].sort());
  });
});
