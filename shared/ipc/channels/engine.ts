// The engine, asked from the window: one request of the calculation contract, its result or its error.

import { z } from "zod";
import type { Advice } from "../../engine/advice.ts";

export const engineChannels = {
  "engine.evaluate": {
    /** The engine checks the request itself, so that an error names the path of the field. */
    request: z.strictObject({ request: z.record(z.string(), z.unknown()) }),
    /**
     * An `Answer` of the engine as JSON text: between the two worlds of a page an object is copied property by property, a
     * text at once, and this is asked at every keystroke.
     */
    response: z.string(),
    errors: [],
  },
  /** What would change the answer: other payment days, special groups. Asked apart, so that no keystroke waits for it. */
  "engine.advise": {
    request: z.strictObject({ request: z.record(z.string(), z.unknown()) }),
    response: z.custom<readonly Advice[]>((value) => Array.isArray(value)),
    errors: ["not-a-case"],
  },
} as const;
