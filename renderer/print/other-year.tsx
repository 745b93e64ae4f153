// A newborn's other coverage year on paper: the rule sets a slip rests on, and the year whose notice is missing.
import type { ReactNode } from "react";
import type { SlipDocument, SlipMember } from "../../shared/slip/document.ts";
import { T } from "./words.tsx";

type RuleSet = SlipDocument["ruleSet"];

export function ruleSetOf({ ruleSet }: SlipDocument, { otherYear }: SlipMember): RuleSet {
  return otherYear?.ruleSet ?? ruleSet;
}

/** The slip's own first; each once. */
export function ruleSetsOf({ ruleSet, members }: SlipDocument): readonly RuleSet[] {
  const others = new Map(
    members.flatMap(({ otherYear }) =>
      otherYear === undefined ? [] : [[otherYear.ruleSet.id, otherYear.ruleSet] as const],
    ),
  );
  return [ruleSet, ...others.values()];
}

/** Past rules that were used on purpose: the slip's own, which name the years without a notice, and the other year's. */
export function pastYearsOf({ pastYear, members }: SlipDocument): readonly NonNullable<SlipDocument["pastYear"]>[] {
  const others = new Map(
    members.flatMap(({ otherYear }) =>
      otherYear?.pastYear === undefined
        ? []
        : [[otherYear.pastYear.coverageYear, { ...otherYear.pastYear, missing: [] as number[] }] as const],
    ),
  );
  return [...(pastYear === undefined ? [] : [pastYear]), ...others.values()];
}

/** A coverage year is over by the calendar, or was used on purpose after its last useful day; the preview comes before that choice. */
export function isOver(slip: SlipDocument, year: number): boolean {
  return (
    Number(slip.printedAt.slice(0, 4)) > year || pastYearsOf(slip).some(({ coverageYear }) => coverageYear === year)
  );
}

export function MissingYear({ member }: { readonly member: SlipMember }): ReactNode {
  if (member.missingYear === undefined) return null;
  return (
    <p className="strong missing-year" data-missing-year={member.missingYear}>
      <T k="missingYearLine" v={{ year: member.missingYear }} block />
    </p>
  );
}
