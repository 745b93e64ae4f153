// A question that cannot be answered is refused with the place of the fault and what may stand there.
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { RequestSchema } from "../../../shared/engine/request.ts";
import { tables } from "../../bundled.ts";
import { adult } from "./adult.ts";

const sound = { ruleSet: "gansu/2025", county: "620602", paidOn: "2025-01-15", resident: adult };
const IDENTITIES = [...(tables.get("gansu/2025")?.categories.keys() ?? [])].join(", ");
const GROUPS = [...(tables.get("gansu/2025")?.groupById.keys() ?? [])].join(", ");
const QUESTIONS = [...(tables.get("gansu/2025")?.questions.keys() ?? [])].join(", ");
const RULE_SETS = [...tables.keys()].sort().join(", ");
const RESIDENT_KEYS = Object.keys(RequestSchema.shape.resident.shape).join(", ");

function refusal(request: unknown): unknown {
  const answer = answerRequest(request, tables);
  return answer.ok ? "answered" : answer.error;
}

const ONE_REQUEST =
  'one request, like {"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"categories":[],"missedYears":[]}}';

type Row = readonly [what: string, request: unknown, code: string, path: string, message: string];

describe("refused", () => {
  it.each<Row>([
    [
      "a list instead of a request",
      [],
      "bad-shape",
      "",
      `expected an object in braces, found a list; write ${ONE_REQUEST}`,
    ],
    ["nothing at all", undefined, "bad-shape", "", `missing; expected an object in braces; write ${ONE_REQUEST}`],
    [
      "no day of payment",
      { ruleSet: "gansu/2025", resident: adult },
      "missing",
      "paidOn",
      '"paidOn" is required; write the day of payment, in quotes, like "2025-01-15"',
    ],
    [
      "no resident",
      { ruleSet: "gansu/2025", paidOn: "2025-01-15" },
      "missing",
      "resident",
      '"resident" is required; write what is known of the resident, like {"birthDate":"1980-05-01","categories":[],"missedYears":[]}',
    ],
    [
      "a special group without its name",
      { ...sound, resident: { ...adult, groups: [{ group: "newborn" }, { eventDate: "2025-01-01" }] } },
      "missing",
      "resident.groups[1].group",
      '"resident.groups[1].group" is required; write the id of a special group, in quotes, like "newborn"',
    ],
    [
      "null for the day of payment",
      { ...sound, paidOn: null },
      "bad-shape",
      "paidOn",
      'expected a text in quotes, found null; write the day of payment, in quotes, like "2025-01-15"',
    ],
    [
      "a number for an identity",
      { ...sound, resident: { ...adult, categories: ["orphan", 0] } },
      "bad-shape",
      "resident.categories[1]",
      'expected a text in quotes, found the number 0; write the id of an aid identity, in quotes, like "rural-dibao-1-2"',
    ],
    [
      "a missed year with more digits than numbers have",
      { ...sound, resident: { ...adult, missedYears: [JSON.parse("1e400")] } },
      "bad-shape",
      "resident.missedYears[0]",
      "expected a number, found a number beyond all bounds; write a year without quotes, like 2024",
    ],
    [
      "a standing that nobody knows",
      { ...sound, resident: { ...adult, standing: "visitor" } },
      "bad-shape",
      "resident.standing",
      'expected one of "registered", "residence-permit", "student", "employee", found the text "visitor"; write one of them in quotes, like "registered"',
    ],
    [
      "an unknown key of a group",
      { ...sound, resident: { ...adult, groups: [{ group: "newborn", since: "2025-01-01" }] } },
      "unknown-key",
      "resident.groups[0].since",
      'unknown key "since"; known keys: group, eventDate; correct its spelling or leave it out',
    ],
    [
      "an unknown key of the resident",
      { ...sound, resident: { ...adult, name: "x" } },
      "unknown-key",
      "resident.name",
      `unknown key "name"; known keys: ${RESIDENT_KEYS}; correct its spelling or leave it out`,
    ],
    [
      "a day of payment that the calendar does not have",
      { ...sound, paidOn: "2025-02-30" },
      "bad-date",
      "paidOn",
      '"2025-02-30" is no date; write a real day as YYYY-MM-DD, like 2025-01-15',
    ],
    [
      "a birth date that is a word",
      { ...sound, resident: { ...adult, birthDate: "yesterday" } },
      "bad-date",
      "resident.birthDate",
      '"yesterday" is no date; write a real day as YYYY-MM-DD, like 2025-01-15',
    ],
    [
      "an empty admission",
      { ...sound, admittedOn: "" },
      "bad-date",
      "admittedOn",
      '"" is no date; write a real day as YYYY-MM-DD, like 2025-01-15',
    ],
    [
      "an event in no month",
      { ...sound, resident: { ...adult, groups: [{ group: "discharged-soldier", eventDate: "2025-13-01" }] } },
      "bad-date",
      "resident.groups[0].eventDate",
      '"2025-13-01" is no date; write a real day as YYYY-MM-DD, like 2025-01-15',
    ],
    [
      "a birth on the day after the payment",
      { ...sound, resident: { ...adult, birthDate: "2025-01-16" } },
      "birth-after-payment",
      "resident.birthDate",
      "2025-01-16 is after the payment on 2025-01-15; check both dates",
    ],
    [
      "a county of another province",
      { ...sound, county: "360102" },
      "county-outside",
      "county",
      "360102 is no county of gansu/2025; it covers county codes (GB/T 2260) that begin with 62, like 620102",
    ],
    [
      "Wutai Mountain's scenic area, which is no county of Xinzhou's fourteen though its code begins alike",
      { ...sound, ruleSet: "xinzhou/2025", county: "140971" },
      "county-outside",
      "county",
      "140971 is no county of xinzhou/2025; it covers 140902, 140921, 140922, 140923, 140924, 140925, 140926, 140927, 140928, 140929, 140930, 140931, 140932, 140981",
    ],
    [
      "an identity of another rule set",
      { ...sound, resident: { ...adult, categories: ["orphan", "full-aid"] } },
      "unknown-category",
      "resident.categories[1]",
      `"full-aid" is no aid identity of gansu/2025; it has ${IDENTITIES}`,
    ],
    [
      "a group of another rule set",
      { ...sound, resident: { ...adult, groups: [{ group: "newborn" }, { group: "religious-staff" }] } },
      "unknown-group",
      "resident.groups[1].group",
      `"religious-staff" is no special group of gansu/2025; it has ${GROUPS}`,
    ],
    [
      "the coverage year itself as a missed year",
      { ...sound, resident: { ...adult, missedYears: [2024, 2025] } },
      "missed-year-future",
      "resident.missedYears[1]",
      "2025 is not before coverage year 2025; a missed year lies before it",
    ],
    [
      "a missed year before there was such insurance",
      { ...sound, resident: { ...adult, missedYears: [1899] } },
      "bad-shape",
      "resident.missedYears[0]",
      "1899 is no coverage year of this insurance; write a year like 2024, or leave it out",
    ],
    [
      "a missed year named twice",
      { ...sound, resident: { ...adult, missedYears: [2023, 2024, 2023] } },
      "missed-year-repeated",
      "resident.missedYears[2]",
      "2023 stands twice; name each missed year once",
    ],
    [
      "a question that nobody asked",
      { ...sound, interpretations: { "wait-unit": "day", moon: "full" } },
      "unknown-interpretation",
      "interpretations.moon",
      `"moon" is no interpretation of gansu/2025; it has ${QUESTIONS}`,
    ],
    [
      "an option that the question does not have",
      { ...sound, interpretations: { "wait-unit": "week" } },
      "unknown-option",
      "interpretations.wait-unit",
      '"week" is no option; allowed: day, month',
    ],
  ])("%s", (_, request, code, path, message) => {
    expect(refusal(request)).toEqual({ code, path, message });
  });

  it("a rule set of a place that nobody entered, with those at hand", () => {
    expect(refusal({ ...sound, ruleSet: "guangdong/2025" })).toMatchObject({
      code: "unknown-rule-set",
      path: "ruleSet",
      message: `no rule set "guangdong/2025"; known: ${RULE_SETS}.`,
    });
  });

  it("a year whose notice nobody entered, and no other year stands in for it", () => {
    const gansu = [...tables.keys()].filter((id) => id.startsWith("gansu/")).sort();
    const answer = answerRequest({ ...sound, ruleSet: "gansu/1999" }, tables);
    if (answer.ok) throw new Error("answered");
    expect(answer.error).toMatchObject({
      code: "missing-year",
      path: "ruleSet",
      missing: { jurisdiction: "gansu", coverageYear: 1999, facts: [], have: gansu },
    });
    expect(answer.error.message).toContain(`There is ${gansu.join(", ")}; no year stands in for another`);
  });
});

describe("answered", () => {
  it("with its own number, and without one where it has none", () => {
    const numbered = answerRequest({ ...sound, id: "A-17" }, tables);
    expect(numbered.ok && numbered.result.id).toBe("A-17");
    for (const id of [undefined, null]) {
      const answer = answerRequest({ ...sound, id }, tables);
      expect(answer.ok && "id" in answer.result).toBe(false);
    }
  });

  it("a birth on the day of payment", () => {
    expect(refusal({ ...sound, resident: { ...adult, birthDate: "2025-01-15" } })).toBe("answered");
  });

  it("a missed year long ago", () => {
    expect(refusal({ ...sound, resident: { ...adult, missedYears: [1900] } })).toBe("answered");
  });

  it("the same claim twice as one claim, and with another day as two", () => {
    const claim = { group: "discharged-soldier", eventDate: "2025-01-02" };
    const told = (groups: readonly object[]): readonly unknown[] => {
      const answer = answerRequest({ ...sound, resident: { ...adult, groups } }, tables);
      return answer.ok ? answer.result.trace.filter(({ step, in: facts }) => step === "group" && facts["event"]) : [];
    };
    expect(told([claim])).toHaveLength(1);
    expect(told([claim, claim])).toHaveLength(1);
    expect(told([claim, { ...claim, eventDate: "2023-01-02" }])).toHaveLength(2);
  });
});
