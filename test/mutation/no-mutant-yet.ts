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
  readonly mutantCoverage?: { readonly perTest: Record<string, Record<string, number>> };
}

const stryker: Stryker | undefined = Reflect.get(globalThis, "__stryker__");
if (stryker !== undefined && inject("mutantActivation") !== "static") stryker.activeMutant = undefined;

// Which test reaches which mutant is found out with fresh rule sets for each test: what the engine keeps for a rule set
// would otherwise be made in the first test that needs it, and no later one would be asked to judge it. Mutants that loading
// reaches are judged by every test, because rule sets are loaded anew for them; that takes long, so it is looked at once.
if (stryker !== undefined && inject("mode") === "dry-run") {
  await import("../../electron/policies/store.ts");
  stryker.currentTestId = "first loading";
  const { compileAnew, loadAnew } = await import("./on-demand.ts");
  loadAnew();
  stryker.currentTestId = undefined;
  const perTest = stryker.mutantCoverage?.perTest ?? {};
  let reached = perTest["first loading"] ?? {};
  delete perTest["first loading"];
  beforeEach(() => {
    if (stryker.currentTestId !== undefined) perTest[stryker.currentTestId] = { ...reached };
    // How often is said once: it bounds how long a mutant may go on.
    reached = Object.fromEntries(Object.keys(reached).map((mutant) => [mutant, 1]));
    compileAnew();
  });
}
