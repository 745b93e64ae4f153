// Remembered texts are the texts that i18next would give: for every language, with values, and after texts have changed.

import i18next, { type i18n } from "i18next";
import { beforeEach, expect, test } from "vitest";
import { rememberTexts } from "../../../renderer/i18n/quick-texts.ts";

const chinese = {
  hello: "您好",
  day: "自 {{day}} 起",
  more_other: "还有 {{count}} 项",
  deep: { hello: "深处" },
};
const english = {
  hello: "Hello",
  day: "from {{day}}",
  more_one: "{{count}} more",
  more_other: "{{count}} more of them",
};

let texts: i18n;
let asked: number;

beforeEach(async () => {
  texts = i18next.createInstance();
  await texts.init({
    lng: "zh-CN",
    fallbackLng: "zh-CN",
    defaultNS: "counter",
    resources: { "zh-CN": { counter: chinese, domain: { hello: "领域" } }, en: { counter: english, domain: {} } },
    interpolation: { escapeValue: false },
  });
  const translate = texts.t;
  asked = 0;
  texts.t = ((...given: Parameters<typeof translate>) => {
    asked++;
    return Reflect.apply(translate, texts, given);
  }) as typeof texts.t;
  rememberTexts(texts);
});

test("a text is asked for once, and said alike ever after", () => {
  const t = texts.getFixedT("zh-CN", "counter");
  expect([t("hello"), t("hello"), t("deep.hello"), t("deep.hello")]).toEqual(["您好", "您好", "深处", "深处"]);
  expect(asked).toBe(2);
});

test("values make a text of their own, whichever come first", () => {
  const t = texts.getFixedT("zh-CN", "counter");
  const days = ["2025-04-15", "2025-04-16", "2025-04-15"].map((day) => t("day", { day }));
  expect(days).toEqual(["自 2025-04-15 起", "自 2025-04-16 起", "自 2025-04-15 起"]);
  expect(asked).toBe(2);
});

test("one and several stay apart where the language tells them apart", () => {
  const t = texts.getFixedT("en", "counter");
  expect([1, 2, 1].map((count) => t("more", { count }))).toEqual(["1 more", "2 more of them", "1 more"]);
  expect(asked).toBe(2);
});

test("languages and namespaces do not borrow from each other", () => {
  expect(texts.getFixedT("en", "counter")("hello")).toBe("Hello");
  expect(texts.getFixedT("zh-CN", "counter")("hello")).toBe("您好");
  expect(texts.getFixedT("zh-CN", "domain")("hello")).toBe("领域");
  expect(texts.getFixedT("zh-CN", "counter")("domain:hello")).toBe("领域");
});

test("the same language and namespaces have one and the same function, which says what it is for", () => {
  const t = texts.getFixedT("en", "counter");
  expect(texts.getFixedT("en", "counter")).toBe(t);
  expect({ ...t }).toMatchObject({ lng: "en", ns: "counter" });
});

test("a text that is not there yet is found when it has come", () => {
  const t = texts.getFixedT("zh-CN", "counter");
  expect(t("late")).toBe("late");
  texts.addResource("zh-CN", "counter", "late", "来了");
  expect(t("late")).toBe("来了");
});

test("a text that is replaced is forgotten", () => {
  const t = texts.getFixedT("zh-CN", "counter");
  expect(t("hello")).toBe("您好");
  texts.addResource("zh-CN", "counter", "hello", "你好");
  expect(t("hello")).toBe("你好");
});

test("values that hold values are never taken for each other", () => {
  const t = texts.getFixedT("zh-CN", "counter");
  const said = [{ a: 1 }, { a: 2 }].map((day) => t("day", { day, replace: { day: String(day.a) } }));
  expect(said).toEqual(["自 1 起", "自 2 起"]);
});

test("more texts than are remembered are all said right", () => {
  const t = texts.getFixedT("zh-CN", "counter");
  for (let day = 0; day < 2500; day++) expect(t("day", { day: String(day) })).toBe(`自 ${day} 起`);
  expect(t("day", { day: "7" })).toBe("自 7 起");
});
