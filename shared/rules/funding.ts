// Who pays the subsidy (财政补助): total, central, province, city and county, by tier. Parts that no document states stay null.
import type { ResolvedRuleSet } from "./resolve.ts";
import type { CiteData } from "./schema.ts";
import type { Cited, Funding, Table } from "./table.ts";

/** The key of a resident whose county, and with it the tier, is not known. */
export const NO_TIER = "";

export function compileFunding(source: ResolvedRuleSet, cited: (cite: CiteData) => Cited): Table["funding"] {
  const { subsidy } = source.data;
  const byTier = new Map<string, Funding>();
  const { central } = subsidy;
  const open = "by" in central;
  const shared = {
    total: subsidy.total.value,
    central: open ? null : central.value,
    ...(open ? { centralOptions: Object.values(central.options).sort() } : {}),
  };
  byTier.set(NO_TIER, { ...shared, province: null, cityCounty: null, tier: null });
  for (const tier of subsidy.tiers)
    byTier.set(tier.id, { ...shared, province: tier.province, cityCounty: tier.cityCounty, tier: tier.id });
  return {
    fiscalYear: subsidy.fiscalYear,
    cited: cited(subsidy.total.cite),
    centralCited: cited(central.cite),
    byTier,
    tierCited: new Map(subsidy.tiers.map((tier) => [tier.id, cited(tier.cite)])),
    central: open ? { by: central.by, byOption: new Map(Object.entries(central.options)) } : null,
  };
}
