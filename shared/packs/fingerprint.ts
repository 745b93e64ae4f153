// A key's fingerprint (指纹) as groups of digits that two people can compare over the telephone, in Chinese or English.

export const GROUPS = 8;
export const GROUP_DIGITS = 5;

/** Eight groups of five digits from a SHA-256 of the key: about 132 bits, too many to look for a second key that fits. */
export function fingerprintGroups(digest: Uint8Array): readonly string[] {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  return Array.from({ length: GROUPS }, (_, at) =>
    String(view.getUint32(at * 4) % 10 ** GROUP_DIGITS).padStart(GROUP_DIGITS, "0"),
  );
}

/** As it stands on paper and is read aloud from. */
export function fingerprintText(groups: readonly string[]): string {
  return groups.join(" ");
}

/** 幺 for one, as numbers are read over the telephone in China: yī is too easily heard as qī (seven). */
const SPOKEN = {
  "zh-CN": ["零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
} as const;

/** One group in words, for reading aloud and for a screen reader. */
export function spokenGroup(group: string, language: keyof typeof SPOKEN): string {
  return Array.from(group, (digit) => SPOKEN[language][Number(digit)] ?? digit).join(language === "en" ? " " : "");
}

/** Digits as somebody typed them while listening: full-width digits, spaces and hyphens are all the same to the reader. */
export function typedDigits(text: string): string {
  return text.normalize("NFKC").replace(/[\s\-–—.,、，。]/g, "");
}
