// A checked case back to the request that stands for it: what a slip's record keeps and can be answered from again.
import { isoDay } from "../dates/iso.ts";
import type { Table } from "../rules/table.ts";
import type { Case, Facts } from "./case.ts";
import type { Request } from "./request.ts";

/** `parseCase(requestOf(resident, table), table)` gives the case again. What is not known is left out. */
export function requestOf(resident: Case, table: Table): Request {
  const { birth, county, categories, claims, missedYears, admittedOn, choices } = resident;
  return {
    ruleSet: table.id,
    ...(county === null ? {} : { county: county.code }),
    paidOn: isoDay(resident.paidOn),
    resident: {
      ...(birth === null ? {} : { birthDate: isoDay(birth) }),
      ...(categories === null ? {} : { categories: categories.map(({ id }) => id) }),
      groups: claims.map(({ group, event }) => ({
        group: group.id,
        ...(event === null ? {} : { eventDate: isoDay(event) }),
      })),
      ...(missedYears === null ? {} : { missedYears: [...missedYears] }),
      recognisedElsewhere: resident.recognisedElsewhere,
      otherSponsor: resident.otherSponsor,
      standing: resident.standing,
      ...factsOf(resident.facts),
    },
    ...(admittedOn === null ? {} : { admittedOn: isoDay(admittedOn) }),
    ...(choices.size === 0 ? {} : { interpretations: Object.fromEntries(choices) }),
  };
}

/** Facts that only some rule sets can use; what nobody said is left out. */
function factsOf({ recognisedOn, lastYearWaitTo, repairedYears, ...others }: Facts): Partial<Request["resident"]> {
  return {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null)),
    ...(recognisedOn === null ? {} : { recognisedOn: isoDay(recognisedOn) }),
    ...(lastYearWaitTo === null ? {} : { lastYearWaitTo: isoDay(lastYearWaitTo) }),
    ...(repairedYears === 0 ? {} : { repairedYears }),
  };
}
