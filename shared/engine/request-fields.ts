// What each field of a request is to hold, with an example: said where something else stands in it, or nothing.

const FIELDS: Readonly<Record<string, string>> = {
  "": 'one request, like {"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"categories":[],"missedYears":[]}}',
  id: 'a name of your own for the request, in quotes, like "A-17"',
  ruleSet: 'the id of a rule set, in quotes, like "gansu/2025"',
  county: 'a county code (GB/T 2260) in quotes, like "620602"',
  paidOn: 'the day of payment, in quotes, like "2025-01-15"',
  resident: 'what is known of the resident, like {"birthDate":"1980-05-01","categories":[],"missedYears":[]}',
  "resident.birthDate": 'a day in quotes, like "1980-05-01"',
  "resident.categories": 'the ids of aid identities, like ["rural-dibao-1-2"], or [] for none',
  "resident.categories[]": 'the id of an aid identity, in quotes, like "rural-dibao-1-2"',
  "resident.groups": 'the special groups claimed, like [{"group":"discharged-soldier","eventDate":"2025-02-01"}]',
  "resident.groups[]": 'a special group, like {"group":"discharged-soldier","eventDate":"2025-02-01"}',
  "resident.groups[].group": 'the id of a special group, in quotes, like "newborn"',
  "resident.groups[].eventDate": 'a day in quotes, like "2025-02-01"',
  "resident.missedYears": "coverage years without cover, like [2023, 2024], or [] for none",
  "resident.missedYears[]": "a year without quotes, like 2024",
  "resident.recognisedElsewhere": "true or false without quotes",
  "resident.otherSponsor": "true or false without quotes",
  "resident.standing": 'one of them in quotes, like "registered"',
  "resident.parentInsured": "true or false without quotes",
  "resident.recognisedOn": 'a day in quotes, like "2025-03-01"',
  "resident.insuredYears": "a count of years without quotes, from 0 to 120",
  "resident.employeeMonths": "a count of months without quotes, from 0 to 12",
  "resident.repairedYears": "a count of years without quotes, from 0 to 120",
  "resident.continuousYears": "a count of years without quotes, from 0 to 120",
  "resident.claimFreeLastYear": "true or false without quotes",
  "resident.lastYearWaitTo": 'a day in quotes, like "2025-06-30"',
  admittedOn: 'a day in quotes, like "2025-05-20"',
  interpretations: 'readings by their ids, like {"wait-unit":"day"}',
  "interpretations[]": 'the id of an option, in quotes, like "day"',
  pastYear: "a coverage year without quotes, like 2025",
};

/** @param path as zod names it; an entry of a list or a reading stands for all of its kind */
export function fieldText(path: readonly PropertyKey[]): string {
  const key = path.reduce<string>((text, part, at) => {
    if (typeof part === "number" || (at > 0 && path[0] === "interpretations")) return `${text}[]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
  return FIELDS[key] ?? "what the contract asks for";
}

export const FIELD_KEYS: readonly string[] = Object.keys(FIELDS);
