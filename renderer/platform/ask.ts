// Asks the main process, and checks its answer against the contract before a screen believes it.

import { fail } from "../../shared/ipc/channel.ts";
import type { AnswerOf, ChannelName, RequestOf } from "../../shared/ipc/contract.ts";

/**
 * Never rejects. The contract's schemas are loaded with the first question, so that they are not in the way of the
 * first paint.
 */
export async function ask<Name extends ChannelName>(channel: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>> {
  const [answer, { invokeChannels }] = await Promise.all([
    window.canbao.invoke(channel, request),
    import("../../shared/ipc/contract.ts"),
  ]);
  if (!answer.ok) return answer;
  return invokeChannels[channel].response.safeParse(answer.value).success ? answer : fail("internal");
}
