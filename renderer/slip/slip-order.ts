// From the counter's residents and answers to what stands on a slip.

import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { type SlipOrder, type SlipResident, slipDocument } from "../../shared/slip/assessment.ts";
import type { Audience, SlipLanguage, SlipPayment } from "../../shared/slip/document.ts";
import type { Adjustment, Paper, PrintSheet } from "../../shared/slip/sheet.ts";
import type { Draft } from "../assess/draft.ts";
import { countiesOf } from "../assess/names.ts";
import type { Answer } from "../assess/store.ts";

/** What the clerk chooses for the paper. */
export interface SlipChoice {
  readonly paper: Paper;
  readonly adjustment: Adjustment;
  readonly audience: Audience;
  readonly languages: readonly [SlipLanguage, ...SlipLanguage[]];
  readonly payment: SlipPayment;
}

export interface Served {
  readonly rules: RuleSetDescription;
  readonly members: readonly Draft[];
  readonly answers: Readonly<Record<string, Answer>>;
  /** The hall and window, as set for this counter. */
  readonly counterName: string;
  readonly now: Date;
  /** Coverage years that a payment today may be for and whose notice is not there. */
  readonly missing: readonly number[];
}

type Asked = Omit<Served, "counterName" | "now" | "missing">;

/** What a draft was answered with, where the answer stands: typed whole and answered by the rules in force. */
function standing({ rules, answers }: Asked, draft: Draft) {
  const answer = answers[draft.key];
  // The question that was answered: what is typed now may be a keystroke ahead.
  const request = answer?.answered?.request;
  const result = answer?.result;
  if (answer === undefined || answer.stale || !request || !result || result.ruleSet.id !== rules.id) return undefined;
  const county = countiesOf(rules).find(({ code }) => code === request.county);
  const township = county?.townships.find(({ no }) => no === draft.township);
  return { birthDate: answer.answered?.birthDate ?? null, request, result, county, township };
}

/** What the ledger is told of a resident; the main process answers the request again by itself. */
export interface RecordedPerson {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly township: string | null;
  readonly request: Readonly<Record<string, unknown>>;
}

/** The same residents as on the slip, in the same order. */
export function recordedPeople(asked: Asked): readonly RecordedPerson[] {
  return asked.members.flatMap((draft) => {
    const found = standing(asked, draft);
    if (found === undefined) return [];
    const given = (text: string) => (text.trim() === "" ? null : text.trim());
    const { request, township } = found;
    return [
      {
        name: given(draft.name),
        idNumber: given(draft.idNumber)?.toUpperCase() ?? null,
        township: township?.name.zh ?? null,
        request: { ...request },
      },
    ];
  });
}

/** The residents whose answer stands. */
export function answered(asked: Asked): readonly SlipResident[] {
  return asked.members.flatMap((draft) => {
    const found = standing(asked, draft);
    if (found === undefined) return [];
    const { birthDate, request, result, county, township } = found;
    return [
      {
        name: draft.name.trim() === "" ? null : draft.name,
        idNumber: draft.idNumber.trim() === "" ? null : draft.idNumber,
        county: county?.name ?? null,
        township: township?.name ?? null,
        birthDate,
        categories: request.resident.categories ?? null,
        groups: request.resident.groups ?? [],
        missedYears: request.resident.missedYears ?? null,
        paidOn: request.paidOn,
        result,
      },
    ];
  });
}

/** The sheet to print or show; null while nobody's answer stands. */
export function sheetFor(served: Served, choice: SlipChoice): PrintSheet | null {
  const [first, ...rest] = answered(served);
  if (first === undefined) return null;
  const order: SlipOrder = {
    languages: choice.languages,
    audience: choice.audience,
    office: { hall: served.counterName.trim() === "" ? null : served.counterName, window: null, clerk: null },
    ruleSet: served.rules,
    residents: [first, ...rest],
    payment: choice.payment,
    missing: served.missing,
    printedAt: localTime(served.now),
  };
  return { paper: choice.paper, adjustment: choice.adjustment, document: slipDocument(order) };
}

function localTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
