// Gives the fields of one file what they need to know of it.
import { type ReactElement, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { pathText } from "../../../shared/rules/fault.ts";
import { isTree, type PointValue, pointsOf } from "../../../shared/rules/points.ts";
import type { Texts } from "../../../shared/trace/phrase.ts";
import { optionsFor } from "../../../shared/workbench/reading-options.ts";
import { useFaultWords, useRuleWords } from "../../i18n/rule-words.ts";
import { pointsOfDraft, useBench, useDraft } from "../use-bench.ts";
import { FieldView } from "./field-view.tsx";
import { type Place, PlaceContext } from "./place.ts";

export function FilePlace({ file, children }: { readonly file: string; readonly children: ReactNode }): ReactElement {
  const draft = useDraft();
  const words = useRuleWords();
  const sayFault = useFaultWords();
  const base = useBench((state) => state.opened?.base);
  const inherited = useBench((state) => state.opened?.documents);
  const readings = useBench((state) => state.opened?.readings);
  const faults = useBench((state) => state.checked?.faults);
  const names = useNamesOf();

  const before = useMemo(() => {
    const found = new Map<string, PointValue>();
    if (file === "rules")
      for (const { key, leaves } of pointsOf(base))
        for (const { names: inside, value } of leaves) found.set([key, ...inside].join("\n"), value);
    return found;
  }, [base, file]);

  const place = useMemo((): Place => {
    const points = pointsOfDraft(draft).filter((entry) => entry.file === file);
    const leafAt = new Map(
      points.flatMap(({ point }) =>
        point.leaves.map(({ names: inside, path }) => [pathText(path), [point.key, ...inside].join("\n")] as const),
      ),
    );
    return {
      View: FieldView,
      file,
      words,
      faults: faults ?? [],
      sayFault: ({ message }) => sayFault(message),
      points: new Map(points.map((entry) => [pathText(entry.point.path), entry])),
      lastYear: (path) => before.get(leafAt.get(pathText(path)) ?? ""),
      documents: documentsOf(draft.files, inherited ?? {}),
      reading: (id) => {
        const found = readings?.[id];
        if (found === undefined) return null;
        const own = words.language === "en" ? "en" : "zh";
        return { question: found.question[own], byDefault: found.default[own] };
      },
      optionsFor: (path) =>
        optionsFor(draft.files, file, path, readings ?? {}).map(({ id, text }) => {
          const said = words.language === "en" ? text.en : text.zh;
          return { id, text: said === "" ? id : said };
        }),
      choices: (name) => names(name, draft.files["rules"]),
    };
  }, [draft, file, words, faults, sayFault, before, inherited, readings, names]);

  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
}

/** The draft's own documents first, then those of the layers. */
function documentsOf(
  files: Readonly<Record<string, unknown>>,
  inherited: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of Object.values(files)) {
    const documents = isTree(file) && isTree(file["documents"]) ? file["documents"] : {};
    for (const [id, document] of Object.entries(documents))
      found.set(id, isTree(document) && document["number"] !== "" ? String(document["number"]) : id);
  }
  // What last year's own files cited is no document of this year any more, unless the draft kept it.
  for (const [id, number] of Object.entries(inherited)) if (!found.has(id)) found.set(id, number);
  return found;
}

/** Ids that a field can be given, with their names. */
function useNamesOf(): Place["choices"] & ((name: string, rules: unknown) => ReturnType<Place["choices"]>) {
  const { i18n } = useTranslation("domain");
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return useMemo(() => {
    const domain = i18n.getResourceBundle(language, "domain") as Texts;
    const named = (kind: string) => {
      const table = domain[kind];
      return typeof table === "object"
        ? Object.entries(table).map(([id, text]) => ({ id, text: typeof text === "string" ? text : id }))
        : [];
    };
    return (name: string, rules?: unknown) => {
      const file = isTree(rules) ? rules : {};
      const interpretations = isTree(file["interpretations"]) ? Object.keys(file["interpretations"]) : [];
      const categories = named("category").filter(({ id }) => id !== "none");
      switch (name) {
        case "id":
          return [...categories, ...named("group")];
        case "resolvesTo":
        case "listed":
        case "identities":
          return categories;
        case "by":
        case "interpretation":
          return interpretations.map((id) => ({ id, text: id }));
        default:
          return [];
      }
    };
  }, [i18n, language]);
}
