// The screens of the application, in the order of the navigation. A new screen adds its folder and one line here.

import { type ComponentType, lazy } from "react";
import { AssessScreen } from "./assess/assess-screen.tsx";

export interface Feature {
  /** also the key of its name in the shell's texts and the name of its own texts */
  readonly id: string;
  readonly Screen: ComponentType;
}

function feature(id: string, load: () => Promise<ComponentType>): Feature {
  return { id, Screen: lazy(async () => ({ default: await load() })) };
}

export const features: readonly Feature[] = [
  // The counter is there with the window itself.
  { id: "assess", Screen: AssessScreen },
  feature("household", async () => (await import("./household/household-screen.tsx")).HouseholdScreen),
  feature("compare", async () => (await import("./compare/compare-screen.tsx")).CompareScreen),
  feature("roster", async () => (await import("./roster/roster-screen.tsx")).RosterScreen),
  feature("ledger", async () => (await import("./ledger/ledger-screen.tsx")).LedgerScreen),
  feature("policies", async () => (await import("./policies/policies-screen.tsx")).PoliciesScreen),
  feature("workbench", async () => (await import("./workbench/workbench-screen.tsx")).WorkbenchScreen),
  feature("help", async () => (await import("./help/handbook/handbook-screen.tsx")).HandbookScreen),
];
