// The tests that mutants are judged by: the unit tests of what is mutated and a short run of the two evaluators' agreement.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    // Enough random residents to tell a changed rule, few enough for thousands of mutants.
    env: { AGREEMENT_CASES: "2000" },
    include: [
      "test/shared/engine/**/*.test.ts",
      "test/shared/rules/**/*.test.ts",
      "test/shared/identity/**/*.test.ts",
      "test/electron/policies/**/*.test.ts",
      "test/naive/agreement.test.ts",
    ],
    // Thousands of generated residents each: too slow to judge thousands of mutants, and the agreement says the same.
    exclude: ["test/shared/engine/explained.test.ts", "test/shared/engine/properties.test.ts"],
    testTimeout: 300_000,
  },
});
