// A fault's place is said as the trade says it, with the file it lies in.
import { createInstance, type i18n } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import domainEn from "../../../shared/locales/en/domain.json" with { type: "json" };
import faultsEn from "../../../shared/locales/en/rule-faults.json" with { type: "json" };
import wordsEn from "../../../shared/locales/en/rule-words.json" with { type: "json" };
import domainZh from "../../../shared/locales/zh-CN/domain.json" with { type: "json" };
import faultsZh from "../../../shared/locales/zh-CN/rule-faults.json" with { type: "json" };
import wordsZh from "../../../shared/locales/zh-CN/rule-words.json" with { type: "json" };
import { faultyFiles } from "../../../shared/rules/fault.ts";
import { placeWords } from "../../../shared/rules/fault-place.ts";
import { ruleWords } from "../../../shared/rules/rule-words.ts";

const WORDS = {
  "zh-CN": ruleWords("zh-CN", { words: wordsZh, domain: domainZh }),
  en: ruleWords("en", { words: wordsEn, domain: domainEn }),
};

let texts: i18n;

beforeAll(async () => {
  texts = createInstance();
  await texts.init({
    ns: ["f"],
    defaultNS: "f",
    resources: { en: { f: faultsEn }, "zh-CN": { f: faultsZh } },
    interpolation: { escapeValue: false },
  });
});

function placed(language: "zh-CN" | "en", file: string, path: string): string {
  const say = texts.getFixedT(language);
  return placeWords(
    { file, path },
    {
      say: (key, values) => say(key, { ...values }),
      has: (key) => texts.exists(key, { lng: language }),
      field: (name) => WORDS[language].field([name]),
    },
  );
}

describe("the place of a fault", () => {
  it.each([
    ["jiangxi/2025/rules.json", "periods[0].to", "规则文件 jiangxi/2025/rules.json，缴费期 · 第 1 项 · 止"],
    ["national/2025.json", "", "国家层文件 national/2025.json"],
    ["gansu/2025/county-620602.json", "townships.total", "县区文件 gansu/2025/county-620602.json，镇街 · 合计"],
    [
      "gansu/2025/cases.json",
      "cases[3].request.paidOn",
      "算例文件 gansu/2025/cases.json，算例 · 第 4 项 · 所填情况 · 缴费日期",
    ],
    ["settings for gansu/2025", "exempt-start.option", "gansu/2025 登记的口径，exempt-start · 采用的理解"],
    ["manifest", "issuer.zh", "包的清单，发布单位 · 中文"],
  ])("in %s at %j", (file, path, words) => {
    expect(placed("zh-CN", file, path)).toBe(words);
  });

  it("in English", () => {
    expect(placed("en", "jiangxi/2025/rules.json", "periods[0].to")).toBe(
      "Rule file jiangxi/2025/rules.json, Windows · entry 1 · To",
    );
  });
});

it("a file with two faults is one damaged file", () => {
  expect(
    faultyFiles([{ file: "a/2025/rules.json" }, { file: "a/2025/rules.json" }, { file: "b/2025/rules.json" }]),
  ).toBe(2);
});
