// The one contract between the window and the main process: every channel, its shapes, its expected failures.

import type { z } from "zod";
import type { InvokeChannel, Outcome, TransportError } from "./channel.ts";
import { appChannels } from "./channels/app.ts";
import { bureauChannels } from "./channels/bureau.ts";
import { draftsChannels } from "./channels/drafts.ts";
import { engineChannels } from "./channels/engine.ts";
import { ledgerChannels } from "./channels/ledger.ts";
import { packsChannels, packsEvents } from "./channels/packs.ts";
import { printChannels } from "./channels/print.ts";
import { printQueueChannels, printQueueEvents } from "./channels/print-queue.ts";
import { rosterChannels, rosterEvents } from "./channels/roster.ts";
import { rosterSlipsChannels, rosterSlipsEvents } from "./channels/roster-slips.ts";
import { rulesChannels } from "./channels/rules.ts";
import { settingsChannels } from "./channels/settings.ts";
import { workbenchChannels } from "./channels/workbench.ts";

/** Asked by the window, answered by the main process. A new domain adds its own file and one line here. */
export const invokeChannels = {
  ...appChannels,
  ...printChannels,
  ...printQueueChannels,
  ...draftsChannels,
  ...engineChannels,
  ...ledgerChannels,
  ...rosterChannels,
  ...rosterSlipsChannels,
  ...rulesChannels,
  ...bureauChannels,
  ...settingsChannels,
  ...packsChannels,
  ...workbenchChannels,
} as const satisfies Readonly<Record<string, InvokeChannel>>;

/** Told to the window by the main process, one way. */
export const eventChannels = {
  ...printQueueEvents,
  ...rosterEvents,
  ...rosterSlipsEvents,
  ...packsEvents,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type ChannelName = keyof typeof invokeChannels;
export type EventName = keyof typeof eventChannels;

export type RequestOf<Name extends ChannelName> = z.input<(typeof invokeChannels)[Name]["request"]>;
/** The question after its check, defaults filled: what a handler receives. */
export type CheckedRequestOf<Name extends ChannelName> = z.output<(typeof invokeChannels)[Name]["request"]>;
export type ResponseOf<Name extends ChannelName> = z.output<(typeof invokeChannels)[Name]["response"]>;
export type ErrorOf<Name extends ChannelName> = (typeof invokeChannels)[Name]["errors"][number];
export type AnswerOf<Name extends ChannelName> = Outcome<ResponseOf<Name>, ErrorOf<Name> | TransportError>;
export type EventOf<Name extends EventName> = z.output<(typeof eventChannels)[Name]>;

/** What the preload puts on `window.canbao`. Nothing else of the main process can be reached from a page. */
export interface CanbaoBridge {
  /** Resolves always: a failure is an outcome, never a rejection. A channel without a question takes `undefined`. */
  invoke<Name extends ChannelName>(channel: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>>;
  /** Returns the function that ends the listening. */
  on<Name extends EventName>(event: Name, listener: (payload: EventOf<Name>) => void): () => void;
}
