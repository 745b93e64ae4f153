// The engine, asked from the window: one request of the calculation contract, its result or its error.

import { z } from "zod";
import type { Advice } from "../../engine/advice.ts";
import type { Answer } from "../../engine/answer.ts";

export const engineChannels = {
  "engine.evaluate": {
    /** The engine checks the request itself, so that an error names the path of the field. */
    request: z.strictObject({ request: z.record(z.string(), z.unknown()) }),
    /** Made by the engine, whose type it has: only its form as an answer is looked at, at every keystroke. */
    response: z.custom<Answer>((value) => typeof value === "object" && value !== null && "ok" in value),
    errors: [],
  },
  /** What would change the answer: other payment days, special groups. Asked apart, so that no keystroke waits for it. */
  "engine.advise": {
    request: z.strictObject({ request: z.record(z.string(), z.unknown()) }),
    response: z.custom<readonly Advice[]>((value) => Array.isArray(value)),
    errors: ["not-a-case"],
  },
} as const;
