// Special groups of a rule file, ready to be tried: tests as they are, days as whole days, ids as sets.
import { day } from "./compile-days.ts";
import type { CiteData, RuleSetData } from "./schema.ts";
import type { GroupData } from "./schema-groups.ts";
import type { Cited, Group } from "./table.ts";

type CitedBy = (cite: CiteData) => Cited;

export function compileGroups(data: RuleSetData, cited: CitedBy): readonly Group[] {
  return data.groups.map((group, order) => compileGroup(group, order, cited));
}

function compileGroup(group: GroupData, order: number, cited: CitedBy): Group {
  const { test, identities } = group;
  const groupCited = cited(group.cite);
  return {
    id: group.id,
    order,
    test,
    start: group.start,
    needsEventDate: test.kind === "this-year" || test.kind === "within",
    listed: identities === undefined ? null : new Set(identities.listed),
    openIdentities:
      identities?.open === undefined ? null : { if: identities.open.if, ids: new Set(identities.open.identities) },
    impliedByIdentity: group.impliedByIdentity !== undefined,
    impliedIf: typeof group.impliedByIdentity === "object" ? group.impliedByIdentity.if : null,
    conditionsNotStated: group.conditionsNotStated === true,
    requires: (group.requires ?? []).map(({ fact, atLeast, cite }) => ({ fact, atLeast, cited: cited(cite) })),
    price: group.price ?? null,
    ownPeriod:
      test.kind === "own-window"
        ? {
            id: group.id,
            window: "concentrated",
            from: day(test.from),
            to: day(test.to),
            windowFrom: day(test.from),
            windowTo: day(test.to),
            benefit: { kind: "start", start: group.start },
            standard: null,
            surcharge: null,
            priceCited: groupCited,
            cited: groupCited,
          }
        : null,
    bornSince: test.kind === "born-since" ? { from: day(test.from), years: test.years } : null,
    eventFrom: test.kind === "within" && test.eventFrom !== undefined ? day(test.eventFrom) : null,
    // A window of one's own frees from having paid late, not from a wait for missed years.
    exemption: { group: group.id, window: true, wait: test.kind !== "own-window" },
    cited: groupCited,
  };
}
