// The worker is used again for the next mutant: the one before must not be active while modules are evaluated anew.
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    mode: "dry-run" | "mutant" | undefined;
    mutantActivation: "runtime" | "static" | undefined;
  }
}

const stryker: { activeMutant?: string | undefined } | undefined = Reflect.get(globalThis, "__stryker__");
if (stryker !== undefined && inject("mutantActivation") !== "static") stryker.activeMutant = undefined;
