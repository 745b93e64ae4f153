// The engine against the cases that the calculation contract publishes, and the notices' own worked examples.
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { tables } from "../../bundled.ts";
import { contractCases } from "../../naive/contract-cases.ts";
import { workedExamples } from "../../naive/worked-examples.ts";

describe("published cases", () => {
  it.each(contractCases.map((known) => [known.resident, known] as const))("%s", (_about, known) => {
    const answer = answerRequest(known.request, tables);
    expect(answer).toMatchObject({ ok: true, result: known.expected });
  });
});

describe("worked examples of notices and their explanations", () => {
  it.each(workedExamples.map((known) => [known.resident, known] as const))("%s", (_about, known) => {
    const answer = answerRequest(known.request, tables);
    expect(answer).toMatchObject({ ok: true, result: known.expected });
  });
});
