// The residents served last, so that somebody who comes back need not be typed again. A number, a letter or Enter brings one back.
import { ListBox } from "@heroui/react/list-box";
import { Modal } from "@heroui/react/modal";
import type { KeyboardEvent, ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { maskName, maskNumber } from "../../shared/identity/masking.ts";
import { useCounter } from "./counter-context.tsx";
import type { Draft } from "./draft.ts";
import "../shell/dialog.css";

/** One for each of the twenty: Ctrl+L and this bring anybody back. */
const KEYS = "123456789ABCDEFGHIJK";

export function RecallDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("assess");
  const earlier = useCounter((state) => state.earlier);
  const bringBack = useCounter((state) => state.bringBack);
  // Latest first, as they are remembered.
  const entries = earlier.map((members, place) => ({ members, place })).toReversed();

  const choose = (place: number): void => {
    onClose();
    bringBack(place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
    const at = KEYS.indexOf(event.key.toUpperCase());
    const chosen = at < 0 ? undefined : entries[at];
    if (chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(chosen.place);
  };
  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => open || onClose()}>
      <Modal.Container placement="top" size="md">
        <Modal.Dialog aria-label={t("recall.title")} data-testid="recall-dialog">
          <Modal.CloseTrigger aria-label={t("recall.close")} />
          <Modal.Header>
            <Modal.Heading>{t("recall.title")}</Modal.Heading>
          </Modal.Header>
          <Modal.Body onKeyDownCapture={onKeyDown}>
            {entries.length === 0 ? (
              <p className="rules-note">{t("recall.none")}</p>
            ) : (
              <ListBox
                aria-label={t("recall.title")}
                autoFocus="first"
                escapeKeyBehavior="none"
                onAction={(key) => choose(Number(key))}
                className="rules-list"
              >
                {entries.map(({ members, place }, index) => (
                  <ListBox.Item key={place} id={String(place)} textValue={label(members)} className="recall-item">
                    <kbd className="key">{KEYS[index]}</kbd>
                    <span>{label(members)}</span>
                  </ListBox.Item>
                ))}
              </ListBox>
            )}
            <p className="rules-note">{t("recall.note")}</p>
          </Modal.Body>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
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
