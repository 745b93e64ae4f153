/** Certificate numbers and names with the middle hidden, as they stand on screen and paper. */
import { toPlainNumber } from "../text/half-width.ts";

const HIDDEN = "*";

/** From this length on a number still hides enough with six characters at its head and four at its end in sight. */
const LONG = 15;
const SHORT = 8;

/**
 * 622301199001010024 → 622301********0024: region and ending stay recognisable, the birth date does not. Shorter
 * certificates (a birth certificate, a passport) keep two characters at either end, very short ones none. The length
 * is kept. Works on anything typed, valid or not.
 */
export function maskNumber(text: string): string {
  const characters = Array.from(toPlainNumber(text));
  const [head, tail] = characters.length >= LONG ? [6, 4] : characters.length >= SHORT ? [2, 2] : [0, 0];
  const lastHidden = characters.length - tail;
  return characters.map((character, index) => (index < head || index >= lastHidden ? character : HIDDEN)).join("");
}

/** 王桂兰 → 王**: the first character stays, spaces and the dot inside a name too. */
export function maskName(name: string): string {
  return Array.from(name.trim())
    .map((character, index) => (index === 0 || /[\s·•・]/u.test(character) ? character : "*"))
    .join("");
}
