// A named part of the page, to which the contents list leads.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export const SECTIONS = ["amounts", "windows", "aid", "groups", "more", "interpretations", "documents"] as const;
export type SectionId = (typeof SECTIONS)[number];

export function Section({
  id,
  note,
  children,
}: {
  readonly id: SectionId;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation("policies");
  return (
    <section className="card policy-section" aria-labelledby={headingId(id)} data-testid={`policy-${id}`}>
      <h2 className="policy-section__title" id={headingId(id)} tabIndex={-1}>
        {t(`section.${id}`)}
      </h2>
      {note === undefined ? null : <p className="policy-note">{note}</p>}
      {children}
    </section>
  );
}

/** Scrolls to a section and lets reading go on from its heading. */
export function goTo(id: SectionId): void {
  const heading = document.getElementById(headingId(id));
  heading?.focus({ preventScroll: true });
  heading?.closest("section")?.scrollIntoView({ block: "start" });
}

function headingId(id: SectionId): string {
  return `policy-heading-${id}`;
}
