// All the advice that typical residents get, as files that a person reads: advice/*.txt.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Advice } from "../../../shared/engine/advice.ts";
import { adviseRequest } from "../../../shared/engine/answer.ts";
import { tables } from "../../bundled.ts";

const adult = { birthDate: "1962-02-10", categories: [], missedYears: [] };

const residents: readonly (readonly [file: string, who: string, request: object])[] = [
  ["gansu-first-day", "pays on the first day", { ruleSet: "gansu/2025", paidOn: "2024-09-10", resident: adult }],
  ["gansu-in-time", "pays on the last day in time", { ruleSet: "gansu/2025", paidOn: "2024-12-25", resident: adult }],
  ["gansu-between", "pays between the windows", { ruleSet: "gansu/2025", paidOn: "2024-12-28", resident: adult }],
  ["gansu-new-year", "pays on 1 January", { ruleSet: "gansu/2025", paidOn: "2025-01-01", resident: adult }],
  ["gansu-closed", "pays after the windows", { ruleSet: "gansu/2025", paidOn: "2025-03-20", resident: adult }],
  [
    "gansu-missed",
    "missed 2024 and pays in the supplementary window",
    { ruleSet: "gansu/2025", paidOn: "2025-01-20", resident: { ...adult, missedYears: [2024] } },
  ],
  [
    "gansu-soldier-open",
    "a soldier discharged in December, whose start stays open",
    {
      ruleSet: "gansu/2025",
      paidOn: "2025-01-10",
      resident: { ...adult, groups: [{ group: "discharged-soldier", eventDate: "2024-12-10" }] },
    },
  ],
  [
    "gansu-newborn",
    "a baby born in the supplementary window",
    { ruleSet: "gansu/2025", paidOn: "2025-02-01", resident: { ...adult, birthDate: "2025-01-12" } },
  ],
  ["jiangxi-in-time", "pays in time", { ruleSet: "jiangxi/2025", paidOn: "2024-11-20", resident: adult }],
  ["jiangxi-march", "pays on 31 March", { ruleSet: "jiangxi/2025", paidOn: "2025-03-31", resident: adult }],
  ["jiangxi-too-late", "pays in November", { ruleSet: "jiangxi/2025", paidOn: "2025-11-06", resident: adult }],
  [
    "jiangxi-released",
    "released two months ago, already claimed",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-05-06",
      resident: { ...adult, groups: [{ group: "released", eventDate: "2025-03-10" }] },
    },
  ],
  [
    "jiangxi-dibao",
    "a dibao recipient pays in March",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-03-15",
      resident: { ...adult, categories: ["dibao"] },
    },
  ],
  ["xinzhou-january", "pays in January", { ruleSet: "xinzhou/2025", paidOn: "2025-01-15", resident: adult }],
  ["xinzhou-september", "pays in September", { ruleSet: "xinzhou/2025", paidOn: "2025-09-20", resident: adult }],
  [
    "jiangxi-newborn",
    "a baby of 80 days",
    { ruleSet: "jiangxi/2025", paidOn: "2025-04-10", resident: { ...adult, birthDate: "2025-01-20" } },
  ],
  [
    "jiangxi-released-late",
    "released too long ago, with the papers at hand",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-05-06",
      resident: { ...adult, groups: [{ group: "released", eventDate: "2025-01-10" }] },
    },
  ],
  ["jiangxi-2026-february", "pays in January", { ruleSet: "jiangxi/2026", paidOn: "2026-01-20", resident: adult }],
  ["hunan-2026-january", "pays in January", { ruleSet: "hunan/2026", paidOn: "2026-01-20", resident: adult }],
  ["guizhou-2026-february", "pays in February", { ruleSet: "guizhou/2026", paidOn: "2026-02-10", resident: adult }],
  [
    "guizhou-2026-employee",
    "leaves employee insurance in May",
    {
      ruleSet: "guizhou/2026",
      paidOn: "2026-06-10",
      resident: { ...adult, insuredYears: 3, groups: [{ group: "employee-to-resident", eventDate: "2026-05-20" }] },
    },
  ],
  ["gansu-2026-december", "pays in December", { ruleSet: "gansu/2026", paidOn: "2025-12-20", resident: adult }],
  [
    "guizhou-2026-missed",
    "missed 2025 and pays in December: one fixed first day for the whole window, named once",
    { ruleSet: "guizhou/2026", paidOn: "2025-12-20", resident: { ...adult, missedYears: [2025] } },
  ],
  [
    "jiangxi-2026-wait-runs-on",
    "waits until 25 January for last year's late payment",
    {
      ruleSet: "jiangxi/2026",
      paidOn: "2026-01-20",
      resident: { ...adult, lastYearWaitTo: "2026-01-25" },
      interpretations: { "unfinished-wait": "runs-on" },
    },
  ],
  [
    "guizhou-2026-march",
    "pays in March, 700 yuan late",
    { ruleSet: "guizhou/2026", paidOn: "2026-03-11", resident: adult },
  ],
  [
    "hunan-2026-missed",
    "missed 2025 and pays in December: the wait stands still until New Year and runs from the payment then",
    { ruleSet: "hunan/2026", paidOn: "2025-12-20", resident: { ...adult, missedYears: [2025] } },
  ],
  [
    "hunan-2026-freshman",
    "missed 2025, pays in January and becomes a freshman on the 31st",
    {
      ruleSet: "hunan/2026",
      paidOn: "2026-01-20",
      resident: { ...adult, missedYears: [2025], groups: [{ group: "freshman", eventDate: "2026-01-31" }] },
    },
  ],
  ["hunan-2026-march", "pays in March", { ruleSet: "hunan/2026", paidOn: "2026-03-11", resident: adult }],
  ["jiangxi-2026-december", "pays in December", { ruleSet: "jiangxi/2026", paidOn: "2025-12-10", resident: adult }],
  [
    "jiangxi-medical-aid-later",
    "gets dibao, and medical aid only after the payment",
    {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-03-11",
      resident: {
        ...adult,
        categories: ["dibao"],
        groups: [{ group: "medical-aid-recipient", eventDate: "2025-03-20" }],
      },
    },
  ],
  [
    "guizhou-2026-unknown",
    "of whom nothing is known in March",
    { ruleSet: "guizhou/2026", paidOn: "2026-03-11", resident: {} },
  ],
  ["unknown", "of whom nothing is known", { ruleSet: "jiangxi/2025", paidOn: "2025-03-10", resident: {} }],
];

const WHEN = { "pay-by": "paid by", "pay-from": "paid from", "each-day": "each day later, like" } as const;

function line(one: Advice): string {
  const papers =
    one.kind !== "group" || one.eventFrom === null
      ? ""
      : `, ${one.claimed ? "other " : ""}papers from ${one.eventFrom}`;
  const what = one.kind === "group" ? `as ${one.group}${papers}` : `${WHEN[one.kind]} ${one.day} (${one.window})`;
  const { kind, start, end, reason } = one.benefit;
  const days = one.daysGained === null ? "days not known" : `${one.daysGained > 0 ? "+" : ""}${one.daysGained} days`;
  const amount = one.dearer === null ? "" : ` (${one.dearer.yuan} ${one.dearer.how})`;
  const until = one.kind === "group" ? undefined : one.until;
  const before =
    until === undefined
      ? ""
      : `; until ${until.day} ${[until.benefit.kind, until.benefit.start].filter(Boolean).join(" ")}, pays ${until.payable}`;
  const where = one.clause === null ? "nowhere" : `${one.clause.document} ${one.clause.article}`;
  return `${what}: ${[kind, start, reason].filter(Boolean).join(" ")} until ${end}, pays ${one.payable}${amount}, ${days} [${where}]${before}`;
}

describe("everything that would make a difference for somebody who", () => {
  it.each(residents)("%s: %s", async (file, who, request) => {
    const answer = adviseRequest(request, tables);
    const lines = answer.ok ? answer.advice.map(line) : [answer.error.message];
    const text = [who, JSON.stringify(request), "", ...(lines.length === 0 ? ["nothing"] : lines), ""].join("\n");
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(`advice/${file}.txt`, import.meta.url)));
  });
});
