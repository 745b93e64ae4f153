// Finds Chinese names by what a clerk types: characters, or the first letters of their pinyin (hyz for 黄羊镇).

/** The first character of each letter in the pinyin order of ICU; no syllable starts with i, u or v. */
const FIRST: readonly (readonly [string, string])[] = [
  ["a", "阿"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "哒"],
  ["e", "妸"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "丌"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拏"],
  ["o", "噢"],
  ["p", "妑"],
  ["q", "七"],
  ["r", "呥"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "屲"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "帀"],
];

const HAN = /\p{Script=Han}/u;
const collator = new Intl.Collator("zh-Hans-u-co-pinyin");
const letters = new Map<string, string>();

/** The pinyin letter of one character; of a character read in two ways, the commoner one. */
function letterOf(character: string): string {
  if (!HAN.test(character)) return character.toLowerCase();
  const known = letters.get(character);
  if (known !== undefined) return known;
  let letter = "";
  for (const [candidate, first] of FIRST) {
    if (collator.compare(first, character) > 0) break;
    letter = candidate;
  }
  letters.set(character, letter);
  return letter;
}

/** 黄羊镇 → "hyz". */
export function initialsOf(name: string): string {
  return Array.from(name, letterOf).join("");
}

/** How well a name fits what was typed: 0 best, null not at all. Spaces between parts of the query all have to fit. */
export function fitOf(name: string, typed: string, more = ""): number | null {
  const parts = typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== "");
  let worst = 0;
  for (const part of parts) {
    const score = fitOne(name, part, more);
    if (score === null) return null;
    worst = Math.max(worst, score);
  }
  return worst;
}

function fitOne(name: string, part: string, more: string): number | null {
  const plain = name.toLowerCase();
  if (plain.startsWith(part)) return 0;
  if (plain.includes(part)) return 1;
  const initials = initialsOf(plain);
  if (initials.startsWith(part)) return 1;
  if (initials.includes(part)) return 2;
  const also = more.toLowerCase();
  return also.includes(part) || initialsOf(also).includes(part) ? 3 : null;
}
