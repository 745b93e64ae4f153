// Fetches the texts that the counter needs at once: one file for each language.

/** @param language anything but English gets Chinese, which every text has first */
export async function loadCounterTexts(language: string) {
  const { texts } = language.startsWith("en")
    ? await import("./counter-texts.en.ts")
    : await import("./counter-texts.zh-CN.ts");
  return texts;
}
