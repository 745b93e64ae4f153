// ResolvedRuleSet → Table: everything that can be known before a resident comes is worked out here, once.
import { dayOf, type EpochDay, yearOf } from "../dates/civil.ts";
import { parseIsoDay } from "../dates/iso.ts";
import type { Fault } from "./fault.ts";
import { compileFunding } from "./funding.ts";
import { compareYuan, fen, minus } from "./money.ts";
import type { ResolvedRuleSet } from "./resolve.ts";
import type { CiteData, InterpretationData } from "./schema.ts";
import type { Category, Cited, County, Group, Information, Period, Question, Settlement, Table } from "./table.ts";

/** Counties of the rule set's area, from the regions file. */
export interface RegionCounty {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly prefecture: string;
  /** A city without counties: its own code (ending in 00) names the same place. */
  readonly undivided?: boolean;
}

export interface CompileOptions {
  /** "sha256:…" over the resolved data, made by whoever read the files. */
  readonly hash: string;
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
  const periods = data.periods.map(
    (period): Period => ({
      id: period.id,
      window: period.window,
      from: day(period.from),
      to: day(period.to),
      benefit: period.benefit,
      standard: period.standard?.value ?? null,
      cited: cited(period.cite),
    }),
  );
  const opening = periods[0]?.from ?? 0;
  const windows = periods.filter((period) => period.window === "concentrated" || period.window === "supplementary");
  const groups = compileGroups(source, cited);
  const questions = new Map<string, Question>();
  for (const [id, entry] of source.interpretations)
    questions.set(id, compileQuestion(id, entry, cited, options.settled[id]));
  return {
    id: data.id,
    name: data.name,
    coverageYear: data.coverageYear,
    status: data.status,
    version: data.version,
    hash: options.hash,
    yearStart: dayOf(data.coverageYear, 1, 1),
    yearEnd: dayOf(data.coverageYear, 12, 31),
    opening,
    campaignYear: yearOf(opening),
    closing: windows.at(-1)?.to ?? opening,
    standard,
    standardCited: cited(data.contribution.standard.cite),
    periods,
    wait: {
      day: data.wait.lengths.day ?? null,
      month: data.wait.lengths.month ?? null,
      atLeast: data.wait.atLeast,
      cited: cited(data.wait.cite),
    },
    missedYears: data.missedYears === null ? null : cited(data.missedYears.cite),
    groups,
    groupById: new Map(groups.map((group) => [group.id, group])),
    newborn: groups.find((group) => group.test.kind === "newborn") ?? null,
    impliedByIdentity: groups.find((group) => group.impliedByIdentity) ?? null,
    categories: compileCategories(source, standard, cited),
    aidElsewhere: { review: data.aid.elsewhere.review, cited: cited(data.aid.elsewhere.cite) },
    otherSponsor: cited(data.aid.otherSponsor.cite),
    recognisedAfterPayment: cited(data.aid.recognisedAfterPayment.cite),
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
        paidFrom: entry.when?.paidFrom === undefined ? null : day(entry.when.paidFrom),
        paidTo: entry.when?.paidTo === undefined ? null : day(entry.when.paidTo),
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

function citer(source: ResolvedRuleSet): (cite: CiteData) => Cited {
  return (cite) => {
    const document = source.documents.get(cite.document);
    if (document === undefined) throw new Error(`${source.data.id}: no document ${cite.document}`);
    const clause = {
      document: document.number,
      article: cite.article,
      grade: cite.grade,
      layer: cite.layer ?? source.data.id,
    };
    return { clause: cite.silent ? { ...clause, silent: true } : clause, summary: cite.summary };
  };
}

function day(text: string): EpochDay {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new Error(`not a date: ${text}`);
  return parsed;
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

function compileGroups(source: ResolvedRuleSet, cited: (cite: CiteData) => Cited): readonly Group[] {
  return source.data.groups.map(
    (group, order): Group => ({
      id: group.id,
      order,
      test: group.test,
      start: group.start,
      needsEventDate: group.test.kind === "this-year" || group.test.kind === "within",
      listed: group.identities === undefined ? null : new Set(group.identities.listed),
      openIdentities:
        group.identities?.open === undefined
          ? null
          : { if: group.identities.open.if, ids: new Set(group.identities.open.identities) },
      impliedByIdentity: group.impliedByIdentity === true,
      conditionsNotStated: group.conditionsNotStated === true,
      exemption: { group: group.id, window: true, wait: true },
      cited: cited(group.cite),
    }),
  );
}

function compileCategories(
  source: ResolvedRuleSet,
  standard: string,
  cited: (cite: CiteData) => Cited,
): ReadonlyMap<string, Category> {
  const { categories } = source.data.aid;
  const compiled = new Map<string, Category>();
  categories.forEach((entry, order) => {
    const winner = entry.resolvesTo === undefined ? entry : categories.find((other) => other.id === entry.resolvesTo);
    const aid = winner?.aid ?? null;
    compiled.set(entry.id, {
      id: entry.id,
      winner: winner?.id ?? entry.id,
      order,
      rank: aid === null ? -1 : fen(aid),
      aid,
      payable: aid === null ? null : minus(standard, aid),
      paysNothing: aid !== null && compareYuan(aid, standard) === 0,
      alias: entry.resolvesTo !== undefined,
      cited: cited(entry.cite),
    });
  });
  return compiled;
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
  const counties = new Map<string, County>();
  for (const region of regions) {
    const layer = layers.get(region.code);
    const named = tiers.find((tier) => tier.areas.includes(region.code));
    const unverified = tiers.find((tier) => tier.unverified?.areas.includes(region.code));
    const byPrefecture = tiers.find((tier) => tier.areas.includes(region.code.slice(0, 4)));
    const tier = named ?? unverified ?? byPrefecture;
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
    if (region.undivided === true) counties.set(`${region.prefecture}00`, county);
  }
  return counties;
}
