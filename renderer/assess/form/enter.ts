// Enter goes on: moves the focus through the form in the order in which a clerk asks.

const STEP = "[data-step]";

/** Whether a key belongs to an input method that is still composing; 229 is what some of them report instead. */
export function isComposing(event: {
  readonly nativeEvent?: KeyboardEvent;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}): boolean {
  const native = event.nativeEvent ?? event;
  return native.isComposing === true || native.keyCode === 229;
}

/** Focuses the step after (or before) the one that holds the focus; false where there is none. */
export function focusStep(from: Element, direction: 1 | -1): boolean {
  const steps = Array.from(document.querySelectorAll<HTMLElement>(STEP)).filter(
    (step) => step.offsetParent !== null && !step.hasAttribute("disabled"),
  );
  const at = steps.findIndex((step) => step === from || step.contains(from));
  const target = at < 0 ? undefined : steps[at + direction];
  if (target === undefined) return false;
  const focusable = target.matches("input, button, select, [tabindex]")
    ? target
    : target.querySelector<HTMLElement>("input, button, [tabindex='0']");
  focusable?.focus();
  focusable?.scrollIntoView({ block: "nearest" });
  return true;
}

/** Focuses a field by its name, as from a question or a fault. */
export function focusField(field: string): void {
  const row = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
  const control =
    row?.querySelector<HTMLElement>("input:not([type=radio]), input:checked, button, [tabindex='0']") ??
    row?.querySelector<HTMLElement>("input");
  control?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** Whether no further step follows inside the form. */
export function isLastStep(form: Element, from: Element): boolean {
  const steps = form.querySelectorAll(STEP);
  return steps[steps.length - 1]?.contains(from) === true;
}
