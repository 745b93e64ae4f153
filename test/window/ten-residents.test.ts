// Ten typical residents as a clerk would take them, by keyboard alone: the answers, the keys that each needs, and the time those take.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "../../build/setup/child.mjs";
import { checkCharacter } from "../../shared/identity/id-number.ts";
import { type StartedApplication, startApplication } from "./application.ts";

/** Keystroke-level model (Card, Moran, Newell): a practised typist's key, and the thought before each field. */
const SECONDS_PER_KEY = 0.2;
const SECONDS_PER_FIELD = 1.35;
const LIMIT_SECONDS = 30;

const DOCUMENT = path.join(projectRoot, "docs/keystrokes.md");

type Step =
  /** typed into the field as it stands */
  | { readonly type: string }
  /** a Chinese name: counted as its pinyin and one key to choose */
  | { readonly name: string; readonly pinyin: string }
  | { readonly press: string };

interface Resident {
  readonly who: string;
  readonly steps: readonly Step[];
  readonly shows: Readonly<Record<string, string>>;
}

/** An invented number: the area code 622301 is abolished, and the check digit is right. */
const idNumber = (birth: string): string => {
  const first = `622301${birth}002`;
  return `${first}${checkCharacter(first)}`;
};
const enter: Step = { press: "Enter" };
const skip = (fields: number): readonly Step[] => Array.from({ length: fields }, () => enter);
const person = (birth: string): readonly Step[] => [
  { type: idNumber(birth) },
  enter,
  { name: "王桂兰", pinyin: "wangguilan" },
  enter,
];
const township: readonly Step[] = [{ type: "hyz" }, enter];
const identity = (...initials: readonly string[]): readonly Step[] => [
  ...initials.flatMap((text): readonly Step[] => [{ type: text }, enter]),
  enter,
];
const noIdentity: readonly Step[] = skip(1);
const noGroup: readonly Step[] = skip(1);
const continuous: readonly Step[] = [{ press: "y" }, enter];
const missedLastYear: readonly Step[] = [{ press: "n" }, enter, enter];
const paid = (day: string): readonly Step[] => [{ type: day }];

const RESIDENTS: readonly Resident[] = [
  {
    who: "普通居民，集中缴费期",
    steps: [...person("19800501"), ...township, ...noIdentity, ...noGroup, ...continuous, ...paid("20241103")],
    shows: { "payable-figure": "400.00", "start-figure": "2025-01-01" },
  },
  {
    who: "农村低保一二类，补充缴费期",
    steps: [...person("19620210"), ...township, ...identity("ncdbye"), ...noGroup, ...continuous, ...paid("20250115")],
    shows: { "payable-figure": "90.00", "start-figure": "2025-04-15" },
  },
  {
    who: "普通居民，补充缴费期",
    steps: [...person("19751231"), ...township, ...noIdentity, ...noGroup, ...continuous, ...paid("20250228")],
    shows: { "payable-figure": "400.00", "start-figure": "2025-05-29" },
  },
  {
    who: "特困人员，集中缴费期",
    steps: [...person("19491001"), ...township, ...identity("tkry"), ...noGroup, ...continuous, ...paid("20241225")],
    shows: { "payable-figure": "0.00", "start-figure": "2025-01-01" },
  },
  {
    who: "2024 年断保，补充缴费期",
    steps: [...person("19900606"), ...township, ...noIdentity, ...noGroup, ...missedLastYear, ...paid("20250110")],
    shows: { "payable-figure": "400.00", "start-figure": "2025-04-10" },
  },
  {
    who: "2024 年断保，集中缴费期：两种理解",
    steps: [...person("19900606"), ...township, ...noIdentity, ...noGroup, ...missedLastYear, ...paid("20241110")],
    shows: { "payable-figure": "400.00", start: "待医保部门明确" },
  },
  {
    who: "当年退役军人，缴费期后",
    steps: [
      ...person("20010808"),
      ...township,
      ...noIdentity,
      { type: "tyjr" },
      enter,
      enter,
      { type: "20250530" },
      enter,
      ...continuous,
      ...paid("20250620"),
    ],
    shows: { "payable-figure": "400.00", start: "起始日未载明" },
  },
  {
    who: "缴费期后的普通居民",
    steps: [...person("19851120"), ...township, ...noIdentity, ...noGroup, ...continuous, ...paid("20250310")],
    shows: { "payable-figure": "400.00", start: "无" },
  },
  {
    who: "新生儿，无身份证号",
    steps: [
      enter,
      { type: "20250301" },
      enter,
      { name: "王小宝", pinyin: "wangxiaobao" },
      enter,
      ...township,
      ...noIdentity,
      ...noGroup,
      enter,
      ...paid("20250420"),
    ],
    shows: { "payable-figure": "400.00", start: "起始日未载明" },
  },
  {
    who: "低保三四类又是已脱贫人口，补充缴费期",
    steps: [
      ...person("19680313"),
      ...township,
      ...identity("ncdbss", "ytp"),
      ...noGroup,
      ...continuous,
      ...paid("20250120"),
    ],
    shows: { "payable-figure": "150.00", "start-figure": "2025-04-20" },
  },
];

const keysOf = (steps: readonly Step[]): number =>
  // Two more at the end: Ctrl+P opens the slip, Enter prints it.
  steps.reduce(
    (sum, step) => sum + ("type" in step ? step.type.length : "name" in step ? step.pinyin.length + 1 : 1),
    2,
  );
const fieldsOf = (steps: readonly Step[]): number =>
  steps.filter((step) => "press" in step && step.press === "Enter").length + 1;
const secondsOf = (steps: readonly Step[]): number =>
  keysOf(steps) * SECONDS_PER_KEY + fieldsOf(steps) * SECONDS_PER_FIELD;
/** Once the coverage year is over a key that names it has to be pressed before the slip: one more key, one more thought. */
const SECONDS_FOR_PAST_YEAR = SECONDS_PER_KEY + SECONDS_PER_FIELD;
const pastSecondsOf = (steps: readonly Step[]): number => secondsOf(steps) + SECONDS_FOR_PAST_YEAR;

/** The page of the documents, made from the residents: the counts cannot drift from what the window takes. */
function documentOf(): string {
  const rows = RESIDENTS.map(
    ({ who, steps }) =>
      `| ${who} | ${keysOf(steps)} | ${fieldsOf(steps)} | ${secondsOf(steps).toFixed(1)} | ${keysOf(steps) + 1} | ${pastSecondsOf(steps).toFixed(1)} |`,
  );
  return [
    "# Keys and seconds for ten residents",
    "",
    "Each resident is taken by keyboard alone, from the ID number to the printed slip, by `test/window/ten-residents.test.ts` on the real window;",
    "the counts below are what that test types. A Chinese name counts as its pinyin and one key to choose.",
    `Seconds are those of the keystroke-level model: ${SECONDS_PER_KEY} s a key (a practised typist), ${SECONDS_PER_FIELD} s of thought before each field;`,
    "the resident's own answering is not in them. The payment day is counted as typed, though today stands there already.",
    "Inside its coverage year a slip asks nothing more. Once the year is over a key that names it has to be pressed first: one Enter and one thought more,",
    "which the last two columns count. The test itself runs after the year's end and presses it. The limit is 30 seconds in either case.",
    "",
    "| resident | keys | fields | seconds | keys, year over | seconds, year over |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

let app: StartedApplication;

beforeAll(async () => {
  app = await startApplication();
  await app.page.getByTestId("id-number").waitFor();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.page.keyboard.press("Control+n");
  await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
});
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

describe("ten residents by keyboard", () => {
  test.each(RESIDENTS.map((resident) => [resident.who, resident] as const))("%s", async (_who, { steps, shows }) => {
    for (const step of steps) {
      if ("press" in step) await app.page.keyboard.press(step.press);
      else await app.page.keyboard.type("type" in step ? step.type : step.name);
    }
    for (const [testId, expected] of Object.entries(shows)) {
      await app.page.getByTestId(testId).filter({ hasText: expected }).waitFor({ timeout: 5000 });
    }
    expect(pastSecondsOf(steps)).toBeLessThan(LIMIT_SECONDS);
    await app.page.keyboard.press("Control+p");
    await app.page.getByTestId("print-dialog").waitFor();
    // 2025 is over: the key that names it has the focus, and one Enter is all that it takes.
    await app.page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "past-year-accept");
    await app.page.keyboard.press("Enter");
    // Enter prints: the button has the focus, so that no further key is needed.
    await app.page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "print-now");
    await app.page.keyboard.press("Escape");
    await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
  });

  test("stand in the documents as they are", () => {
    if (process.env["CANBAO_WRITE_DOCS"] === "1") writeFileSync(DOCUMENT, documentOf());
    expect(readFileSync(DOCUMENT, "utf8")).toBe(documentOf());
  });
});
