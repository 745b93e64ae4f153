// The id of a category or group: it is renamed as a whole when the field is left, and whatever names it follows.
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { idRenamed, type Named, referencesTo } from "../../../shared/workbench/rename-id.ts";
import type { Path } from "../../../shared/workbench/tree.ts";
import { change } from "../bench-store.ts";
import { useDraft } from "../use-bench.ts";
import type { Described } from "./labelled.tsx";
import { usePlace } from "./place.ts";

interface Props extends Described {
  readonly id: string;
  readonly kind: Named;
  readonly path: Path;
  readonly value: string;
}

export function IdInput({ id, kind, path, value, invalid, describedBy }: Props): ReactElement {
  const { t } = useTranslation("workbench");
  const { file, choices } = usePlace();
  const draft = useDraft();
  const [typed, setTyped] = useState(value);
  const [taken, setTaken] = useState("");
  useEffect(() => setTyped(value), [value]);
  const count = referencesTo(draft, kind, value);
  const hint = `${id}-follows`;

  const rename = () => {
    const to = typed.trim();
    setTaken("");
    if (to === value) return;
    const renamed = to === "" ? null : idRenamed(draft, file, path, to);
    if (renamed?.ok === true) change(() => renamed.draft);
    else {
      setTyped(value);
      if (renamed !== null) setTaken(to);
    }
  };

  return (
    <>
      <input
        id={id}
        data-step
        className="wb-input"
        list={`${id}-list`}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={invalid || taken !== "" || undefined}
        aria-describedby={[describedBy, hint].filter((part) => part !== undefined).join(" ")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={rename}
      />
      <datalist id={`${id}-list`}>
        {choices("id").map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </datalist>
      <span className={taken === "" ? "wb-before" : "wb-fault"} id={hint} role="status">
        {taken !== "" ? t("idTaken", { id: taken }) : count > 0 ? t("idFollowed", { count }) : ""}
      </span>
    </>
  );
}
