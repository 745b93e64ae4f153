// A compiled rule set asks for its hash with the first answer or description, and never twice: a start describes one of them.
import { expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { compile } from "../../../shared/rules/compile.ts";
import { summarise } from "../../../shared/rules/description.ts";
import { bundled } from "../../bundled.ts";

it("is listed without its hash, and answers two residents under the hash made once", () => {
  const source = bundled.ruleSets.get("gansu/2025")?.source;
  if (source === undefined) throw new Error("no gansu/2025");
  let made = 0;
  const hash = (): string => {
    made++;
    return "sha256:once";
  };
  const table = compile(source, { hash, regions: [], settled: {} });
  expect(summarise(table)).not.toHaveProperty("hash");
  expect(made).toBe(0);
  for (const paidOn of ["2024-11-10", "2025-01-15"]) {
    const answer = answerRequest({ ruleSet: table.id, paidOn, resident: {} }, new Map([[table.id, table]]));
    expect(answer).toMatchObject({ ok: true, result: { ruleSet: { hash: "sha256:once" } } });
  }
  expect(table.hash).toBe("sha256:once");
  expect(made).toBe(1);
});
