// The tests that mutants are judged by, in one file and one worker that is used again for the next mutant.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    // Enough random residents to tell a changed rule, few enough for thousands of mutants.
    env: { AGREEMENT_CASES: "1000", RESIDENTS_SHARE: "0.1" },
    include: ["test/mutation/judges.ts"],
    setupFiles: ["test/mutation/no-mutant-yet.ts"],
    isolate: false,
    // A mutant's trace must fail, never become the new snapshot.
    update: "none",
    testTimeout: 300_000,
  },
});
