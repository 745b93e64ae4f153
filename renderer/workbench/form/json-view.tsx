// A part that no form can show, as JSON: visible and editable, never dropped.
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Path } from "../../../shared/workbench/tree.ts";
import { setValue } from "../bench-store.ts";
import { elementId, usePlace } from "./place.ts";

export function JsonView({ path, value }: { readonly path: Path; readonly value: unknown }): ReactElement {
  const { t } = useTranslation("workbench");
  const { file, words } = usePlace();
  const written = JSON.stringify(value, null, 2) ?? "null";
  const [typed, setTyped] = useState(written);
  const [broken, setBroken] = useState(false);
  useEffect(() => setTyped(written), [written]);
  const id = elementId(file, path);
  const take = () => {
    try {
      setValue(file, path, JSON.parse(typed));
      setBroken(false);
    } catch {
      setBroken(true);
    }
  };
  return (
    <div className="wb-field wb-field--wide" data-path={id}>
      <label className="wb-field__label" htmlFor={id}>
        {words.field(path.filter((step) => typeof step === "string").slice(-1))}
      </label>
      <div className="wb-field__body">
        <p className="wb-note">{t("onlyAsJson")}</p>
        <textarea
          id={id}
          className="wb-input wb-input--code"
          rows={Math.min(12, typed.split("\n").length)}
          spellCheck={false}
          value={typed}
          aria-invalid={broken || undefined}
          aria-describedby={broken ? `${id}-fault` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
        />
        {broken ? (
          <p className="wb-fault" id={`${id}-fault`}>
            {t("noJson")}
          </p>
        ) : null}
      </div>
    </div>
  );
}
