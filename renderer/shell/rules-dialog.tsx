// Chooses the rule set in force: arrow keys and Enter, or its number. What was typed stays.
import { ListBox } from "@heroui/react/list-box";
import { Modal } from "@heroui/react/modal";
import type { KeyboardEvent, ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../shared/dates/iso.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import "./dialog.css";

export function RulesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("shell");
  const name = useNames();
  const ruleSets = useCounter((state) => state.ruleSets);
  const faults = useCounter((state) => state.faults);
  const current = useCounter((state) => state.rules?.id);
  const today = useCounter((state) => isoDay(state.today));
  const switchRules = useCounter((state) => state.switchRules);

  const choose = (id: string): void => {
    onClose();
    if (id !== current) void switchRules(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = /^[1-9]$/.test(event.key) ? ruleSets[Number(event.key) - 1] : undefined;
    if (chosen === undefined) return;
    event.preventDefault();
    choose(chosen.id);
  };

  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => open || onClose()}>
      <Modal.Container placement="top" size="md">
        <Modal.Dialog aria-label={t("rules.title")} data-testid="rules-dialog">
          <Modal.CloseTrigger aria-label={t("rules.close")} />
          <Modal.Header>
            <Modal.Heading>{t("rules.title")}</Modal.Heading>
          </Modal.Header>
          <Modal.Body onKeyDown={onKeyDown}>
            <ListBox
              aria-label={t("rules.title")}
              autoFocus="first"
              escapeKeyBehavior="none"
              onAction={(key) => choose(String(key))}
              className="rules-list"
            >
              {ruleSets.map((entry, index) => {
                const over = today > `${entry.coverageYear}-12-31`;
                const status = over ? "over" : entry.status;
                return (
                  <ListBox.Item
                    key={entry.id}
                    id={entry.id}
                    textValue={name(entry.name)}
                    className="rules-item"
                    data-testid={`rules-${entry.id}`}
                  >
                    <kbd className="key">{index + 1}</kbd>
                    <span className="rules-item__name">{name(entry.name)}</span>
                    <span className="status" data-status={status}>
                      {t(`rules.status.${status}`)}
                    </span>
                    <span className="rules-item__window">
                      <Days>
                        {entry.id === current
                          ? t("rules.current")
                          : t("rules.window", { from: entry.opening, to: entry.closing })}
                      </Days>
                    </span>
                  </ListBox.Item>
                );
              })}
            </ListBox>
            {faults.length === 0 ? null : <p className="rules-note">{t("rules.damaged", { count: faults.length })}</p>}
          </Modal.Body>
          <Modal.Footer>
            <p className="rules-note">{t("rules.kept")}</p>
          </Modal.Footer>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
