// Every test that judges mutants, as one file: the module graph is evaluated once a mutant, not once for each test file.
import { inject, it } from "vitest";
import { judgeOnDemand } from "./on-demand.ts";

// Quick and sharp ones first, since a mutant's run stops at its first failure; the agreement judges only what is left.
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  contract: () => import("../shared/engine/contract.test.ts"),
  windows: () => import("../shared/engine/windows.test.ts"),
  waits: () => import("../shared/engine/waits.test.ts"),
  groups: () => import("../shared/engine/groups.test.ts"),
  amounts: () => import("../shared/engine/amounts.test.ts"),
  interpretations: () => import("../shared/engine/interpretations.test.ts"),
  missingFacts: () => import("../shared/engine/missing-facts.test.ts"),
  traces: () => import("../shared/engine/traces.test.ts"),
  advice: () => import("../shared/engine/advice.test.ts"),
  idNumber: () => import("../shared/identity/id-number.test.ts"),
  age: () => import("../shared/identity/age.test.ts"),
  masking: () => import("../shared/identity/masking.test.ts"),
  strictJson: () => import("../electron/policies/strict-json.test.ts"),
  files: () => import("../electron/policies/files.test.ts"),
  settings: () => import("../electron/policies/settings.test.ts"),
  faults: () => import("../electron/policies/faults.test.ts"),
  agreement: () => import("../naive/agreement.test.ts"),
};

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
