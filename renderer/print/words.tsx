// Words on paper in one or two languages: the leading one first, the other beside or below it.
import { createContext, Fragment, type ReactNode, use } from "react";
import type { SlipLanguage, SlipWords } from "../../shared/slip/document.ts";
import type { Paper } from "../../shared/slip/paper.ts";
import type { Say, Values } from "./texts.ts";

export interface SheetSetting {
  readonly say: Say;
  readonly languages: readonly SlipLanguage[];
  readonly paper: Paper;
  /** Millimetres between the margins: what a drawing can be wide. */
  readonly contentWidth: number;
  readonly roll: boolean;
}

export const Setting = createContext<SheetSetting | null>(null);

export function useSetting(): SheetSetting {
  const setting = use(Setting);
  if (setting === null) throw new Error("a slip is laid out inside a sheet");
  return setting;
}

/** A text for each language; undefined where a language has none. */
export type Speak = (language: SlipLanguage) => string | undefined;

/** The same text in every language of the sheet, told apart by `lang`; equal texts stand once. */
export function Words({ of, block = false }: { readonly of: Speak; readonly block?: boolean }): ReactNode {
  const { languages } = useSetting();
  const spoken: { language: SlipLanguage; text: string }[] = [];
  for (const language of languages) {
    const text = of(language);
    if (text !== undefined && spoken.every((one) => one.text !== text)) spoken.push({ language, text });
  }
  return (
    <span className={block ? "words words-block" : "words"}>
      {spoken.map(({ language, text }, index) => (
        <Fragment key={language}>
          {index > 0 ? " " : null}
          <span lang={language} className={index === 0 ? "lead" : "second"}>
            {text}
          </span>
        </Fragment>
      ))}
    </span>
  );
}

/** The words of a translation key. */
export function T({
  k,
  v,
  block = false,
}: {
  readonly k: string;
  readonly v?: Values;
  readonly block?: boolean;
}): ReactNode {
  const { say } = useSetting();
  return <Words of={(language) => say(language, k, v)} block={block} />;
}

/** Words that come with the rule set or the form. */
export function spokenWords(words: SlipWords): Speak {
  return (language) => (language === "en" ? words.en : words.zh);
}

/** The name of a code in namespace `domain`, or the code itself where the translation lacks it. */
export function useNames(): (kind: string, code: string) => Speak {
  const { say } = useSetting();
  return (kind, code) => (language) => say(language, `domain:${kind}.${code}`) ?? code;
}
