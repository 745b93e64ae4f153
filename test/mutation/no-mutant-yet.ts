// The worker is used again for the next mutant: the one before must not be active while modules are evaluated anew.
import { beforeEach, inject } from "vitest";
import { loadAnew } from "./on-demand.ts";

declare module "vitest" {
  interface ProvidedContext {
    mode: "dry-run" | "mutant" | undefined;
    mutantActivation: "runtime" | "static" | undefined;
  }
}

const stryker: { activeMutant?: string | undefined; currentTestId?: string | undefined } | undefined = Reflect.get(
  globalThis,
  "__stryker__",
);
if (stryker !== undefined && inject("mutantActivation") !== "static") stryker.activeMutant = undefined;

// Which test reaches which mutant is found out with fresh rule sets before each test: what the engine keeps for a rule set
// would otherwise be made in the first test that needs it, and no later one would be asked to judge it.
if (stryker !== undefined && inject("mode") === "dry-run")
  beforeEach(() => {
    const test = stryker.currentTestId;
    stryker.currentTestId = undefined;
    loadAnew();
    stryker.currentTestId = test;
  });
