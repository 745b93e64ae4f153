// ResolvedRuleSet → Table: everything that can be known before a resident comes is worked out here, once.
import { dayOf, yearOf } from "../dates/civil.ts";
import { compileCategories, compileReliefs } from "./compile-aid.ts";
import { day, optionalDay } from "./compile-days.ts";
import { compileGroups } from "./compile-groups.ts";
import { compileIncentives, compileMissedYears } from "./compile-missed-years.ts";
import type { Fault } from "./fault.ts";
import { compileFunding } from "./funding.ts";
import { furtherFactsOf } from "./further-facts.ts";
import { minus } from "./money.ts";
import type { ResolvedRuleSet } from "./resolve.ts";
import type { CiteData, InterpretationData, RuleSetData } from "./schema.ts";
import type { Cited, County, Information, Period, Question, Settlement, Table, WaitLengths } from "./table.ts";

/** Counties of the rule set's area, from the regions file. */
export interface RegionCounty {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly prefecture: string;
  /** A city without counties: its own code (ending in 00) names the same place. */
  readonly undivided: boolean;
}

export interface CompileOptions {
  /** Makes "sha256:…" over the resolved data. Asked once, by the first answer or description: most rule sets of a day have none. */
  readonly hash: () => string;
  readonly regions: readonly RegionCounty[];
  /** The bureau's decisions by interpretation id; ids and options must be known to the rule set. */
  readonly settled: Readonly<Record<string, Settlement>>;
}

/** Compiles a rule set that passed checkRuleSet(). Throws only where that check was skipped: a programming error. */
export function compile(source: ResolvedRuleSet, options: CompileOptions): Table {
  const { data } = source;
  const cited = citer(source);
  const standard = data.contribution.standard.value;
  if (standard === null) throw new Error(`${data.id}: a rule set without a standard cannot be compiled`);
  const periods = data.periods.map((period): Period => {
    const late = period.standard?.value ?? null;
    const isOfWindow = ({ window }: RuleSetData["periods"][number]): boolean => window === period.window;
    return {
      id: period.id,
      window: period.window,
      from: day(period.from),
      to: day(period.to),
      windowFrom: day(data.periods.find(isOfWindow)?.from ?? period.from),
      windowTo: day(data.periods.findLast(isOfWindow)?.to ?? period.to),
      benefit: period.benefit,
      standard: late,
      surcharge: late === null ? null : minus(late, standard),
      priceCited: cited(period.standard?.cite ?? data.contribution.standard.cite),
      cited: cited(period.cite),
    };
  });
  const opening = periods[0]?.from ?? 0;
  const windows = periods.filter((period) => period.window === "concentrated" || period.window === "supplementary");
  const groups = compileGroups(data, cited);
  const missed = compileMissedYears(data, cited);
  const questions = new Map<string, Question>();
  for (const [id, entry] of source.interpretations)
    questions.set(id, compileQuestion(id, entry, cited, options.settled[id]));
  let hash: string | null = null;
  return {
    id: data.id,
    name: data.name,
    coverageYear: data.coverageYear,
    status: data.status,
    version: data.version,
    get hash() {
      hash ??= options.hash();
      return hash;
    },
    yearStart: dayOf(data.coverageYear, 1, 1),
    yearEnd: dayOf(data.coverageYear, 12, 31),
    opening,
    campaignYear: yearOf(opening),
    closing: windows.at(-1)?.to ?? opening,
    standard,
    standardCited: cited(data.contribution.standard.cite),
    periods,
    wait: {
      day: waitLengths(data.wait, "day"),
      month: waitLengths(data.wait, "month"),
      atLeast: data.wait.atLeast,
      cited: cited(data.wait.cite),
      furtherCited: data.wait.further === undefined ? null : cited(data.wait.further.cite),
    },
    missedYears: missed.missedYears,
    missedInWindow: missed.missedInWindow,
    repair: missed.repair,
    incentives: data.incentives === undefined ? null : compileIncentives(data.incentives, cited),
    furtherFacts: furtherFactsOf(data),
    groups,
    groupById: new Map(groups.map((group) => [group.id, group])),
    newborn: groups.find((group) => group.test.kind === "newborn") ?? null,
    bornSince: groups.find((group) => group.bornSince !== null) ?? null,
    hasOwnWindows: groups.some((group) => group.ownPeriod !== null),
    hasLatePrice: periods.some((period) => period.standard !== null),
    impliedByIdentity: groups.find((group) => group.impliedByIdentity) ?? null,
    categories: compileCategories(data, standard, cited),
    reliefs: compileReliefs(data, standard, cited),
    aidElsewhere: { review: data.aid.elsewhere.review, cited: cited(data.aid.elsewhere.cite) },
    otherSponsor: cited(data.aid.otherSponsor.cite),
    recognisedAfterPayment: cited(data.aid.recognisedAfterPayment.cite),
    recognisedAfterWindow:
      data.aid.recognisedAfterWindow === undefined ? null : cited(data.aid.recognisedAfterWindow.cite),
    several: cited(data.aid.several.cite),
    newbornAid: aidNotStatedFor(source, "newborn", cited),
    studentAid: aidNotStatedFor(source, "student", cited),
    funding: compileFunding(source, cited),
    majorIllness: {
      perHead: data.majorIllness.perHead.value,
      residentPays: data.majorIllness.residentPays.value,
      about: data.majorIllness.about?.value ?? null,
      cited: cited(data.majorIllness.perHead.cite),
      residentPaysCited: cited(data.majorIllness.residentPays.cite),
      aboutCited: data.majorIllness.about === undefined ? null : cited(data.majorIllness.about.cite),
    },
    admission: data.admission === null ? null : cited(data.admission.cite),
    standing: {
      residencePermit: cited(source.standing.residencePermit),
      student: cited(source.standing.student),
      employee: cited(source.standing.employee),
    },
    beforeOpening: cited(source.outOfTime.beforeOpening),
    yearOver: cited(source.outOfTime.yearOver),
    earlierYear: cited(source.outOfTime.earlierYear),
    areaPrefix: data.jurisdiction.code,
    counties: compileCounties(source, options.regions, cited),
    questions,
    information: source.information.map(
      (entry): Information => ({
        id: entry.id,
        topic: entry.topic,
        text: entry.text,
        identities: entry.when?.identities === undefined ? null : new Set(entry.when.identities),
        standing: entry.when?.standing === undefined ? null : new Set(entry.when.standing),
        groups: entry.when?.groups === undefined ? null : new Set(entry.when.groups),
        bornFrom: optionalDay(entry.when?.bornFrom),
        bornTo: optionalDay(entry.when?.bornTo),
        paidFrom: optionalDay(entry.when?.paidFrom),
        paidTo: optionalDay(entry.when?.paidTo),
        isConditional: Object.keys(entry.when ?? {}).some((condition) => condition !== "paidTo"),
        values: entry.values ?? {},
        cited: cited(entry.cite),
      }),
    ),
  };
}

export interface CheckedSettlements {
  /** The decisions that can be used. */
  readonly sound: Readonly<Record<string, Settlement>>;
  readonly faults: readonly Fault[];
}

/** Sorts out a bureau's decisions on a rule set: an unknown interpretation or option, or no document named, is a fault. */
export function checkSettled(
  source: ResolvedRuleSet,
  settled: Readonly<Record<string, Settlement>>,
  file: string,
): CheckedSettlements {
  const faults: Fault[] = [];
  const sound: Record<string, Settlement> = {};
  for (const [id, decision] of Object.entries(settled)) {
    const bad = settledFault(source, id, decision);
    if (bad === null) sound[id] = decision;
    else faults.push({ file, ...bad });
  }
  return { sound, faults };
}

function settledFault(source: ResolvedRuleSet, id: string, decision: Settlement): Omit<Fault, "file"> | null {
  const entry = source.interpretations.get(id);
  if (entry === undefined) {
    const known = [...source.interpretations.keys()].join(", ");
    return { path: id, message: `no interpretation of ${source.data.id}; it has ${known}` };
  }
  if (!entry.options.some((option) => option.id === decision.option)) {
    const allowed = entry.options.map((option) => option.id).join(", ");
    return { path: `${id}.option`, message: `unknown option "${decision.option}"; allowed: ${allowed}` };
  }
  if (decision.issuer.trim() === "" || decision.document.trim() === "")
    return { path: id, message: "a settled interpretation names its issuer and its document number" };
  return null;
}

/** The fixed wait, and what a further missed year adds: from its own text where one is cited. */
function waitLengths({ lengths, further }: RuleSetData["wait"], unit: "day" | "month"): WaitLengths | null {
  const written = lengths[unit];
  return written === undefined ? null : { fixed: written.fixed, further: written.further ?? further?.[unit] ?? 0 };
}

function citer(source: ResolvedRuleSet): (cite: CiteData) => Cited {
  // Most counties are in the same few tiers: what is cited for one is cited for all of them.
  const known = new Map<CiteData, Cited>();
  return (cite) => {
    const made = known.get(cite);
    if (made !== undefined) return made;
    const document = source.documents.get(cite.document);
    if (document === undefined) throw new Error(`${source.data.id}: no document ${cite.document}`);
    const clause = {
      document: document.number,
      article: cite.article,
      grade: cite.grade,
      layer: cite.layer ?? source.data.id,
    };
    const cited = { clause: cite.silent ? { ...clause, silent: true as const } : clause, summary: cite.summary };
    known.set(cite, cited);
    return cited;
  };
}

function compileQuestion(
  id: string,
  entry: InterpretationData,
  cited: (cite: CiteData) => Cited,
  settlement: Settlement | undefined,
): Question {
  return {
    id,
    question: entry.question,
    options: entry.options,
    default: entry.default,
    inForce: settlement?.option ?? entry.default,
    source: settlement === undefined ? "default" : "bureau",
    settlement: settlement ?? null,
    code: entry.code ?? null,
    readings: entry.options.map((option) => option.id).filter((option) => option !== "not-settled"),
    evidence: entry.evidence,
    grade: entry.cite.grade,
    cited: cited(entry.cite),
  };
}

function aidNotStatedFor(
  source: ResolvedRuleSet,
  who: "newborn" | "student",
  cited: (cite: CiteData) => Cited,
): Cited | null {
  const entry = source.data.aid.notStatedFor.find((other) => other.who === who);
  return entry === undefined ? null : cited(entry.cite);
}

/** Which tier a county is in: its own layer, else a 6-digit entry, else the unverified list, else its prefecture's. */
function compileCounties(
  source: ResolvedRuleSet,
  regions: readonly RegionCounty[],
  cited: (cite: CiteData) => Cited,
): ReadonlyMap<string, County> {
  const { tiers } = source.data.subsidy;
  const layers = new Map(source.counties.map((county) => [county.county, county]));
  const tierOf = new Map(tiers.flatMap((tier) => tier.areas.map((area) => [area, tier] as const)));
  const unverifiedOf = new Map(
    tiers.flatMap((tier) => (tier.unverified?.areas ?? []).map((area) => [area, tier] as const)),
  );
  const counties = new Map<string, County>();
  for (const region of regions) {
    const layer = layers.get(region.code);
    const named = tierOf.get(region.code);
    const unverified = unverifiedOf.get(region.code);
    const tier = named ?? unverified ?? tierOf.get(region.code.slice(0, 4));
    const tierCite = layer?.tier?.cite ?? tier?.cite;
    const isUnverified = layer?.tier === undefined && named === undefined && unverified !== undefined;
    const county: County = {
      code: region.code,
      name: region.name,
      prefecture: region.prefecture,
      tier: layer?.tier?.id ?? tier?.id ?? null,
      tierVerified: !isUnverified,
      tierCited: tierCite === undefined ? null : cited(tierCite),
      doubtCited: isUnverified && unverified?.unverified !== undefined ? cited(unverified.unverified.cite) : null,
      townships: layer?.townships.rows ?? null,
    };
    counties.set(region.code, county);
    if (region.undivided) counties.set(`${region.prefecture}00`, county);
  }
  return counties;
}
