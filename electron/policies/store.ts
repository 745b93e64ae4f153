// Loads every rule set under a policies folder: read, check, merge layers, compile. A bad file is named; the others still load.
import { hash } from "node:crypto";
import type { Settlements } from "../../shared/rules/bureau.ts";
import { checkRuleSet } from "../../shared/rules/check.ts";
import { checkNational } from "../../shared/rules/check-national.ts";
import type { ComingYear } from "../../shared/rules/coming.ts";
import { checkSettled, compile, type RegionCounty } from "../../shared/rules/compile.ts";
import type { Fault } from "../../shared/rules/fault.ts";
import { Regions, type RegionsData } from "../../shared/rules/regions.ts";
import { layerChain, type ResolvedRuleSet, resolveRuleSet } from "../../shared/rules/resolve.ts";
import {
  type CountyData,
  CountyFile,
  type NationalData,
  NationalFile,
  type RuleSetData,
  RuleSetFile,
} from "../../shared/rules/schema.ts";
import type { Settlement, Table } from "../../shared/rules/table.ts";
import { COMING_FOLDER, readComing } from "./coming.ts";
import { checkCounty } from "./county.ts";
import { filesOfFolder, type PolicyFiles } from "./files.ts";
import { readAs } from "./read-as.ts";

export interface LoadedRuleSet {
  readonly table: Table;
  readonly source: ResolvedRuleSet;
  readonly regions: RegionsData;
  /** Path of the rule file below the policies folder. */
  readonly file: string;
  /** Where it was read, and every file of it that it was made from. */
  readonly from: PolicyFiles;
  readonly madeFrom: readonly string[];
  /** The bureau's decisions that it was compiled with. */
  readonly settled: Readonly<Record<string, Settlement>>;
}

/** Folders beside the jurisdictions'. */
const NOT_JURISDICTIONS: ReadonlySet<string> = new Set(["national", "regions", "schema", COMING_FOLDER]);

export interface Policies {
  readonly ruleSets: ReadonlyMap<string, LoadedRuleSet>;
  /** What is known of years whose notices are not there yet. */
  readonly coming: readonly ComingYear[];
  /** Faults in rule files: the files named here are not used. */
  readonly faults: readonly Fault[];
  /** Decisions of a bureau that fit no rule set: these are not used, all others are. */
  readonly settlementFaults: readonly Fault[];
}

/**
 * Loads `folder`: national/YEAR.json, regions/NAME.json, JURISDICTION/YEAR/rules.json and its county-CODE.json.
 * Never throws on bad content; every fault names file and path. `settlements` are a bureau's decisions.
 */
export function loadPolicies(folder: string, settlements: Settlements = {}): Policies {
  return loadFrom(filesOfFolder(folder), settlements);
}

/** The same for rule files from wherever they come. */
export function loadFrom(files: PolicyFiles, settlements: Settlements = {}): Policies {
  const faults: Fault[] = [];
  const settlementFaults: Fault[] = [];
  const nationals = readNationals(files, faults);
  const regions = readRegions(files, faults);
  const ruleSets = new Map<string, LoadedRuleSet>();
  for (const jurisdiction of files.folders("")) {
    if (NOT_JURISDICTIONS.has(jurisdiction)) continue;
    for (const year of files.folders(jurisdiction)) {
      const id = `${jurisdiction}/${year}`;
      const sound = readRuleSet(files, id, nationals, regions, faults);
      if (sound === null) continue;
      const settled = checkSettled(sound.source, settlements[id] ?? {}, settingsFor(id));
      settlementFaults.push(...settled.faults);
      const options = { hash: () => hashOf(sound.source), regions: countiesOf(sound.regions), settled: settled.sound };
      ruleSets.set(id, { ...sound, settled: settled.sound, table: compile(sound.source, options) });
    }
  }
  for (const [id, settled] of Object.entries(settlements))
    if (!ruleSets.has(id) && Object.keys(settled).length > 0)
      settlementFaults.push({
        file: settingsFor(id),
        path: "",
        message: `no sound rule set ${id}; known: ${[...ruleSets.keys()].join(", ") || "none"}`,
      });
  const coming = readComing(files, faults);
  return { ruleSets, coming, faults, settlementFaults };
}

export const settingsFor = (id: string) => `settings for ${id}`;

function readRuleSet(
  files: PolicyFiles,
  id: string,
  nationals: ReadonlyMap<string, NationalData>,
  regions: ReadonlyMap<string, RegionsData>,
  faults: Fault[],
): Omit<LoadedRuleSet, "table" | "settled"> | null {
  const file = `${id}/rules.json`;
  const data = readAs(files, file, RuleSetFile, faults);
  if (data === null) return null;
  if (data.id !== id) {
    faults.push({ file, path: "id", message: `"${data.id}" does not fit its folder ${id}` });
    return null;
  }
  const places = regions.get(data.jurisdiction.regions);
  if (places === undefined) {
    faults.push({
      file,
      path: "jurisdiction.regions",
      message: `no sound regions/${data.jurisdiction.regions}.json; known: ${[...regions.keys()].join(", ") || "none"}`,
    });
    return null;
  }
  const { chain, faults: chainFaults } = layerChain(data.extends, nationals, file);
  faults.push(...chainFaults);
  if (chainFaults.length > 0) return null;
  const counties = readCounties(files, data, chain, places, faults);
  const { resolved, faults: layerFaults } = resolveRuleSet(data, chain, [...counties.values()], file);
  faults.push(...layerFaults);
  if (resolved === undefined) return null;
  const bad = checkRuleSet(resolved, file);
  faults.push(...bad);
  if (bad.length > 0) return null;
  const layerFiles = chain.map((layer) => `${layer.id}.json`);
  const madeFrom = [...layerFiles, `regions/${data.jurisdiction.regions}.json`, file, ...counties.keys()];
  return { source: resolved, regions: places, file, from: files, madeFrom };
}

/** The sound county layers of a rule set by their files. */
function readCounties(
  files: PolicyFiles,
  ruleSet: RuleSetData,
  chain: readonly NationalData[],
  places: RegionsData,
  faults: Fault[],
): ReadonlyMap<string, CountyData> {
  const counties = new Map<string, CountyData>();
  const names = named(files.files(ruleSet.id), /^county-\d{6}\.json$/);
  if (names.length === 0) return counties;
  const codes = new Set(countiesOf(places).map((county) => county.code));
  for (const name of names) {
    const file = `${ruleSet.id}/${name}`;
    const county = readAs(files, file, CountyFile, faults);
    if (county === null) continue;
    const bad = checkCounty(county, ruleSet, chain, codes, file);
    faults.push(...bad);
    if (bad.length === 0) counties.set(file, county);
  }
  return counties;
}

/** The hash names the rules that computed an answer: the merged data, key order included, without a bureau's settings. */
function hashOf(source: ResolvedRuleSet): string {
  const { data, national, counties } = source;
  const merged = `[${JSON.stringify(data)},${nationalText(national)},${JSON.stringify(counties)}]`;
  return `sha256:${hash("sha256", merged)}`;
}

const nationalTexts = new WeakMap<NationalData, string>();

/** Every rule set of a year rests on the same national layer: it is written out once. */
function nationalText(national: NationalData): string {
  const known = nationalTexts.get(national);
  if (known !== undefined) return known;
  const text = JSON.stringify(national);
  nationalTexts.set(national, text);
  return text;
}

function readNationals(files: PolicyFiles, faults: Fault[]): ReadonlyMap<string, NationalData> {
  const layers = new Map<string, NationalData>();
  for (const name of named(files.files("national"), /\.json$/)) {
    const layer = readAs(files, `national/${name}`, NationalFile, faults);
    if (layer !== null) layers.set(`national/${name.replace(/\.json$/, "")}`, layer);
  }
  return checkedNationals(layers, faults);
}

/** Only sound layers are handed on: a rule set above a faulty one says that its layer is not there. */
function checkedNationals(
  layers: ReadonlyMap<string, NationalData>,
  faults: Fault[],
): ReadonlyMap<string, NationalData> {
  const sound = new Map<string, NationalData>();
  for (const [id, layer] of layers) {
    const above = layer.extends === undefined ? [] : layerChain(layer.extends, layers, "").chain;
    const inherited = new Set(above.flatMap((other) => Object.keys(other.documents)));
    const bad = checkNational(layer, inherited, `${id}.json`);
    faults.push(...bad);
    if (bad.length === 0) sound.set(id, layer);
  }
  return sound;
}

function readRegions(files: PolicyFiles, faults: Fault[]): ReadonlyMap<string, RegionsData> {
  const regions = new Map<string, RegionsData>();
  for (const name of named(files.files("regions"), /\.json$/)) {
    const region = readAs(files, `regions/${name}`, Regions, faults);
    if (region !== null) regions.set(name.replace(/\.json$/, ""), region);
  }
  return regions;
}

const countyLists = new WeakMap<RegionsData, readonly RegionCounty[]>();

/** The counties of an area, listed once for all years of it. */
export function countiesOf(regions: RegionsData): readonly RegionCounty[] {
  const known = countyLists.get(regions);
  if (known !== undefined) return known;
  const counties: RegionCounty[] = [];
  for (const prefecture of regions.prefectures)
    for (const { code, name, kind } of prefecture.counties)
      counties.push({ code, name, prefecture: prefecture.code, undivided: kind === "undivided-city" });
  countyLists.set(regions, counties);
  return counties;
}

function named(names: readonly string[], pattern: RegExp): readonly string[] {
  return names.filter((name) => pattern.test(name));
}
