// Every field of the form has help in both languages, and what it says of the rules is the rule set's own.

import { describe, expect, test } from "vitest";
import { describeLoaded } from "../../../electron/policies/describe.ts";
import { FIELDS } from "../../../renderer/assess/draft.ts";
import { fieldHelp, HELP_TOPICS, topicOf } from "../../../shared/help/field-help.ts";
import chinese from "../../../shared/locales/zh-CN/help.json" with { type: "json" };
import { bundled } from "../../bundled.ts";

const ruleSets = [...bundled.ruleSets].map(([id, loaded]) => [id, describeLoaded(loaded)] as const);
const gansu = ruleSets.find(([id]) => id === "gansu/2025")?.[1];
const xinzhou = ruleSets.find(([id]) => id === "xinzhou/2025")?.[1];

test("every field of the form has a topic, and every topic its words", () => {
  expect(FIELDS.filter((field) => topicOf(field) === null)).toEqual([]);
  expect(Object.keys(chinese.field).sort()).toEqual([...HELP_TOPICS].sort());
});

describe("in Gansu", () => {
  const help = (field: string) => {
    if (gansu === undefined) throw new Error("no gansu/2025");
    return fieldHelp(field, gansu);
  };

  test("the aid identities come with annex 2", () => {
    expect(help("categories").rules.map(({ cite }) => cite.article)).toContain("附表2");
  });
  test("the payment day comes with its periods and how the wait is counted", () => {
    const { rules, readings } = help("paidOn");
    expect(rules.length).toBeGreaterThanOrEqual(3);
    expect(readings.map(({ id }) => id)).toContain("wait-counts-payment-day");
    expect(readings[0]?.option?.zh).toBe("缴费当日计入");
  });
  test("the day of a soldier's discharge comes with that group's rule alone", () => {
    expect(help("event-discharged-soldier").rules).toHaveLength(1);
  });
  test("a field nobody wrote about has nothing to say", () => {
    expect(help("nothing")).toEqual({ rules: [], readings: [] });
  });
});

test("thirteen groups that rest on one sentence show it once", () => {
  if (xinzhou === undefined) throw new Error("no xinzhou/2025");
  expect(fieldHelp("groups", xinzhou).rules).toHaveLength(1);
});

test.each(ruleSets)("in %s every line names document and article", (_, rules) => {
  for (const topic of HELP_TOPICS) {
    for (const { cite } of [...fieldHelp(topic, rules).rules, ...fieldHelp(topic, rules).readings]) {
      expect(cite.document).not.toBe("");
      expect(cite.article).not.toBe("");
    }
  }
});
