// Typical residents of Gansu's 2025 campaign, every fact given: what the counter asks of the engine all day.
import type { Request } from "../../shared/engine/request.ts";

export interface BenchCase {
  readonly about: string;
  readonly request: Request;
}

const ADULT = {
  birthDate: "1980-05-01",
  categories: [],
  groups: [],
  missedYears: [],
  recognisedElsewhere: false,
  otherSponsor: false,
  standing: "registered",
} as const satisfies Request["resident"];

function pays(about: string, paidOn: string, facts: Partial<Request["resident"]> = {}, county = "620602"): BenchCase {
  return {
    about,
    request: {
      ruleSet: "gansu/2025",
      county,
      paidOn,
      resident: { ...ADULT, categories: [], groups: [], missedYears: [], ...facts },
    },
  };
}

export const CASES: readonly BenchCase[] = [
  pays("pays in the concentrated window", "2024-11-03"),
  pays("rural dibao 1-2, concentrated window", "2024-10-15", { categories: ["rural-dibao-1-2"] }),
  pays(
    "dibao margin in Lanzhou (tier 3), concentrated window",
    "2024-12-02",
    { categories: ["dibao-marginal"] },
    "620102",
  ),
  pays(
    "orphan who is also lifted from poverty, Gannan (tier 1)",
    "2024-12-01",
    {
      birthDate: "2012-03-09",
      categories: ["orphan", "lifted-from-poverty"],
    },
    "623001",
  ),
  pays("pays in the supplementary window", "2025-02-10"),
  pays("a student, supplementary window", "2025-01-08", { birthDate: "2004-09-12", standing: "student" }),
  pays("rural dibao 1-2 recognised years ago, supplementary window", "2025-01-15", {
    birthDate: "1962-02-10",
    categories: ["rural-dibao-1-2"],
    groups: [{ group: "newly-recognised-low-income", eventDate: "2021-03-01" }],
  }),
  pays("relapse-monitored since this spring, after closing", "2025-04-10", {
    categories: ["relapse-monitored"],
    groups: [{ group: "newly-recognised-low-income", eventDate: "2025-04-01" }],
  }),
  pays("a soldier discharged this year", "2025-06-20", {
    birthDate: "2001-07-07",
    groups: [{ group: "discharged-soldier", eventDate: "2025-05-30" }],
  }),
  pays("a newborn of 28 days", "2025-03-01", { birthDate: "2025-02-02", groups: [{ group: "newborn" }] }),
  pays("an employee who becomes a resident", "2025-05-10", {
    groups: [{ group: "employee-to-resident", eventDate: "2025-05-01" }],
  }),
  pays("one missed year, concentrated window: an open reading", "2024-11-10", { missedYears: [2024] }),
  pays("one missed year, supplementary window", "2025-01-20", { missedYears: [2024] }),
  pays("between the windows", "2024-12-28"),
  pays("after closing", "2025-03-10"),
];
