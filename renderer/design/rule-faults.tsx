// What is wrong in rule files, in the clerk's language: where, what, and beneath it the check's own words for who mends them.
import { Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../shared/rules/fault.ts";
import { useFaultLine } from "../i18n/rule-words.ts";
import "./rule-faults.css";

/** Beyond it a list helps nobody at a counter; the original has all of them. */
const MOST = 20;

interface Props {
  readonly faults: readonly Fault[];
  /** What to do about them. */
  readonly advice: string | null;
}

/** The texts come with the first fault: a window without one does not fetch them. */
export function RuleFaults({ faults, advice }: Props) {
  return (
    <Suspense fallback={null}>
      <Listed faults={faults} advice={advice} />
    </Suspense>
  );
}

function Listed({ faults, advice }: Props) {
  const { t } = useTranslation("rule-faults");
  const line = useFaultLine();
  return (
    <>
      <ul className="rule-faults">
        {faults.slice(0, MOST).map((fault) => (
          <li key={`${fault.file} ${fault.path} ${fault.message}`}>{line(fault)}</li>
        ))}
        {faults.length > MOST ? <li>{t("more", { count: faults.length - MOST })}</li> : null}
      </ul>
      {advice === null ? null : <p className="rule-faults__advice">{advice}</p>}
      <Original text={faults.map(originalOf).join("\n")} />
    </>
  );
}

function originalOf({ file, path, message }: Fault): string {
  return path === "" ? `${file}: ${message}` : `${file} ${path}: ${message}`;
}

/** Words that a program wrote, folded away, to be handed on as they are. */
function Original({ text }: { readonly text: string }) {
  const { t } = useTranslation("rule-faults");
  const words = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const selection = window.getSelection();
    if (words.current === null || selection === null) return;
    selection.selectAllChildren(words.current);
    // The clipboard's own interface needs a permission, and the window is given none.
    setCopied(document.execCommand("copy"));
  };
  return (
    <details className="rule-faults__original" data-testid="fault-original">
      <summary>{t("original")}</summary>
      <pre ref={words}>{text}</pre>
      <button type="button" className="plain-button" onClick={copy}>
        {copied ? t("copied") : t("copy")}
      </button>
    </details>
  );
}
