// What a resident reads on the slip, sentence by sentence: nothing that the notice does not carry, and nobody sent away for good.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SheetView } from "../../../renderer/print/sheet-view.tsx";
import { loadTexts } from "../../../renderer/print/texts.ts";
import { describe as describeRules } from "../../../shared/rules/description.ts";
import { slipDocument } from "../../../shared/slip/assessment.ts";
import type { SlipLanguage } from "../../../shared/slip/document.ts";
import { PrintSheetSchema } from "../../../shared/slip/sheet.ts";
import { bundled } from "../../bundled.ts";
import { adult } from "../../shared/engine/adult.ts";
import { type RandomRequest, resultOf } from "../../shared/engine/residents.ts";

const say = await loadTexts();

/** The slip for a resident as plain text, one block a line. */
function paper(request: RandomRequest, language: SlipLanguage = "zh-CN"): string {
  const loaded = bundled.ruleSets.get(request.ruleSet);
  if (loaded === undefined) throw new Error(`no bundled rule set ${request.ruleSet}`);
  const { resident, paidOn } = request;
  const county = request.county === undefined ? null : { zh: request.county, en: request.county };
  const document = slipDocument({
    languages: [language],
    audience: "resident",
    office: { hall: null, window: null, clerk: null },
    ruleSet: describeRules(loaded.table, loaded.source.documents, new Map()),
    residents: [
      {
        name: "张三",
        idNumber: null,
        county,
        township: null,
        birthDate: resident.birthDate ?? null,
        categories: resident.categories ?? null,
        groups: resident.groups ?? [],
        missedYears: resident.missedYears ?? null,
        paidOn,
        result: resultOf(request),
      },
    ],
    payment: { source: "cash" },
    printedAt: "2025-01-01 10:00",
  });
  const sheet = PrintSheetSchema.parse({ paper: "A4", adjustment: { scale: 1, offsetX: 0, offsetY: 0 }, document });
  return renderToStaticMarkup(<SheetView sheet={sheet} say={say} />)
    .replace(/<(?:div|p|tr|h\d|li|dt)\b[^>]*>/g, "\n")
    .replace(/<[^>]+>/g, " ")
    .replace(/[ \t]+/g, " ");
}

const gansu2025 = (paidOn: string, resident: RandomRequest["resident"] = {}): RandomRequest => ({
  ruleSet: "gansu/2025",
  county: "620602",
  paidOn,
  resident: { ...adult, ...resident },
});

const gansu2026 = (paidOn: string, resident: RandomRequest["resident"] = {}): RandomRequest => ({
  ...gansu2025(paidOn, resident),
  ruleSet: "gansu/2026",
});

test("who pays between Gansu's windows reads when the next one opens", () => {
  expect(paper(gansu2025("2024-12-28"))).toContain("下一缴费期自 2025-01-01 开始");
  expect(paper(gansu2025("2024-12-28"), "en")).toContain("the next window opens on 2025-01-01");
});

test("one missed year: the paper offers no repair that would win nothing; two of them it prices", () => {
  const one = paper(gansu2026("2025-11-10", { missedYears: [2025] }));
  expect(one).toContain("断保 1 年，补缴不能缩短等待期，无须补缴。");
  expect(one).not.toContain("可补缴修复");
  expect(one).not.toContain("每补一年");
  const two = paper({
    ...gansu2026("2025-11-10", { missedYears: [2025, 2024] }),
    interpretations: { "gap-counted-from": "any-year" },
  });
  expect(two).toContain("断保 2 年，可补缴修复");
  expect(two).not.toContain("补缴不能缩短");
});

test("an identity whose day of recognition was not asked: no cover is said as far as is known, not for good", () => {
  const asked = paper(gansu2025("2025-05-15", { categories: ["relapse-monitored"] }));
  expect(asked).toContain("按已知情况，本年度没有待遇");
  expect(asked).not.toContain("即使缴费，本年度也没有待遇");
  expect(paper(gansu2025("2025-05-15"))).toContain("即使缴费，本年度也没有待遇");
});

test("missed years not asked: beside the first day stands that it may still move", () => {
  const { missedYears: _told, ...untold } = adult;
  const request = { ...gansu2025("2024-11-10"), resident: untold };
  expect(paper(request)).toContain("还有情况未问清（见下），问清后结果可能改变。");
  expect(paper(gansu2025("2024-11-10"))).not.toContain("未问清");
});

test("a claim of recognition without an identity: the paper names the identity as what is missing", () => {
  const text = paper(
    gansu2025("2025-05-12", { groups: [{ group: "newly-recognised-low-income", eventDate: "2025-05-10" }] }),
  );
  expect(text).toMatch(/尚不清楚的情况（会改变结果）\s*救助身份/);
});

test("a wait that outlasts the year: nothing this year, and the payment may count for the next", () => {
  const missedYears = Array.from({ length: 11 }, (_, back) => 2024 - back);
  const text = paper({
    ...gansu2025("2024-11-10", { missedYears }),
    interpretations: { "gap-counted-from": "any-year" },
  });
  expect(text).toContain("即使缴费，本年度也没有待遇");
  expect(text).toContain("仍可能计入下一年度的连续参保");
});

test("bound to employee insurance: no subsidy and no share is called not stated, for nothing is paid here", () => {
  const text = paper(gansu2025("2024-11-01", { standing: "employee" }));
  expect(text).toContain("应参加职工医保，不参加居民医保");
  expect(text).not.toContain("文件未载明");
  expect(text).not.toContain("由谁负担");
  expect(text).not.toContain("大病保险");
});

test("the parts of province and county wait for a county only where a county would bring them", () => {
  const { county: _county, ...nowhere } = gansu2025("2024-11-01");
  expect(paper(nowhere)).toMatch(/省级财政\s+未选县区/);
  const { county: _other, ...nowhere2026 } = gansu2026("2025-11-01");
  expect(paper(nowhere2026)).toMatch(/省级财政\s+文件未载明/);
});

test("a newborn is no 'special group: none', and an article that is silent names its document", () => {
  const text = paper(gansu2025("2025-01-02", { birthDate: "2024-12-31" }));
  expect(text).toMatch(/特殊群体\s+新生儿/);
  // 二（七） is the national notice's, which is no ground of anything and so not listed below.
  expect(text).toMatch(/医保发〔2024〕19号 二（七） 未载明/);
  expect(text).toMatch(/\n 五（三） /);
});

test("what could only bring cover forward stands among the facts not asked, and not beside the day", () => {
  const text = paper(gansu2025("2025-02-28", { categories: ["rural-dibao-1-2"] }));
  expect(text).toMatch(/尚不清楚的情况（会改变结果）\s*身份认定日期/);
  expect(text).not.toContain("还有情况未问清");
});

test("a lower bound holds whatever is still to be asked: no second warning beside it", () => {
  const { missedYears: _told, ...untold } = adult;
  const text = paper({ ruleSet: "xinzhou/2025", county: "140902", paidOn: "2025-04-10", resident: untold });
  expect(text).toContain("最早从该日起");
  expect(text).not.toContain("还有情况未问清");
});

test("what a newborn's relief pays is not called medical aid, on no line and in neither language", () => {
  const resident = { ...adult, birthDate: "2026-03-10", parentInsured: true };
  const request: RandomRequest = { ruleSet: "hunan/2026", paidOn: "2026-05-01", resident };
  expect(paper(request)).toContain("免缴、财政资助");
  expect(paper(request)).not.toContain("医疗救助");
  expect(paper(request, "en")).toContain("Waived or public aid");
  expect(paper(request, "en")).not.toMatch(/medical aid/i);
});

test("where a first day is not stated, nobody is told that the notice writes of no wait", () => {
  const xinzhou: RandomRequest = { ruleSet: "xinzhou/2025", paidOn: "2025-01-20", resident: adult };
  expect(paper(xinzhou)).toContain("文件没有写从哪天起享受");
  expect(paper(xinzhou)).not.toContain("文件只写不设等待期");
});
