// Facts that only some rule sets ask for: as typed, as the engine's question has them, and when the form asks.
import { isoDay } from "../../shared/dates/iso.ts";
import { parseTypedDate } from "../../shared/dates/typed.ts";
import type { Result } from "../../shared/engine/result.ts";
import type { FurtherFact } from "../../shared/rules/table.ts";
import type { Draft } from "./draft.ts";

/** What was typed, by fact; "yes" and "no" for a question, else digits or a day. */
export type FurtherTexts = Readonly<Partial<Record<FurtherFact, string>>>;

export const FACT_KIND = {
  parentInsured: "yes-no",
  recognisedOn: "day",
  insuredYears: "count",
  employeeMonths: "count",
  repairedYears: "count",
  continuousYears: "count",
  claimFreeLastYear: "yes-no",
  lastYearWaitTo: "day",
} as const satisfies Record<FurtherFact, "yes-no" | "day" | "count">;

/** As the engine takes them. */
export const MOST: Readonly<Partial<Record<FurtherFact, number>>> = { employeeMonths: 12 };
const MOST_YEARS = 120;

export type ReadFact =
  | { readonly ok: true; readonly value: boolean | number | string | null }
  | {
      readonly ok: false;
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly unfinished: boolean;
    };

/** null for a fact that nobody told. */
export function readFact(fact: FurtherFact, text: string): ReadFact {
  const plain = text.trim();
  if (plain === "") return { ok: true, value: null };
  switch (FACT_KIND[fact]) {
    case "yes-no":
      return { ok: true, value: plain === "yes" };
    case "count": {
      const most = MOST[fact] ?? MOST_YEARS;
      const count = /^\d{1,3}$/.test(plain) ? Number(plain) : Number.NaN;
      return count <= most
        ? { ok: true, value: count }
        : { ok: false, code: "count", values: { most }, unfinished: false };
    }
    case "day": {
      const day = parseTypedDate(plain);
      if (day.ok) return { ok: true, value: isoDay(day.day) };
      const { code, ...values } = day.error;
      const unfinished = code === "form" && plain.replace(/\D/g, "").length < 8;
      return { ok: false, code: `date.${code}`, values: values as Record<string, string | number>, unfinished };
    }
  }
}

/** Only where it can matter to this resident: the rule set uses it, and the engine or what was told brings it up. */
export function asksFor(fact: FurtherFact, draft: Draft, result: Result | null): boolean {
  if ((draft.further[fact] ?? "") !== "") return true;
  if (result?.unanswered.some(({ field }) => field === `resident.${fact}`) === true) return true;
  const claims = (group: string): boolean => draft.claims.some((claim) => claim.group === group);
  switch (fact) {
    case "parentInsured":
      return claims("newborn") || result?.exemption?.group === "newborn";
    case "recognisedOn":
      return (draft.categories?.length ?? 0) > 0;
    case "insuredYears":
    case "employeeMonths":
      return claims("employee-to-resident");
    case "repairedYears":
      return draft.continuity === "missed";
    case "continuousYears":
    case "claimFreeLastYear":
    case "lastYearWaitTo":
      return draft.continuity === "covered";
  }
}
