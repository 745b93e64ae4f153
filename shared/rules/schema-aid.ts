// Who pays a part of the resident's contribution: medical aid by identity, and reliefs by birth or standing.
import { z } from "zod";
import { Cite, If, IsoDate, Length, Money, Slug, Words } from "./schema-parts.ts";

/** A share of the personal standard. */
const Percent = z.strictObject({ percent: z.int().min(1).max(100) });

const Category = z.strictObject({
  id: Slug,
  /** Paid by medical aid, as an amount or a share of the standard; null where the document does not state it. */
  aid: z.union([Money, Percent]).nullable(),
  /** Set where the listed identity is a name for a class of the notice. */
  resolvesTo: Slug.optional(),
  cite: Cite,
});

const ReliefFor = z.discriminatedUnion("kind", [
  /** Born on or after `from`: for so many coverage years, the year of birth included. */
  z.strictObject({ kind: z.literal("born-since"), from: IsoDate, years: z.int().min(1).max(20) }),
  /**
   * Born on or after `from`, not yet a year old, with a parent insured in the province. `limit`: paid within so long of
   * birth, where one reading of the notice has it so.
   */
  z.strictObject({
    kind: z.literal("newborn-with-insured-parent"),
    from: IsoDate,
    limit: z.strictObject({ within: Length, if: If }).optional(),
  }),
  z.strictObject({ kind: z.literal("student") }),
]);

/** A part of the contribution that another purse pays (财政全额资助、免缴、大学生资助). The best of relief and identity counts. */
const Relief = z.strictObject({
  id: Slug,
  name: Words,
  who: ReliefFor,
  /** "all": nothing is left to pay, whatever the price. */
  pays: z.union([Money, Percent, z.literal("all")]),
  cite: Cite,
});

export const Aid = z.strictObject({
  categories: z.array(Category).min(1),
  reliefs: z.array(Relief).optional(),
  /** What holds where the identity was recognised in another pooling area (跨统筹). */
  elsewhere: z.strictObject({ review: z.enum(["aid-by-recognition-place", "aid-not-stated"]), cite: Cite }),
  otherSponsor: z.strictObject({ cite: Cite }),
  recognisedAfterPayment: z.strictObject({ cite: Cite }),
  /** An identity recognised after the last window is aided from the next year on (纳入下一年度). */
  recognisedAfterWindow: z.strictObject({ cite: Cite }).optional(),
  /** Residents whose aid follows rules that the notice does not give, unless an identity already pays all. */
  notStatedFor: z.array(z.strictObject({ who: z.enum(["newborn", "student"]), cite: Cite })),
  several: z.strictObject({ cite: Cite }),
});

export type ReliefData = z.infer<typeof Relief>;
export type AidAmountData = z.infer<typeof Category>["aid"];
