// The same resident in every time zone and language: a date that moves by a day costs somebody a hospital bill.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pinnedNode, projectRoot } from "../../../build/setup/child.mjs";

const requests = [
  ["1962-02-10", "2025-01-15", ["rural-dibao-1-2"]],
  ["1980-05-01", "2024-11-03", []],
  ["1975-12-31", "2025-02-28", []],
  ["2025-03-01", "2025-04-20", []],
  ["2024-02-29", "2024-12-25", []],
]
  .map(([birthDate, paidOn, categories]) =>
    JSON.stringify({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn,
      resident: { birthDate, categories, missedYears: [] },
    }),
  )
  .join("\n");

const answers = (env: Readonly<Record<string, string>>): string =>
  execFileSync(pinnedNode(), [path.join(projectRoot, "electron/cli/calc.ts"), "evaluate"], {
    input: `${requests}\n`,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });

const here = answers({ TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" });

test("the answers are those of the notices", () => {
  expect(here).toContain('"2025-04-15"');
  expect(here.trim().split("\n")).toHaveLength(5);
});

test.each([
  ["Pacific/Kiritimati", "en_US.UTF-8"],
  ["Pacific/Pago_Pago", "C"],
  ["America/St_Johns", "tr_TR.UTF-8"],
  ["Asia/Kathmandu", "ar_SA.UTF-8"],
  ["Europe/Berlin", "de_DE.UTF-8"],
  ["Asia/Urumqi", "th_TH.UTF-8"],
  ["Antarctica/Troll", "fa_IR.UTF-8"],
  ["", ""],
])(
  "are the same to the letter in %s, %s",
  (TZ, LANG) => {
    expect(answers({ TZ, LANG, LC_ALL: LANG })).toBe(here);
  },
  30_000,
);

test("and the command line, as the window, asks no clock at all to answer", () => {
  const source = readFileSync(path.join(projectRoot, "shared/engine/evaluate.ts"), "utf8");
  expect(source).not.toMatch(/Date\b(?!.*type)|Temporal\.Now/);
});
