// calc evaluate --settings: a bureau's decisions on the command line, in the form in which the window keeps them.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HELP } from "../../../electron/cli/help.ts";
import { answersOf, evaluateHere } from "./calc.ts";

const LINE = '{"ruleSet":"gansu/2025","paidOn":"2024-11-20","resident":{"categories":[],"missedYears":[2024]}}\n';
/** The file as the manual prints it: what a reader copies has to work. */
const EXAMPLE = HELP.slice(HELP.indexOf('{"format"'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-calc-settings-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function evaluateWith(text: string) {
  const file = path.join(folder, "bureau.json");
  writeFileSync(file, text);
  return evaluateHere(["--settings", file], LINE);
}

test("the manual's own example settles the question, and the result names who and where", async () => {
  const ran = await evaluateWith(EXAMPLE);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const [answer] = answersOf(ran);
  expect(answer).toMatchObject({ benefit: { kind: "exact", start: "2025-04-01" } });
  expect(JSON.stringify(answer?.["interpretations"])).toContain("武医保函〔2025〕3号");
});

test("without a file the question stays open", async () => {
  expect(answersOf(await evaluateHere([], LINE))).toMatchObject([{ benefit: { kind: "undetermined" } }]);
});

test("a decision that fits nothing is named, the line is answered", async () => {
  const ran = await evaluateWith(EXAMPLE.replace("any-year", "some-year"));
  expect(ran.code).toBe(0);
  expect(ran.stderr).toMatch(
    /^settings for gansu\/2025: gap-counted-from\.option: unknown option "some-year"; allowed/,
  );
  expect(answersOf(ran)).toMatchObject([{ benefit: { kind: "undetermined" } }]);
});

test.each([
  ["no JSON", "{", /^bureau\.json: /],
  ["a key twice", '{"decisions":[],"decisions":[]}', /^bureau\.json: .*twice|duplicate/i],
  [
    "no document",
    EXAMPLE.replace("武医保函〔2025〕3号", " "),
    /^bureau\.json: decisions\[0\]\.document: must not be blank/,
  ],
])("a file with %s is refused with file and place, and nothing is answered", async (_what, text, says) => {
  const ran = await evaluateWith(text);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toMatch(says);
});

test("a file that is not there is said", async () => {
  const ran = await evaluateHere(["--settings", path.join(folder, "none.json")], LINE);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("none.json: cannot be read");
});
