// The engine and the naive evaluator, written apart from the same notices, agree on random residents: 200,000 in CI.
import { describe, expect, it } from "vitest";
import { assess } from "../../shared/engine/assess.ts";
import { benefitOf } from "../../shared/engine/outcome.ts";
import { leaves } from "../../shared/engine/readings.ts";
import { parseCase, parseRequest } from "../../shared/engine/request.ts";
import type { Benefit } from "../../shared/engine/result.ts";
import { tables } from "../bundled.ts";
import { naiveEvaluate } from "./naive-evaluate.ts";
import type { NaiveResult } from "./naive-result.ts";
import { randomCases } from "./random-case.ts";

const CASES = Number(process.env["AGREEMENT_CASES"] ?? 200_000);
const SEED = Number(process.env["AGREEMENT_SEED"] ?? 20_250_101);
const BATCHES = 10;
const OPEN = new Set(["boundary-day", "gap-before-2025", "conditions-not-stated"]);

type Comparable = Readonly<Record<string, unknown>>;

function sorted(record: object): unknown {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function comparable(benefit: Benefit | NaiveResult["benefit"]): unknown {
  const { kind, start, wait } = benefit;
  return { kind, start, wait, end: kind === "undetermined" ? null : benefit.end, reason: benefit.reason ?? null };
}

/** The engine's answer, only what both evaluators speak of. */
function ours(request: unknown): Comparable {
  const parsed = parseRequest(request);
  if (!parsed.ok) return { error: parsed.error.path };
  const table = tables.get(parsed.value.ruleSet);
  if (table === undefined) return { error: "ruleSet" };
  const resident = parseCase(parsed.value, table);
  if (!resident.ok) return { error: resident.error.path };
  const answer = assess(resident.value, table);
  const { review: flags, standard, category, aid, payable } = answer.contribution;
  const undetermined = answer.outcome.kind === "undetermined";
  const codes = [...answer.flags].filter((code) => !undetermined || !OPEN.has(code));
  const { total, central, province, cityCounty, tier } = answer.funding;
  return {
    contribution: sorted({ standard, category, aid, payable }),
    funding: sorted({ total, central, province, cityCounty, tier }),
    majorIllness: { perHead: table.majorIllness.perHead, residentPays: table.majorIllness.residentPays },
    window: answer.window,
    benefit: comparable(benefitOf(answer.outcome)),
    exemption: answer.outcome.exemption?.exemption ?? null,
    admission: answer.admission?.covered,
    review: [...new Set([...codes, ...flags])].sort(),
    readings:
      undetermined && answer.outcome.reason !== "fact-missing" && !answer.open.includes("fact-missing")
        ? readingsOf(leaves(answer.tree).map((leaf) => benefitOf(leaf.outcome)))
        : undefined,
  };
}

function readingsOf(benefits: readonly (Benefit | NaiveResult["benefit"])[]): readonly string[] {
  return [...new Set(benefits.map((benefit) => JSON.stringify(sorted(comparable(benefit) as object))))].sort();
}

function theirs(request: unknown, own: Comparable): Comparable {
  const answer = naiveEvaluate(request);
  if ("error" in answer) return { error: answer.error.path };
  const undetermined = answer.benefit.kind === "undetermined";
  return {
    contribution: sorted(answer.contribution),
    funding: sorted(answer.funding),
    majorIllness: { perHead: answer.majorIllness.perHead, residentPays: answer.majorIllness.residentPays },
    window: answer.window,
    benefit: comparable(answer.benefit),
    // Left out by the naive evaluator where anything was asked on the way.
    exemption: answer.exemption === undefined ? own["exemption"] : answer.exemption,
    admission: answer.admission?.covered,
    review: answer.review.filter((code) => !undetermined || !OPEN.has(code)).sort(),
    readings: own["readings"] === undefined ? undefined : readingsOf(answer.readings ?? []),
  };
}

describe("the engine and the naive evaluator", () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
    "agree on every random resident of batch %i",
    (batch) => {
      let compared = 0;
      for (const { request } of randomCases(SEED + batch, CASES / BATCHES)) {
        const own = ours(request);
        const other = theirs(request, own);
        if (JSON.stringify(own) !== JSON.stringify(other))
          expect({ request, answer: own }).toEqual({ request, answer: other });
        compared++;
      }
      expect(compared).toBe(CASES / BATCHES);
    },
    120_000,
  );
});
