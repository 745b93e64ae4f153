// The steps of provisions that decide nothing and are shown to whom they concern.
import type { Information, Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import { fixedStep, type Log } from "./log.ts";

export function logInformation(resident: Case, table: Table, log: Log): void {
  for (const entry of table.information) {
    const { isConditional, identities, standing, groups, paidFrom, paidTo } = entry;
    if (!isConditional) continue;
    if (identities !== null && !resident.categories?.some(({ id }) => identities.has(id))) continue;
    if (standing !== null && !standing.has(resident.standing)) continue;
    if (groups !== null && !resident.claims.some(({ group }) => groups.has(group.id))) continue;
    if (!isBornIn(entry, resident)) continue;
    if (paidFrom !== null && resident.paidOn < paidFrom) continue;
    if (paidTo !== null && resident.paidOn > paidTo) continue;
    log.push(
      fixedStep(entry, "shown", () => ({
        step: "information",
        variant: "shown",
        effect: "info",
        cited: entry.cited,
        in: { information: entry.id, zh: entry.text.zh, en: entry.text.en },
        out: { ...entry.values },
      })),
    );
  }
}

function isBornIn({ bornFrom, bornTo }: Information, { birth }: Case): boolean {
  if (bornFrom === null && bornTo === null) return true;
  return birth !== null && birth >= (bornFrom ?? birth) && birth <= (bornTo ?? birth);
}
