// Every test that judges mutants, as one file: the module graph is evaluated once a mutant, not once for each test file.
import { inject, it } from "vitest";
import { judgeOnDemand } from "./on-demand.ts";

declare module "vitest" {
  interface ProvidedContext {
    closestTo: string | undefined;
  }
}

type Loader = () => Promise<unknown>;

const files: Readonly<Record<string, Loader>> = {
  schemas: () => import("../build/schema.test.ts"),
  faults: () => import("../electron/policies/faults.test.ts"),
  faults2026: () => import("../electron/policies/faults-2026.test.ts"),
  files: () => import("../electron/policies/files.test.ts"),
  settings: () => import("../electron/policies/settings.test.ts"),
  strictJson: () => import("../electron/policies/strict-json.test.ts"),
};

const answers: Readonly<Record<string, Loader>> = {
  contract: () => import("../shared/engine/contract.test.ts"),
  windows: () => import("../shared/engine/windows.test.ts"),
  waits: () => import("../shared/engine/waits.test.ts"),
  groups: () => import("../shared/engine/groups.test.ts"),
  amounts: () => import("../shared/engine/amounts.test.ts"),
  interpretations: () => import("../shared/engine/interpretations.test.ts"),
  missingFacts: () => import("../shared/engine/missing-facts.test.ts"),
  awaited: () => import("../shared/engine/awaited.test.ts"),
  badRequests: () => import("../shared/engine/bad-requests.test.ts"),
  requestsOf: () => import("../shared/engine/request-of.test.ts"),
  traces: () => import("../shared/engine/traces.test.ts"),
  advice: () => import("../shared/engine/advice.test.ts"),
  adviceLists: () => import("../shared/engine/advice-lists.test.ts"),
  gain: () => import("../shared/engine/gain.test.ts"),
  adviceWorth: () => import("../shared/engine/advice-worth.test.ts"),
  unlikelyResidents: () => import("../shared/engine/unlikely-residents.test.ts"),
  information: () => import("../shared/engine/information.test.ts"),
  steps: () => import("../shared/engine/steps.test.ts"),
  firstDays: () => import("../shared/engine/first-days.test.ts"),
  furtherFacts: () => import("../shared/engine/further-facts.test.ts"),
  unfinishedWaits: () => import("../shared/engine/unfinished-waits.test.ts"),
  amounts2026: () => import("../shared/engine/amounts-2026.test.ts"),
  newborns2026: () => import("../shared/engine/newborns-2026.test.ts"),
  pastYear: () => import("../shared/engine/past-year.test.ts"),
  workedCases: () => import("../policies/cases.test.ts"),
  citations: () => import("../policies/citations.test.ts"),
  description: () => import("../shared/rules/description.test.ts"),
  fileParts: () => import("../shared/rules/file-parts.test.ts"),
  check: () => import("../shared/rules/check.test.ts"),
  bureau: () => import("../shared/rules/bureau.test.ts"),
  money: () => import("../shared/rules/money.test.ts"),
  missingYear: () => import("../shared/rules/missing-year.test.ts"),
  faultPaths: () => import("../shared/rules/fault.test.ts"),
  points: () => import("../shared/rules/points.test.ts"),
  ruleWords: () => import("../shared/rules/rule-words.test.ts"),
  differenceWords: () => import("../shared/rules/difference-words.test.ts"),
  ruleDifferences: () => import("../shared/rules/differences.test.ts"),
  repair: () => import("../shared/engine/repair.test.ts"),
  age: () => import("../shared/identity/age.test.ts"),
  masking: () => import("../shared/identity/masking.test.ts"),
  idNumber: () => import("../shared/identity/id-number.test.ts"),
};

const slow: Readonly<Record<string, Loader>> = {
  grounds: () => import("../shared/engine/grounds.test.ts"),
  namedFacts: () => import("../shared/engine/named-facts.test.ts"),
  remembered: () => import("../shared/engine/remembered.test.ts"),
  properties: () => import("../shared/engine/properties.test.ts"),
  explained: () => import("../shared/engine/explained.test.ts"),
  fits: () => import("../shared/rules/fits.test.ts"),
  agreement2026: () => import("../naive/agreement-2026.test.ts"),
  agreement: () => import("../naive/agreement.test.ts"),
};

/** What a cold worker asks first of a change in a file; of any other file it asks everything at once. */
const closest: Readonly<Record<string, readonly string[]>> = {
  advice: ["advice", "adviceLists"],
  answer: ["contract"],
  bureau: ["bureau", "settings"],
  check: ["check"],
  citations: ["check"],
  coming: ["missingYear"],
  compile: ["check", "faults"],
  "compile-aid": ["amounts", "amounts2026"],
  contribution: ["amounts", "furtherFacts"],
  decide: ["windows", "waits", "firstDays"],
  "describe-parts": ["description"],
  description: ["description"],
  "difference-words": ["differenceWords"],
  differences: ["ruleDifferences"],
  explain: ["traces"],
  "explain-interpretations": ["interpretations", "traces"],
  "explain-open": ["steps"],
  "explain-unclaimed": ["steps"],
  fits: ["fits"],
  "further-facts": ["furtherFacts"],
  grounds: ["grounds"],
  gain: ["gain"],
  groups: ["groups", "furtherFacts"],
  "id-number": ["idNumber"],
  "last-useful-day": ["pastYear"],
  masking: ["masking"],
  "missing-facts": ["missingFacts"],
  "missing-year": ["missingYear"],
  money: ["money"],
  points: ["points"],
  price: ["amounts2026"],
  readings: ["interpretations"],
  range: ["missingFacts"],
  regions: ["faults"],
  remembered: ["remembered"],
  relief: ["amounts2026"],
  repair: ["repair"],
  request: ["badRequests"],
  "rule-words": ["ruleWords"],
  unanswered: ["missingFacts"],
  wait: ["waits"],
};

// A run stops at its first failure, so quick and sharp files come first, and the agreement judges only what is left.
// In a cold worker only what modules say while they are evaluated is judged, such as the shape of a rule file.
const isCold = inject("mode") === "mutant";
const all = { ...answers, ...files, ...slow };
const asked = closest[inject("closestTo") ?? ""];
const loaders = !isCold
  ? all
  : asked === undefined
    ? { ...files, ...answers }
    : Object.fromEntries(Object.entries(all).filter(([name]) => asked.includes(name)));

// A mutant that breaks the loading of the bundled rule sets fails a test; it is not an error outside of all tests.
for (const [name, load] of Object.entries(loaders)) {
  try {
    await load();
  } catch (error) {
    it(`${name} can be loaded`, () => {
      throw error;
    });
  }
}

if (inject("mutants") !== undefined) judgeOnDemand();
