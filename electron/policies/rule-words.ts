// The words of rule files in one language, from the same resources as the window's.
import enDomain from "../../shared/locales/en/domain.json" with { type: "json" };
import enWords from "../../shared/locales/en/rule-words.json" with { type: "json" };
import zhDomain from "../../shared/locales/zh-CN/domain.json" with { type: "json" };
import zhWords from "../../shared/locales/zh-CN/rule-words.json" with { type: "json" };
import { type RuleLanguage, type RuleWords, ruleWords } from "../../shared/rules/rule-words.ts";

export function ruleWordsIn(language: RuleLanguage): RuleWords {
  return language === "en"
    ? ruleWords("en", { words: enWords, domain: enDomain })
    : ruleWords("zh-CN", { words: zhWords, domain: zhDomain });
}
