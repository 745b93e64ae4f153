// Theme, contrast, size of type, and when the screen hides itself: changed at once, kept for this counter.
import { Modal } from "@heroui/react/modal";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { contrasts, type IdleMinutes, idleMinutes, themes, typeSizes } from "../../shared/settings/look.ts";
import { Choices } from "../assess/form/choices.tsx";
import { ask } from "../platform/ask.ts";
import { type Appearance, applyAppearance, currentAppearance } from "./appearance.ts";
import { setIdleMinutes, useIdleMinutes } from "./idle-time.ts";
import "./dialog.css";

export function AppearanceDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("shell");
  const [look, setLook] = useState(currentAppearance);
  const minutes = useIdleMinutes();
  const hideAfter = (chosen: IdleMinutes): void => {
    setIdleMinutes(chosen);
    void ask("settings.set", { idleMinutes: chosen });
  };
  const change = (part: Partial<Appearance>): void => {
    const chosen = { ...look, ...part };
    setLook(chosen);
    applyAppearance(chosen);
    void ask("settings.set", chosen);
  };
  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => open || onClose()}>
      <Modal.Container placement="top" size="md">
        <Modal.Dialog aria-label={t("appearance.title")} data-testid="appearance-dialog">
          <Modal.CloseTrigger aria-label={t("rules.close")} />
          <Modal.Header>
            <Modal.Heading>{t("appearance.title")}</Modal.Heading>
          </Modal.Header>
          <Modal.Body className="looks">
            <span id="theme-label">{t("appearance.theme")}</span>
            <Choices
              name="theme"
              labelledBy="theme-label"
              value={look.theme}
              choices={themes.map((id) => ({ id, text: t(`appearance.themes.${id}`) }))}
              onChange={(theme) => change({ theme })}
            />
            <span id="contrast-label">{t("appearance.contrast")}</span>
            <Choices
              name="contrast"
              labelledBy="contrast-label"
              value={look.contrast}
              choices={contrasts.map((id) => ({ id, text: t(`appearance.contrasts.${id}`) }))}
              onChange={(contrast) => change({ contrast })}
            />
            <span id="type-label">{t("appearance.type")}</span>
            <Choices
              name="type"
              labelledBy="type-label"
              value={look.type}
              choices={typeSizes.map((id) => ({ id, text: t(`appearance.types.${id}`) }))}
              onChange={(type) => change({ type })}
            />
            <span id="idle-label">{t("appearance.idle")}</span>
            <Choices
              name="idle"
              labelledBy="idle-label"
              value={String(minutes)}
              choices={idleMinutes.map((id) => ({
                id: String(id),
                text: id === null ? t("appearance.idleNever") : t("appearance.idleMinutes", { count: id }),
              }))}
              onChange={(id) => hideAfter(idleMinutes.find((one) => String(one) === id) ?? null)}
            />
          </Modal.Body>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
