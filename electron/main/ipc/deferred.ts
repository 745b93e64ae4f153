// Handlers whose code is loaded with the first question to one of them: what a clerk does not use today costs no start.

import type { ChannelName } from "../../../shared/ipc/contract.ts";
import type { Handler } from "./router.ts";

type HandlersOf<Name extends ChannelName> = { readonly [Each in Name]: Handler<Each> };

/** @param names every channel that `load` brings handlers for, as the contract lists them */
export function deferred<Name extends ChannelName>(
  names: readonly Name[],
  load: () => Promise<HandlersOf<Name>>,
): HandlersOf<Name> {
  const handlers = names.map((name) => {
    const handler: Handler<Name> = async (request, sender) => (await load())[name](request, sender);
    return [name, handler] as const;
  });
  return Object.fromEntries(handlers) as unknown as HandlersOf<Name>;
}

/** The names of one domain's channels, from its part of the contract. */
export function channelsOf<Name extends ChannelName>(part: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(part) as Name[];
}
