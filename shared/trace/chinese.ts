// The Chinese sentences of a trace: the language in which results carry their summaries.
import domain from "../locales/zh-CN/domain.json" with { type: "json" };
import trace from "../locales/zh-CN/trace.json" with { type: "json" };
import { type Phrase, phraser } from "./phrase.ts";

export const chinesePhrase: Phrase = phraser({ trace, domain }, "、");

/** What a missing fact could change, as one phrase. */
export function chineseChanges(changes: readonly (keyof typeof domain.change)[]): string {
  return changes.map((change) => domain.change[change]).join("，");
}
