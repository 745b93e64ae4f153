// Aid by identity and reliefs of a rule file as amounts: shares of the standard worked out, what is left to pay beside each.
import { optionalDay } from "./compile-days.ts";
import { compareYuan, fen, minus, shareOf, type Yuan, ZERO } from "./money.ts";
import type { CiteData, RuleSetData } from "./schema.ts";
import type { AidAmountData } from "./schema-aid.ts";
import type { Category, Cited, Relief } from "./table.ts";

type CitedBy = (cite: CiteData) => Cited;

/** An amount of aid, worked out where the document writes a share of the standard. */
function amountOf(aid: AidAmountData, standard: Yuan): Yuan | null {
  if (aid === null || typeof aid === "string") return aid;
  return shareOf(standard, aid.percent);
}

export function compileCategories(data: RuleSetData, standard: Yuan, cited: CitedBy): ReadonlyMap<string, Category> {
  const { categories } = data.aid;
  const compiled = new Map<string, Category>();
  categories.forEach((entry, order) => {
    const winner = entry.resolvesTo === undefined ? entry : categories.find((other) => other.id === entry.resolvesTo);
    const written = winner?.aid ?? null;
    const aid = amountOf(written, standard);
    compiled.set(entry.id, {
      id: entry.id,
      winner: winner?.id ?? entry.id,
      order,
      rank: aid === null ? -1 : fen(aid),
      aid,
      percent: written === null || typeof written === "string" ? null : written.percent,
      payable: aid === null ? null : minus(standard, aid),
      paysNothing: aid !== null && compareYuan(aid, standard) === 0,
      alias: entry.resolvesTo !== undefined,
      cited: cited(entry.cite),
    });
  });
  return compiled;
}

export function compileReliefs(data: RuleSetData, standard: Yuan, cited: CitedBy): readonly Relief[] {
  return (data.aid.reliefs ?? []).map(({ id, name, who, pays, cite }): Relief => {
    const aid = pays === "all" ? standard : typeof pays === "string" ? pays : shareOf(standard, pays.percent);
    return {
      id,
      name,
      who: who.kind,
      bornFrom: who.kind === "student" ? null : optionalDay(who.from),
      years: who.kind === "born-since" ? who.years : 1,
      limit: who.kind === "newborn-with-insured-parent" ? (who.limit ?? null) : null,
      all: pays === "all",
      aid,
      payable: pays === "all" ? ZERO : minus(standard, aid),
      rank: fen(aid),
      cited: cited(cite),
    };
  });
}
