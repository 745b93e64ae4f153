// The counter's questions, asked over IPC.
import { ask } from "../platform/ask.ts";
import type { Gateway } from "./gateway.ts";

export const ipcGateway: Gateway = {
  async evaluate(request) {
    const answer = await ask("engine.evaluate", { request: { ...request } });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  },
  async advise(request) {
    const answer = await ask("engine.advise", { request: { ...request } });
    return answer.ok ? answer.value : [];
  },
  async listRuleSets() {
    const answer = await ask("rules.list", undefined);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  },
  async describeRuleSet(id) {
    const answer = await ask("rules.describe", { id });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  },
};
