// Every test that judges mutants, as one file: the module graph is evaluated once a mutant, not once for each test file.
import { inject, it } from "vitest";
import { judgeOnDemand } from "./stryker.judge.ts";

// Quick and sharp ones first, since a mutant's run stops at its first failure; the agreement judges only what is left.
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  contract: () => import("../test/shared/engine/contract.test.ts"),
  windows: () => import("../test/shared/engine/windows.test.ts"),
  waits: () => import("../test/shared/engine/waits.test.ts"),
  groups: () => import("../test/shared/engine/groups.test.ts"),
  amounts: () => import("../test/shared/engine/amounts.test.ts"),
  interpretations: () => import("../test/shared/engine/interpretations.test.ts"),
  missingFacts: () => import("../test/shared/engine/missing-facts.test.ts"),
  traces: () => import("../test/shared/engine/traces.test.ts"),
  advice: () => import("../test/shared/engine/advice.test.ts"),
  idNumber: () => import("../test/shared/identity/id-number.test.ts"),
  age: () => import("../test/shared/identity/age.test.ts"),
  masking: () => import("../test/shared/identity/masking.test.ts"),
  strictJson: () => import("../test/electron/policies/strict-json.test.ts"),
  files: () => import("../test/electron/policies/files.test.ts"),
  settings: () => import("../test/electron/policies/settings.test.ts"),
  faults: () => import("../test/electron/policies/faults.test.ts"),
  agreement: () => import("../test/naive/agreement.test.ts"),
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
