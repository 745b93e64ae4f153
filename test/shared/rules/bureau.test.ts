// A bureau's decisions on readings: the last one on a question holds, and nobody settles a question by leaving it open.
import { describe, expect, it } from "vitest";
import { BureauFile, DecisionSchema, settlementsOf, settles } from "../../../shared/rules/bureau.ts";

const about = { at: "2025-01-06", ruleSet: "gansu/2025", interpretation: "gap-counted-from", enteredBy: "王" };
const written = { option: "any-year", issuer: "武威市医疗保障局", document: "武医保函〔2025〕3号" };
const settled = { action: "settle" as const, ...about, ...written };
const withdrawn = { action: "withdraw" as const, ...about };

describe("decisions of a bureau", () => {
  it("hold with issuer and document, without the blanks around them", () => {
    expect(settlementsOf([{ ...settled, issuer: " 武威市医疗保障局 ", document: "武医保函〔2025〕3号 " }])).toEqual({
      "gansu/2025": { "gap-counted-from": written },
    });
  });

  it("are all in force: two questions of one rule set, and one of another", () => {
    const other = { ...settled, interpretation: "month-end" };
    const elsewhere = { ...settled, ruleSet: "xinzhou/2025" };
    expect(settlementsOf([settled, other, elsewhere])).toEqual({
      "gansu/2025": { "gap-counted-from": written, "month-end": written },
      "xinzhou/2025": { "gap-counted-from": written },
    });
  });

  it("give way to a later one on the same question", () => {
    const later = { ...written, option: "2025", document: "武医保函〔2025〕9号" };
    expect(settlementsOf([settled, { ...settled, ...later }])["gansu/2025"]).toEqual({ "gap-counted-from": later });
  });

  it("hold no more once withdrawn, until settled again", () => {
    expect(settlementsOf([settled, withdrawn])).toEqual({ "gansu/2025": {} });
    expect(settlementsOf([withdrawn, settled])["gansu/2025"]).toEqual({ "gap-counted-from": written });
  });

  it.each([
    ["any-year", true],
    ["not-settled", false],
    ["not-stated", false],
  ])("by the option %s settle the question: %s", (option, expected) => {
    expect(settles(option)).toBe(expected);
  });
});

describe("the form of a decision", () => {
  it("of a settlement and of a withdrawal is taken", () => {
    expect(DecisionSchema.parse(settled)).toEqual(settled);
    expect(DecisionSchema.parse(withdrawn)).toEqual(withdrawn);
  });

  it.each(["2025-01-06", "2025-01-06T09:30:00Z", "2025-01-06T09:30:00.125Z"])("takes the time %s", (at) => {
    expect(DecisionSchema.safeParse({ ...settled, at }).success).toBe(true);
  });

  it.each([
    "6.1.2025",
    "12025-01-06",
    "2025-01-06 09:30:00",
    "2025-01-06T09:30:00",
    "2025-01-06T09:30:00.1Z",
    "2025-01-06T9:30:00Z",
    "2025-01-06T09:3:00Z",
    "2025-01-06T09:30:0Z",
    "2025-1-06",
    "2025-01-6",
    "225-01-06",
    "2025-01-06TZ",
    "2025-01-06T09:30:00Zz",
  ])("refuses the time %s and says how it is written", (at) => {
    const parsed = DecisionSchema.safeParse({ ...settled, at });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["at", "a day as YYYY-MM-DD, or an instant as YYYY-MM-DDThh:mm:ssZ"],
    ]);
  });

  it.each(["ruleSet", "interpretation", "option", "issuer", "document"])(
    "names its %s: neither blank nor left out",
    (key) => {
      const messageOf = (value: unknown) =>
        DecisionSchema.safeParse({ ...settled, [key]: value }).error?.issues.map(({ path, message }) => [
          path[0],
          message,
        ]);
      expect(messageOf("  ")).toEqual([[key, "must not be blank"]]);
      expect(messageOf(undefined)).toHaveLength(1);
      expect(messageOf("字".repeat(200))).toBeUndefined();
      expect(messageOf("字".repeat(201))).toHaveLength(1);
    },
  );

  it("need not say who entered it, in 60 characters at most", () => {
    const { enteredBy: _, ...nobody } = settled;
    expect(DecisionSchema.parse(nobody)).toEqual({ ...settled, enteredBy: "" });
    expect(DecisionSchema.safeParse({ ...settled, enteredBy: "王".repeat(60) }).success).toBe(true);
    expect(DecisionSchema.safeParse({ ...settled, enteredBy: "王".repeat(61) }).success).toBe(false);
  });

  it("has no field that nobody reads", () => {
    expect(DecisionSchema.safeParse({ ...settled, reason: "x" }).success).toBe(false);
    expect(DecisionSchema.safeParse({ ...withdrawn, option: "2025" }).success).toBe(false);
  });

  it("in a file: an empty one is a file without decisions, another format is refused", () => {
    expect(BureauFile.parse({})).toEqual({ format: "canbao-bureau/1", decisions: [] });
    expect(BureauFile.safeParse({ format: "canbao-bureau/2", decisions: [] }).success).toBe(false);
    expect(BureauFile.safeParse({ decisions: [], more: 1 }).success).toBe(false);
  });
});
