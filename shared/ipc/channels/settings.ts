// What the clerk has set once for this counter, and the channels that read and change it.

import { z } from "zod";
import { contrasts, idleMinutes, idleMinutesFirst, languages, themes, typeSizes } from "../../settings/look.ts";
import { AdjustmentSchema, PAPERS } from "../../slip/paper.ts";

/** Every field has a default, so that an older file, or a new field, never makes a file unreadable. */
export const settingsSchema = z.object({
  language: z.enum(languages).default("zh-CN"),
  /** the rule set in force at this counter, such as `gansu/2025`; null: not chosen yet */
  ruleSet: z.string().nullable().default(null),
  /** GB/T 2260 code of the county; null: not chosen */
  county: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
  /** name of the hall and window, printed on slips */
  counterName: z.string().max(60).default(""),
  /** who works here, for the ledger and the slips */
  clerk: z.string().max(60).default(""),
  /** tells this counter's slip numbers from others' */
  station: z
    .string()
    .regex(/^[0-9A-Z]{1,4}$/)
    .default("01"),
  /** the system's name of the printer; null: the system's default */
  printer: z.string().nullable().default(null),
  paper: z.enum(PAPERS).default("A5"),
  /** what calibration found: printer → correction */
  adjustments: z.record(z.string(), AdjustmentSchema).default({}),
  /** how the window looks; `system` follows the computer's own setting */
  theme: z.enum(themes).default("system"),
  contrast: z.enum(contrasts).default("normal"),
  type: z.enum(typeSizes).default("normal"),
  /** minutes without a touch after which the screen hides itself; null: never */
  idleMinutes: z.literal(idleMinutes).default(idleMinutesFirst),
  /** readings (口径) that replace rule sets' defaults: rule set → interpretation → option */
  interpretations: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** the first-run tour has been walked through or sent away */
  tourSeen: z.boolean().default(false),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

const settingsPatch = z.strictObject({
  language: z.enum(languages).optional(),
  ruleSet: settingsSchema.shape.ruleSet.unwrap().optional(),
  county: settingsSchema.shape.county.unwrap().optional(),
  counterName: settingsSchema.shape.counterName.unwrap().optional(),
  clerk: settingsSchema.shape.clerk.unwrap().optional(),
  station: settingsSchema.shape.station.unwrap().optional(),
  printer: settingsSchema.shape.printer.unwrap().optional(),
  paper: settingsSchema.shape.paper.unwrap().optional(),
  adjustments: settingsSchema.shape.adjustments.unwrap().optional(),
  theme: settingsSchema.shape.theme.unwrap().optional(),
  contrast: settingsSchema.shape.contrast.unwrap().optional(),
  type: settingsSchema.shape.type.unwrap().optional(),
  idleMinutes: settingsSchema.shape.idleMinutes.unwrap().optional(),
  interpretations: settingsSchema.shape.interpretations.unwrap().optional(),
  tourSeen: z.boolean().optional(),
});

export const settingsChannels = {
  "settings.get": {
    request: z.undefined(),
    response: z.strictObject({
      settings: settingsSchema,
      /** the file was unreadable and was set aside under this name; defaults are in force */
      setAside: z.string().nullable(),
    }),
    errors: [],
  },
  "settings.set": {
    request: settingsPatch,
    response: z.strictObject({ settings: settingsSchema }),
    errors: ["folder-unwritable", "disk-full"],
  },
} as const;
