// The one contract between the window and the main process: every channel, its shapes, its expected failures.

import type { z } from "zod";
import type { InvokeChannel, Outcome, TransportError } from "./channel.ts";
import { appChannels } from "./channels/app.ts";
import { bureauChannels } from "./channels/bureau.ts";
import { draftsChannels } from "./channels/drafts.ts";
import { engineChannels } from "./channels/engine.ts";
import { packsChannels, type packsEvents } from "./channels/packs.ts";
import type { printQueueEvents } from "./channels/print-queue.ts";
import type { rosterEvents } from "./channels/roster.ts";
import type { rosterSlipsEvents } from "./channels/roster-slips.ts";
import { rulesChannels } from "./channels/rules.ts";
import { settingsChannels } from "./channels/settings.ts";

type Channels = Readonly<Record<string, InvokeChannel>>;

/** What every start asks for. A new domain of that kind adds its own file and one line here. */
const atOnce = {
  ...appChannels,
  ...draftsChannels,
  ...engineChannels,
  ...rulesChannels,
  ...bureauChannels,
  ...settingsChannels,
  ...packsChannels,
} as const satisfies Channels;

/**
 * Domains whose schemas are made with the first question to one of their channels, which begin with the domain's name: both
 * sides would make them before the window stands, and most starts ask for none (decision 43).
 */
const later = {
  ledger: async () => (await import("./channels/ledger.ts")).ledgerChannels,
  print: async () => {
    const [one, queue] = await Promise.all([import("./channels/print.ts"), import("./channels/print-queue.ts")]);
    return { ...one.printChannels, ...queue.printQueueChannels };
  },
  roster: async () => {
    const [lists, slips] = await Promise.all([import("./channels/roster.ts"), import("./channels/roster-slips.ts")]);
    return { ...lists.rosterChannels, ...slips.rosterSlipsChannels };
  },
  workbench: async () => (await import("./channels/workbench.ts")).workbenchChannels,
} as const satisfies Readonly<Record<string, () => Promise<Channels>>>;

export type LaterDomain = keyof typeof later;
export type ChannelAtOnce = keyof typeof atOnce;
type Part<Domain extends LaterDomain> = Awaited<ReturnType<(typeof later)[Domain]>>;
type Every = typeof atOnce & Part<"ledger"> & Part<"print"> & Part<"roster"> & Part<"workbench">;
export type ChannelName = keyof Every;
export type ChannelOf<Domain extends LaterDomain> = keyof Part<Domain> & ChannelName;
type Channel<Name extends ChannelName> = Every[Name];

/** The domain of a channel whose schemas are loaded later; null for one that is there at once, and for what is no channel. */
export function laterDomainOf(name: string): LaterDomain | null {
  const domain = name.slice(0, Math.max(name.indexOf("."), 0));
  return Object.hasOwn(later, domain) ? (domain as LaterDomain) : null;
}

/** A channel's shapes; undefined where there is no such channel. */
export async function channelNamed(name: string): Promise<InvokeChannel | undefined> {
  const domain = laterDomainOf(name);
  const channels: Channels = domain === null ? atOnce : await later[domain]();
  return Object.hasOwn(channels, name) ? channels[name] : undefined;
}

/** Every name, for whoever has to go through all of them. */
export async function channelNames(): Promise<readonly ChannelName[]> {
  const parts = await Promise.all(Object.values(later).map((load) => load()));
  return [atOnce, ...parts].flatMap((part) => Object.keys(part) as ChannelName[]);
}

/** Told to the window by the main process, one way. */
type Events = typeof printQueueEvents & typeof rosterEvents & typeof rosterSlipsEvents & typeof packsEvents;

export type EventName = keyof Events;

export type RequestOf<Name extends ChannelName> = z.input<Channel<Name>["request"]>;
/** The question after its check, defaults filled: what a handler receives. */
export type CheckedRequestOf<Name extends ChannelName> = z.output<Channel<Name>["request"]>;
export type ResponseOf<Name extends ChannelName> = z.output<Channel<Name>["response"]>;
export type ErrorOf<Name extends ChannelName> = Channel<Name>["errors"][number];
export type AnswerOf<Name extends ChannelName> = Outcome<ResponseOf<Name>, ErrorOf<Name> | TransportError>;
export type EventOf<Name extends EventName> = z.output<Events[Name]>;

/** What the preload puts on `window.canbao`. Nothing else of the main process can be reached from a page. */
export interface CanbaoBridge {
  /** Resolves always: a failure is an outcome, never a rejection. A channel without a question takes `undefined`. */
  invoke<Name extends ChannelName>(channel: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>>;
  /** Returns the function that ends the listening. */
  on<Name extends EventName>(event: Name, listener: (payload: EventOf<Name>) => void): () => void;
}
