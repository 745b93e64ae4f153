// All keys on one page. What stands here is what may be bound, and what listens at this moment is marked.
import { Modal } from "@heroui/react/modal";
import { useTranslation } from "react-i18next";
import { features } from "../features.ts";
import { useAppInfo } from "../platform/app-info.ts";
import { FIELD_KEYS, SHORTCUTS } from "../platform/shortcut-list.ts";
import { isBound } from "../platform/shortcuts.ts";
import "../shell/dialog.css";
import "./help.css";

const PLACES = ["everywhere", "assess", "print", "compare", "open", "workbench"] as const;

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(["help", "shell"]);
  const info = useAppInfo();
  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => open || onClose()}>
      <Modal.Container placement="top" size="lg">
        <Modal.Dialog aria-label={t("sheet.title")} data-testid="shortcut-sheet" className="keys">
          <Modal.CloseTrigger aria-label={t("close")} />
          <Modal.Header>
            <Modal.Heading>{t("sheet.title")}</Modal.Heading>
          </Modal.Header>
          <Modal.Body tabIndex={0}>
            <div className="keys__parts">
              {PLACES.map((place) => (
                <section key={place} className="keys__part">
                  <h3 className="help__part-title">{t(`sheet.where.${place}`)}</h3>
                  <dl>
                    {SHORTCUTS.filter(({ where }) => where === place).map(({ id, keys }) => (
                      <Line
                        key={id}
                        id={id}
                        keys={shown(keys)}
                        bound={keys.every((key) => isBound(key))}
                        text={t(`sheet.${place}.${id}`)}
                      />
                    ))}
                    {place === "everywhere"
                      ? features.map(({ id }, index) => (
                          <Line
                            key={id}
                            id={`open-${id}`}
                            keys={`Alt+${index + 1}`}
                            bound
                            text={t("sheet.screen", { screen: t(`shell:features.${id}`) })}
                          />
                        ))
                      : null}
                  </dl>
                </section>
              ))}
              <section className="keys__part">
                <h3 className="help__part-title">{t("sheet.where.field")}</h3>
                <dl>
                  {FIELD_KEYS.map(({ id, keys }) => (
                    <Line key={id} id={id} keys={shown(keys)} bound text={t(`sheet.field.${id}`)} />
                  ))}
                </dl>
              </section>
            </div>
          </Modal.Body>
          <Modal.Footer>
            <p className="rules-note">{t("sheet.note")}</p>
            <p className="keys__version figures" data-testid="app-version">
              {info === undefined ? null : t("sheet.version", { version: info.version, electron: info.electron })}
            </p>
          </Modal.Footer>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );

  function shown(keys: readonly string[]): string {
    const digits = keys.length > 1 && keys.every((key) => /^[1-9]$/.test(key));
    return digits ? `${keys[0]}–${keys.at(-1)}` : keys.map((key) => (key === "Escape" ? "Esc" : key)).join(" ");
  }
}

interface LineProps {
  readonly id: string;
  readonly keys: string;
  readonly bound: boolean;
  readonly text: string;
}

function Line({ id, keys, bound, text }: LineProps) {
  return (
    <div className="keys__line" data-testid={`key-${id}`} data-bound={bound ? true : undefined}>
      <dt>
        <kbd className="key">{keys}</kbd>
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
