// From the engine's answers and the clerk's form to the document that stands on paper.
import { amountWaitsFor, benefitWaitsFor } from "../engine/awaited.ts";
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
  /** A newborn's other coverage year, for which no notice is there: said beside this line. */
  readonly missingYear?: number;
}

export interface SlipOrder {
  readonly languages: readonly [SlipLanguage, ...SlipLanguage[]];
  readonly audience: Audience;
  readonly office: { readonly hall: string | null; readonly window: string | null; readonly clerk: string | null };
  readonly ruleSet: SlipRuleSet;
  /** Rule sets of a newborn's other coverage year, by their id. */
  readonly otherYears?: Readonly<Record<string, SlipRuleSet>>;
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
 * The checked document. Throws a RangeError where residents were answered by another rule set than the first one's and
 * the order does not hand that in as another coverage year's, or where an answer contradicts itself; a ZodError where a
 * text could not stand on paper.
 */
export function slipDocument(order: SlipOrder): SlipDocument {
  const { residents, audience } = order;
  const results = residents.map(({ result }) => result);
  const answered = residents[0].result.ruleSet;
  const ruleSetOf = ruleSetsOf(order, answered);
  const pastYear = results.find(
    (result) => result.pastYear !== undefined && result.ruleSet.hash === answered.hash,
  )?.pastYear;
  const members = residents.map((resident) => {
    const { result } = resident;
    const member = memberOf(resident, audience, questionsOf(ruleSetOf(result)));
    return result.ruleSet.hash === answered.hash ? member : { ...member, otherYear: otherYearOf(result, ruleSetOf) };
  });
  return SlipDocumentSchema.parse({
    format: "canbao-slip/1",
    kind: "assessment",
    languages: [...order.languages],
    audience,
    office: { hall: text(order.office.hall), window: text(order.office.window), clerk: text(order.office.clerk) },
    ruleSet: ruleSetOnPaper(answered, order.ruleSet),
    ...(pastYear === undefined ? {} : { pastYear: { ...pastYear, missing: [...(order.missing ?? [])] } }),
    members,
    total: members.length > 1 ? totalOf(members, answered.coverageYear) : null,
    payment: paymentOf(order.payment),
    interpretations: interpretationsOf(results, ruleSetOf),
    citations: citationsOf(
      results.map(({ trace }) => trace),
      new Map(
        [order.ruleSet, ...Object.values(order.otherYears ?? {})].flatMap(({ documents }) =>
          documents.map(({ number, title }) => [number, title] as const),
        ),
      ),
    ),
    printedAt: order.printedAt,
    number: order.number ?? null,
    qr: order.qr ?? null,
    copy: order.copy ?? null,
  } satisfies SlipDocument);
}

type RuleSetOf = (result: Result) => SlipRuleSet;

/** The words of the rule set that an answer rests on. */
function ruleSetsOf({ ruleSet, otherYears = {} }: SlipOrder, first: Result["ruleSet"]): RuleSetOf {
  return (result) => {
    const { id, hash, coverageYear } = result.ruleSet;
    if (hash === first.hash) return ruleSet;
    const other = Object.hasOwn(otherYears, id) ? otherYears[id] : undefined;
    if (other === undefined || coverageYear === first.coverageYear) {
      throw new RangeError("one slip cannot rest on two rule sets");
    }
    return other;
  };
}

function questionsOf({ interpretations }: SlipRuleSet): ReadonlyMap<string, Question> {
  return new Map(interpretations.map((question) => [question.id, question]));
}

function ruleSetOnPaper(answered: Result["ruleSet"], { name }: SlipRuleSet): SlipDocument["ruleSet"] {
  const { id, coverageYear, status, version, hash } = answered;
  return { id, name, coverageYear, status, version, hash: hash.replace(/^sha256:/, "").slice(0, 12) };
}

function otherYearOf(result: Result, ruleSetOf: RuleSetOf): NonNullable<SlipMember["otherYear"]> {
  const { pastYear } = result;
  return {
    ruleSet: ruleSetOnPaper(result.ruleSet, ruleSetOf(result)),
    ...(pastYear === undefined ? {} : { pastYear: { ...pastYear } }),
  };
}

function memberOf(resident: SlipResident, audience: Audience, questions: ReadonlyMap<string, Question>): SlipMember {
  const { result } = resident;
  const { contribution, funding, majorIllness, admission } = result;
  const awaited = amountWaitsFor(result);
  const moves = benefitWaitsFor(result);
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
    ...(contribution.surcharge === undefined ? {} : { surcharge: contribution.surcharge }),
    aid: contribution.aid,
    ...(contribution.relief === undefined ? {} : { relieved: true as const }),
    payable: contribution.payable,
    payableInWords: contribution.payable === null ? null : amountInWords(contribution.payable),
    ...(awaited === undefined ? {} : { payableAwaits: awaited }),
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
    ...(moves === undefined ? {} : { coverageAwaits: moves }),
    ...(result.repair === undefined ? {} : { repair: repairOf(result.repair) }),
    admission: admission === undefined ? null : { covered: admission.covered, reason: admission.reason },
    explanation: explain(result.trace, audience),
    review: result.review.map(({ code }) => code),
    unanswered: result.unanswered.map(({ field }) => field),
    ...(resident.missingYear === undefined ? {} : { missingYear: resident.missingYear }),
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

/** One line for the sums: a year without a notice is a line too, of which nothing is known. */
interface SumLine {
  readonly coverageYear: number;
  readonly standard: string | null;
  readonly aid: string | null;
  readonly payable: string | null;
}

/** Sums what is known, and says of how many lines it is not: a sum must not pass for the whole household's. */
function totalOf(members: readonly SlipMember[], coverageYear: number): NonNullable<SlipDocument["total"]> {
  const lines: readonly SumLine[] = members.flatMap((member) => [
    { ...member, coverageYear: member.otherYear?.ruleSet.coverageYear ?? coverageYear },
    ...(member.missingYear === undefined
      ? []
      : [{ coverageYear: member.missingYear, standard: null, aid: null, payable: null }]),
  ]);
  const years = [...new Set(lines.map((line) => line.coverageYear))].toSorted((one, other) => one - other);
  const all = sumsOf(lines);
  return {
    ...all,
    payableInWords: amountInWords(all.payable),
    ...(years.length < 2
      ? {}
      : {
          byYear: years.map((year) => {
            const own = lines.filter((line) => line.coverageYear === year);
            return { coverageYear: year, lines: own.length, ...sumsOf(own) };
          }),
        }),
  };
}

function sumsOf(lines: readonly SumLine[]) {
  const known = (amounts: readonly (string | null)[]): string => sum(amounts.filter((amount) => amount !== null));
  return {
    standard: known(lines.map(({ standard }) => standard)),
    aid: known(lines.map(({ aid }) => aid)),
    payable: known(lines.map(({ payable }) => payable)),
    unknown: lines.filter(({ payable }) => payable === null).length,
  };
}

/**
 * Each reading that was used, once; two residents of one rule set are always answered by the same readings. Two coverage
 * years may be read differently: then each says its year.
 */
function interpretationsOf(results: readonly Result[], ruleSetOf: RuleSetOf): SlipInterpretation[] {
  const years = new Set(results.map(({ ruleSet }) => ruleSet.coverageYear));
  const used = new Map<string, SlipInterpretation>();
  for (const result of results) {
    const questions = questionsOf(ruleSetOf(result));
    const { coverageYear } = result.ruleSet;
    for (const one of result.interpretations) {
      used.set(`${coverageYear} ${one.id}=${one.option}`, {
        ...interpretationOnPaper(one, questions),
        ...(years.size > 1 ? { coverageYear } : {}),
      });
    }
  }
  return [...used.values()];
}

function interpretationOnPaper(one: InterpretationUsed, questions: ReadonlyMap<string, Question>): SlipInterpretation {
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
