// What was typed at the counter, freed of the rule set it was typed under, so that another one can be asked.
import type { TypedCase } from "../../shared/compare/carry-over.ts";
import { isoDay } from "../../shared/dates/iso.ts";
import { parseTypedDate } from "../../shared/dates/typed.ts";
import { type Draft, isUntouched } from "../assess/draft.ts";
import { type Asked, missedYearsOf } from "../assess/request.ts";

/**
 * Null while nothing has been typed or the payment day cannot be read.
 *
 * @param coverageYear of the rule set in force: the years without cover were asked for as those before it
 */
export function typedCase(draft: Draft, asked: Asked, coverageYear: number): TypedCase | null {
  const paidOn = dayIn(draft.paidText);
  if (isUntouched(draft) || paidOn === null) return null;
  return {
    county: draft.county,
    paidOn,
    birthDate: asked.birthDate,
    categories: draft.categories,
    groups: draft.claims.map(({ group, eventText }) => ({ group, eventDate: dayIn(eventText) })),
    missed:
      draft.continuity === "unknown"
        ? null
        : {
            beforeYear: coverageYear,
            years: draft.continuity === "covered" ? [] : missedYearsOf(coverageYear, draft.missedCount),
          },
    standing: draft.standing,
    otherSponsor: draft.otherSponsor,
    recognisedElsewhere: draft.recognisedElsewhere,
    admittedOn: dayIn(draft.admittedText),
    interpretations: {},
  };
}

function dayIn(text: string): string | null {
  const read = parseTypedDate(text);
  return read.ok ? isoDay(read.day) : null;
}
