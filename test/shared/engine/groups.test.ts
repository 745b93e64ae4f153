// Special groups: who is freed on the day of payment and who is not, to the day, and from when.

import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { resultOf } from "./residents.ts";
import { gansuRewritten, rewritten } from "./rewritten.ts";

function claims(
  ruleSet: string,
  paidOn: string,
  group: string,
  eventDate?: string,
  more: object = {},
  interpretations: object = {},
): string {
  const { benefit, exemption } = resultOf({
    ruleSet,
    paidOn,
    resident: {
      birthDate: "1980-05-01",
      categories: [],
      missedYears: [],
      groups: [{ group, ...(eventDate === undefined ? {} : { eventDate }) }],
      ...more,
    },
    interpretations,
  });
  return `${exemption?.group ?? "ordinary"} ${benefit.kind} ${benefit.start ?? benefit.reason ?? "not stated"}`;
}

describe("within three months in Jiangxi: the corresponding day is the edge", () => {
  it.each([
    ["2025-03-15", "2025-06-14", "inside"],
    ["2025-03-15", "2025-06-15", "edge"],
    ["2025-03-15", "2025-06-16", "outside"],
    ["2025-03-31", "2025-06-29", "inside"],
    ["2025-03-31", "2025-06-30", "edge"],
    ["2025-03-31", "2025-07-01", "outside"],
    ["2024-12-31", "2025-03-30", "inside"],
    ["2024-12-31", "2025-03-31", "edge"],
    ["2024-12-31", "2025-04-01", "outside"],
    ["2025-03-15", "2025-03-15", "inside"],
  ])("discharged on %s, paid on %s: %s", (event, paidOn, where) => {
    for (const group of ["discharged-soldier", "soldier-family", "employee-to-resident"]) {
      const answer = claims("jiangxi/2025", paidOn, group, event);
      if (where === "inside") expect(answer).toMatch(new RegExp(`^${group} exact`));
      if (where === "edge") expect(answer).toBe("ordinary undetermined boundary-day");
      if (where === "outside") expect(answer).toMatch(/^ordinary exact/);
    }
  });
});

describe("within ninety days in Jiangxi: event + 89 is safe, event + 90 the edge", () => {
  it.each([
    ["2025-03-01", "2025-05-29", "inside"],
    ["2025-03-01", "2025-05-30", "edge"],
    ["2025-03-01", "2025-05-31", "outside"],
    ["2024-12-01", "2025-03-01", "edge"],
    ["2024-12-02", "2025-03-01", "inside"],
    ["2024-11-30", "2025-03-01", "outside"],
  ])("happened on %s, paid on %s: %s", (event, paidOn, where) => {
    for (const group of ["moved-in", "returned-from-abroad", "released", "graduate-returned"]) {
      const answer = claims("jiangxi/2025", paidOn, group, event);
      if (where === "inside") expect(answer).toMatch(new RegExp(`^${group} exact`));
      if (where === "edge") expect(answer).toBe("ordinary undetermined boundary-day");
      if (where === "outside") expect(answer).toMatch(/^ordinary exact/);
    }
  });

  it("on the edge both readings are listed, and each settles it", () => {
    const request = {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-05-30",
      resident: {
        birthDate: "1980-05-01",
        categories: [],
        missedYears: [],
        groups: [{ group: "released", eventDate: "2025-03-01" }],
      },
    };
    expect(resultOf(request).review).toMatchObject([
      {
        code: "boundary-day",
        alternatives: [
          { reading: "within-edge=in", benefit: { start: "2025-05-31", wait: null } },
          { reading: "within-edge=out", benefit: { start: "2025-08-30" } },
        ],
      },
    ]);
    expect(resultOf({ ...request, interpretations: { "within-edge": "in" } })).toMatchObject({
      benefit: { start: "2025-05-31" },
      exemption: { group: "released", window: true, wait: true },
      review: [],
    });
    expect(resultOf({ ...request, interpretations: { "within-edge": "out" } })).toMatchObject({
      benefit: { start: "2025-08-30" },
      exemption: null,
      review: [],
    });
  });
});

describe("groups without a time limit in Jiangxi", () => {
  it.each([
    ["religious-staff", "2025-03-15", "religious-staff exact 2025-03-16"],
    ["medical-aid-recipient", "2025-12-30", "medical-aid-recipient exact 2025-12-31"],
    ["religious-staff", "2025-12-31", "religious-staff none starts-after-year"],
    ["religious-staff", "2025-02-20", "ordinary exact 2025-01-01"],
    ["other", "2025-03-15", "ordinary undetermined conditions-not-stated"],
    ["other", "2025-02-20", "ordinary exact 2025-01-01"],
  ])("%s, paid on %s → %s", (group, paidOn, expected) => {
    expect(claims("jiangxi/2025", paidOn, group)).toBe(expected);
  });
});

describe("a group that is covered from the day after the payment, as everybody is who pays in Jiangxi in February 2026", () => {
  it("frees from nothing that month, and from the wait in March", () => {
    expect(claims("jiangxi/2026", "2026-02-20", "released", "2026-02-01")).toBe("ordinary exact 2026-02-21");
    expect(claims("jiangxi/2026", "2026-03-20", "released", "2026-02-01")).toBe("released exact 2026-03-21");
  });
});

describe("an event that lies after the payment", () => {
  it.each([
    ["jiangxi/2025", "2025-04-10", "released", "2025-04-11", "ordinary exact 2025-07-10"],
    ["gansu/2025", "2025-06-20", "discharged-soldier", "2025-06-21", "ordinary none windows-closed"],
    ["xinzhou/2025", "2025-04-10", "released", "2025-04-11", "ordinary not-before 2025-07-10"],
  ])("%s: on the day of payment the group did not apply", (ruleSet, paidOn, group, event, expected) => {
    expect(claims(ruleSet, paidOn, group, event)).toBe(expected);
  });
});

describe("this year in Gansu", () => {
  it.each([
    ["2025-06-20", "2025-01-01", "discharged-soldier not-stated not stated"],
    ["2025-06-20", "2024-12-31", "ordinary none windows-closed"],
    ["2025-02-28", "2024-12-31", "ordinary undetermined conditions-not-stated"],
    ["2025-02-28", "2023-12-31", "ordinary exact 2025-05-29"],
    ["2025-03-01", "2024-12-31", "ordinary none windows-closed"],
    ["2024-12-28", "2024-03-01", "discharged-soldier not-stated not stated"],
    ["2024-12-28", "2023-12-31", "ordinary none between-windows"],
    ["2024-11-10", "2024-03-01", "ordinary exact 2025-01-01"],
  ])("paid on %s, discharged on %s → %s", (paidOn, event, expected) => {
    expect(claims("gansu/2025", paidOn, "discharged-soldier", event)).toBe(expected);
  });

  it.each([
    ["military-dependant", "military-dependant not-stated not stated"],
    ["employee-to-resident", "employee-to-resident not-stated not stated"],
    ["other", "ordinary undetermined conditions-not-stated"],
    ["discharged-soldier", "ordinary undetermined fact-missing"],
  ])("%s without a date, after closing → %s", (group, expected) => {
    expect(claims("gansu/2025", "2025-06-20", group)).toBe(expected);
  });

  it.each([
    ["rural-dibao-1-2", "newly-recognised-low-income not-stated not stated"],
    ["relapse-monitored", "newly-recognised-low-income not-stated not stated"],
    ["dibao-marginal", "ordinary undetermined conditions-not-stated"],
    ["lifted-from-poverty", "ordinary undetermined conditions-not-stated"],
  ])("recognised this year as %s → %s", (category, expected) => {
    expect(
      claims("gansu/2025", "2025-06-20", "newly-recognised-low-income", "2025-06-01", { categories: [category] }),
    ).toBe(expected);
  });

  it("an aid identity held since earlier years frees from nothing", () => {
    expect(
      claims("gansu/2025", "2025-06-20", "newly-recognised-low-income", "2023-06-01", { categories: ["orphan"] }),
    ).toBe("ordinary none windows-closed");
  });

  it("an army dependant who missed years and pays in the window has the whole year", () => {
    expect(
      claims(
        "gansu/2025",
        "2024-11-10",
        "military-dependant",
        undefined,
        { missedYears: [2023, 2024] },
        { "gap-counted-from": "any-year" },
      ),
    ).toBe("military-dependant exact 2025-01-01");
  });

  it.each([
    ["in the window from New Year's Day on", "2024-11-10", {}],
    ["late, where each reason sets a wait of its own", "2025-01-20", { "one-fixed-wait": "each" }],
  ])(
    "an army dependant freed of a wait %s is not told by which readings it would have been counted",
    (_, paidOn, more) => {
      const { interpretations, trace } = resultOf({
        ruleSet: "gansu/2025",
        paidOn,
        resident: {
          birthDate: "1980-05-01",
          categories: [],
          missedYears: [2024],
          groups: [{ group: "military-dependant" }],
        },
        interpretations: { "gap-counted-from": "any-year", ...more },
      });
      expect(trace.filter(({ step }) => step === "wait")).toMatchObject([{ variant: "waived", effect: "failed" }]);
      const waits = ["wait-unit", "wait-counts-payment-day", "month-end", "gap-anchor", "one-fixed-wait"];
      expect(interpretations.filter(({ id }) => waits.includes(id))).toEqual([]);
    },
  );

  it("an army dependant is freed of a wait that would be over before the year begins, too", () => {
    const anyYear = { "gap-counted-from": "any-year", "gap-anchor": "payment-day" };
    const pays = (more: object) =>
      claims("gansu/2025", "2024-09-20", "military-dependant", undefined, { missedYears: [2024], ...more }, anyYear);
    expect(pays({ groups: [] })).toBe("ordinary exact 2025-01-01");
    expect(pays({})).toBe("military-dependant exact 2025-01-01");
  });
});

describe("newborns", () => {
  function born(ruleSet: string, birthDate: string, paidOn: string, interpretations: object = {}): string {
    const { benefit, exemption } = resultOf({
      ruleSet,
      paidOn,
      resident: { birthDate, categories: [], missedYears: [] },
      interpretations,
    });
    return `${exemption?.group ?? "ordinary"} ${benefit.kind} ${benefit.start ?? benefit.reason ?? "not stated"}`;
  }

  it.each([
    ["day 90 after the window", "2025-03-01", "2025-05-29", "newborn exact 2025-03-01"],
    ["the edge", "2025-03-01", "2025-05-30", "ordinary undetermined boundary-day"],
    ["day 92", "2025-03-01", "2025-05-31", "newborn exact 2025-06-01"],
    ["the day before the first birthday", "2024-06-10", "2025-06-09", "newborn exact 2025-06-10"],
    ["the first birthday", "2024-06-10", "2025-06-10", "newborn exact 2025-06-11"],
    ["the day after it", "2024-06-10", "2025-06-11", "ordinary exact 2025-09-11"],
    ["born on 29 February, first birthday, in the window", "2024-02-29", "2025-02-28", "ordinary exact 2025-01-01"],
    ["born on 29 February, a day later", "2024-02-29", "2025-03-01", "ordinary exact 2025-06-01"],
    ["born and paid for on the same day", "2025-07-07", "2025-07-07", "newborn exact 2025-07-07"],
    ["born in December, paid for in March", "2024-12-20", "2025-03-10", "newborn exact 2025-01-01"],
    ["born in February, in the window", "2025-02-10", "2025-02-20", "ordinary exact 2025-02-10"],
    [
      "over 90 days, paid for in January: the window's promise",
      "2024-08-01",
      "2025-01-15",
      "ordinary exact 2025-01-01",
    ],
    ["born on New Year's Eve and paid for that day", "2025-12-31", "2025-12-31", "newborn exact 2025-12-31"],
    [
      "paid for a day before the edge in the next year",
      "2025-10-04",
      "2026-01-01",
      "ordinary undetermined conditions-not-stated",
    ],
    ["on the edge in the next year", "2025-10-03", "2026-01-01", "ordinary undetermined boundary-day"],
    ["past the edge in the next year", "2025-10-02", "2026-01-01", "ordinary none coverage-year-over"],
    ["born in the next year", "2026-01-01", "2026-01-02", "ordinary none coverage-year-over"],
    [
      "born on the year's last day, two days later",
      "2025-12-31",
      "2026-01-02",
      "ordinary undetermined conditions-not-stated",
    ],
  ])("Jiangxi, %s", (_what, birth, paidOn, expected) => {
    expect(born("jiangxi/2025", birth, paidOn)).toBe(expected);
  });

  it.each([
    ["day 90", "2025-03-01", "2025-05-29", {}, "newborn not-stated not stated"],
    [
      "day 90, covered from birth",
      "2025-03-01",
      "2025-05-29",
      { "newborn-start": "birth" },
      "newborn exact 2025-03-01",
    ],
    ["the edge", "2025-03-01", "2025-05-30", {}, "ordinary undetermined boundary-day"],
    [
      "the edge, one year counting",
      "2025-03-01",
      "2025-05-30",
      { "newborn-age": "first-birthday" },
      "newborn not-stated not stated",
    ],
    ["day 92", "2025-03-01", "2025-05-31", {}, "ordinary undetermined conditions-not-stated"],
    [
      "day 92, 90 days counting",
      "2025-03-01",
      "2025-05-31",
      { "newborn-age": "90-days" },
      "ordinary none windows-closed",
    ],
    ["in the concentrated window: the whole year", "2024-10-01", "2024-11-01", {}, "ordinary exact 2025-01-01"],
    [
      "born in the supplementary window",
      "2025-01-20",
      "2025-01-25",
      { "newborn-start": "birth" },
      "newborn exact 2025-01-20",
    ],
    ["the day after the first birthday", "2024-06-10", "2025-06-11", {}, "ordinary none windows-closed"],
  ] as const)("Gansu, %s", (_what, birth, paidOn, interpretations, expected) => {
    expect(born("gansu/2025", birth, paidOn, interpretations)).toBe(expected);
  });

  it("days before 1 January belong to the year before, and the answer says so up to the edge", () => {
    const flags = (birthDate: string, paidOn: string): boolean =>
      resultOf({
        ruleSet: "jiangxi/2025",
        paidOn,
        resident: { birthDate, categories: [], missedYears: [] },
      }).review.some(({ code }) => code === "earlier-year");
    expect(flags("2024-12-31", "2025-01-05")).toBe(true);
    expect(flags("2025-01-01", "2025-01-05")).toBe(false);
    expect(flags("2024-12-01", "2025-03-01")).toBe(true);
    expect(flags("2024-11-30", "2025-03-01")).toBe(false);
  });
});

describe("a group that a notice ties to certain identities alone", () => {
  const tables = (open?: readonly string[]) =>
    gansuRewritten(({ groups }) => ({
      groups: groups.map((group) => {
        if (group.id !== "newly-recognised-low-income") return group;
        const question = group.identities?.open;
        const openToo =
          question === undefined || open === undefined ? {} : { open: { ...question, identities: [...open] } };
        return { ...group, identities: { listed: ["orphan"], ...openToo } };
      }),
    }));
  const pays = (categories: readonly string[], open?: readonly string[]) => {
    const groups = [{ group: "newly-recognised-low-income", eventDate: "2025-05-01" }];
    const resident = { birthDate: "1980-05-01", missedYears: [], categories, groups };
    const answer = answerRequest({ ruleSet: "gansu/2025", paidOn: "2025-06-20", resident }, tables(open));
    if (!answer.ok) throw new Error(answer.error.message);
    const { benefit, trace } = answer.result;
    const tried = trace.filter((step) => step.in["group"] === "newly-recognised-low-income");
    return {
      benefit: benefit.kind,
      steps: tried.map(({ variant, effect, in: facts, out }) => ({ variant, effect, facts, out })),
    };
  };

  it("frees an orphan after closing, also one who is on dibao besides", () => {
    expect(pays(["orphan"]).benefit).toBe("not-stated");
    expect(pays(["rural-dibao-1-2", "orphan"]).benefit).toBe("not-stated");
  });

  it("leaves open whoever holds one identity of which the notice leaves it open, whatever else is held", () => {
    expect(pays(["rural-dibao-1-2", "dibao-marginal"], ["dibao-marginal"]).benefit).toBe("undetermined");
    expect(pays(["rural-dibao-1-2"], ["dibao-marginal"]).benefit).toBe("none");
  });

  it("frees nobody else, and the identities that were held are named", () => {
    expect(pays(["rural-dibao-1-2", "dibao-marginal"])).toEqual({
      benefit: "none",
      steps: [
        {
          variant: "identity-not-listed",
          effect: "failed",
          facts: { group: "newly-recognised-low-income", identities: ["rural-dibao-1-2", "dibao-marginal"] },
          out: { applies: false },
        },
      ],
    });
  });
});

describe("a newborn claimed on the first day of the year, whose birth nobody told", () => {
  it("is covered from that day: it was born on it or before", () => {
    expect(claims("jiangxi/2025", "2025-01-01", "newborn", undefined, { birthDate: null })).toMatch(
      /^\w+ exact 2025-01-01$/,
    );
  });
});

describe("a rule set that knows no newborns", () => {
  it("has nothing for a baby of May after the windows, nor for one of December in January", () => {
    const tables = gansuRewritten(({ groups }) => ({ groups: groups.filter(({ id }) => id !== "newborn") }));
    const reason = (birthDate: string, paidOn: string) => {
      const resident = { birthDate, missedYears: [], categories: [] };
      const answer = answerRequest({ ruleSet: "gansu/2025", paidOn, resident }, tables);
      return answer.ok ? answer.result.benefit.reason : answer.error;
    };
    expect(reason("2025-12-20", "2026-01-10")).toBe("coverage-year-over");
    expect(reason("2025-05-01", "2025-05-29")).toBe("windows-closed");
  });
});

describe("freshmen in Hunan, if their window were September and October alone", () => {
  const tables = () =>
    rewritten("hunan/2026", ({ groups }) => ({
      groups: groups.map((group) =>
        group.id === "freshman"
          ? { ...group, test: { kind: "own-window" as const, from: "2026-09-01", to: "2026-10-31" } }
          : group,
      ),
    }));
  const pays = (paidOn: string, more: object = {}) => {
    const resident = {
      birthDate: "2008-03-01",
      missedYears: [],
      categories: [],
      groups: [{ group: "freshman" }],
      ...more,
    };
    const answer = answerRequest({ ruleSet: "hunan/2026", paidOn, resident }, tables());
    if (!answer.ok) throw new Error(answer.error.message);
    const { window, exemption, contribution } = answer.result;
    return [window, exemption?.group ?? "ordinary", contribution.payable];
  };

  it.each([
    ["2026-08-31", "after-closing", "ordinary", "1100.00"],
    ["2026-09-01", "concentrated", "freshman", "400.00"],
    ["2026-10-31", "concentrated", "freshman", "400.00"],
    ["2026-11-01", "after-closing", "ordinary", "1100.00"],
  ])("who pay on %s pay in a window that is %s, as %s, %s yuan", (paidOn, ...expected) => {
    expect(pays(paidOn)).toEqual(expected);
  });

  it("have no window of their own while they are bound to employee insurance", () => {
    expect(pays("2026-09-10", { standing: "employee" })).toEqual(["after-closing", "ordinary", null]);
  });
});

describe("children born since a day, for so many years, under another day and number than Jiangxi's", () => {
  const pays = (from: string, years: number, birthDate: string) => {
    const tables = rewritten("jiangxi/2026", ({ groups }) => ({
      groups: groups.map((group) =>
        group.id === "free-newborn-years" ? { ...group, test: { kind: "born-since" as const, from, years } } : group,
      ),
    }));
    const resident = { birthDate, missedYears: [], categories: [] };
    const answer = answerRequest({ ruleSet: "jiangxi/2026", paidOn: "2026-04-20", resident }, tables);
    return answer.ok ? (answer.result.exemption?.group ?? "ordinary") : answer.error;
  };

  it.each([
    ["2024-01-01", 5, "2023-12-31", "ordinary"],
    ["2024-01-01", 5, "2024-01-01", "free-newborn-years"],
    ["2023-01-01", 4, "2023-06-01", "free-newborn-years"],
    ["2023-01-01", 3, "2023-06-01", "ordinary"],
  ])("since %s, for %i years: whoever was born on %s pays in April 2026 as %s", (from, years, birth, expected) => {
    expect(pays(from, years, birth)).toBe(expected);
  });
});
