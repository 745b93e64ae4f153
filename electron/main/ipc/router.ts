// Answers the window's questions: checks who asks, checks the question, and checks its own answer against the contract.

import { fail, type Outcome, succeed, type TransportError } from "../../../shared/ipc/channel.ts";
import {
  type ChannelAtOnce,
  type ChannelName,
  type ChannelOf,
  type CheckedRequestOf,
  channelNamed,
  type ErrorOf,
  type LaterDomain,
  laterDomainOf,
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

type HandlersOf<Name extends ChannelName> = { readonly [Each in Name]: Handler<Each> };

export type HandlersAtOnce = HandlersOf<ChannelAtOnce>;
/** Domains whose code is loaded with the first question to one of them: what a clerk does not use today costs no start. */
export type LaterHandlers = { readonly [Domain in LaterDomain]: () => Promise<HandlersOf<ChannelOf<Domain>>> };

type Logger = (where: string, fault: unknown) => void;

/**
 * Together `atOnce` and `later` have one handler for every channel of the contract; the compiler refuses a missing one.
 * @returns the answer to a question from a trusted page; it never rejects
 */
export function createRouter(atOnce: HandlersAtOnce, later: LaterHandlers, log: Logger) {
  const handlerOf = async (channel: string): Promise<Handler<ChannelName>> => {
    const domain = laterDomainOf(channel);
    const handlers: Readonly<Record<string, unknown>> = domain === null ? atOnce : await later[domain]();
    return handlers[channel] as Handler<ChannelName>;
  };
  return async (channel: unknown, payload: unknown, sender: Sender): Promise<Outcome<unknown>> => {
    if (typeof channel !== "string") return fail<TransportError>("unknown-channel");
    try {
      const contract = await channelNamed(channel);
      if (contract === undefined) return fail<TransportError>("unknown-channel");
      const request = contract.request.safeParse(payload);
      if (!request.success) {
        const path = request.error.issues[0]?.path.join(".") ?? "";
        return fail<TransportError>("invalid-request", { path });
      }
      const outcome = await (await handlerOf(channel))(request.data as never, sender);
      return outcome.ok ? succeed(contract.response.parse(outcome.value)) : outcome;
    } catch (fault) {
      log(channel, fault);
      return fail<TransportError>("internal");
    }
  };
}
