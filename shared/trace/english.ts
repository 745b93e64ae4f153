// The English sentences of a trace.
import domain from "../locales/en/domain.json" with { type: "json" };
import trace from "../locales/en/trace.json" with { type: "json" };
import { type Phrase, phraser } from "./phrase.ts";

export const englishPhrase: Phrase = phraser({ trace, domain }, ", ");
