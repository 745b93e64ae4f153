// What the full-text index holds of a resident: the name in single characters and in pairs, and each character joined to
// township and amount. A frequent surname has fifty thousand bearers; in one township, or with one amount, a thousand.

import { sha256 } from "./keys.ts";

/** The columns of `entry_word`. */
export interface NameWords {
  /** 王桂兰 → "王 桂 兰" */
  readonly one: string;
  /** 王桂兰 → "王桂 桂兰" */
  readonly two: string;
  /** Each character with the township and with the amount. */
  readonly joined: string;
}

export function nameWords(name: string, township: string | null, payable: number | null): NameWords {
  const characters = charactersOf(name);
  return {
    one: characters.join(" "),
    two: pairsOf(characters).join(" "),
    joined: [...new Set(characters)]
      .flatMap((character) => [
        ...(township === null ? [] : [withTownship(character, township)]),
        ...(payable === null ? [] : [withAmount(character, payable)]),
      ])
      .join(" "),
  };
}

/** The full-text query for a part of a name, and for township and amount where given; undefined where the part has no character to search by. */
export function nameMatch(part: string, township: string | undefined, payable: number | undefined): string | undefined {
  const characters = charactersOf(part);
  const [first] = characters;
  if (first === undefined) return undefined;
  const terms = characters.length === 1 ? [`one : "${first}"`] : [`two : "${pairsOf(characters).join(" ")}"`];
  // One character says as much as all: the pairs hold them together already.
  if (township !== undefined) terms.push(`joined : "${withTownship(first, township)}"`);
  if (payable !== undefined) terms.push(`joined : "${withAmount(first, payable)}"`);
  // The shorter list alone, where it says everything.
  return (characters.length === 1 && terms.length > 1 ? terms.slice(1) : terms).join(" AND ");
}

/** The index knows the letters of an older Unicode only: a rare character beyond the first plane goes by its number. */
function charactersOf(name: string): readonly string[] {
  return Array.from(name.normalize("NFKC").toLowerCase())
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      return point > 0xffff ? `u${point.toString(16)}` : character;
    });
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

/** By a digest, so that a name with spaces or signs stays one word and no two townships share one. */
function withTownship(character: string, township: string): string {
  return `${character}t${sha256(township).toString("hex").slice(0, 12)}`;
}

function withAmount(character: string, payable: number): string {
  return `${character}y${payable}`;
}
