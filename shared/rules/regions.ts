// Counties by GB/T 2260 code, as kept in policies/regions.
import { z } from "zod";
import { Words } from "./schema-parts.ts";

const County = z.strictObject({ code: z.string().regex(/^\d{6}$/), name: Words, kind: z.string().optional() });

export const Regions = z.strictObject({
  source: z.record(z.string(), z.string()),
  jurisdiction: z.strictObject({ code: z.string().regex(/^\d{2}(\d{2})?$/), name: Words }),
  prefectures: z.array(z.strictObject({ code: z.string().regex(/^\d{4}$/), name: Words, counties: z.array(County) })),
});

export type RegionsData = z.infer<typeof Regions>;
