// What was typed at the counter, freed of the rule set it was typed under, so that another one can be asked.
import { type TypedCase, YEAR_BOUND } from "../../shared/compare/carry-over.ts";
import { isoDay } from "../../shared/dates/iso.ts";
import { parseTypedDate } from "../../shared/dates/typed.ts";
import { FURTHER_FACTS } from "../../shared/rules/table.ts";
import { type Draft, isUntouched } from "../assess/draft.ts";
import { readFact } from "../assess/further.ts";
import type { Asked } from "../assess/request.ts";
import { toldOf } from "../assess/year-bound.ts";

/**
 * Null while nothing has been typed or the payment day cannot be read.
 *
 * @param coverageYear of the rule set in force: the draft's own facts were told of the years before it
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
    told: toldOf(draft, coverageYear),
    facts: Object.fromEntries(
      FURTHER_FACTS.filter((fact) => !YEAR_BOUND.has(fact)).flatMap((fact) => {
        const read = readFact(fact, draft.further[fact] ?? "");
        return read.ok && read.value !== null ? [[fact, read.value]] : [];
      }),
    ),
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
