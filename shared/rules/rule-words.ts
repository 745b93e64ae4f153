// What the parts of a rule file are called, and what stands in them, in either language: for differences and for the workbench.
import type { Texts } from "../trace/phrase.ts";
import type { Leaf, PointValue } from "./points.ts";

export type RuleLanguage = "zh-CN" | "en";

/** The texts needed, as i18next resources of one language. */
export interface RuleTexts {
  readonly words: Texts;
  readonly domain: Texts;
}

export interface RuleWords {
  readonly language: RuleLanguage;
  /** A text of the namespace, blanks filled; `count` picks the plural. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** What a field is called: the longest ending of its names that has a text. */
  readonly field: (names: readonly string[]) => string;
  readonly value: (names: readonly string[], value: PointValue | undefined) => string;
  /** What a point is called, from its names and, where it names itself, its own figures. */
  readonly subject: (names: readonly string[], leaves: readonly Leaf[]) => string;
}

export function ruleWords(language: RuleLanguage, texts: RuleTexts): RuleWords {
  const zh = language === "zh-CN";
  const comma = zh ? "、" : ", ";

  const find = (tree: Texts, ...keys: readonly string[]): string | undefined => {
    let at: string | Texts | undefined = tree;
    for (const key of keys) at = typeof at === "object" && Object.hasOwn(at, key) ? at[key] : undefined;
    return typeof at === "string" ? at : undefined;
  };

  const say: RuleWords["say"] = (key, values = {}) => {
    const keys = key.split(".");
    const last = keys.pop() ?? "";
    const { count } = values;
    const plural = count === undefined ? undefined : !zh && Number(count) === 1 ? `${last}_one` : `${last}_other`;
    const text =
      (plural === undefined ? undefined : find(texts.words, ...keys, plural)) ?? find(texts.words, ...keys, last);
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (blank, name: string) => String(values[name] ?? blank));
  };

  const own = (value: PointValue | undefined): string | undefined =>
    typeof value === "object" && value !== null && "zh" in value ? (zh ? value.zh : value.en) : undefined;

  const named = (id: string): string =>
    find(texts.domain, "category", id) ?? find(texts.domain, "group", id) ?? find(texts.words, "who", id) ?? id;

  const field: RuleWords["field"] = (names) => {
    const known = names.map(
      (name, at) =>
        // What follows is an option's own id.
        (names[at - 1] === "options" ? name : undefined) ??
        find(texts.words, "field", name) ??
        find(texts.words, "part", name) ??
        named(name),
    );
    const shown = known.filter((text, at) => text !== find(texts.words, "field", "value") || at === 0);
    return shown.join(" · ") || say("field.value");
  };

  const single = (name: string, value: string | number | boolean | null): string => {
    if (value === null) return say("value.notStated");
    if (typeof value !== "string") return find(texts.words, "value", String(value)) ?? String(value);
    if (value === "") return say("value.empty");
    return (
      find(texts.words, "value", name, value) ??
      (name === "window" ? find(texts.domain, "window", value) : undefined) ??
      (name === "reason" ? find(texts.domain, "reason", value) : undefined) ??
      (name === "standing" ? find(texts.domain, "standing", value) : undefined) ??
      (name === "review" ? find(texts.domain, "review", value, "title") : undefined) ??
      (["listed", "identities", "resolvesTo", "id", "who"].includes(name) ? named(value) : undefined) ??
      value
    );
  };

  const value: RuleWords["value"] = (names, given) => {
    if (given === undefined) return say("value.absent");
    const name = names.at(-1) ?? "";
    const text = own(given);
    if (text !== undefined) return text;
    if (Array.isArray(given)) {
      if (given.length === 0) return say("value.empty");
      return (given as readonly (string | number | boolean | null)[]).map((item) => single(name, item)).join(comma);
    }
    if (typeof given === "object" && given !== null && "by" in given) return say("value.by", { id: given.by });
    if (typeof given === "object" && given !== null && "length" in given && "unit" in given)
      return say("value.length", { length: given.length, unit: single("unit", given.unit) });
    return single(name, given as string | number | boolean | null);
  };

  const subject: RuleWords["subject"] = (names, leaves) => {
    const title = (wanted: string) => leaves.find((leaf) => leaf.names.length === 1 && leaf.names[0] === wanted)?.value;
    const whole = find(texts.words, "point", names.join("/"));
    if (whole !== undefined) return whole;
    const [first = "", second = "", third = ""] = names;
    const rest = (from: number) =>
      names
        .slice(from)
        .map((name) => find(texts.words, "part", name) ?? find(texts.words, "field", name) ?? named(name))
        .map((text) => ` · ${text}`)
        .join("");
    switch (first) {
      case "documents":
        return value(["number"], title("number") ?? second);
      case "interpretations":
        return own(title("question")) ?? second;
      case "information":
        return `${say("section.information")} · ${second}`;
      case "periods":
        return `${names.length === 2 && title("window") !== undefined ? value(["window"], title("window")) : say("section.periods")} · ${second}${rest(2)}`;
      case "groups":
        return `${named(second)}${rest(2)}`;
      case "aid":
        if (second === "categories") return `${named(third)}${rest(3)}`;
        if (second === "reliefs") return `${own(title("name")) ?? third}${rest(3)}`;
        if (second === "notStatedFor") return say("list.notStatedFor", { id: named(third) });
        break;
      case "subsidy":
        if (second === "tiers") return `${say("list.tier", { id: third })}${rest(3)}`;
        break;
      case "floors":
        if (second === "centralShares") return say("list.centralShare", { id: third });
        break;
    }
    return field(names);
  };

  return { language, say, field, value, subject };
}
