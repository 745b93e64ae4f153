// What would change the answer: every line of advice is what the engine really answers for that other case.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Advice } from "../../../shared/engine/advice.ts";
import { adviseRequest, answerRequest } from "../../../shared/engine/answer.ts";
import type { RuleSetData } from "../../../shared/rules/schema.ts";
import { tables } from "../../bundled.ts";
import { gansuRewritten, rewritten } from "./rewritten.ts";

function advice(
  ruleSet: string,
  paidOn: string,
  resident: object = {},
  interpretations: object = {},
  rules = tables,
): readonly Advice[] {
  const told = { birthDate: "1962-02-10", categories: [], missedYears: [], ...resident };
  const answer = adviseRequest({ ruleSet, paidOn, resident: told, interpretations }, rules);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.advice;
}

type PeriodBenefit = RuleSetData["periods"][number]["benefit"];

const closed = (reason: "between-windows" | "windows-closed"): PeriodBenefit => ({ kind: "none", reason });

const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("advice", () => {
  it("says to a Gansu resident of 15 January what paying by 25 December would have given, and what waiting costs", () => {
    expect(advice("gansu/2025", "2025-01-15")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "pay-by", day: "2024-12-25", daysGained: 104 }),
        expect.objectContaining({ kind: "pay-from", day: "2025-03-01", daysGained: -261 }),
      ]),
    );
  });

  it("says between Gansu's windows that 1 January buys a wait of 90 days", () => {
    expect(advice("gansu/2025", "2024-12-28")).toContainEqual(
      expect.objectContaining({
        kind: "pay-from",
        day: "2025-01-01",
        window: "supplementary",
        benefit: expect.objectContaining({ start: "2025-04-01" }),
      }),
    );
  });

  it("names in Jiangxi the first payment day that brings nothing this year", () => {
    expect(advice("jiangxi/2025", "2025-03-31")).toContainEqual(
      expect.objectContaining({
        kind: "pay-from",
        day: "2025-10-01",
        benefit: expect.objectContaining({ kind: "none" }),
      }),
    );
  });

  it("names the oldest papers that are certainly in time: the day after the edge", () => {
    const released = advice("jiangxi/2025", "2025-03-31").find(
      (one) => one.kind === "group" && one.group === "released",
    );
    expect(released).toMatchObject({ eventFrom: "2025-01-01", daysGained: 91 });
  });

  it("says in Hunan that 31 January is the last day, and that after it 700 yuan and 121 days are lost", () => {
    expect(advice("hunan/2026", "2026-01-20")).toContainEqual(
      expect.objectContaining({
        kind: "pay-from",
        day: "2026-02-01",
        dearer: { how: "more", yuan: "700.00" },
        daysGained: -121,
        until: { day: "2026-01-31", benefit: expect.objectContaining({ start: "2026-01-01" }), payable: "400.00" },
        clause: expect.objectContaining({ document: "湖南省2026年度参保缴费通知（文号未见）", article: "待遇等待期" }),
      }),
    );
  });

  it("says in Jiangxi that a baby born on 20 January is covered from birth until 19 April, on the 20th it is open", () => {
    const found = advice("jiangxi/2025", "2025-04-10", { birthDate: "2025-01-20" });
    expect(found[0]).toMatchObject({
      kind: "pay-from",
      day: "2025-04-20",
      benefit: { kind: "undetermined", reason: "boundary-day" },
      until: { day: "2025-04-19", benefit: { start: "2025-01-20" } },
      clause: { document: "赣医保发〔2024〕7号" },
    });
    expect(found[1]).toMatchObject({ day: "2025-04-21", benefit: { start: "2025-04-22" }, daysGained: -92 });
  });

  it("says that each day later costs a day of cover where a wait runs from the payment, and nothing inside a window", () => {
    expect(advice("jiangxi/2025", "2025-05-06").find(({ kind }) => kind === "each-day")).toMatchObject({
      daysGained: -1,
      clause: { article: "一（四）" },
    });
    expect(advice("gansu/2025", "2024-11-01").filter(({ kind }) => kind === "each-day")).toEqual([]);
  });

  it("tells somebody released too long ago, or who has no papers yet, which date on them would do", () => {
    for (const groups of [[{ group: "released", eventDate: "2025-01-10" }], [{ group: "released" }]]) {
      expect(advice("jiangxi/2025", "2025-05-06", { groups })).toContainEqual(
        expect.objectContaining({
          kind: "group",
          group: "released",
          claimed: true,
          eventFrom: "2025-02-06",
          benefit: expect.objectContaining({ start: "2025-05-07" }),
          clause: expect.objectContaining({ article: "一（六）" }),
        }),
      );
    }
  });

  it("tells a soldier of Gansu discharged in December that papers from 1 January would settle it", () => {
    const groups = [{ group: "discharged-soldier", eventDate: "2024-12-10" }];
    expect(advice("gansu/2025", "2025-01-10", { groups })).toContainEqual(
      expect.objectContaining({ group: "discharged-soldier", claimed: true, eventFrom: "2025-01-01" }),
    );
  });

  it("says nothing more of a claim that counts already", () => {
    const groups = [{ group: "released", eventDate: "2025-03-10" }];
    expect(advice("jiangxi/2025", "2025-05-06", { groups }).filter(({ kind }) => kind === "group")).toEqual([]);
  });

  it("names every day on which the kind of answer or the amount changes, as a walk through the year finds them", () => {
    const births = fc.constantFrom("1962-02-10", "2025-01-20", "2025-10-10");
    const starts = fc.constantFrom("2025-01-25", "2025-03-20", "2025-11-02", "2026-01-20", "2026-05-30");
    fc.assert(
      fc.property(fc.constantFrom(...tables.keys()), starts, births, (ruleSet, paidOn, birthDate) => {
        fc.pre(birthDate <= paidOn);
        const resident = { birthDate, categories: [], missedYears: [] };
        const answerOn = (day: string) => {
          const answer = answerRequest({ ruleSet, paidOn: day, resident }, tables);
          if (!answer.ok) throw new Error(answer.error.message);
          const { benefit, contribution } = answer.result;
          return { benefit, what: JSON.stringify([benefit.kind, benefit.reason, contribution.payable]) };
        };
        const expected: string[] = [];
        const end = `${ruleSet.slice(-4)}-12-31`;
        let before = answerOn(paidOn).what;
        for (let day = next(paidOn); day <= end; day = next(day)) {
          const { what } = answerOn(day);
          if (what !== before) expected.push(day);
          before = what;
        }
        const found = advice(ruleSet, paidOn, resident).flatMap((one) => (one.kind === "pay-from" ? [one] : []));
        expect(found.map(({ day }) => day)).toEqual(expect.arrayContaining(expected));
        for (const { until } of found) expect(until?.benefit).toEqual(answerOn(until?.day ?? "").benefit);
      }),
      { numRuns: 60 },
    );
  });

  it("offers no group to somebody who already has the whole year", () => {
    expect(advice("gansu/2025", "2024-11-01").filter((one) => one.kind === "group")).toEqual([]);
  });

  it("advises nothing to somebody bound to employee insurance", () => {
    expect(advice("gansu/2025", "2025-01-15", { standing: "employee" })).toEqual([]);
  });

  it("names the days in the order of the calendar: ten missed years make a wait of 360 days, lost from 6 January on", () => {
    const missedYears = Array.from({ length: 10 }, (_, at) => 2015 + at);
    const answer = adviseRequest(
      {
        ruleSet: "gansu/2025",
        paidOn: "2025-01-02",
        resident: { birthDate: "1962-02-10", categories: [], missedYears },
        interpretations: { "gap-counted-from": "any-year" },
      },
      tables,
    );
    const days = answer.ok ? answer.advice.flatMap((one) => (one.kind === "group" ? [] : [[one.kind, one.day]])) : [];
    expect(days).toEqual([
      ["pay-by", "2024-12-25"],
      ["each-day", "2025-01-03"],
      ["pay-from", "2025-01-06"],
      ["pay-from", "2025-03-01"],
    ]);
  });

  it("tells in Jiangxi in the autumn that from 1 January on cover begins on the day after the payment", () => {
    for (const paidOn of ["2025-11-10", "2025-12-30"])
      expect(advice("jiangxi/2026", paidOn)[0]).toMatchObject({
        kind: "pay-from",
        day: "2026-01-01",
        until: { day: "2025-12-31", benefit: { start: "2026-01-01" } },
        benefit: { kind: "exact", start: "2026-01-02", wait: null },
        daysGained: -1,
      });
    // On the last day of the year it is tomorrow, and each day after it.
    expect(advice("jiangxi/2026", "2025-12-31")[0]).toMatchObject({
      kind: "each-day",
      day: "2026-01-01",
      daysGained: -1,
    });
  });

  /** Payment days in Gansu with its periods between and supplementary written otherwise. */
  const paidFrom = (between: PeriodBenefit, supplementary: PeriodBenefit) => {
    const written: Readonly<Record<string, PeriodBenefit>> = { between, supplementary };
    const rules = gansuRewritten(({ periods }) => ({
      periods: periods.map((period) => ({ ...period, benefit: written[period.id] ?? period.benefit })),
    }));
    const resident = { birthDate: "1962-02-10", categories: [], missedYears: [] };
    const answer = adviseRequest({ ruleSet: "gansu/2025", paidOn: "2024-12-28", resident }, rules);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.advice.flatMap((one) => (one.kind === "pay-from" ? [[one.day, one.benefit.start]] : []));
  };

  it("names the next month where cover begins with the month of payment, after days that give nothing or a wait", () => {
    const months = [
      ["2025-01-01", "2025-01-01"],
      ["2025-02-01", "2025-02-01"],
      ["2025-03-01", null],
    ];
    expect(paidFrom(closed("between-windows"), { kind: "start", start: "month-start" })).toEqual(months);
    expect(paidFrom({ kind: "wait" }, { kind: "start", start: "month-start" })).toEqual(months);
  });

  it("tells a closed time between the windows from one after all windows, though both give nothing", () => {
    expect(paidFrom(closed("between-windows"), closed("between-windows"))).toEqual([["2025-03-01", null]]);
  });

  it("names 2 January where cover begins on the day of payment and the year's first day was as good as any before it", () => {
    expect(paidFrom({ kind: "start", start: "coverage-year-start" }, { kind: "start", start: "payment-day" })).toEqual([
      ["2025-01-02", "2025-01-02"],
      ["2025-03-01", null],
    ]);
  });

  it("says each later day once: on the last day of the autumn New Year's Day is tomorrow, and no day of its own", () => {
    const days = advice("jiangxi/2026", "2025-12-31").flatMap((one) =>
      one.kind === "group" ? [] : [[one.kind, one.day]],
    );
    expect(days).toEqual([
      ["each-day", "2026-01-01"],
      ["pay-from", "2026-03-01"],
      ["pay-from", "2026-10-01"],
    ]);
  });

  it("tells somebody in Jiangxi who missed 2025 that from 2 January on the three months begin with the payment", () => {
    const later = advice("jiangxi/2026", "2025-12-20", { missedYears: [2025] }).filter(
      ({ kind }) => kind === "pay-from",
    );
    expect(later).toMatchObject([
      {
        day: "2026-01-02",
        benefit: { start: "2026-04-02" },
        until: { benefit: { start: "2026-04-01" } },
        daysGained: -1,
      },
      { day: "2026-10-01", benefit: { kind: "none" }, until: { benefit: { start: "2026-12-30" } } },
    ]);
  });

  it("asks somebody who left employee insurance in Tongren, nobody knows when, for papers from 11 March on", () => {
    const groups = [{ group: "employee-to-resident" }];
    expect(advice("guizhou/2026", "2026-06-10", { insuredYears: 3, groups })).toContainEqual(
      expect.objectContaining({
        group: "employee-to-resident",
        claimed: true,
        eventFrom: "2026-03-11",
        benefit: expect.objectContaining({ kind: "exact", start: "2026-06-01" }),
      }),
    );
  });

  it("knows no later day for somebody who asks after the year's end", () => {
    const later = advice("gansu/2025", "2026-01-10").filter(({ kind }) => kind === "pay-from" || kind === "each-day");
    expect(later).toEqual([]);
  });

  it("finds a window between two closed times that are alike", () => {
    const closed = gansuRewritten(({ periods }) => ({
      periods: periods.map((period) =>
        period.id === "between"
          ? { ...period, benefit: { kind: "none" as const, reason: "windows-closed" as const } }
          : period,
      ),
    }));
    const resident = { birthDate: "1962-02-10", categories: [], missedYears: [] };
    const answer = adviseRequest({ ruleSet: "gansu/2025", paidOn: "2024-12-28", resident }, closed);
    expect(answer.ok && answer.advice.filter(({ kind }) => kind === "pay-from")).toMatchObject([
      { day: "2025-01-01", benefit: { start: "2025-04-01" }, daysGained: 275 },
      { day: "2025-03-01", benefit: { kind: "none", reason: "windows-closed" }, daysGained: 0 },
    ]);
  });

  it("passes over days that give the same: for a child born on 1 December those between the windows are as good as 10 February", () => {
    const days = advice("gansu/2025", "2025-02-10", { birthDate: "2024-12-01" }).filter(
      ({ kind }) => kind === "pay-by",
    );
    expect(days).toMatchObject([{ day: "2024-12-25", benefit: { kind: "exact", start: "2025-01-01" } }]);
  });

  it("reaches back to the day of birth and no further", () => {
    const pays = (birthDate: string) =>
      advice("xinzhou/2025", "2025-03-20", { birthDate }).flatMap((one) => (one.kind === "pay-by" ? [one.day] : []));
    expect(pays("2024-12-31")).toEqual(["2024-12-31", "2025-02-28"]);
    expect(pays("2025-01-01")).toEqual(["2025-02-28"]);
  });

  it("names no day of its own to a Tongren baby of five months: its answer stays open until a wait would outlast the year", () => {
    const days = advice("guizhou/2026", "2026-06-20", { birthDate: "2026-01-28" }).flatMap((one) =>
      one.kind === "group" ? [] : [[one.kind, one.day]],
    );
    expect(days).toEqual([
      ["pay-by", "2026-02-28"],
      ["pay-from", "2026-10-03"],
    ]);
  });

  it("names the day on which two waits of three months begin, where the bureau sets one for each reason", () => {
    const settled = { "gap-counted-from": "any-year", "one-fixed-wait": "each" };
    expect(advice("xinzhou/2025", "2025-02-10", { missedYears: [2024] }, settled)).toContainEqual(
      expect.objectContaining({
        kind: "pay-from",
        day: "2025-03-01",
        benefit: expect.objectContaining({ kind: "not-before", start: "2025-09-01" }),
        until: expect.objectContaining({ benefit: expect.objectContaining({ start: "2025-05-28" }) }),
      }),
    );
  });

  it("tells the three days that are left of last year's wait from three months of a new one", () => {
    const waits = { lastYearWaitTo: "2026-03-02" };
    expect(advice("jiangxi/2026", "2026-02-20", waits, { "unfinished-wait": "runs-on" })).toContainEqual(
      expect.objectContaining({
        kind: "pay-from",
        day: "2026-03-01",
        benefit: expect.objectContaining({ start: "2026-06-01" }),
        until: expect.objectContaining({ benefit: expect.objectContaining({ start: "2026-03-03" }) }),
      }),
    );
  });

  it("advises nobody to be a newborn, whose birth date alone would tell it", () => {
    const groups = advice("jiangxi/2025", "2024-11-20", { birthDate: null }).filter(({ kind }) => kind === "group");
    expect(groups).toEqual([]);
  });

  it("says by when the price is stated of a baby that is covered from birth either way", () => {
    const baby = { birthDate: "2026-01-10", parentInsured: false };
    expect(advice("hunan/2026", "2026-02-20", baby, { "newborn-late-start": "birth" })[0]).toMatchObject({
      kind: "pay-by",
      day: "2026-01-31",
      benefit: { kind: "exact", start: "2026-01-10" },
      payable: "400.00",
      daysGained: 0,
    });
  });

  it("cites to a freshman of Hunan the window of freshmen, not the one that is closed", () => {
    const settled = { "freshman-means": "payment-window" };
    const found = advice("hunan/2026", "2025-12-20", { groups: [{ group: "freshman" }] }, settled);
    expect(found).toMatchObject([
      { kind: "pay-from", day: "2026-02-01", clause: { document: "衡山县政府网（2025-10-27）", article: "缴费时间" } },
    ]);
  });

  it("asks for papers of no day where the limit goes back further than anybody would ask", () => {
    const fiveYears = rewritten("jiangxi/2025", ({ groups }) => ({
      groups: groups.map((group) =>
        group.id === "released"
          ? { ...group, test: { kind: "within" as const, within: { length: 60, unit: "month" as const } } }
          : group,
      ),
    }));
    expect(advice("jiangxi/2025", "2025-05-06", {}, {}, fiveYears)).toContainEqual(
      expect.objectContaining({ kind: "group", group: "released", eventFrom: null }),
    );
  });

  it("is what the engine answers for that payment day or that claim", () => {
    const days = fc
      .integer({ min: 0, max: 830 })
      .map((offset) => new Date(Date.UTC(2024, 8, 15) + offset * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...tables.keys()), days, (ruleSet, paidOn) => {
        const resident = { birthDate: "1962-02-10", categories: [], missedYears: [] };
        for (const one of advice(ruleSet, paidOn)) {
          const changed =
            one.kind === "group"
              ? {
                  ruleSet,
                  paidOn,
                  resident: {
                    ...resident,
                    groups: [{ group: one.group, ...(one.eventFrom === null ? {} : { eventDate: one.eventFrom }) }],
                  },
                }
              : { ruleSet, paidOn: one.day, resident };
          const answer = answerRequest(changed, tables);
          expect(answer.ok && answer.result.benefit).toEqual(one.benefit);
        }
      }),
      { numRuns: 150 },
    );
  });
});
