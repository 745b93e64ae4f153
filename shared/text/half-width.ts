/** Text as a Chinese input method or a chat program leaves it, brought to the plain characters a number is made of. */

/** How far the full-width forms U+FF01–U+FF5E lie above ASCII. */
const ABOVE_ASCII = 0xfee0;

/** Full-width letters, digits and signs (２０２５／Ｘ) as their ASCII counterparts; everything else as it was. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - ABOVE_ASCII));
}

/** Nothing to bring over: most of a roster's cells. Deciding that first makes reading them several times faster. */
const PLAIN_ALREADY = /^[!-~]*$/;

/** The same, without spaces of any width and without the invisible marks that copying from a telephone brings along. */
export function toPlainNumber(text: string): string {
  return PLAIN_ALREADY.test(text) ? text : toHalfWidth(text).replace(/[\s\p{Cf}]/gu, "");
}
