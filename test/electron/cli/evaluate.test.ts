// `calc evaluate`: one answer a line in the order of the questions; a bad line answers with its error and stops nothing.

import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { answersOf, CALC, calc, evaluateHere } from "./calc.ts";

const resident = { categories: [], missedYears: [] };
const good = (id: string, paidOn = "2025-01-15"): string =>
  JSON.stringify({ id, ruleSet: "gansu/2025", paidOn, resident });

describe("evaluate", () => {
  it("answers every line in its order with its own id and leaves with 0", async () => {
    const lines = Array.from({ length: 200 }, (_, at) =>
      good(`resident ${at}`, at % 2 === 0 ? "2024-11-03" : "2025-01-15"),
    );
    const ran = await evaluateHere([], `${lines.join("\n")}\n`);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const answers = answersOf(ran);
    expect(answers.map((answer) => answer["id"])).toEqual(lines.map((_, at) => `resident ${at}`));
    expect(answers.map((answer) => (answer["benefit"] as { start: string }).start)).toEqual(
      lines.map((_, at) => (at % 2 === 0 ? "2025-01-01" : "2025-04-15")),
    );
  });

  it("answers the good lines around a bad one, names line and path, and leaves with 1", async () => {
    const input = [
      good("first"),
      "{not json",
      JSON.stringify({ id: "third", ruleSet: "gansu/2025", paidOn: "2025-02-30", resident }),
      JSON.stringify({ id: "fourth", ruleSet: "gansu/2027", paidOn: "2025-01-15", resident }),
      JSON.stringify({
        id: "fifth",
        ruleSet: "gansu/2025",
        paidOn: "2025-01-15",
        resident: { categories: ["full-aid"] },
      }),
      JSON.stringify({ id: "sixth", ruleSet: "gansu/2025", paidOn: "2025-01-15", resident, colour: "red" }),
      JSON.stringify({ id: 7, ruleSet: "gansu/2025", paidOn: "2025-01-15", resident }),
      '"a text"',
      good("last"),
    ].join("\n");
    const ran = await evaluateHere([], input);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    const answers = answersOf(ran);
    expect(answers).toHaveLength(9);
    expect(answers.map((answer) => answer["id"] ?? null)).toEqual([
      "first",
      null,
      "third",
      "fourth",
      "fifth",
      "sixth",
      null,
      null,
      "last",
    ]);
    expect(answers[0]).toHaveProperty("benefit.start", "2025-04-15");
    expect(answers[8]).toHaveProperty("benefit.start", "2025-04-15");
    expect(answers.map((answer) => answer["error"] ?? null)).toEqual([
      null,
      { code: "bad-json", path: "", message: expect.stringMatching(/^line 2: not JSON: /) },
      {
        code: "bad-date",
        path: "paidOn",
        message: expect.stringMatching(/^line 3: "2025-02-30" is no date; write .* like 2025-01-15/),
      },
      {
        code: "missing-year",
        path: "ruleSet",
        message: expect.stringMatching(
          /^line 4: the notice of gansu for coverage year 2027 has not been entered.*24 yuan.*gansu\/2025.*no year stands in for another/,
        ),
        missing: expect.objectContaining({ jurisdiction: "gansu", coverageYear: 2027 }),
      },
      {
        code: "unknown-category",
        path: "resident.categories[0]",
        message: expect.stringMatching(/^line 5: .*it has extreme-poverty, orphan, /),
      },
      {
        code: "unknown-key",
        path: "colour",
        message: expect.stringMatching(/^line 6: .*known keys: id, ruleSet, county, paidOn/),
      },
      { code: "bad-shape", path: "id", message: expect.stringMatching(/^line 7: /) },
      { code: "bad-shape", path: "", message: expect.stringMatching(/^line 8: /) },
      null,
    ]);
  });

  it.each([
    [
      "a birth after the payment",
      { resident: { birthDate: "2025-01-16" } },
      "birth-after-payment",
      "resident.birthDate",
    ],
    [
      "a repeated missed year",
      { resident: { missedYears: [2024, 2023, 2024] } },
      "missed-year-repeated",
      "resident.missedYears[2]",
    ],
    [
      "a missed year that is not over",
      { resident: { missedYears: [2025] } },
      "missed-year-future",
      "resident.missedYears[0]",
    ],
    ["half a missed year", { resident: { missedYears: [2023.5] } }, "bad-shape", "resident.missedYears[0]"],
    [
      "a group of another province",
      { resident: { groups: [{ group: "moved-in" }] } },
      "unknown-group",
      "resident.groups[0].group",
    ],
    [
      "an event on 31 April",
      { resident: { groups: [{ group: "discharged-soldier", eventDate: "2025-04-31" }] } },
      "bad-date",
      "resident.groups[0].eventDate",
    ],
    ["a county of another province", { county: "360102" }, "county-outside", "county"],
    [
      "an interpretation that nobody knows",
      { interpretations: { "end-of-time": "soon" } },
      "unknown-interpretation",
      "interpretations.end-of-time",
    ],
    [
      "an option that nobody knows",
      { interpretations: { "within-edge": "perhaps" } },
      "unknown-option",
      "interpretations.within-edge",
    ],
    ["a standing that nobody knows", { resident: { standing: "visitor" } }, "bad-shape", "resident.standing"],
    ["no resident", { resident: undefined }, "missing", "resident"],
    ["no day of payment", { paidOn: undefined }, "missing", "paidOn"],
    ["a day with a time", { paidOn: "2025-01-15T08:00" }, "bad-date", "paidOn"],
    ["a day as a number", { paidOn: 20_250_115 }, "bad-shape", "paidOn"],
    ["a key of the resident that nobody knows", { resident: { shoeSize: 42 } }, "unknown-key", "resident.shoeSize"],
  ])("%s is an error that names the path", async (_what, change, code, path) => {
    const request = { id: "one", ruleSet: "gansu/2025", paidOn: "2025-01-15", resident, ...change };
    const ran = await evaluateHere([], JSON.stringify(request));
    expect(ran.code).toBe(1);
    expect(answersOf(ran)).toEqual([
      { id: "one", error: { code, path, message: expect.stringMatching(/^line 1: ./) } },
    ]);
  });

  it("reads lines with a byte order mark, CRLF ends, blanks between and no end at the last", async () => {
    const ran = await evaluateHere([], `\uFEFF${good("one")}\r\n\r\n   \n${good("two")}\r\n\n${good("three")}`);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(answersOf(ran).map((answer) => answer["id"])).toEqual(["one", "two", "three"]);
  });

  it("counts blank lines when it names a line", async () => {
    const ran = await evaluateHere([], `\n\n${good("one")}\n\n{}\n`);
    expect(JSON.stringify(answersOf(ran)[1])).toContain("line 5: ");
  });

  it("takes a line separator inside a text for what it is", async () => {
    const ran = await evaluateHere([], good("one\u2028two\u0085three"));
    expect(answersOf(ran).map((answer) => answer["id"])).toEqual(["one\u2028two\u0085three"]);
  });

  it("refuses a key that stands twice instead of choosing one", async () => {
    const line = good("one").replace('"missedYears":[]', '"missedYears":[],"missedYears":[2024]');
    expect(answersOf(await evaluateHere([], line))).toEqual([
      {
        id: "one",
        error: { code: "bad-json", path: "resident.missedYears", message: expect.stringContaining("twice") },
      },
    ]);
  });

  it("refuses a line in another encoding, and 3 MB without a line end, and goes on", async () => {
    const input = Buffer.concat([
      Buffer.from([0x7b, 0x22, 0xb8, 0xca, 0x22, 0x7d, 0x0a]),
      Buffer.alloc(3_000_000, "x"),
      Buffer.from(`\n${good("last")}\n`),
    ]);
    const ran = await evaluateHere([], input);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    const [encoding, long, last] = answersOf(ran);
    expect(encoding).toHaveProperty(
      "error.message",
      expect.stringMatching(/line 1: .*not UTF-8; save the file as UTF-8/),
    );
    expect(long).toHaveProperty("error.message", expect.stringMatching(/line 2: .*longer than 1000000 bytes/));
    expect(last).toHaveProperty("id", "last");
  });

  it("survives a line of 400,000 brackets", async () => {
    const deep = `{"ruleSet":${"[".repeat(400_000)}${"]".repeat(400_000)}}`;
    const ran = await evaluateHere([], `${deep}\n${good("last")}`);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(answersOf(ran)[1]).toHaveProperty("id", "last");
  });

  it("has nothing to say to no input", async () => {
    expect(await evaluateHere([])).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("refuses a file name where requests come on stdin, and options that nobody knows", async () => {
    expect(await evaluateHere(["requests.jsonl"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("requests come on stdin"),
    });
    expect(await evaluateHere(["--fast"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("known options: --policies"),
    });
  });

  it("as a command: reads stdin, writes stdout, leaves with 1 where a line is bad", { timeout: 60_000 }, async () => {
    const ran = await calc(["evaluate"], `${good("one")}\n{}\n${good("two")}\n`);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(answersOf(ran).map((answer) => answer["id"])).toEqual(["one", undefined, "two"]);
  });

  it("stops quietly when the reader has seen enough", { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [CALC, "evaluate"]);
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdin.on("error", () => {});
    const code = new Promise<number | null>((resolve) => child.on("close", resolve));
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(`${good("one")}\n`.repeat(20_000));
    expect(await code).toBe(0);
    expect(stderr).toBe("");
  });
});
