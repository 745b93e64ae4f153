// What a clerk has typed and not finished, kept by the main process so that a crash of the page or of the computer costs nothing.

import { z } from "zod";

/** The window's own form of its drafts: the main process keeps it and hands it back, and never looks into it. */
const kept = z.string().max(200_000);

export const draftsChannels = {
  /** `null` forgets them: the resident is served, or the clerk began anew. */
  "drafts.keep": {
    request: z.strictObject({ drafts: kept.nullable() }),
    response: z.strictObject({
      /** Whether they would survive a power cut: only where the system can encrypt them. */
      onDisk: z.boolean(),
    }),
    errors: [],
  },
  "drafts.take": {
    request: z.undefined(),
    response: z.strictObject({ drafts: kept.nullable() }),
    errors: [],
  },
} as const;
