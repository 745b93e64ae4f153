// A field of a rule file as the schema has it: the right control for its kind, and JSON for what no control can show.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { pathText } from "../../../shared/rules/fault.ts";
import { isTree } from "../../../shared/rules/points.ts";
import { emptyValue, type Field, fits, optionOf } from "../../../shared/workbench/field-model.ts";
import { namedAt } from "../../../shared/workbench/rename-id.ts";
import { valueAt, without, withValue } from "../../../shared/workbench/tree.ts";
import { change, setValue, withFile } from "../bench-store.ts";
import { CiteView } from "./cite-view.tsx";
import { IdInput } from "./id-input.tsx";
import { DateInput, FlagInput, MoneyInput, NumberInput, SelectInput, TextInput, WordsInput } from "./inputs.tsx";
import { JsonView } from "./json-view.tsx";
import { Labelled } from "./labelled.tsx";
import { ListView } from "./list-view.tsx";
import { MapView } from "./map-view.tsx";
import { elementId, type FieldProps, usePlace } from "./place.ts";
import { PointCard } from "./point-card.tsx";
import { RecordView } from "./record-view.tsx";

/** One field with its label; parts that hold fields bring labels of their own. */
export function FieldView({ field, path, value }: FieldProps): ReactElement {
  const { file, words, optionsFor } = usePlace();
  const name = String(path.at(-1) ?? "");
  const id = elementId(file, path);
  if (!fits(field, value)) return <JsonView path={path} value={value} />;
  const set = (now: unknown) => setValue(file, path, now, id);
  const named = namedAt(path);
  const options = optionsFor(path);
  switch (field.kind) {
    case "record":
      return <RecordView field={field} path={path} value={value} />;
    case "map":
      return <MapView field={field} path={path} value={value} />;
    case "list":
      return <ListView field={field} path={path} value={value} />;
    case "choice":
      return <ChoiceView field={field} path={path} value={value} />;
    case "optional-value":
      return <OptionalView field={field} path={path} value={value} />;
    case "cite":
      return <CitePoint path={path} value={value} />;
    case "json":
      return <JsonView path={path} value={value} />;
    case "fixed":
      return <span hidden />;
    default:
      break;
  }
  return (
    <Labelled path={path} label={words.field([name])}>
      {(described) => {
        switch (field.kind) {
          case "words":
            return <WordsInput id={id} value={value} onChange={set} {...described} />;
          case "flag":
            return <FlagInput id={id} value={value === true} onChange={set} {...described} />;
          case "number":
            return <NumberInput id={id} value={value} onChange={set} {...described} />;
          case "one-of":
            return (
              <SelectInput
                id={id}
                value={String(value)}
                options={field.options.map((option) => ({ id: option, text: words.value([name], option) }))}
                onChange={set}
                {...described}
              />
            );
          case "text":
            if (field.form === "money")
              return <MoneyInput id={id} value={String(value)} onChange={set} {...described} />;
            if (field.form === "date") return <DateInput id={id} value={String(value)} onChange={set} {...described} />;
            if (named !== null)
              return <IdInput id={id} kind={named} path={path} value={String(value)} {...described} />;
            if (options.length > 0)
              return <SelectInput id={id} value={String(value)} options={options} onChange={set} {...described} />;
            return <TextInput id={id} name={name} value={String(value)} onChange={set} {...described} />;
        }
      }}
    </Labelled>
  );
}

interface OptionalProps extends FieldProps {
  readonly field: Extract<Field, { kind: "optional-value" }>;
}

interface ChoiceProps extends FieldProps {
  readonly field: Extract<Field, { kind: "choice" }>;
}

const KINDS: ReadonlySet<string> = new Set(["test", "benefit", "who"]);

/** One of several forms: which one is chosen first, and then filled. A plain word among the forms is chosen at once. */
function ChoiceView({ field, path, value }: ChoiceProps): ReactElement {
  const { file, words } = usePlace();
  const name = String(path.at(-1) ?? "");
  const chosen = optionOf(field.options, value);
  const text = (id: string) => {
    const said = words.value([KINDS.has(name) ? "kind" : name], id);
    return said === id ? words.field([id]) : said;
  };
  const plain = chosen?.field.kind === "one-of" || chosen?.field.kind === "fixed";
  const options = field.options.flatMap(({ id, field: inner }) =>
    inner.kind === "one-of"
      ? inner.options.map((word) => ({ id: word, text: words.value([name], word) }))
      : [{ id, text: text(id) }],
  );
  const choose = (id: string) => {
    const option = field.options.find(
      (other) => other.id === id || (other.field.kind === "one-of" && other.field.options.includes(id)),
    );
    if (option !== undefined) setValue(file, path, option.field.kind === "one-of" ? id : emptyValue(option.field));
  };
  return (
    <div className="wb-choice">
      <Labelled path={path} label={words.field([name])} own>
        {(described) => (
          <SelectInput
            id={`${elementId(file, path)}-which`}
            value={plain ? String(value) : (chosen?.id ?? "")}
            options={options}
            onChange={(id) => choose(String(id))}
            {...described}
          />
        )}
      </Labelled>
      {chosen === undefined || plain ? null : <FieldView field={chosen.field} path={path} value={value} />}
    </div>
  );
}

/** A citation that is a rule by itself: what it says stands in its summary. */
function CitePoint({ path, value }: Omit<FieldProps, "field">): ReactElement {
  const { points } = usePlace();
  const point = points.get(pathText(path));
  const view = <CiteView path={path} value={value} />;
  if (point === undefined) return view;
  return (
    <PointCard point={point} path={path} faults={[]} controls={undefined} cite={null}>
      {view}
    </PointCard>
  );
}

/** A value that the document may not state: silence is said, and is no zero. */
function OptionalView({ field, path, value }: OptionalProps): ReactElement {
  const { file, words, points } = usePlace();
  const { t } = useTranslation("workbench");
  const label = words.field([String(path.at(-1) ?? "")]);
  const rule = field.field.kind === "record";
  const turn = () =>
    change((draft) =>
      withFile(draft, file, (tree) => {
        const now = value !== null;
        const set = withValue(tree, path, now ? null : emptyValue(field.field));
        const parent = valueAt(tree, path.slice(0, -1));
        if (path.length < 2 || !isTree(parent) || !("cite" in parent)) return set;
        const silent = [...path.slice(0, -1), "cite", "silent"];
        return now ? withValue(set, silent, true) : without(set, silent);
      }),
    );
  const button = (
    <button type="button" className="wb-small" id={`${elementId(file, path)}-silent`} onClick={turn}>
      {value === null ? t("fillIn") : t(rule ? "declareNone" : "declareSilent")}
      <span className="seen-by-readers-only"> {label}</span>
    </button>
  );
  const point = value === null ? points.get(pathText(path)) : undefined;
  if (point !== undefined)
    return (
      <PointCard point={point} path={path} faults={[]} controls={button} cite={null}>
        <p className="wb-silent">{t("noSuchRule")}</p>
      </PointCard>
    );
  return (
    <div className="wb-optional">
      {value === null ? (
        <Labelled path={path} label={label}>
          {() => <span className="wb-silent">{t("notStated")}</span>}
        </Labelled>
      ) : (
        <FieldView field={field.field} path={path} value={value} />
      )}
      {button}
    </div>
  );
}
