// The field of the form that has the focus; when the focus leaves the form for something without a field, the last one stays.
import { useEffect, useState } from "react";

function fieldAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>("[data-field]")?.dataset["field"] ?? null;
}

/** @returns the form's name of the field, as in `data-field` */
export function useFocusedField(): string | null {
  const [field, setField] = useState<string | null>(() => fieldAt(document.activeElement));
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      const now = event.target instanceof Element ? fieldAt(event.target) : null;
      if (now !== null) setField(now);
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  return field;
}
