// Parts by their names: documents, interpretations, figures of an information. A name can be changed, an entry added.
import { type ReactElement, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isTree } from "../../../shared/rules/points.ts";
import { documentRenamed } from "../../../shared/workbench/draft.ts";
import { emptyValue, type Field } from "../../../shared/workbench/field-model.ts";
import { type Path, renamed } from "../../../shared/workbench/tree.ts";
import { change, setValue, withFile } from "../bench-store.ts";
import { elementId, usePlace } from "./place.ts";
import { RecordView } from "./record-view.tsx";

interface Props {
  readonly field: Extract<Field, { kind: "map" }>;
  readonly path: Path;
  readonly value: unknown;
}

export function MapView({ field, path, value }: Props): ReactElement {
  const { t } = useTranslation("workbench");
  const { file, words, View } = usePlace();
  const heading = useId();
  const [typed, setTyped] = useState("");
  const entries = isTree(value) ? Object.entries(value) : [];
  const name = words.field([String(path.at(-1) ?? "")]);
  const free = typed.trim() !== "" && !entries.some(([key]) => key === typed.trim());
  const add = () => {
    if (!free) return;
    setValue(file, [...path, typed.trim()], emptyValue(field.value));
    setTyped("");
  };
  return (
    <div className="wb-list" data-path={elementId(file, path)}>
      <p className="wb-list__name">{name}</p>
      {entries.map(([key, item]) => {
        const here = [...path, key];
        const inner = field.value;
        return inner.kind === "record" ? (
          <RecordView key={key} field={inner} path={here} value={item} controls={<KeyControls path={here} />} />
        ) : (
          <div key={key} className="wb-removable">
            <View field={inner} path={here} value={item} />
            <KeyControls path={here} />
          </div>
        );
      })}
      <p className="wb-adders">
        <label className="seen-by-readers-only" htmlFor={`${heading}-new`}>
          {t("newName", { what: name })}
        </label>
        <input
          id={`${heading}-new`}
          className="wb-input wb-input--name"
          placeholder={t("placeholder.name")}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey) return;
            event.preventDefault();
            event.stopPropagation();
            add();
          }}
        />
        <button type="button" className="wb-small" disabled={!free} onClick={add}>
          {t("addTo", { what: name })}
        </button>
      </p>
    </div>
  );
}

function KeyControls({ path }: { readonly path: Path }): ReactElement {
  const { t } = useTranslation("workbench");
  const { file } = usePlace();
  const key = String(path.at(-1));
  const [typed, setTyped] = useState(key);
  useEffect(() => setTyped(key), [key]);
  return (
    <span className="wb-item-acts">
      <input
        className="wb-input wb-input--name"
        aria-label={t("nameOf", { what: key })}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          const name = typed.trim();
          if (name === "" || name === key) return;
          change((draft) =>
            path[0] === "documents"
              ? documentRenamed(draft, file, key, name)
              : withFile(draft, file, (tree) => renamed(tree, path, name)),
          );
        }}
      />
      <button type="button" className="wb-small" onClick={() => setValue(file, path, undefined)}>
        {t("delete")}
      </button>
    </span>
  );
}
