// A slip for an invented resident of Liangzhou, small but whole, as the printing tests hand it over.

import type { Paper } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";

export function sampleSheet(paper: Paper, name = "王桂兰"): PrintSheet {
  const spans = [
    { state: "past" as const, from: "2025-01-01", to: "2025-01-14", days: 14 },
    { state: "waiting" as const, from: "2025-01-15", to: "2025-04-14", days: 90 },
    { state: "covered" as const, from: "2025-04-15", to: "2025-12-31", days: 261 },
  ];
  const year = { from: "2025-01-01", to: "2025-12-31", paidOn: "2025-01-15", spans };
  const wait = { from: "2025-01-15", to: "2025-04-14", length: 90, unit: "day" as const };
  return {
    paper,
    adjustment: { offsetX: 0, offsetY: 0, scale: 1 },
    document: {
      format: "canbao-slip/1",
      kind: "assessment",
      languages: ["zh-CN"],
      audience: "resident",
      office: { hall: "凉州区政务大厅", window: "3 号窗口", clerk: null },
      ruleSet: {
        id: "gansu/2025",
        name: { zh: "甘肃省 2025 年度", en: "Gansu 2025" },
        coverageYear: 2025,
        status: "in-force",
        version: "1",
        hash: "0123456789ab",
      },
      members: [
        {
          name,
          maskedId: "622301********0024",
          area: { county: { zh: "凉州区", en: "Liangzhou" }, township: null },
          categories: ["rural-dibao-1-2"],
          category: "rural-dibao-1-2",
          groups: [],
          missedYears: [],
          paidOn: "2025-01-15",
          window: "supplementary",
          exemption: null,
          standard: "400.00",
          aid: "310.00",
          payable: "90.00",
          payableInWords: "玖拾元整",
          funding: {
            total: "670.00",
            central: "536.00",
            centralOptions: [],
            province: "116.80",
            cityCounty: "17.20",
            tier: "2",
          },
          majorIllness: { perHead: "115.00", about: null, residentPays: "0.00" },
          coverage: { kind: "exact", start: "2025-04-15", end: "2025-12-31", wait, year },
          admission: null,
          explanation: [],
          review: [],
          unanswered: [],
        },
      ],
      total: null,
      payment: { source: "cash" },
      interpretations: [],
      citations: [],
      printedAt: "2025-01-15 09:30",
      number: null,
      qr: null,
      copy: null,
    },
  };
}
