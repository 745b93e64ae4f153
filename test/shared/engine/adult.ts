// An ordinary resident of the tests, and the few ways in which another one differs: born on a day, years missed, a group claimed.

export const adult = { birthDate: "1980-05-01", categories: [], missedYears: [] };

export const born = (birthDate: string) => ({ ...adult, birthDate });

export const missed = (...missedYears: readonly number[]) => ({ ...adult, missedYears });

export const claims = (group: string, eventDate?: string) => ({
  ...adult,
  groups: [{ group, ...(eventDate === undefined ? {} : { eventDate }) }],
});
