// Invented residents with the answers that the rules give them: the material of the slip's tests and pictures.
import type { Benefit, Clause, Result, Review, TraceStep } from "../../../shared/engine/result.ts";
import type { SlipOrder, SlipResident, SlipRuleSet } from "../../../shared/slip/assessment.ts";

const GANSU = "甘医保发〔2024〕54号";

export const RULE_SET: SlipRuleSet = {
  name: { zh: "甘肃省 2025 年度", en: "Gansu, coverage year 2025" },
  documents: [
    {
      number: GANSU,
      title: {
        zh: "关于做好2024年全省城乡居民基本医疗保险参保缴费工作的通知",
        en: "Gansu notice on enrolment and contributions of residents' basic medical insurance in 2024",
      },
    },
  ],
  interpretations: [
    {
      id: "wait-counts-payment-day",
      question: { zh: "等待期是否从缴费当日起算", en: "Is the payment day the first day of the wait?" },
      options: [
        { id: "yes", text: { zh: "缴费当日为第一天", en: "The payment day is day one" } },
        { id: "no", text: { zh: "次日为第一天", en: "The next day is day one" } },
      ],
    },
    {
      id: "gap-counted-from",
      question: { zh: "2025年之前的断保年度是否计入", en: "Do missed years before 2025 count?" },
      options: [
        { id: "2025", text: { zh: "从2025年度起计算", en: "Only years from 2025 on" } },
        { id: "any-year", text: { zh: "以前年度也计算", en: "Earlier years count too" } },
      ],
    },
    {
      id: "exempt-start",
      question: { zh: "特殊参保人群从哪天起享受待遇", en: "From which day are special groups covered?" },
      options: [
        { id: "not-stated", text: { zh: "文件未载明", en: "Not stated" } },
        { id: "next-day", text: { zh: "缴费次日", en: "The day after payment" } },
      ],
    },
  ],
};

export function clause(article: string, more: Partial<Clause> = {}): Clause {
  return { document: GANSU, article, grade: "A", layer: "gansu/2025", ...more };
}

export function step(name: string, summary: string, cited: Clause | null, more: Partial<TraceStep> = {}): TraceStep {
  return { step: name, variant: "stated", effect: "applied", clause: cited, summary, in: {}, out: {}, ...more };
}

const AMOUNT_STEPS = [
  step("standard", "个人缴费标准为每人每年400.00元", clause("二（二）"), { out: { standard: "400.00" } }),
];

export const ordinary: Result = {
  ruleSet: {
    id: "gansu/2025",
    coverageYear: 2025,
    status: "in-force",
    version: "1.0.0",
    hash: "sha256:3f9a1c0b77e24d5886aa01c2d3e4f5061728394a5b6c7d8e9f00112233445566",
  },
  contribution: { standard: "400.00", category: null, aid: "0.00", payable: "400.00" },
  funding: { total: "670.00", central: "536.00", province: "116.80", cityCounty: "17.20", tier: "2" },
  majorIllness: { perHead: "115.00", residentPays: "0.00" },
  window: "concentrated",
  exemption: null,
  benefit: { kind: "exact", start: "2025-01-01", end: "2025-12-31", wait: null },
  review: [],
  unanswered: [],
  interpretations: [],
  trace: [
    step("window", "2024-11-03 在集中参保缴费期（2024-09-10 至 2024-12-25）内", clause("五（一）"), {
      in: { paidOn: "2024-11-03" },
      out: { window: "concentrated" },
    }),
    ...AMOUNT_STEPS,
    step("start", "集中参保缴费期内缴费，全年享受待遇", clause("五（二）"), {
      out: { start: "2025-01-01", end: "2025-12-31" },
    }),
  ],
};

export const WAIT = { from: "2025-01-15", to: "2025-04-14", length: 90, unit: "day" } as const;

/** 农村低保一二类, paid on 15 January in the supplementary window: 90 days of waiting. */
export const waiting: Result = {
  ...ordinary,
  contribution: { standard: "400.00", category: "rural-dibao-1-2", aid: "310.00", payable: "90.00" },
  window: "supplementary",
  benefit: { kind: "exact", start: "2025-04-15", end: "2025-12-31", wait: WAIT },
  interpretations: [{ id: "wait-counts-payment-day", option: "yes", source: "default", grade: "B" }],
  trace: [
    step("window", "2025-01-15 在补充参保缴费期（2025-01-01 至 2025-02-28）内", clause("五（一）"), {
      in: { paidOn: "2025-01-15" },
      out: { window: "supplementary" },
    }),
    step("exemption", "不是当年新认定的低收入困难群众，不免等待期", clause("五（三）"), {
      effect: "failed",
      in: { group: "newly-recognised-low-income" },
    }),
    step("wait", "缴费后等待90日，缴费当日为第一天", clause("五（二）"), {
      in: { days: 90 },
      out: { from: WAIT.from, to: WAIT.to },
    }),
    ...AMOUNT_STEPS,
    step("aid", "农村低保一二类由医疗救助资助310.00元，个人缴90.00元", clause("附表2"), {
      in: { category: "rural-dibao-1-2" },
      out: { aid: "310.00", payable: "90.00" },
    }),
    step("funding", "财政补助670.00元：中央536.00、省级116.80、市县17.20（第二档）", clause("附表1"), {
      effect: "info",
      out: { tier: "2" },
    }),
  ],
};

/** A soldier discharged this year: the notice does not state the first day. */
export const notStated: Result = {
  ...ordinary,
  window: "after-closing",
  exemption: { group: "discharged-soldier", window: true, wait: true },
  benefit: { kind: "not-stated", start: null, end: "2025-12-31", wait: null },
  review: [{ code: "start-not-stated", alternatives: [] }],
  unanswered: [{ field: "resident.missedYears", why: "", changes: ["benefit"], stake: "0.00" }],
  interpretations: [{ id: "exempt-start", option: "not-stated", source: "default", grade: "A" }],
  trace: [
    step("group", "当年退出现役的军人不受缴费期限限制，不设等待期", clause("五（三）"), {
      in: { group: "discharged-soldier" },
    }),
    step("start", "通知未写明特殊参保人群从哪天起享受待遇", clause("五（三）", { silent: true })),
    ...AMOUNT_STEPS,
  ],
};

const GAP_REVIEW: Review = {
  code: "gap-before-2025",
  alternatives: [
    {
      reading: "gap-counted-from=2025",
      choices: { "gap-counted-from": "2025" },
      benefit: { kind: "exact", start: "2025-01-01", end: "2025-12-31", wait: null },
    },
    {
      reading: "gap-counted-from=any-year",
      choices: { "gap-counted-from": "any-year" },
      benefit: {
        kind: "exact",
        start: "2025-04-01",
        end: "2025-12-31",
        wait: { from: "2025-01-01", to: "2025-03-31", length: 90, unit: "day" },
      },
    },
  ],
};

/** Not insured in 2024: the notice can be read to count it or not. */
export const undetermined: Result = {
  ...ordinary,
  benefit: { kind: "undetermined", start: null, end: null, wait: null, reason: "gap-before-2025" },
  review: [GAP_REVIEW],
};

export const closed: Result = {
  ...ordinary,
  window: "after-closing",
  benefit: { kind: "none", start: null, end: null, wait: null, reason: "windows-closed" },
  trace: [
    step("window", "2025-03-10 在两个缴费期之外", clause("五（一）"), { in: { paidOn: "2025-03-10" } }),
    step("closed", "除特殊参保人群外，本年度不能享受待遇", clause("五（二）")),
    ...AMOUNT_STEPS,
  ],
};

/** Rules of a notice known at second hand only, a lower bound, and amounts that it does not state. */
export const provisional: Result = {
  ...ordinary,
  ruleSet: { ...ordinary.ruleSet, id: "xinzhou/2025", status: "provisional" },
  contribution: { standard: "400.00", category: "dibao", aid: null, payable: null },
  funding: {
    total: "670.00",
    central: null,
    province: null,
    cityCounty: null,
    tier: null,
    centralOptions: ["402.00", "536.00"],
  },
  majorIllness: { perHead: null, residentPays: null, about: "107.00" },
  window: "after-closing",
  benefit: {
    kind: "not-before",
    start: "2025-07-10",
    end: "2025-12-31",
    wait: { from: "2025-04-10", to: "2025-07-09", length: 3, unit: "month" },
  },
  review: [
    { code: "aid-not-stated", alternatives: [] },
    { code: "provisional-rules", alternatives: [] },
  ],
};

export const waitOutlastsYear: Benefit = {
  kind: "none",
  start: null,
  end: null,
  wait: { from: "2025-11-22", to: "2026-02-21", length: 3, unit: "month" },
  reason: "wait-outlasts-year",
};

/** Invented, with a valid check digit and a sequence number that is never given out. */
export const FULL_ID = "622301196202100024";

export function resident(result: Result, more: Partial<SlipResident> = {}): SlipResident {
  return {
    name: "王桂兰",
    idNumber: FULL_ID,
    county: { zh: "凉州区", en: "Liangzhou" },
    township: { zh: "黄羊镇", en: "Huangyang town" },
    birthDate: "1962-02-10",
    categories: result.contribution.category === null ? [] : [result.contribution.category],
    groups: result.exemption === null ? [] : [{ group: result.exemption.group, eventDate: "2025-05-30" }],
    missedYears: [],
    paidOn: result.trace.map((one) => one.in["paidOn"]).find((day) => typeof day === "string") ?? "2025-06-20",
    result,
    ...more,
  };
}

export function order(residents: SlipOrder["residents"], more: Partial<SlipOrder> = {}): SlipOrder {
  return {
    languages: ["zh-CN"],
    audience: "resident",
    office: { hall: "凉州区政务服务大厅", window: "3 号窗口", clerk: "李建国" },
    ruleSet: RULE_SET,
    residents,
    payment: { source: "cash" },
    printedAt: "2025-01-15 10:32",
    number: "620602-20250115-0037",
    ...more,
  };
}

/** Ten of one household, with the longest name and the rarest characters that a counter meets. */
export function tenMembers(): SlipOrder["residents"] {
  const names = [
    "王桂兰",
    "李䶮",
    "李㛃",
    "李𬱖",
    "李秀英",
    "阿卜杜拉·麦麦提·吐尔逊·买买提明·阿不都热合曼·艾合买提江",
    "李建军",
    "李小燕",
    "李梓涵",
    "李永福",
  ];
  const results = [waiting, ordinary, ordinary, undetermined, waiting, notStated, closed, ordinary, waiting, ordinary];
  const all = names.map((name, index) => resident(results[index] ?? ordinary, { name }));
  const [first, ...rest] = all;
  if (first === undefined) throw new RangeError("a household has members");
  return [first, ...rest];
}

export const SAMPLES: Readonly<Record<string, SlipOrder>> = {
  ordinary: order([resident(ordinary)]),
  waiting: order([resident(waiting)], { qr: "CB1|620602-20250115-0037|3f9a1c0b77e2|8d41aa90c3f2|MEUCIQDx" }),
  "not-stated": order([resident(notStated)], { audience: "clerk" }),
  undetermined: order([resident(undetermined, { missedYears: [2024], paidOn: "2024-11-10" })]),
  none: order([resident(closed)], { copy: 2 }),
  provisional: order([resident(provisional, { paidOn: "2025-04-10", missedYears: null })], { audience: "auditor" }),
  household: order(tenMembers(), { payment: { source: "relative-account", relation: "child", holder: "李建国" } }),
};
