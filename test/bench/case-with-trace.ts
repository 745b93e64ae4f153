// One resident with the full trace, from the request's JSON object to the result, against rule engines with their traces on.
import { evaluate } from "../../shared/engine/evaluate.ts";
import { parseCase, parseRequest } from "../../shared/engine/request.ts";
import type { Table } from "../../shared/rules/table.ts";
import { tableOf } from "../bundled.ts";
import { CASES } from "./cases.ts";
import type { BenchLine, Benchmark } from "./line.ts";
import { type Contestant, race } from "./measure.ts";
import { factsOf, type Peer } from "./peers/facts.ts";
import { jsonRulesEnginePeer } from "./peers/json-rules-engine.ts";
import { publicodesPeer } from "./peers/publicodes.ts";
import { zenPeer } from "./peers/zen.ts";

const BUDGET_MICROSECONDS = 10;
const TIMES_ZEN = 10;

export const caseWithTrace: Benchmark = { names: ["case-with-trace"], run: measureCase };

async function measureCase(): Promise<readonly BenchLine[]> {
  const table = tableOf("gansu/2025");
  const zen = zenPeer();
  const others = [jsonRulesEnginePeer(), publicodesPeer()];
  const times = await race([whole(table), alone(table), ...[zen, ...others].map(asContestant)], {
    turns: 25,
    turn: 40,
  });
  const microseconds = (name: string): number => (times.get(name) ?? Number.NaN) * 1000;
  const ours = microseconds(WHOLE);
  const zenTime = microseconds(zen.name);
  const slower = others.map(({ name }) => ({
    peerName: name,
    peer: microseconds(name),
    ratio: microseconds(name) / ours,
  }));
  return [
    {
      name: "case-with-trace",
      ours,
      unit: "µs",
      peer: zenTime,
      peerName: zen.name,
      ratio: zenTime / ours,
      ratioOf: "peer/ours",
      budget: BUDGET_MICROSECONDS,
      budgetText: `≤ ${BUDGET_MICROSECONDS} µs, ≥ ${TIMES_ZEN}× zen-engine, faster than the others`,
      ok: ours <= BUDGET_MICROSECONDS && zenTime / ours >= TIMES_ZEN && slower.every(({ ratio }) => ratio > 1),
      others: slower,
      also: { "evaluate alone (µs)": microseconds(ALONE) },
    },
  ];
}

const WHOLE = "check and evaluate";
const ALONE = "evaluate";

/** What is kept of a pass, so that no compiler finds the work useless. */
let kept: unknown;

function whole(table: Table): Contestant {
  return {
    name: WHOLE,
    size: CASES.length,
    pass: () => {
      for (const { request } of CASES) {
        const parsed = parseRequest(request);
        if (!parsed.ok) throw new Error(parsed.error.message);
        const resident = parseCase(parsed.value, table);
        if (!resident.ok) throw new Error(resident.error.message);
        kept = evaluate(resident.value, table, parsed.value.id);
      }
    },
  };
}

function alone(table: Table): Contestant {
  const residents = CASES.map(({ about, request }) => {
    const resident = parseCase(request, table);
    if (!resident.ok) throw new Error(`${about}: ${resident.error.message}`);
    return resident.value;
  });
  return {
    name: ALONE,
    size: residents.length,
    pass: () => {
      for (const resident of residents) kept = evaluate(resident, table);
    },
  };
}

function asContestant(peer: Peer): Contestant {
  const facts = CASES.map(({ request }) => factsOf(request));
  return {
    name: peer.name,
    size: facts.length,
    pass: async () => {
      for (const known of facts) kept = await peer.evaluate(known);
    },
  };
}

/** For a debugger; nothing else reads it. */
export function lastResult(): unknown {
  return kept;
}
