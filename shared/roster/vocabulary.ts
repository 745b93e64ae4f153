// Names in a list's cells resolved to the ids of one rule set: exact ids, certain names, and what a person mapped before.
import { toHalfWidth } from "../text/half-width.ts";
import { type Alias, CATEGORY_ALIASES, GROUP_ALIASES, LIKELY, NO_CATEGORY, NO_GROUP } from "./aliases.ts";

/** A person's own table: a list's name to an id, or to "none". */
export type NameChoices = Readonly<Record<string, string>>;

export interface Vocabulary {
  /** The id of a name; "" where it says that there is none; undefined where it is not known. */
  readonly resolve: (name: string) => string | undefined;
  /** Ids that an unknown name likely means, for a person to confirm; only ids of this rule set. */
  readonly suggest: (name: string) => readonly string[];
  /** Ids of the rule set, for a message. */
  readonly ids: readonly string[];
}

export function categoryVocabulary(ids: Iterable<string>, choices: NameChoices): Vocabulary {
  return vocabulary(ids, choices, CATEGORY_ALIASES, NO_CATEGORY);
}

export function groupVocabulary(ids: Iterable<string>, choices: NameChoices): Vocabulary {
  return vocabulary(ids, choices, GROUP_ALIASES, NO_GROUP);
}

/** A name without what differs from list to list: width, spaces, brackets around a remark stay. */
export function normalName(name: string): string {
  return toHalfWidth(name)
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, "");
}

function vocabulary(
  idList: Iterable<string>,
  choices: NameChoices,
  aliases: readonly Alias[],
  none: readonly string[],
): Vocabulary {
  const ids = [...idList];
  const own = new Set(ids);
  const known = new Map<string, string>();
  for (const id of ids) known.set(normalName(id), id);
  for (const name of none) known.set(normalName(name), "");
  for (const alias of aliases) {
    const id = alias.ids.find((candidate) => own.has(candidate));
    if (id === undefined) continue;
    for (const name of alias.names) known.set(normalName(name), id);
  }
  for (const [name, id] of Object.entries(choices)) {
    if (id === "none") known.set(normalName(name), "");
    else if (own.has(id)) known.set(normalName(name), id);
  }
  return {
    ids,
    resolve: (name) => known.get(normalName(name)),
    suggest: (name) => {
      const normal = normalName(name);
      const entry = LIKELY.find((likely) => likely.names.some((candidate) => normalName(candidate) === normal));
      return entry === undefined ? [] : entry.ids.filter((id) => own.has(id));
    },
  };
}
