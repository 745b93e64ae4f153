// Names as the reader's language has them: of counties and townships, and of what the rule sets call by code.
import { useCallback } from "react";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useLanguage } from "../i18n/use-texts.ts";
import type { Names } from "./gateway.ts";

/** Picks the Chinese or English text of a bilingual name. */
export function useNames(): (names: Names) => string {
  const chinese = useLanguage().startsWith("zh");
  return useCallback((names) => (chinese ? names.zh : names.en), [chinese]);
}

export interface County {
  readonly code: string;
  readonly name: Names;
  readonly prefecture: Names;
  readonly townships: readonly { readonly no: number; readonly name: Names }[];
}

const counties = new WeakMap<RuleSetDescription, readonly County[]>();

/** All counties of the rule set's area, in its order. */
export function countiesOf(rules: RuleSetDescription): readonly County[] {
  const known = counties.get(rules);
  if (known !== undefined) return known;
  const found = rules.prefectures.flatMap((prefecture) =>
    prefecture.counties.map((county) => ({
      code: county.code,
      name: county.name,
      prefecture: prefecture.name,
      townships: county.townships ?? [],
    })),
  );
  counties.set(rules, found);
  return found;
}
