// Whole traces of typical residents, as files that a person reads: traces/*.txt. A changed sentence shows up as a changed file.

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Benefit, Result } from "../../../shared/engine/result.ts";
import { englishPhrase } from "../../../shared/trace/english.ts";
import { resultOf } from "./residents.ts";

const adult = { birthDate: "1980-05-01", categories: [], missedYears: [] };

const residents: readonly (readonly [file: string, who: string, request: object])[] = [
  [
    "gansu-in-time",
    "an ordinary resident of Liangzhou pays in the concentrated window",
    { ruleSet: "gansu/2025", county: "620602", paidOn: "2024-11-03", resident: adult },
  ],
  [
    "gansu-supplementary-aided",
    "a resident of Gulang on rural dibao and marginal pays in the supplementary window, 2024 missed",
    {
      ruleSet: "gansu/2025",
      county: "620622",
      paidOn: "2025-01-15",
      resident: { ...adult, categories: ["rural-dibao-1-2", "dibao-marginal"], missedYears: [2024] },
    },
  ],
  [
    "gansu-missed-any-year",
    "two missed years, paid in the window, the bureau counts any year",
    {
      ruleSet: "gansu/2025",
      county: "620102",
      paidOn: "2024-12-03",
      resident: { ...adult, missedYears: [2023, 2024] },
      interpretations: { "gap-counted-from": "any-year" },
    },
  ],
  [
    "gansu-between-windows",
    "a resident pays on 28 December",
    { ruleSet: "gansu/2025", county: "620602", paidOn: "2024-12-28", resident: adult },
  ],
  [
    "gansu-soldier-this-year-open",
    "a soldier discharged in December pays in January",
    {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-01-10",
      resident: { ...adult, groups: [{ group: "discharged-soldier", eventDate: "2024-12-10" }] },
    },
  ],
  [
    "gansu-soldier-after-closing",
    "a soldier discharged in May pays in June, cover from the next day chosen",
    {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-06-20",
      resident: { ...adult, groups: [{ group: "discharged-soldier", eventDate: "2025-05-30" }] },
      interpretations: { "exempt-start": "next-day" },
    },
  ],
  [
    "gansu-newborn-edge",
    "a newborn enrolled on the boundary day",
    {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-05-30",
      resident: { birthDate: "2025-03-01", categories: [], missedYears: [] },
    },
  ],
  [
    "gansu-little-known",
    "somebody of whom only the day of payment is known",
    { ruleSet: "gansu/2025", paidOn: "2025-03-10", resident: {} },
  ],
  [
    "jiangxi-february",
    "a February payer with a missed year",
    { ruleSet: "jiangxi/2025", paidOn: "2025-02-20", resident: { ...adult, missedYears: [2024] } },
  ],
  [
    "jiangxi-too-late-month-end",
    "a soldier discharged four months ago pays on 31 March and is admitted on 30 June",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-03-31",
      resident: { ...adult, groups: [{ group: "discharged-soldier", eventDate: "2024-11-30" }] },
      admittedOn: "2025-06-30",
    },
  ],
  [
    "jiangxi-recipient",
    "a dibao recipient pays on 15 March",
    { ruleSet: "jiangxi/2025", paidOn: "2025-03-15", resident: { ...adult, categories: ["dibao"] } },
  ],
  [
    "jiangxi-newborn-two-months",
    "a newborn enrolled on day 60",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-03-01",
      resident: { birthDate: "2025-01-01", categories: [], missedYears: [] },
    },
  ],
  [
    "jiangxi-wait-outlasts-year",
    "an ordinary resident pays in November",
    { ruleSet: "jiangxi/2025", paidOn: "2025-11-06", resident: adult },
  ],
  [
    "xinzhou-late-newborn-missed",
    "a newborn pays in April, years before its birth told as missed",
    {
      ruleSet: "xinzhou/2025",
      paidOn: "2025-04-10",
      resident: { birthDate: "2025-03-20", categories: ["dibao"], missedYears: [2024, 2023] },
    },
  ],
  [
    "xinzhou-january",
    "an ordinary resident with a residence permit pays in January",
    {
      ruleSet: "xinzhou/2025",
      county: "140902",
      paidOn: "2025-01-15",
      resident: { ...adult, standing: "residence-permit" },
    },
  ],
  [
    "gansu-two-groups-recognised-elsewhere",
    "a soldier discharged in 2023, of a margin family recognised elsewhere this month, pays between the windows",
    {
      ruleSet: "gansu/2025",
      county: "620102",
      paidOn: "2024-12-28",
      resident: {
        ...adult,
        categories: ["dibao-marginal"],
        recognisedElsewhere: true,
        groups: [
          { group: "discharged-soldier", eventDate: "2023-05-30" },
          { group: "newly-recognised-low-income", eventDate: "2024-12-02" },
        ],
      },
    },
  ],
  [
    "gansu-student-other-sponsor",
    "a student whose contribution somebody else pays, before the campaign",
    {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2024-08-30",
      resident: { ...adult, categories: ["orphan"], standing: "student", otherSponsor: true },
    },
  ],
  [
    "gansu-newborn-of-last-year",
    "a baby of October paid for in the concentrated window",
    {
      ruleSet: "gansu/2025",
      county: "622921",
      paidOn: "2024-11-20",
      resident: { birthDate: "2024-10-01", categories: [], missedYears: [] },
    },
  ],
  [
    "gansu-newborn-too-late-claimed",
    "somebody of two years claimed as a newborn",
    {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-05-10",
      resident: { birthDate: "2023-03-01", categories: [], missedYears: [], groups: [{ group: "newborn" }] },
    },
  ],
  [
    "jiangxi-newborn-month-end",
    "a baby of seven months without an identity pays on the last of August",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-08-31",
      resident: { birthDate: "2025-01-20", categories: [], missedYears: [] },
      admittedOn: "2025-12-02",
    },
  ],
  [
    "jiangxi-soldier-in-time-admitted-next-year",
    "a soldier discharged a month ago pays in April and is admitted after the year",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-04-30",
      resident: { ...adult, groups: [{ group: "discharged-soldier", eventDate: "2025-03-30" }] },
      admittedOn: "2026-01-02",
    },
  ],
  [
    "xinzhou-missed-twice-unknown-identity",
    "two years without cover, unknown identity, paid in March",
    { ruleSet: "xinzhou/2025", paidOn: "2025-03-01", resident: { birthDate: "1980-05-01", missedYears: [2024, 2023] } },
  ],
  [
    "employee",
    "somebody bound to employee insurance",
    { ruleSet: "gansu/2025", county: "620602", paidOn: "2024-11-03", resident: { ...adult, standing: "employee" } },
  ],
  [
    "gansu-2026-missed",
    "not insured in 2025, paid for 2026 in the concentrated window",
    { ruleSet: "gansu/2026", county: "620602", paidOn: "2025-12-03", resident: { ...adult, missedYears: [2025] } },
  ],
  [
    "jiangxi-2026-february",
    "a resident with six continuous years pays in February 2026",
    { ruleSet: "jiangxi/2026", paidOn: "2026-02-20", resident: { ...adult, continuousYears: 6 } },
  ],
  [
    "jiangxi-2026-third-free-year",
    "a child born in May 2024 is enrolled in May 2026",
    { ruleSet: "jiangxi/2026", paidOn: "2026-05-20", resident: { birthDate: "2024-05-02", categories: [] } },
  ],
  [
    "hunan-2026-late",
    "an ordinary resident pays on 1 February 2026",
    { ruleSet: "hunan/2026", county: "430423", paidOn: "2026-02-01", resident: adult },
  ],
  [
    "hunan-2026-recognised-late",
    "recognised on dibao in March, after the window",
    {
      ruleSet: "hunan/2026",
      paidOn: "2026-03-20",
      resident: { ...adult, categories: ["dibao"], recognisedOn: "2026-03-10" },
    },
  ],
  [
    "hunan-2026-freshman",
    "a first-year student pays in September 2026",
    {
      ruleSet: "hunan/2026",
      paidOn: "2026-09-10",
      resident: { ...adult, groups: [{ group: "freshman" }] },
      interpretations: { "freshman-means": "payment-window" },
    },
  ],
  [
    "hunan-2026-newborn-parent-not-asked",
    "a newborn of May 2026 of whom nobody said whether a parent is insured",
    { ruleSet: "hunan/2026", paidOn: "2026-06-01", resident: { birthDate: "2026-05-04", categories: [] } },
  ],
  [
    "guizhou-2026-missed",
    "not insured in 2025, paid for 2026 in February",
    { ruleSet: "guizhou/2026", paidOn: "2026-02-20", resident: { ...adult, missedYears: [2025] } },
  ],
  [
    "guizhou-2026-employee-years-not-asked",
    "from employee to resident in June 2026, years of cover not asked",
    {
      ruleSet: "guizhou/2026",
      paidOn: "2026-06-20",
      resident: { ...adult, groups: [{ group: "employee-to-resident", eventDate: "2026-05-01" }] },
    },
  ],
  [
    "guizhou-2026-dibao-late",
    "a dibao recipient pays in June 2026",
    { ruleSet: "guizhou/2026", paidOn: "2026-06-20", resident: { ...adult, categories: ["dibao"] } },
  ],
];

function benefitText({ kind, start, end, wait, reason }: Benefit): string {
  const waits = wait === null ? "" : `, wait ${wait.from} to ${wait.to} (${wait.length} ${wait.unit}s)`;
  return `${kind}${start === null ? "" : ` ${start}`}${end === null ? "" : ` to ${end}`}${reason === undefined ? "" : `, ${reason}`}${waits}`;
}

const MARK = { applied: "+", failed: "-", info: " " } as const;

function decision(who: string, request: object, result: Result): string {
  const { ruleSet, contribution, benefit, review, unanswered, range, interpretations, admission, trace } = result;
  const { id, coverageYear, status, version } = ruleSet;
  const lines = [
    who,
    JSON.stringify(request),
    "",
    `rules     ${id} ${coverageYear} ${status} ${version}`,
    `benefit   ${benefitText(benefit)}`,
    `pays      ${contribution.payable ?? "not stated"} of ${contribution.standard}, aid ${contribution.aid ?? "not stated"}`,
    `exempt    ${JSON.stringify(result.exemption)}`,
    `admission ${JSON.stringify(admission ?? null)}`,
    `review    ${review.map(({ code }) => code).join(", ") || "nothing"}`,
    ...review.flatMap(({ code, alternatives }) =>
      alternatives.map(
        (one) => `  ${code}: ${one.reading} ${JSON.stringify(one.choices)}: ${benefitText(one.benefit)}`,
      ),
    ),
    `asks      ${unanswered.map(({ field, stake }) => `${field} (${stake})`).join(", ") || "nothing"}`,
    `range     ${JSON.stringify(range ?? null)}`,
    `read as   ${interpretations.map((one) => `${one.id}: ${one.option} (${one.source}, ${one.grade})`).join(", ") || "nothing"}`,
    "",
  ];
  for (const step of trace) {
    const { clause } = step;
    const where =
      clause === null ? "" : `${clause.document} ${clause.article} (${clause.grade}${clause.silent ? ", silent" : ""})`;
    const facts = `${JSON.stringify(step.in)} → ${JSON.stringify(step.out)}`;
    lines.push(`${MARK[step.effect]} ${step.summary}`, `  ${englishPhrase(step)}`, `      ${where}`, `      ${facts}`);
  }
  return `${lines.join("\n")}\n`;
}

describe("the decision on", () => {
  it.each(residents)("%s: %s", async (file, who, request) => {
    await expect(decision(who, request, resultOf(request))).toMatchFileSnapshot(
      fileURLToPath(new URL(`traces/${file}.txt`, import.meta.url)),
    );
  });
});
