// Amounts on a slip: figures with separators, exact sums, and 人民币大写 as a bank writes it.
import fc from "fast-check";
import Nzh from "nzh";
import { describe, expect, test } from "vitest";
import { amountInWords, figures, sum } from "../../../shared/slip/amount.ts";

describe("an amount in words", () => {
  test.each([
    ["0.00", "零元整"],
    ["90.00", "玖拾元整"],
    ["10.00", "壹拾元整"],
    ["116.80", "壹佰壹拾陆元捌角整"],
    ["17.20", "壹拾柒元贰角整"],
    ["1070.00", "壹仟零柒拾元整"],
    ["3070.00", "叁仟零柒拾元整"],
    ["10005.00", "壹万零伍元整"],
    ["1000000.05", "壹佰万元零伍分"],
    ["0.05", "伍分"],
    ["123456.78", "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"],
  ])("%s is %s", (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });

  test("reads back as the amount it was written from, and only a 分 leaves it open at the end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (fen) => {
        const amount = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
        const words = amountInWords(amount);
        expect(readBack(words)).toBe(fen);
        expect(words.endsWith("整") || words.endsWith("分")).toBe(true);
      }),
    );
  });
});

describe("an amount in figures", () => {
  test.each([
    ["0.00", "0.00"],
    ["400.00", "400.00"],
    ["1070.00", "1,070.00"],
    ["1000000.05", "1,000,000.05"],
  ])("%s stands as %s", (amount, printed) => {
    expect(figures(amount)).toBe(printed);
  });
});

test("a household's sum is exact where floats are not", () => {
  expect(sum(["116.80", "116.80", "116.80"])).toBe("350.40");
  expect(sum(["0.10", "0.20"])).toBe("0.30");
  expect(sum([])).toBe("0.00");
});

/** 元, 角 and 分 decoded one after the other: independent of how the whole was put together. */
function readBack(words: string): number {
  const [, yuan, jiao, fen] = /^(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/u.exec(words) ?? [];
  const digit = (text: string | undefined): number => (text === undefined ? 0 : Number(Nzh.cn.decodeB(text)));
  return digit(yuan) * 100 + digit(jiao) * 10 + digit(fen);
}
