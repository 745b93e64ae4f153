// The words of a day's table, in the window's language: the ledger keeps ids, a bureau's workbook reads names.
import enDomain from "../../../shared/locales/en/domain.json" with { type: "json" };
import en from "../../../shared/locales/en/ledger.json" with { type: "json" };
import zhDomain from "../../../shared/locales/zh-CN/domain.json" with { type: "json" };
import zh from "../../../shared/locales/zh-CN/ledger.json" with { type: "json" };
import type { ExportWords } from "../../ledger/export-day.ts";
import type { Policies } from "../../policies/store.ts";

/** The names of what the ledger keeps by id, from the rules in use. */
export function exportWords(english: boolean, { ruleSets }: Pick<Policies, "ruleSets">): ExportWords {
  const { export: words } = english ? en : zh;
  const categories: Readonly<Record<string, string>> = (english ? enDomain : zhDomain).category;
  const named = ({ zh: chinese, en: other }: { readonly zh: string; readonly en: string }) =>
    english ? other : chinese;
  const townships = new Map(
    [...ruleSets.values()].flatMap(({ table }) =>
      [...table.counties.values()].flatMap(({ townships: rows }) =>
        (rows ?? []).map(({ name }) => [name.zh, named(name)] as const),
      ),
    ),
  );
  return {
    ...words,
    category: (id) => categories[id] ?? id,
    ruleSet: (id) => {
      const loaded = ruleSets.get(id);
      return loaded === undefined ? id : named(loaded.table.name);
    },
    township: (recorded) => townships.get(recorded) ?? recorded,
  };
}
