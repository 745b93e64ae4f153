// Where a rule is written: document, article and how good the evidence is.

import type { Clause } from "../../shared/engine/result.ts";
import { useTexts } from "../i18n/use-texts.ts";
import { Days } from "./days.tsx";

export function ClauseTag({
  clause,
  hideDocument = false,
}: {
  readonly clause: Clause;
  readonly hideDocument?: boolean;
}) {
  const t = useTexts();
  return (
    <span className="clause" title={t("clause.title", { document: clause.document, article: clause.article })}>
      {hideDocument ? null : (
        <span className="clause__document">
          <Days>{clause.document}</Days>
        </span>
      )}
      <span className="clause__article">{clause.article}</span>
      {clause.silent === true ? <span className="clause__silent">{t("clause.silent")}</span> : null}
      {clause.grade === "A" ? null : (
        <span className="clause__grade">{t("clause.grade", { grade: clause.grade })}</span>
      )}
    </span>
  );
}
