// Answers the window's questions: checks who asks, checks the question, and checks its own answer against the contract.

import type { z } from "zod";
import { fail, type Outcome, succeed, type TransportError } from "../../../shared/ipc/channel.ts";
import {
  type ChannelName,
  type CheckedRequestOf,
  type ErrorOf,
  invokeChannels,
  type ResponseOf,
} from "../../../shared/ipc/contract.ts";

/** Who asks: the page's own contents, for the few answers that belong to one window. */
export interface Sender {
  readonly contentsId: number;
}

export type Handler<Name extends ChannelName> = (
  request: CheckedRequestOf<Name>,
  sender: Sender,
) => Promise<Outcome<ResponseOf<Name>, ErrorOf<Name>>> | Outcome<ResponseOf<Name>, ErrorOf<Name>>;

export type Handlers = { readonly [Name in ChannelName]: Handler<Name> };

type Logger = (where: string, fault: unknown) => void;

/**
 * @param handlers one for every channel of the contract; the compiler refuses a missing one
 * @returns the answer to a question from a trusted page; it never rejects
 */
export function createRouter(handlers: Handlers, log: Logger) {
  return async (channel: unknown, payload: unknown, sender: Sender): Promise<Outcome<unknown>> => {
    if (typeof channel !== "string" || !isChannel(channel)) return fail<TransportError>("unknown-channel");
    const contract: { readonly request: z.ZodType; readonly response: z.ZodType } = invokeChannels[channel];
    const request = contract.request.safeParse(payload);
    if (!request.success) {
      const path = request.error.issues[0]?.path.join(".") ?? "";
      return fail<TransportError>("invalid-request", { path });
    }
    try {
      const handler = handlers[channel] as Handler<ChannelName>;
      const outcome = await handler(request.data as never, sender);
      return outcome.ok ? succeed(contract.response.parse(outcome.value)) : outcome;
    } catch (fault) {
      log(channel, fault);
      return fail<TransportError>("internal");
    }
  };
}

function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(invokeChannels, name);
}
