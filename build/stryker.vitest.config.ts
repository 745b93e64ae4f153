// The tests that mutants are judged by: the unit tests of what is mutated, nothing slow.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["test/{engine,rules,identity,policies}/**/*.test.ts", "test/shared/**/*.test.ts"],
  },
});
