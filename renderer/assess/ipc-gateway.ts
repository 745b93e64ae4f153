// The counter's questions, asked over IPC.
import type { Answer } from "../../shared/engine/answer.ts";
import { ask } from "../platform/ask.ts";
import { descriptionOf } from "../platform/description.ts";
import type { Gateway } from "./gateway.ts";

/** Made by the engine, whose type it has: only its form as an answer is looked at, at every keystroke. */
function answerOf(text: string): Answer {
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) throw new Error("not an answer");
  return answer as Answer;
}

export const ipcGateway: Gateway = {
  async evaluate(request) {
    const answer = await ask("engine.evaluate", { request: { ...request } });
    if (!answer.ok) throw new Error(answer.error.code);
    return answerOf(answer.value);
  },
  async advise(request) {
    const answer = await ask("engine.advise", { request: { ...request } });
    return answer.ok ? answer.value : [];
  },
  async listRuleSets() {
    const answer = await ask("rules.list", undefined);
    if (!answer.ok) throw new Error(answer.error.code);
    const { described, ...listed } = answer.value;
    return { ...listed, described: described === null ? null : descriptionOf(described) };
  },
  async describeRuleSet(id) {
    const answer = await ask("rules.describe", { id });
    if (!answer.ok) throw new Error(answer.error.code);
    return descriptionOf(answer.value);
  },
};
