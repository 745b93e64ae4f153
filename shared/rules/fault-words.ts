// The faults of rule files in the reader's language: each message has a pattern, a text in either language, and its figures.
import type { Texts } from "../trace/phrase.ts";

interface Pattern {
  readonly key: string;
  readonly pattern: RegExp;
}

/** Named groups fill the blanks of the text `fault.<key>`. */
const PATTERNS: readonly Pattern[] = [
  { key: "gap", pattern: /^leaves out (?<from>\S+) to (?<to>\S+); write a period/ },
  { key: "overlap", pattern: /^overlaps the period before, which ends on (?<day>\S+)/ },
  { key: "endsEarly", pattern: /^end on (?<day>\S+); the last period ends with the coverage year on (?<end>\S+)/ },
  { key: "backwards", pattern: /^(?<to>\S+) is before (?<from>\S+)$/ },
  { key: "noDay", pattern: /^"(?<text>.*)" is no day of the calendar/ },
  { key: "date", pattern: /^a (?:date is|day is written|day as) YYYY-MM-DD/ },
  { key: "money", pattern: /^an amount is text in yuan with two decimals/ },
  { key: "slug", pattern: /^(?:the name .* cannot stand here: )?an id is lower-case words joined by hyphens/ },
  { key: "needsStandard", pattern: /^a rule set needs a standard/ },
  { key: "belowFloor", pattern: /^(?<amount>\S+) is below the national floor of (?<floor>\S+)/ },
  { key: "belowStandard", pattern: /^(?<amount>\S+) is below the ordinary standard (?<standard>\S+)/ },
  { key: "aidAbove", pattern: /^aid (?<aid>\S+) is above the standard (?<standard>[\d.]+)/ },
  {
    key: "tierSum",
    pattern:
      /^central (?<central>\S+) \+ province (?<province>\S+) \+ city and county (?<city>\S+) = (?<sum>\S+), but the subsidy is (?<total>\S+)/,
  },
  { key: "twoTiers", pattern: /^(?<code>\S+) is in two tiers/ },
  { key: "outside", pattern: /^(?<code>\S+) lies outside (?<place>.+)$/ },
  { key: "twice", pattern: /^"?(?<id>[^"]*)"? stands twice$/ },
  { key: "noClass", pattern: /^"(?<id>.*)" is no class of this rule set; known: (?<known>.*)$/ },
  { key: "noIdentity", pattern: /^"(?<id>.*)" is no aid identity of this rule set; known: (?<known>.*)$/ },
  { key: "noDocument", pattern: /^no document "(?<id>.*)"; known: (?<known>.*)$/ },
  { key: "noReading", pattern: /^no interpretation "(?<id>.*)"; known: (?<known>.*)$/ },
  { key: "noRelief", pattern: /^no relief "(?<id>.*)" in this rule set; known: (?<known>.*)$/ },
  { key: "lacksReading", pattern: /^lacks "(?<id>.*)", which (?<why>.*) needs/ },
  { key: "noOption", pattern: /^"(?<id>.*)" is none of its options \((?<known>.*)\)/ },
  { key: "priceMissing", pattern: /^a price that is not stated cannot be charged/ },
  { key: "noFirstDayOfEvent", pattern: /^the day that it is about, eventFrom, is not written/ },
  { key: "priceWait", pattern: /^a price for late payers goes with a period that sets a wait/ },
  { key: "noWholeFen", pattern: /^(?<percent>\S+) % of (?<standard>\S+) is no whole number of fen/ },
  { key: "aboveStandard", pattern: /^(?<amount>\S+) is above the standard (?<standard>\S+)/ },
  { key: "noDayOfYear", pattern: /^(?<day>\S+) is no day of coverage year (?<year>\S+)/ },
  { key: "furtherOnce", pattern: /^write once what a further missed year adds/ },
  { key: "floorUnit", pattern: /^the wait is counted by the (?<unit>\S+); write the floor in it too/ },
  { key: "ownWindow", pattern: /^a window of its own lies between the opening on (?<day>\S+) and the year's end/ },
  { key: "bothByBirth", pattern: /^(?<groups>.*) are both told by the birth date/ },
  { key: "noGroup", pattern: /^"(?<id>.*)" is no special group of this rule set; known: (?<known>.*)$/ },
  { key: "notItsLayer", pattern: /^"(?<id>.*)" is not the layer of coverage year (?<year>\S+)/ },
  { key: "fileName", pattern: /^"?(?<id>[^"]*)"? does not fit (?:the file's name|the file name|its folder|its name)/ },
  { key: "noOptionOf", pattern: /^"(?<id>.*)" is no option of (?<reading>\S+); known: (?<known>.*)$/ },
  { key: "noFirstDay", pattern: /^option "(?<id>.*)" of (?<reading>\S+) names no first day; possible: (?<known>.*)$/ },
  { key: "newbornOnly", pattern: /^only the group newborn is told by its birth date/ },
  { key: "namesCode", pattern: /^an interpretation that can be not-settled names the review code/ },
  { key: "weakGrade", pattern: /^grade (?<grade>\S+) cannot carry a rule in force/ },
  {
    key: "wrongYear",
    pattern: /^"(?<id>.*)" (?:does not end with the coverage year|is a layer of another year than) (?<year>\d+)/,
  },
  { key: "noLayer", pattern: /^no layer (?<id>[^\s;]+)(?:; known layers: (?<known>.*))?$/ },
  { key: "noRegions", pattern: /^no sound regions\/(?<id>.*)\.json; known: (?<known>.*)$/ },
  {
    key: "stateAll",
    pattern: /^not a reading of the national layer, so it must state (?<parts>[^;]*); known: (?<known>.*)$/,
  },
  { key: "missing", pattern: /^missing; expected/ },
  { key: "wholeNumber", pattern: /^expected a (?:whole )?number, found/ },
  { key: "empty", pattern: /^(?:empty; something has to stand here|must not be blank)/ },
  { key: "tooSmall", pattern: /^expected at least (?<bound>\S+), found/ },
  { key: "notMore", pattern: /^expected more than (?<bound>\S+), found/ },
  { key: "tooBig", pattern: /^expected at most (?<bound>\S+), found/ },
  { key: "tooLong", pattern: /^expected at most (?<bound>\S+) characters, found (?<size>\d+)/ },
  { key: "oneOf", pattern: /^expected one of (?<known>.*), found/s },
  { key: "wrongKind", pattern: /^(?:expected|does not fit here|fits more than one) / },
  { key: "unknownKey", pattern: /^unknown keys? (?<keys>.*); known keys: (?<known>[^;]*)/s },
  { key: "pattern", pattern: /^not written as it has to be/ },
  { key: "noAidAlias", pattern: /^a name for a class takes the class's aid/ },
  { key: "tooLarge", pattern: /^has \S+ bytes; a rule file has at most/ },
  { key: "unreadable", pattern: /^cannot be read \(/ },
  { key: "notUtf8", pattern: /^is not UTF-8 text/ },
  { key: "tooDeep", pattern: /^nests deeper than/ },
  { key: "emptyFile", pattern: /^is not JSON: (?:it is empty|ValueExpected at line 1, column 1$)/ },
  { key: "notJsonAt", pattern: /^is not JSON: .* at line (?<line>\d+), column (?<column>\d+)/ },
  { key: "notJson", pattern: /^is not JSON/ },
  { key: "keyTwice", pattern: /^the key stands twice in one object, again at line (?<line>\d+)/ },
  { key: "notInPack", pattern: /^is not in the pack/ },
  { key: "belongsNowhere", pattern: /^belongs to no rule set of the pack/ },
  { key: "noSuchRuleSet", pattern: /^no sound rule set of this name; known: (?<known>.*)$/ },
  { key: "noRuleSet", pattern: /^no sound rule set (?<id>[^\s;]+); known: (?<known>.*)$/ },
  { key: "noCounty", pattern: /^(?<code>\S+) is no county of (?<place>[^\s;]+);/ },
  { key: "noTier", pattern: /^no tier "(?<id>.*)"; known: (?<known>.*)$/ },
  { key: "rowsSum", pattern: /^the rows add up to (?<sum>\S+), the notice prints (?<total>\S+)/ },
  { key: "numbering", pattern: /^(?<no>\S+) breaks the numbering; expected (?<expected>\S+)/ },
  { key: "cycle", pattern: /^the layers form a cycle at (?<id>[^\s;]+)/ },
  { key: "expiry", pattern: /^lies within \S+ days after the day of making/ },
  { key: "holdsNone", pattern: /^hold no rule set/ },
  { key: "noPath", pattern: /^is no path of a rule file/ },
  { key: "noReadingOf", pattern: /^no interpretation of (?<ruleSet>[^\s;]+); it has (?<known>.*)$/ },
  { key: "unknownOption", pattern: /^unknown option "(?<id>.*)"; allowed: (?<known>.*)$/ },
  { key: "settledUnnamed", pattern: /^a settled interpretation names its issuer/ },
  {
    key: "caseDiffers",
    pattern: /^(?<zh>.*) \/ (?<en>.*): (?<part>[\w.[\]-]+): (?<expected>.*) ≠ (?<got>.*)$/s,
  },
  { key: "expectsNothing", pattern: /^a case that expects nothing cannot fail/ },
];

/** The fault in the reader's language; undefined for a message that nobody foresaw. `texts`: the namespace rule-faults. */
export function knownFaultWords(message: string, texts: Texts): string | undefined {
  for (const { key, pattern } of PATTERNS) {
    const found = pattern.exec(message);
    const text = textAt(texts, "fault", key);
    if (found === null || text === undefined) continue;
    return text.replace(/\{\{(\w+)\}\}/g, (_blank, name: string) => filled(name, found.groups?.[name] ?? "", texts));
  }
  // Of a part that may have several shapes, the fault names the place further in that is wrong.
  const further = /^(?<place>[\w.[\]"-]+): (?<rest>.*)$/s.exec(message)?.groups;
  const rest = further === undefined ? undefined : knownFaultWords(further["rest"] ?? "", texts);
  return rest === undefined ? undefined : `${further?.["place"]}: ${rest}`;
}

/** For a rule author, who can do something with it, an unforeseen message stands as the check wrote it. */
export function faultWords(message: string, texts: Texts): string {
  return knownFaultWords(message, texts) ?? message;
}

export const FAULT_KEYS: readonly string[] = PATTERNS.map(({ key }) => key);

/** What a check calls in English goes by its name in the texts: a part of the answer, the end of a list of nothing. */
function filled(name: string, value: string, texts: Texts): string {
  if (name === "part") return textAt(texts, "part", value.split(".").at(-1) ?? value) ?? value;
  return value === "none" || value === "nothing" || value === "null" ? (textAt(texts, "nothing") ?? value) : value;
}

function textAt(texts: Texts, ...keys: readonly string[]): string | undefined {
  let at: string | Texts | undefined = texts;
  for (const key of keys) at = typeof at === "object" && Object.hasOwn(at, key) ? at[key] : undefined;
  return typeof at === "string" ? at : undefined;
}
