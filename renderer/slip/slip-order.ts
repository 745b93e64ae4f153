// From the counter's residents and answers to what stands on a slip.

import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { type SlipOrder, type SlipResident, slipDocument } from "../../shared/slip/assessment.ts";
import type { Audience, SlipLanguage, SlipPayment } from "../../shared/slip/document.ts";
import type { Adjustment, Paper } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import type { Draft } from "../assess/draft.ts";
import { countiesOf } from "../assess/names.ts";
import type { OtherLine } from "../assess/other-year.ts";
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
  readonly others: Readonly<Record<string, OtherLine>>;
  /** The hall and window, as set for this counter. */
  readonly counterName: string;
  readonly now: Date;
  /** Coverage years that a payment today may be for and whose notice is not there. */
  readonly missing: readonly number[];
}

type Asked = Omit<Served, "counterName" | "now" | "missing">;

/** A line of the slip: a resident, or a newborn once more in its other coverage year. */
interface Line {
  readonly draft: Draft;
  readonly rules: RuleSetDescription;
  readonly answer: Answer | null | undefined;
  /** The newborn's other year, where it has no notice. */
  readonly missingYear: number | null;
}

/** Each resident, and directly below the line of the other year that the clerk added. */
function linesOf({ rules, members, answers, others }: Asked): readonly (readonly [own: Line, other: Line | null])[] {
  return members.map((draft) => {
    const other = others[draft.key];
    const own: Line = { draft, rules, answer: answers[draft.key], missingYear: null };
    if (other === undefined) return [own, null];
    if (other.kind === "missing") return [{ ...own, missingYear: other.coverageYear }, null];
    return [own, { ...own, rules: other.rules ?? rules, answer: other.rules === null ? null : other.answer }];
  });
}

/** The lines whose answer stands; a newborn's other year never without the line of the rules in force. */
function standingLines(asked: Asked) {
  return linesOf(asked).flatMap(([own, other]) => {
    const first = standing(own);
    if (first === undefined) return [];
    const second = other === null ? undefined : standing(other);
    return second === undefined ? [first] : [first, second];
  });
}

/** What a line was answered with, where the answer stands: typed whole and answered by the rules it is asked by. */
function standing({ draft, rules, answer, missingYear }: Line) {
  // The question that was answered: what is typed now may be a keystroke ahead.
  const request = answer?.answered?.request;
  const result = answer?.result;
  if (!answer || answer.stale || !request || !result || result.ruleSet.id !== rules.id) return undefined;
  const county = countiesOf(rules).find(({ code }) => code === request.county);
  const township = county?.townships.find(({ no }) => no === draft.township);
  return { draft, missingYear, birthDate: answer.answered?.birthDate ?? null, request, result, county, township };
}

/** How many lines the slip would have with every answer there. */
export function lineCount(asked: Asked): number {
  return linesOf(asked).reduce((count, [, other]) => count + (other === null ? 1 : 2), 0);
}

/** What the ledger is told of a line; the main process answers the request again by itself. */
export interface RecordedPerson {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly township: string | null;
  readonly request: Readonly<Record<string, unknown>>;
}

/** The same lines as on the slip, in the same order. */
export function recordedPeople(asked: Asked): readonly RecordedPerson[] {
  const given = (text: string) => (text.trim() === "" ? null : text.trim());
  return standingLines(asked).map(({ draft, request, township }) => ({
    name: given(draft.name),
    idNumber: given(draft.idNumber)?.toUpperCase() ?? null,
    township: township?.name.zh ?? null,
    request: { ...request },
  }));
}

/** The lines whose answer stands. */
export function answered(asked: Asked): readonly SlipResident[] {
  return standingLines(asked).map(({ draft, missingYear, birthDate, request, result, county, township }) => ({
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
    ...(missingYear === null ? {} : { missingYear }),
  }));
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
    otherYears: Object.fromEntries(
      Object.values(served.others).flatMap((other) =>
        other.kind === "asked" && other.rules !== null ? [[other.rules.id, other.rules] as const] : [],
      ),
    ),
    residents: [first, ...rest],
    payment: choice.payment,
    missing: served.missing,
    printedAt: localTime(served.now),
  };
  return { paper: choice.paper, adjustment: choice.adjustment, document: slipDocument(order) };
}

/** YYYY-MM-DD HH:MM by the counter's clock, as it stands on paper. */
export function localTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
