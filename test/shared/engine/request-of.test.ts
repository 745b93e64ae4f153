// A checked case back to the request that stands for it: what a slip keeps has to bring back the same resident.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../../shared/engine/case.ts";
import { parseCase, parseRequest } from "../../../shared/engine/request.ts";
import { requestOf } from "../../../shared/engine/request-of.ts";
import { tableOf } from "../../bundled.ts";
import { adult } from "./adult.ts";
import { requests, runs } from "./residents.ts";

function caseOf(request: unknown): Case {
  const parsed = parseRequest(request);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const resident = parseCase(parsed.value, tableOf(parsed.value.ruleSet));
  if (!resident.ok) throw new Error(resident.error.message);
  return resident.value;
}

/** Without the claims' places: of a claim made twice the request names one. */
const withoutPlaces = (resident: Case) => ({
  ...resident,
  claims: resident.claims.map(({ group, event }) => ({ group: group.id, event })),
});

describe("the request that stands for a resident", () => {
  it("brings back the same resident, whatever is known", () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const resident = caseOf(request);
        const again = caseOf(JSON.parse(JSON.stringify(requestOf(resident, tableOf(request.ruleSet)))));
        expect(withoutPlaces(again)).toEqual(withoutPlaces(resident));
      }),
      { seed: 20_250_101, numRuns: runs(600) },
    );
  });

  it("names what was told of somebody with every fact, and nothing else", () => {
    const told = {
      ...adult,
      categories: ["dibao"],
      missedYears: [2025],
      groups: [{ group: "freshman" }, { group: "employee-to-resident", eventDate: "2025-12-20" }],
      recognisedElsewhere: true,
      otherSponsor: true,
      standing: "student",
      parentInsured: false,
      recognisedOn: "2026-01-10",
      employeeMonths: 0,
      repairedYears: 1,
      continuousYears: 4,
      claimFreeLastYear: true,
      lastYearWaitTo: "2026-01-25",
    };
    const request = {
      ruleSet: "hunan/2026",
      county: "430423",
      paidOn: "2026-02-01",
      resident: told,
      admittedOn: "2026-07-01",
      interpretations: { "exempt-start": "next-day" },
    };
    expect(requestOf(caseOf(request), tableOf("hunan/2026"))).toEqual(request);
  });

  it("leaves out what nobody knows", () => {
    const request = requestOf(
      caseOf({ ruleSet: "hunan/2026", paidOn: "2026-02-01", resident: {} }),
      tableOf("hunan/2026"),
    );
    expect(request).toEqual({
      ruleSet: "hunan/2026",
      paidOn: "2026-02-01",
      resident: { groups: [], recognisedElsewhere: false, otherSponsor: false, standing: "registered" },
    });
  });
});
