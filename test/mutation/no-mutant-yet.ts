// The worker is used again for the next mutant: the one before must not be active while modules are evaluated anew.
import { beforeEach, inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    mode: "dry-run" | "mutant" | undefined;
    mutantActivation: "runtime" | "static" | undefined;
  }
}

interface Stryker {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  readonly mutantCoverage?: { readonly perTest: Record<string, unknown> };
}

const stryker: Stryker | undefined = Reflect.get(globalThis, "__stryker__");
if (stryker !== undefined && inject("mutantActivation") !== "static") stryker.activeMutant = undefined;

// Which test reaches which mutant is found out with fresh rule sets for each test: what the engine keeps for a rule set
// would otherwise be made in the first test that needs it, and no later one would be asked to judge it. Loading counts as
// a part of each test, because mutants in the loader, too, are judged with rule sets loaded anew; the very first loading,
// which the test files do while they are evaluated, says nothing more and is left out.
if (stryker !== undefined && inject("mode") === "dry-run") {
  await import("../../electron/policies/store.ts");
  stryker.currentTestId = "first loading";
  const { loadAnew } = await import("./on-demand.ts");
  stryker.currentTestId = undefined;
  if (stryker.mutantCoverage !== undefined) delete stryker.mutantCoverage.perTest["first loading"];
  beforeEach(loadAnew);
}
