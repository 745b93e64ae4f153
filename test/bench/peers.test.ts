// A peer is only worth measuring against where it gives our answer: each model is held to the engine's on every case.
import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../shared/dates/iso.ts";
import { answerRequest } from "../../shared/engine/answer.ts";
import { tables } from "../bundled.ts";
import { CASES } from "./cases.ts";
import { factsOf, type PeerAnswer } from "./peers/facts.ts";
import { jsonRulesEnginePeer } from "./peers/json-rules-engine.ts";
import { publicodesPeer } from "./peers/publicodes.ts";
import { zenPeer } from "./peers/zen.ts";

function ours(request: unknown): PeerAnswer {
  const answer = answerRequest(request, tables);
  if (!answer.ok) throw new Error(answer.error.message);
  const { contribution, funding, benefit, window, exemption } = answer.result;
  return {
    window,
    aid: contribution.aid ?? "",
    payable: contribution.payable ?? "",
    tier: funding.tier ?? "",
    province: funding.province ?? "",
    kind: benefit.kind,
    start: benefit.start === null ? null : (parseIsoDay(benefit.start) ?? null),
    exemption: exemption?.group ?? null,
  };
}

describe.each([zenPeer(), jsonRulesEnginePeer(), publicodesPeer()])("$name", (peer) => {
  it.each(CASES.map((known) => [known.about, known.request] as const))("%s", async (_about, request) => {
    expect(await peer.evaluate(factsOf(request))).toMatchObject(ours(request));
  });
});
