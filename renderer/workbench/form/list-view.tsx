// A list: of words in one box, or of parts, each of which can be moved and taken away.
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { pathText } from "../../../shared/rules/fault.ts";
import { emptyValue, type Field } from "../../../shared/workbench/field-model.ts";
import { moved, type Path, without, withValue } from "../../../shared/workbench/tree.ts";
import { change, setValue, withFile } from "../bench-store.ts";
import { Labelled } from "./labelled.tsx";
import { elementId, faultsAt, usePlace } from "./place.ts";
import { PointCard } from "./point-card.tsx";
import { RecordView } from "./record-view.tsx";

interface Props {
  readonly field: Extract<Field, { kind: "list" }>;
  readonly path: Path;
  readonly value: unknown;
}

export function ListView({ field, path, value }: Props): ReactElement {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const { kind } = field.item;
  if (kind === "text" || kind === "one-of") return <TextList path={path} items={items.map(String)} />;
  return <PartList field={field} path={path} items={items} />;
}

/** Words in one box, with 、 between them; anything that separates is understood. */
function TextList({ path, items }: { readonly path: Path; readonly items: readonly string[] }): ReactElement {
  const { file, words, choices } = usePlace();
  const name = String(path.at(-1) ?? "");
  const id = elementId(file, path);
  const written = items.join("、");
  const [typed, setTyped] = useState<string | null>(null);
  const known = choices(name);
  const read = (text: string) =>
    text
      .split(/[、,，;；\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== "");
  return (
    <Labelled path={path} label={words.field([name])}>
      {({ invalid, describedBy }) => (
        <>
          <textarea
            id={id}
            data-step
            className="wb-input wb-input--text"
            rows={1}
            spellCheck={false}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            value={typed ?? written}
            onBlur={() => setTyped(null)}
            onChange={(event) => {
              setTyped(event.target.value);
              setValue(file, path, read(event.target.value), id);
            }}
          />
          {known.length === 0 ? null : (
            <span className="wb-before">
              {items.map((item) => known.find((choice) => choice.id === item)?.text ?? item).join("、")}
            </span>
          )}
        </>
      )}
    </Labelled>
  );
}

function PartList({
  field,
  path,
  items,
}: {
  readonly field: Props["field"];
  readonly path: Path;
  readonly items: readonly unknown[];
}): ReactElement {
  const { t } = useTranslation("workbench");
  const place = usePlace();
  const { file, words, View } = place;
  const name = words.field([String(path.at(-1) ?? "")]);
  const faults = faultsAt(place, path);
  const none = items.length === 0 ? place.points.get(pathText(path)) : undefined;
  return (
    <div className="wb-list" data-path={elementId(file, path)}>
      <p className="wb-list__name">{name}</p>
      {faults.length === 0 ? null : <p className="wb-fault">{faults.join(" ")}</p>}
      {none === undefined ? null : (
        <PointCard point={none} path={path} faults={[]} controls={undefined} cite={null}>
          <p className="wb-silent">{t("noEntries")}</p>
        </PointCard>
      )}
      {items.map((item, at) => {
        const here = [...path, at];
        const last = at === items.length - 1;
        // A list's place is what it is: entries have no other name while their ids are being typed.
        return field.item.kind === "record" ? (
          <RecordView
            key={String(at)}
            field={field.item}
            path={here}
            value={item}
            controls={<ItemControls path={here} last={last} />}
          />
        ) : (
          <div key={String(at)} className="wb-removable">
            <View field={field.item} path={here} value={item} />
            <ItemControls path={here} last={last} />
          </div>
        );
      })}
      <p className="wb-adders">
        <button
          type="button"
          className="wb-small"
          id={`${elementId(file, path)}-add`}
          onClick={() =>
            change((draft) =>
              withFile(draft, file, (tree) => withValue(tree, [...path, items.length], emptyValue(field.item))),
            )
          }
        >
          {t("addTo", { what: name })}
        </button>
      </p>
    </div>
  );
}

function ItemControls({ path, last }: { readonly path: Path; readonly last: boolean }): ReactElement {
  const { t } = useTranslation("workbench");
  const { file } = usePlace();
  const at = Number(path.at(-1));
  const edit = (make: (tree: unknown) => unknown) => change((draft) => withFile(draft, file, make));
  return (
    <span className="wb-item-acts">
      <button
        type="button"
        className="wb-small"
        aria-label={t("moveUp")}
        title={t("moveUp")}
        disabled={at === 0}
        onClick={() => edit((tree) => moved(tree, path, -1))}
      >
        ↑
      </button>
      <button
        type="button"
        className="wb-small"
        aria-label={t("moveDown")}
        title={t("moveDown")}
        disabled={last}
        onClick={() => edit((tree) => moved(tree, path, 1))}
      >
        ↓
      </button>
      <button type="button" className="wb-small" onClick={() => edit((tree) => without(tree, path))}>
        {t("delete")}
      </button>
    </span>
  );
}
