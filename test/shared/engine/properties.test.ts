// What holds for every resident, whatever the facts: sums, bounds, orders, and what a reading or a fact may change.

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isoDay } from "../../../shared/dates/iso.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import type { Benefit, Range, Result } from "../../../shared/engine/result.ts";
import { sum } from "../../../shared/rules/money.ts";
import { tableOf, tables } from "../../bundled.ts";
import { areClaimsPossible, dayIn, type RandomRequest, requests, resultOf, runs } from "./residents.ts";

vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: runs(1500) };

function holds(property: fc.IRawProperty<[RandomRequest]>, runs = RUNS): void {
  fc.assert(property, { seed: 20_250_101, ...runs });
}

/** Every benefit that the answer speaks of: its own, and each reading's where it stays open. */
function benefitsOf(request: RandomRequest): readonly Benefit[] {
  const { benefit, review } = resultOf(request);
  return [benefit, ...review.flatMap(({ alternatives }) => alternatives.map((alternative) => alternative.benefit))];
}

function expectWithin(inner: Range, outer: Range): void {
  if (inner.payable === null || inner.payable.mayBeNotStated === true)
    expect(outer.payable === null || outer.payable.mayBeNotStated === true).toBe(true);
  if (inner.payable !== null) {
    expect(Number(outer.payable?.min)).toBeLessThanOrEqual(Number(inner.payable.min));
    expect(Number(outer.payable?.max)).toBeGreaterThanOrEqual(Number(inner.payable.max));
  }
  if (inner.start.mayBeNone) expect(outer.start.mayBeNone).toBe(true);
  if (inner.start.mayBeNotStated) expect(outer.start.mayBeNotStated).toBe(true);
  if (inner.start.earliest !== null) expect((outer.start.earliest ?? "none") <= inner.start.earliest).toBe(true);
  if (inner.start.latest !== null) expect((outer.start.latest ?? "") >= inner.start.latest).toBe(true);
}

/** What a resident is told once every fact is known, against what could be said while some were missing. */
function expectToldWithin(request: RandomRequest, unknown: Result): void {
  const told = resultOf(request);
  if (unknown.range === undefined) {
    expect([told.contribution.payable, benefitsOf(request).map(key)]).toEqual([
      unknown.contribution.payable,
      [unknown.benefit, ...unknown.review.flatMap((one) => one.alternatives.map(({ benefit }) => benefit))].map(key),
    ]);
  } else if (told.range !== undefined) {
    // Facts that only this rule set asks for are still missing: what can then still turn out could before as well.
    expectWithin(told.range, unknown.range);
  } else {
    const { payable } = told.contribution;
    const starts = benefitsOf(request);
    const days = starts.flatMap(({ start }) => start ?? []).toSorted();
    expectWithin(
      {
        payable: payable === null ? null : { min: payable, max: payable },
        start: {
          earliest: days[0] ?? null,
          latest: days.at(-1) ?? null,
          mayBeNone: starts.some(({ kind }) => kind === "none"),
          mayBeNotStated: starts.some(({ kind }) => kind === "not-stated"),
        },
      },
      unknown.range,
    );
  }
}

const key = (benefit: Benefit): string =>
  JSON.stringify([benefit.kind, benefit.start, benefit.end, benefit.wait, benefit.reason ?? null]);

describe("amounts", () => {
  it("aid and what is left to pay make up the standard wherever both are known; one is never known alone", () => {
    holds(
      fc.property(requests(), (request) => {
        const { standard, aid, payable } = resultOf(request).contribution;
        expect(aid === null).toBe(payable === null);
        if (aid !== null && payable !== null) expect(sum(aid, payable)).toBe(standard);
      }),
    );
  });

  it("the subsidy's parts make up its total wherever all are known", () => {
    holds(
      fc.property(requests(), (request) => {
        const { total, central, province, cityCounty, tier } = resultOf(request).funding;
        expect(province === null).toBe(cityCounty === null);
        if (tier !== null) expect(province).not.toBeNull();
        if (total !== null && central !== null && province !== null && cityCounty !== null)
          expect(sum(central, province, cityCounty)).toBe(total);
      }),
    );
  });

  it("standard and subsidy are the year's premium once, whether paid in time or late", () => {
    holds(
      fc.property(requests(), (request) => {
        const { contribution, funding } = resultOf(request);
        const table = tableOf(request.ruleSet);
        const { total } = table.funding.byTier.get("") ?? { total: null };
        fc.pre(request.resident.standing !== "employee" && total !== null && funding.total !== null);
        if (total !== null && funding.total !== null)
          expect(sum(contribution.standard, funding.total)).toBe(sum(table.standard, total));
      }),
    );
  });

  it("an identity more never makes the resident pay more", () => {
    holds(
      fc.property(requests({ complete: true }), (request) => {
        const table = tableOf(request.ruleSet);
        const categories = request.resident.categories ?? [];
        const more = [...categories, [...table.categories.keys()].find((id) => !categories.includes(id)) ?? ""];
        const before = resultOf(request).contribution.payable;
        const after = resultOf({
          ...request,
          resident: { ...request.resident, categories: more.filter((id) => id !== "") },
        });
        if (before !== null && after.contribution.payable !== null)
          expect(Number(after.contribution.payable)).toBeLessThanOrEqual(Number(before));
      }),
    );
  });
});

describe("days", () => {
  it("cover never begins before the year, before birth or before a wait is over, and ends on 31 December", () => {
    holds(
      fc.property(requests(), (request) => {
        const { coverageYear } = tableOf(request.ruleSet);
        const [first, last] = [`${coverageYear}-01-01`, `${coverageYear}-12-31`];
        for (const { kind, start, end, wait } of benefitsOf(request)) {
          if (kind === "exact" || kind === "not-before") {
            expect(start).not.toBeNull();
            expect(end).toBe(last);
          } else expect(start).toBeNull();
          if (kind === "not-stated") expect(end).toBe(last);
          if (kind === "none") expect(end).toBeNull();
          if (start === null) continue;
          expect(start >= first && start <= last).toBe(true);
          expect(start >= (request.resident.birthDate ?? "")).toBe(true);
          if (wait !== null) expect(start > wait.to).toBe(true);
        }
      }),
    );
  });

  it("a wait begins with the payment or the year, lasts its days, and is a reason of its own where it outlasts the year", () => {
    holds(
      fc.property(requests(), (request) => {
        for (const { kind, wait, reason } of benefitsOf(request)) {
          if (reason === "wait-outlasts-year") expect(wait).not.toBeNull();
          if (wait === null) continue;
          expect(kind === "exact" || kind === "not-before" || reason === "wait-outlasts-year").toBe(true);
          expect(dayIn(wait.from) - dayIn(request.paidOn) <= 1 || wait.from.endsWith("-01-01")).toBe(true);
          if (wait.unit === "day") expect(dayIn(wait.to) - dayIn(wait.from) + 1).toBe(wait.length);
          else expect(dayIn(wait.to) - dayIn(wait.from)).toBeGreaterThan(27 * wait.length);
        }
      }),
    );
  });

  it("who pays a day later in the same window never starts earlier", () => {
    const plain = requests({ complete: true }).map(
      ({ ruleSet, paidOn, resident, interpretations }): RandomRequest => ({
        ruleSet,
        paidOn,
        resident: { categories: [], missedYears: resident.missedYears ?? [], birthDate: "1980-05-01" },
        ...(interpretations === undefined ? {} : { interpretations }),
      }),
    );
    holds(
      fc.property(plain, (request) => {
        const { interpretations } = request;
        // Settled to "the payment day does not count" and "covered from the month's last day" at once, the payer of the
        // 30th waits to the corresponding day and the payer of the 31st not: the two readings do not go together.
        const contradictory =
          interpretations?.["wait-counts-payment-day"] === "no" && interpretations["month-end"] === "last-of-month";
        fc.pre(!contradictory);
        const table = tableOf(request.ruleSet);
        const period = table.periods.find(
          ({ from, to }) => from <= dayIn(request.paidOn) && dayIn(request.paidOn) < to,
        );
        fc.pre(period !== undefined);
        const later = new Date((dayIn(request.paidOn) + 1) * 86_400_000).toISOString().slice(0, 10);
        const first = resultOf(request).benefit;
        const second = resultOf({ ...request, paidOn: later }).benefit;
        if (first.start !== null && second.start !== null) expect(second.start >= first.start).toBe(true);
        if (first.kind === "none") expect(second.start).toBeNull();
      }),
    );
  });
});

describe("orders", () => {
  it("the order of identities, claims and missed years does not matter", () => {
    holds(
      fc.property(requests(), (request) => {
        const { categories, groups, missedYears } = request.resident;
        const turned = {
          ...request.resident,
          ...(categories === undefined ? {} : { categories: categories.toReversed() }),
          ...(groups === undefined ? {} : { groups: groups.toReversed() }),
          ...(missedYears === undefined ? {} : { missedYears: missedYears.toReversed() }),
        };
        const one = resultOf(request);
        const other = resultOf({ ...request, resident: turned });
        expect(other.contribution).toEqual(one.contribution);
        expect(key(other.benefit)).toBe(key(one.benefit));
        expect(other.exemption).toEqual(one.exemption);
        expect(other.review.map(({ code }) => code).sort()).toEqual(one.review.map(({ code }) => code).sort());
        expect(
          new Set(other.review.flatMap((review) => review.alternatives.map((reading) => key(reading.benefit)))),
        ).toEqual(new Set(one.review.flatMap((review) => review.alternatives.map((reading) => key(reading.benefit)))));
      }),
    );
  });

  it("the same JSON gives the same result, letter for letter", () => {
    holds(
      fc.property(requests(), (request) => {
        const again = JSON.parse(JSON.stringify(request)) as unknown;
        expect(JSON.stringify(answerRequest(again, tables))).toBe(JSON.stringify(answerRequest(request, tables)));
      }),
    );
  });
});

describe("claims and readings", () => {
  it("claiming one group more never gives a later first day", () => {
    fc.assert(
      fc.property(requests({ complete: true }), fc.nat(), (request, at) => {
        const ids = [...tableOf(request.ruleSet).groupById.keys()];
        const claim = { group: ids[at % ids.length] ?? "", eventDate: request.paidOn };
        const before = resultOf(request).benefit;
        const groups = [...(request.resident.groups ?? []), claim];
        const after = resultOf({ ...request, resident: { ...request.resident, groups } }).benefit;
        if (before.start !== null && after.start !== null) expect(after.start <= before.start).toBe(true);
        if (before.start !== null) expect(after.kind).not.toBe("none");
      }),
      { seed: 20_250_101, ...RUNS },
    );
  });

  it("an answer is undetermined exactly where its readings differ in the benefit, and each reading, once settled, gives what it promised", () => {
    let open = 0;
    holds(
      fc.property(requests(), (request) => {
        const { benefit, review } = resultOf(request);
        const [entry] = review.filter(({ alternatives }) => alternatives.length > 0);
        if (benefit.kind !== "undetermined") {
          // Readings that agree on the benefit stay open for their price alone.
          const { alternatives } = entry ?? { alternatives: [] };
          for (const { benefit: other } of alternatives) expect(key(other)).toBe(key(benefit));
          const amounts = new Set(alternatives.map(({ payable }) => payable));
          if (alternatives.length > 0 && !amounts.has(null)) expect(amounts.size).toBeGreaterThan(1);
          return;
        }
        if (benefit.reason === "fact-missing") return;
        open++;
        expect(new Set(entry?.alternatives.map((alternative) => key(alternative.benefit))).size).toBeGreaterThan(1);
        const questions = tableOf(request.ruleSet).questions;
        for (const { choices, benefit: promised } of entry?.alternatives ?? []) {
          if (Object.keys(choices).some((id) => !questions.has(id))) continue;
          const settled = resultOf({ ...request, interpretations: { ...request.interpretations, ...choices } });
          expect(key(settled.benefit)).toBe(key(promised));
        }
      }),
      { numRuns: runs(4000) },
    );
    expect(open).toBeGreaterThan(50);
  });

  it("settling one question of an open answer leaves one of the benefits that were listed", () => {
    holds(
      fc.property(requests({ complete: true }), (request) => {
        const { benefit, review } = resultOf(request);
        fc.pre(benefit.kind === "undetermined");
        const alternatives = review.flatMap((entry) => entry.alternatives);
        const listed = new Set(alternatives.map((alternative) => key(alternative.benefit)));
        for (const { choices } of alternatives) {
          for (const [id, option] of Object.entries(choices)) {
            // A missing fact is told in the request itself, not chosen.
            if (!tableOf(request.ruleSet).questions.has(id)) continue;
            const settled = { ...request, interpretations: { ...request.interpretations, [id]: option } };
            for (const left of benefitsOf(settled))
              if (left.kind !== "undetermined") expect(listed).toContain(key(left));
          }
        }
      }),
    );
  });
});

describe("what is missing", () => {
  it("what is asked stands in the order of what is at stake, with a range that holds the answer; without a question no range", () => {
    holds(
      fc.property(requests(), (request) => {
        const { unanswered, range, benefit } = resultOf(request);
        const stakes = unanswered.map(({ stake }) => Number(stake));
        expect(stakes).toEqual(stakes.toSorted((a, b) => b - a));
        expect(range === undefined).toBe(unanswered.length === 0);
        const { start } = range ?? {};
        if (start !== undefined && benefit.start !== null && start.earliest !== null && start.latest !== null) {
          expect(start.earliest <= benefit.start && benefit.start <= start.latest).toBe(true);
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it("whatever the facts that are missing turn out to be, the amount and the first day lie in the range that was given", () => {
    const hidden = fc.subarray(["missedYears", "categories", "birthDate", "eventDate"] as const, { minLength: 1 });
    fc.assert(
      fc.property(requests({ complete: true }), hidden, (request, facts) => {
        fc.pre(areClaimsPossible(request));
        const groups = request.resident.groups ?? [];
        const isHidden = (fact: (typeof facts)[number]) => facts.includes(fact);
        const { missedYears, categories, birthDate, ...rest } = request.resident;
        const unknown = resultOf({
          ...request,
          resident: {
            ...rest,
            ...(isHidden("missedYears") ? {} : { missedYears }),
            ...(isHidden("categories") ? {} : { categories }),
            ...(isHidden("birthDate") ? {} : { birthDate }),
            groups: isHidden("eventDate") ? groups.map(({ group }) => ({ group })) : groups,
          },
        });
        expectToldWithin(request, unknown);
      }),
      { seed: 20_250_101, numRuns: runs(2000) },
    );
  });

  it("and of somebody who claims more groups without their days than can be combined", () => {
    const many = requests({ complete: true }).chain((request) => {
      const ids = [...tableOf(request.ruleSet).groupById.keys()].filter((id) => id !== "newborn");
      const days = fc
        .constantFrom(0, 1, 30, 89, 90, 91, 100, 400, 3000)
        .map((ago) => isoDay(dayIn(request.paidOn) - ago));
      const claims = fc
        .subarray(ids, { minLength: Math.min(4, ids.length), maxLength: Math.min(7, ids.length) })
        .chain((chosen) => fc.tuple(...chosen.map((group) => days.map((eventDate) => ({ group, eventDate })))));
      return claims.map((groups): RandomRequest => ({ ...request, resident: { ...request.resident, groups } }));
    });
    fc.assert(
      fc.property(many, (request) => {
        fc.pre(areClaimsPossible(request, 7));
        const { missedYears, categories, birthDate, groups = [], ...rest } = request.resident;
        const unknown = { ...request, resident: { ...rest, groups: groups.map(({ group }) => ({ group })) } };
        expectToldWithin(request, resultOf(unknown));
      }),
      { seed: 20_260_101, numRuns: runs(150) },
    );
  });

  it("a fact that is not asked for cannot change the answer", () => {
    holds(
      fc.property(requests({ complete: true }), (request) => {
        const { missedYears, ...unknown } = request.resident;
        const without = resultOf({ ...request, resident: unknown });
        if (without.unanswered.some(({ field }) => field === "resident.missedYears")) return;
        expect(key(resultOf(request).benefit)).toBe(key(without.benefit));
      }),
    );
  });
});
