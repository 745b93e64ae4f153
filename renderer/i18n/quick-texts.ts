// Texts are made once: a drawing asks i18next for some hundred of them, and each question costs it a dozen steps.
import type { i18n, TFunction } from "i18next";

type Fixed = (language: string, namespaces: unknown, prefix: unknown, scope: unknown) => TFunction;
type Translate = ((key: string, ...given: readonly unknown[]) => string) &
  Record<"lng" | "lngs" | "ns" | "keyPrefix", unknown>;

/** Days, amounts and articles come again and again; beyond this many texts of a component's set all are made anew. */
const MOST = 1000;

/**
 * Makes `i18next` remember its texts, for each language and set of namespaces, by key and values. What was not found is asked
 * for again; texts that come later, or replace others, clear what was remembered.
 */
export function rememberTexts(i18next: i18n): void {
  const ask = i18next.getFixedT.bind(i18next) as unknown as Fixed;
  const made = new Map<string, Translate>();
  const memories: Map<string, string>[] = [];

  const remembering = (translate: Translate): Translate => {
    const texts = new Map<string, string>();
    memories.push(texts);
    const { lng, lngs, ns, keyPrefix } = translate;
    const quick = (key: string, ...given: readonly unknown[]): string => {
      const name = nameOf(key, given);
      const before = name === null ? undefined : texts.get(name);
      if (before !== undefined) return before;
      const text = translate(key, ...given);
      // A text that is not there is answered with its key, without the namespace.
      if (name === null || key.endsWith(text)) return text;
      if (texts.size >= MOST) texts.clear();
      texts.set(name, text);
      return text;
    };
    return Object.assign(quick, { lng, lngs, ns, keyPrefix });
  };

  const fixed: Fixed = (...asked) => {
    const name = JSON.stringify(asked);
    const translate = made.get(name) ?? remembering(ask(...asked) as unknown as Translate);
    made.set(name, translate);
    return translate as unknown as TFunction;
  };
  i18next.getFixedT = fixed as unknown as typeof i18next.getFixedT;
  const forget = (): void => {
    for (const texts of memories) texts.clear();
  };
  i18next.store.on("added", forget);
  i18next.store.on("removed", forget);
}

/** Separates what no key or value holds. */
const SEPARATOR = "\u0000";

/** A text's name among the remembered ones: its key and values. Null where a value is itself made of values. */
function nameOf(key: string, given: readonly unknown[]): string | null {
  if (given.length === 0) return key;
  const [values] = given;
  if (given.length > 1 || typeof values !== "object" || values === null) return null;
  let name = key;
  for (const [gap, value] of Object.entries(values)) {
    if (typeof value === "function" || (typeof value === "object" && value !== null)) return null;
    name += `${SEPARATOR}${gap}${SEPARATOR}${typeof value}${value}`;
  }
  return name;
}
