// The first-run tour: three sentences in a band of their own, so that nothing is covered and the focus stays where it is.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import "./help.css";

/** What each step is about, by selector: it gets a quiet frame while the step is shown. */
const STEPS = [
  { id: "type", about: ".counter__form" },
  { id: "read", about: ".counter__answer" },
  { id: "help", about: ".app__top" },
] as const;

export function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation("help");
  const [at, setAt] = useState(0);
  const step = STEPS[at] ?? STEPS[0];

  useEffect(() => {
    const shown = document.querySelector(step.about);
    shown?.setAttribute("data-toured", "");
    return () => shown?.removeAttribute("data-toured");
  }, [step]);

  const isLast = at === STEPS.length - 1;
  return (
    <section className="tour" aria-label={t("tour.title")} data-testid="tour">
      <span className="tour__count figures">
        {at + 1}/{STEPS.length}
      </span>
      <p className="tour__text" aria-live="polite">
        <strong>{t(`tour.${step.id}.title`)}</strong> {t(`tour.${step.id}.text`)}
      </p>
      {isLast ? null : (
        <button type="button" className="mini" data-testid="tour-next" onClick={() => setAt(at + 1)}>
          {t("tour.next")}
        </button>
      )}
      <button type="button" className="mini" data-testid="tour-end" onClick={onEnd}>
        {t(isLast ? "tour.done" : "tour.end")} <kbd className="key">Esc</kbd>
      </button>
    </section>
  );
}
