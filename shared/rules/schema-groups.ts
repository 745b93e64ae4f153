// Special groups (特殊参保人群) as a rule file writes them: who belongs, until when, from which day covered, at what price.
import { z } from "zod";
import { Cite, If, IsoDate, Length, Slug, Start } from "./schema-parts.ts";

const NewbornPhase = z.strictObject({
  /** The phase holds for so long after birth, birth being day one; the last phase may run to the first birthday. */
  until: z.union([Length, z.literal("first-birthday")]),
  start: Start,
  if: If.optional(),
  /** Only for a child whom this relief reaches; any other goes on to the next phase. */
  relief: Slug.optional(),
  /** Only for payments from this day on: where the rule itself is written for later payers. */
  paidFrom: IsoDate.optional(),
  /** What a child of this phase pays, where it is not the group's price. */
  price: z.enum(["standard", "not-stated"]).optional(),
});

const GroupTest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("always") }),
  z.strictObject({ kind: z.literal("this-year") }),
  /**
   * Within so long of the event; with `eventFrom` only an event from that day on counts, and on that very day under
   * `onFirstDay` only, where the text has "after" a day (以后).
   */
  z.strictObject({
    kind: z.literal("within"),
    within: Length,
    eventFrom: IsoDate.optional(),
    onFirstDay: If.optional(),
  }),
  z.strictObject({ kind: z.literal("newborn"), phases: z.array(NewbornPhase).min(1) }),
  /** Born on or after `from`: for so many coverage years, the year of birth included. Told by the birth date, unclaimed. */
  z.strictObject({ kind: z.literal("born-since"), from: IsoDate, years: z.int().min(1).max(20) }),
  /**
   * A window of its own: whoever pays in it has not paid late. It frees from no wait for missed years. With `if` the text
   * can be read otherwise, and it is a window under that reading only.
   */
  z.strictObject({ kind: z.literal("own-window"), from: IsoDate, to: IsoDate, if: If.optional() }),
  /** The notice leaves open whether such a person is exempt at all. */
  z.strictObject({ kind: z.literal("open"), if: If }),
]);

/** Counted facts that a group may ask for, as the request names them. */
export const GROUP_FACTS = ["insuredYears", "employeeMonths"] as const;

/** A special group (特殊参保人群): who it is, until when, and from which day it is covered. */
export const Group = z.strictObject({
  id: Slug,
  test: GroupTest,
  start: Start,
  /** Only residents who hold one of these aid identities; `open` ones only under an interpretation. */
  identities: z
    .strictObject({
      listed: z.array(Slug).min(1),
      open: z.strictObject({ if: If, identities: z.array(Slug).min(1) }).optional(),
    })
    .optional(),
  /** Any aid identity makes a resident a member without a claim, or does so under one reading only. */
  impliedByIdentity: z.union([z.literal(true), z.strictObject({ if: If })]).optional(),
  /** Facts of the resident's own that have to reach a number; one that is not known is asked for. */
  requires: z
    .array(z.strictObject({ fact: z.enum(GROUP_FACTS), atLeast: z.int().positive(), cite: Cite }))
    .min(1)
    .optional(),
  /** What a member pays where the period has a price of its own for late payers; absent: that price. */
  price: z.enum(["standard", "not-stated"]).optional(),
  /** The notice names the group but not its conditions: exempt, and a person has to look. */
  conditionsNotStated: z.literal(true).optional(),
  cite: Cite,
});

export type GroupData = z.infer<typeof Group>;
