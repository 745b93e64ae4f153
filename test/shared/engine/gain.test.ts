// What counts as a gain: less to pay, or cover that begins earlier at worst, or as early at worst and earlier at best.
import { describe, expect, it } from "vitest";
import { dayOf, type EpochDay } from "../../../shared/dates/civil.ts";
import { type Answered, winsSomething } from "../../../shared/engine/gain.ts";
import type { Outcome } from "../../../shared/engine/outcome.ts";
import { tableOf } from "../../bundled.ts";

const table = tableOf("gansu/2025");
const PAID = dayOf(2025, 3, 10);

type Said = Pick<Outcome, "kind" | "start">;

const from = (start: EpochDay): Said => ({ kind: "exact", start });
const none: Said = { kind: "none", start: null };
const notStated: Said = { kind: "not-stated", start: null };
const undetermined: Said = { kind: "undetermined", start: null };
const notBefore = (start: EpochDay): Said => ({ kind: "not-before", start });

/** Somebody with these readings of the answer, of which only kind and first day count here. */
function said(readings: readonly Said[], payable: string | null = "400.00", birth: EpochDay | null = null): Answered {
  const children = readings.map((outcome) => ({ kind: "leaf", outcome, assigned: null }));
  const tree = children.length === 1 ? children[0] : { kind: "ask", question: {}, children };
  return { resident: { birth, paidOn: PAID }, answer: { contribution: { payable }, tree } } as unknown as Answered;
}

const wins = (base: Answered, other: Answered): boolean => winsSomething(base, other, table);

describe("a gain", () => {
  it.each([
    ["400.00", "280.00", true],
    ["400.00", "400.00", false],
    ["280.00", "400.00", false],
    [null, "400.00", true],
    ["400.00", null, false],
    [null, null, false],
  ])("in money: %s to pay, then %s", (was, is, expected) => {
    expect(wins(said([from(PAID)], was), said([from(PAID)], is))).toBe(expected);
  });

  const apr = dayOf(2025, 4, 1);
  const may = dayOf(2025, 5, 1);
  const last = table.yearEnd;
  const birth = dayOf(2025, 2, 1);
  it.each<readonly [what: string, base: readonly Said[], other: readonly Said[], expected: boolean]>([
    ["an earlier first day", [from(may)], [from(apr)], true],
    ["a later first day", [from(apr)], [from(may)], false],
    ["the year's last day instead of none", [none], [from(last)], true],
    ["none instead of the year's last day", [from(last)], [none], false],
    ["the same worst reading, a better best one", [from(may)], [from(apr), from(may)], true],
    ["the same worst reading, the best one worse", [from(apr), from(may)], [from(may)], false],
    ["a better best reading, a worse worst one", [from(may)], [from(apr), none], false],
    ["the worst reading better, the best one worse", [from(apr), none], [from(may)], true],
    ["a day that is sure instead of one at the earliest", [notBefore(apr)], [from(apr)], true],
    ["a day at the earliest instead of none", [none], [notBefore(apr)], true],
    ["a day at the earliest instead of a later one that is sure", [from(may)], [notBefore(apr)], false],
    ["an answer that a fact is missing for, instead of none", [none], [undetermined], true],
    ["an answer that a fact is missing for, instead of the last day", [from(last)], [undetermined], false],
    ["a day that is sure, instead of a fact missing", [undetermined], [from(last)], true],
    ["no wait and no day stated, instead of the second day after the payment", [from(PAID + 2)], [notStated], true],
    [
      "no wait and no day stated, instead of the day after, which is the latest it can be",
      [from(PAID + 1)],
      [notStated],
      true,
    ],
    ["the day of payment, instead of no day stated", [notStated], [from(PAID)], true],
    ["no day stated, instead of the day of payment", [from(PAID)], [notStated], false],
  ])("in days: %s", (_, base, other, expected) => {
    expect(wins(said(base), said(other))).toBe(expected);
  });

  it("a child's cover without a stated day begins at birth at best, not before", () => {
    const base = said([from(birth - 5), from(PAID + 1)], "400.00", birth);
    expect(wins(base, said([notStated], "400.00", birth))).toBe(false);
    expect(wins(said([from(birth + 5), from(PAID + 1)], "400.00", birth), said([notStated], "400.00", birth))).toBe(
      true,
    );
  });
});
