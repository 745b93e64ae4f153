// The day on paper: townships are kept by their Chinese names and printed in either language.
import { expect, test } from "vitest";
import { dayDocument } from "../../../renderer/ledger/report-documents.ts";
import type { LedgerDay } from "../../../shared/ipc/channels/ledger.ts";
import { DayDocumentSchema } from "../../../shared/slip/report.ts";

const sums = {
  slips: 1,
  residents: 1,
  payments: 1,
  resident: 9000,
  aid: 31000,
  central: 53600,
  province: 11680,
  cityCounty: 1720,
  unknown: 0,
};
const totals: LedgerDay["totals"] = {
  day: "2025-01-15",
  total: sums,
  byCategory: [],
  byTownship: [
    { key: "黄羊镇", sums },
    { key: "别处镇", sums },
    { key: null, sums },
  ],
  byClerk: [],
  byRuleSet: [
    { key: "gansu/2025", sums },
    { key: "gansu/1999", sums },
  ],
  voided: 0,
  voidedEarlier: 0,
  reprints: 0,
};
const names = new Map([
  ["黄羊镇", { zh: "黄羊镇", en: "Huangyang Town" }],
  ["柏树镇", { zh: "柏树镇", en: "Baishu Town" }],
]);

const GANSU = { zh: "甘肃省 2025 年度", en: "Gansu, coverage year 2025" };

test("names a township and a rule set in either language where they are known, and leaves others as they were recorded", () => {
  const head = { languages: ["en" as const], hall: null, printedAt: "2025-01-15 17:30" };
  const document = dayDocument(head, { day: "2025-01-15", totals, closed: null, reopened: [] }, names, (id) =>
    id === "gansu/2025" ? GANSU : null,
  );
  expect(document.townships).toEqual([{ zh: "黄羊镇", en: "Huangyang Town" }]);
  expect(document.ruleSets).toEqual([{ id: "gansu/2025", name: GANSU }]);
  expect(DayDocumentSchema.safeParse(document).error).toBeUndefined();
});
