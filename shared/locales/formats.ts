// How values stand inside sentences: {{group, group}} is a group's name, {{years, list}} a list. For every i18next here.

/** The part of an i18next instance that is needed; both the window's and the print page's have it. */
export interface Texts {
  readonly services: {
    readonly formatter?:
      | { add(name: string, format: (value: unknown, language: string | undefined) => string): void }
      | undefined;
  };
  exists(key: string, options: { lng: string }): boolean;
  t(key: string, options: { lng: string }): string;
}

/** Formats that put a code's name: format name → the part of namespace `domain` that names such codes. */
const NAMED: Readonly<Record<string, string>> = {
  category: "category",
  categories: "category",
  group: "group",
  groups: "group",
  kind: "kind",
  reason: "reason",
  standing: "standing",
  unit: "unit",
  window: "window",
};

/** Registers the formats that the sentences of namespace `trace` use. A code without a name prints as itself. */
export function addFormats(texts: Texts): void {
  const { formatter } = texts.services;
  if (formatter === undefined) throw new Error("the translations have no formatter yet: initialise them first");
  const joined = (parts: readonly string[], language: string): string => parts.join(language === "en" ? ", " : "、");
  for (const [format, part] of Object.entries(NAMED)) {
    formatter.add(format, (value, language = "zh-CN") =>
      joined(
        listed(value).map((code) => {
          const key = `domain:${part}.${code}`;
          return texts.exists(key, { lng: language }) ? texts.t(key, { lng: language }) : code;
        }),
        language,
      ),
    );
  }
  formatter.add("list", (value, language = "zh-CN") => joined(listed(value), language));
}

function listed(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined || value === "" ? [] : [String(value)];
}
