// A part with named fields. Where it is a point it becomes a card: its figures, its citation, and who has confirmed it.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { pathText } from "../../../shared/rules/fault.ts";
import { isTree } from "../../../shared/rules/points.ts";
import { emptyValue, type Field, type NamedField } from "../../../shared/workbench/field-model.ts";
import type { Path } from "../../../shared/workbench/tree.ts";
import { setValue } from "../bench-store.ts";
import { elementId, faultsAt, holdsPoints, usePlace } from "./place.ts";
import { PointCard } from "./point-card.tsx";

interface Props {
  readonly field: Extract<Field, { kind: "record" }>;
  readonly path: Path;
  readonly value: unknown;
  /** Shown in the head of the card: moving and taking away. */
  readonly controls?: ReactElement;
}

export function RecordView({ field, path, value, controls }: Props): ReactElement {
  const place = usePlace();
  const { View } = place;
  const record = isTree(value) ? value : {};
  const here = place.points.get(pathText(path));
  const present = field.fields.filter(({ name, field: inner }) => name in record && inner.kind !== "fixed");
  const absent = field.fields.filter(({ name, required }) => !(name in record) && !required);
  const missing = field.fields.filter(({ name, required }) => !(name in record) && required);
  const nested = present.filter(({ name }) => name !== "cite" && holdsPoints(place, [...path, name]));
  const own = present.filter((entry) => !nested.includes(entry));
  const cite = own.find(({ name }) => name === "cite");
  const view = ({ name, field: inner }: NamedField) => (
    <View key={name} field={inner} path={[...path, name]} value={record[name]} />
  );
  const removable = (entry: NamedField) => (
    <Removable key={entry.name} entry={entry} path={path}>
      {view(entry)}
    </Removable>
  );
  const adders = (
    <Adders path={path} fields={[...missing, ...absent].filter(({ name }) => name !== "$schema" && name !== "layer")} />
  );
  const faults = faultsAt(place, path);
  const body = (
    <div className="wb-fields">
      {own.filter((entry) => entry !== cite && entry.name !== "$schema").map(removable)}
      {adders}
    </div>
  );
  if (here === undefined) {
    return (
      <div className="wb-record" data-path={elementId(place.file, path)}>
        {faults.length === 0 ? null : <p className="wb-fault">{faults.join(" ")}</p>}
        {controls}
        {body}
        {nested.map(removable)}
      </div>
    );
  }
  return (
    <>
      <PointCard
        point={here}
        path={path}
        faults={faults}
        controls={controls}
        cite={cite === undefined ? null : view(cite)}
      >
        {body}
      </PointCard>
      {nested.length === 0 ? null : <div className="wb-nested">{nested.map(removable)}</div>}
    </>
  );
}

/** Fields that may be there and are not. */
function Adders({
  path,
  fields,
}: {
  readonly path: Path;
  readonly fields: readonly NamedField[];
}): ReactElement | null {
  const { file, words } = usePlace();
  const { t } = useTranslation("workbench");
  if (fields.length === 0) return null;
  return (
    <p className="wb-adders">
      {fields.map(({ name, field }) => (
        <button
          key={name}
          type="button"
          className="wb-small"
          onClick={() => setValue(file, [...path, name], emptyValue(field))}
        >
          {t("add", { what: words.field([name]) })}
        </button>
      ))}
    </p>
  );
}

function Removable({
  entry,
  path,
  children,
}: {
  readonly entry: NamedField;
  readonly path: Path;
  readonly children: ReactElement;
}): ReactElement {
  const { file, words } = usePlace();
  const { t } = useTranslation("workbench");
  if (entry.required || entry.field.kind === "flag") return children;
  return (
    <div className="wb-removable">
      {children}
      <button
        type="button"
        className="wb-small"
        aria-label={t("takeAway", { what: words.field([entry.name]) })}
        title={t("takeAway", { what: words.field([entry.name]) })}
        onClick={() => setValue(file, [...path, entry.name], undefined)}
      >
        ×
      </button>
    </div>
  );
}
