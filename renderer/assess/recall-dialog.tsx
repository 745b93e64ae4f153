// The residents served last, so that somebody who comes back need not be typed again.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { maskName, maskNumber } from "../../shared/identity/masking.ts";
import { ListDialog } from "../shell/list-dialog.tsx";
import { useCounter } from "./counter-context.tsx";
import type { Draft } from "./draft.ts";

export function RecallDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("assess");
  const earlier = useCounter((state) => state.earlier);
  const bringBack = useCounter((state) => state.bringBack);
  // Latest first, as they are remembered; a line's id is its place among them.
  const lines = earlier
    .map((members, place) => ({ id: String(place), text: label(members), shown: <span>{label(members)}</span> }))
    .toReversed();

  return (
    <ListDialog
      title={t("recall.title")}
      closeLabel={t("recall.close")}
      testId="recall-dialog"
      lines={lines}
      lineClass="recall-item"
      whenEmpty={<p className="rules-note">{t("recall.none")}</p>}
      note={<p className="rules-note">{t("recall.note")}</p>}
      onChoose={(id) => bringBack(Number(id))}
      onClose={onClose}
    />
  );

  function label(members: readonly Draft[]): string {
    const first = members[0];
    if (first === undefined) return "";
    const parts = [maskName(first.name), maskNumber(first.idNumber), first.birthText];
    const who = parts.filter((part) => part !== "").join(" · ");
    const shown = who === "" ? t("recall.nameless") : who;
    return members.length === 1 ? shown : t("recall.family", { who: shown, count: members.length });
  }
}
