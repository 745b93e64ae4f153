// Asks the main process, and checks its answer against the contract before a screen believes it.

import { fail } from "../../shared/ipc/channel.ts";
import type { AnswerOf, ChannelName, RequestOf } from "../../shared/ipc/contract.ts";

/** Asked for once: each import looks through the page for what it has to preload. */
let contract: Promise<typeof import("../../shared/ipc/contract.ts")> | undefined;

/**
 * Never rejects. The contract's schemas are loaded with the first question, so that they are not in the way of the
 * first paint.
 */
export async function ask<Name extends ChannelName>(channel: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>> {
  contract ??= import("../../shared/ipc/contract.ts");
  const shapes = contract.then(({ channelNamed }) => channelNamed(channel));
  const [answer, shape] = await Promise.all([window.canbao.invoke(channel, request), shapes]);
  if (!answer.ok) return answer;
  return shape?.response.safeParse(answer.value).success ? answer : fail("internal");
}
