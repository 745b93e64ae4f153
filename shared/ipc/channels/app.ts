// What the window asks about the application itself.

import { z } from "zod";

export const appChannels = {
  /** Versions and where the application runs; for the settings page and for reports of faults. */
  "app.info": {
    request: z.undefined(),
    response: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      /** BCP 47, the system's language */
      locale: z.string(),
      packaged: z.boolean(),
      dataFolder: z.string(),
      dataFolderWritable: z.boolean(),
    }),
    errors: [],
  },
} as const;
