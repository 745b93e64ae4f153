// From the engine's answers and the clerk's form to the document that stands on paper.
import type { InterpretationUsed, RepairTable, Result } from "../engine/result.ts";
import { maskNumber } from "../identity/masking.ts";
import { amountInWords, sum } from "./amount.ts";
import { coverageOf, type Question } from "./coverage.ts";
import {
  type Audience,
  type SlipDocument,
  SlipDocumentSchema,
  type SlipInterpretation,
  type SlipLanguage,
  type SlipMember,
  type SlipPayment,
  type SlipWords,
} from "./document.ts";
import { citationsOf, explain } from "./explanation.ts";

/** What a slip needs to know of the rule set besides the results; a rule set's description has it all. */
export interface SlipRuleSet {
  readonly name: SlipWords;
  readonly documents: readonly { readonly number: string; readonly title: SlipWords }[];
  readonly interpretations: readonly Question[];
}

/** One resident: what the clerk typed, and the engine's answer to it. */
export interface SlipResident {
  readonly name: string | null;
  /** As typed, in full; only its masked form reaches the document. */
  readonly idNumber: string | null;
  readonly county: SlipWords | null;
  readonly township: SlipWords | null;
  readonly birthDate: string | null;
  readonly categories: readonly string[] | null;
  readonly groups: readonly { readonly group: string; readonly eventDate?: string | null | undefined }[];
  readonly missedYears: readonly number[] | null;
  readonly paidOn: string;
  readonly result: Result;
}

export interface SlipOrder {
  readonly languages: readonly [SlipLanguage, ...SlipLanguage[]];
  readonly audience: Audience;
  readonly office: { readonly hall: string | null; readonly window: string | null; readonly clerk: string | null };
  readonly ruleSet: SlipRuleSet;
  readonly residents: readonly [SlipResident, ...SlipResident[]];
  readonly payment: SlipPayment;
  /** Coverage years without a notice that a payment on the day of printing may be for; said where the rules are past. */
  readonly missing?: readonly number[];
  /** Local civil time, YYYY-MM-DD HH:MM. */
  readonly printedAt: string;
  readonly number?: string | null;
  readonly qr?: string | null;
  readonly copy?: number | null;
}

/**
 * The checked document. Throws a RangeError where the residents were answered by different rule sets or an answer
 * contradicts itself, a ZodError where a text could not stand on paper.
 */
export function slipDocument(order: SlipOrder): SlipDocument {
  const { residents, ruleSet, audience } = order;
  const questions = new Map(ruleSet.interpretations.map((question) => [question.id, question]));
  const results = residents.map(({ result }) => result);
  const answered = residents[0].result.ruleSet;
  if (results.some((result) => result.ruleSet.hash !== answered.hash)) {
    throw new RangeError("one slip cannot rest on two rule sets");
  }
  const pastYear = results.find((result) => result.pastYear !== undefined)?.pastYear;
  const members = residents.map((resident) => memberOf(resident, audience, questions));
  return SlipDocumentSchema.parse({
    format: "canbao-slip/1",
    kind: "assessment",
    languages: [...order.languages],
    audience,
    office: { hall: text(order.office.hall), window: text(order.office.window), clerk: text(order.office.clerk) },
    ruleSet: {
      id: answered.id,
      name: ruleSet.name,
      coverageYear: answered.coverageYear,
      status: answered.status,
      version: answered.version,
      hash: answered.hash.replace(/^sha256:/, "").slice(0, 12),
    },
    ...(pastYear === undefined ? {} : { pastYear: { ...pastYear, missing: [...(order.missing ?? [])] } }),
    members,
    total: members.length > 1 ? totalOf(members) : null,
    payment: paymentOf(order.payment),
    interpretations: interpretationsOf(results, questions),
    citations: citationsOf(
      results.map(({ trace }) => trace),
      new Map(ruleSet.documents.map(({ number, title }) => [number, title])),
    ),
    printedAt: order.printedAt,
    number: order.number ?? null,
    qr: order.qr ?? null,
    copy: order.copy ?? null,
  } satisfies SlipDocument);
}

function memberOf(resident: SlipResident, audience: Audience, questions: ReadonlyMap<string, Question>): SlipMember {
  const { result } = resident;
  const { contribution, funding, majorIllness, admission } = result;
  return {
    name: text(resident.name),
    maskedId: resident.idNumber === null ? null : text(maskedNumber(resident.idNumber)),
    area: { county: resident.county, township: resident.township },
    categories: resident.categories === null ? null : [...resident.categories],
    category: contribution.category,
    groups: resident.groups.map(({ group, eventDate }) => ({ group, eventDate: eventDate ?? null })),
    missedYears: resident.missedYears === null ? null : [...resident.missedYears],
    paidOn: resident.paidOn,
    window: result.window,
    exemption: result.exemption === null ? null : { ...result.exemption },
    standard: contribution.standard,
    aid: contribution.aid,
    payable: contribution.payable,
    payableInWords: contribution.payable === null ? null : amountInWords(contribution.payable),
    funding: {
      total: funding.total,
      central: funding.central,
      centralOptions: [...(funding.centralOptions ?? [])],
      province: funding.province,
      cityCounty: funding.cityCounty,
      tier: funding.tier,
    },
    majorIllness: {
      perHead: majorIllness.perHead,
      about: majorIllness.about ?? null,
      residentPays: majorIllness.residentPays,
    },
    coverage: coverageOf({ result, paidOn: resident.paidOn, birthDate: resident.birthDate, questions }),
    ...(result.repair === undefined ? {} : { repair: repairOf(result.repair) }),
    admission: admission === undefined ? null : { covered: admission.covered, reason: admission.reason },
    explanation: explain(result.trace, audience),
    review: result.review.map(({ code }) => code),
    unanswered: result.unanswered.map(({ field }) => field),
  };
}

function repairOf({ missedYears, pricePerYear, rows }: RepairTable): NonNullable<SlipMember["repair"]> {
  return {
    missedYears,
    pricePerYear,
    rows: rows.map(({ years, cost, wait, start, reason }) => ({
      years,
      cost,
      wait: wait === null ? null : { ...wait },
      start,
      reason,
    })),
  };
}

function paymentOf(payment: SlipPayment): SlipPayment {
  return payment.source === "cash" ? payment : { ...payment, holder: text(payment.holder) };
}

/** Sums what is known, and says for how many residents it is not: a sum must not pass for the whole household's. */
function totalOf(members: readonly SlipMember[]): NonNullable<SlipDocument["total"]> {
  const known = (amounts: readonly (string | null)[]): string => sum(amounts.filter((amount) => amount !== null));
  const payable = known(members.map((member) => member.payable));
  return {
    standard: known(members.map((member) => member.standard)),
    aid: known(members.map((member) => member.aid)),
    payable,
    payableInWords: amountInWords(payable),
    unknown: members.filter((member) => member.payable === null).length,
  };
}

/** Each reading that was used, once; two residents of one slip are always answered by the same readings. */
function interpretationsOf(results: readonly Result[], questions: ReadonlyMap<string, Question>): SlipInterpretation[] {
  const used = new Map<string, InterpretationUsed>();
  for (const one of results.flatMap(({ interpretations }) => interpretations)) used.set(`${one.id}=${one.option}`, one);
  return [...used.values()].map((one) => {
    const known = questions.get(one.id);
    return {
      id: one.id,
      question: known?.question ?? null,
      option: one.option,
      optionText: known?.options.find(({ id }) => id === one.option)?.text ?? null,
      source: one.source,
      grade: one.grade,
      issuer: one.issuer ?? null,
      document: one.document ?? null,
    };
  });
}

/** Asterisks instead of the screen's dots: Chinese fonts draw the dot as wide as a character, too wide for a roll. */
function maskedNumber(typed: string): string {
  return maskNumber(typed).replace(/[^0-9A-Za-z]/g, "*");
}

/** Typed text as it may stand on paper: one line, no control characters, an ID number in it masked; null for nothing. */
function text(typed: string | null): string | null {
  if (typed === null) return null;
  const clean = typed
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .replace(/\d{17}[\dXx]/g, maskedNumber);
  return clean === "" ? null : clean;
}
