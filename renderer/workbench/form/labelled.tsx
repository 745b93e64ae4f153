// A label with its control, last year's figure, and what is wrong with this one.
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { canonical, type Path, valueAt } from "../../../shared/workbench/tree.ts";
import { useDraft } from "../use-bench.ts";
import { elementId, faultsAt, usePlace } from "./place.ts";

export interface Described {
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}

interface Props {
  readonly path: Path;
  readonly label: string;
  /** The control has an id of its own; the label says which. */
  readonly own?: boolean;
  readonly children: (described: Described) => ReactNode;
}

export function Labelled({ path, label, own = false, children }: Props): ReactElement {
  const { t } = useTranslation("workbench");
  const place = usePlace();
  const { files } = useDraft();
  const id = own ? `${elementId(place.file, path)}-which` : elementId(place.file, path);
  const faults = faultsAt(place, path);
  const before = place.lastYear(path);
  const now = valueAt(files[place.file], path);
  const differs = before !== undefined && canonical(before) !== canonical(now);
  const name = String(path.at(-1) ?? "");
  return (
    <div className="wb-field" data-path={elementId(place.file, path)}>
      <label className="wb-field__label" htmlFor={id}>
        {label}
      </label>
      <div className="wb-field__body">
        {children({
          invalid: faults.length > 0,
          describedBy: faults.length > 0 ? `${id}-fault` : differs ? `${id}-before` : undefined,
        })}
        {differs ? (
          <span className="wb-before" id={`${id}-before`}>
            {t("lastYear", { value: place.words.value([name], before) })}
          </span>
        ) : null}
        {faults.length === 0 ? null : (
          <p className="wb-fault" id={`${id}-fault`}>
            {faults.join(" ")}
          </p>
        )}
      </div>
    </div>
  );
}
