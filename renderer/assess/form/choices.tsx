// A few answers side by side, one of them chosen: arrow keys, a letter, or a click.
import type { KeyboardEvent, ReactNode } from "react";
import { isComposing } from "./enter.ts";

export interface Choice<T extends string> {
  readonly id: T;
  readonly text: string;
  /** The letter that picks it. */
  readonly key?: string;
}

interface Props<T extends string> {
  readonly name: string;
  readonly labelledBy: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly after?: ReactNode;
}

export function Choices<T extends string>({ name, labelledBy, choices, value, onChange, after }: Props<T>) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const found = choices.find((choice) => choice.key?.toLowerCase() === event.key.toLowerCase());
    if (found === undefined) return;
    event.preventDefault();
    onChange(found.id);
    document.getElementById(`${name}-${found.id}`)?.focus();
  };
  return (
    <div className="box box--choices" role="radiogroup" aria-labelledby={labelledBy} data-step onKeyDown={onKeyDown}>
      {choices.map((choice) => (
        <label key={choice.id} className="choice" data-chosen={choice.id === value ? true : undefined}>
          <input
            type="radio"
            id={`${name}-${choice.id}`}
            data-testid={`${name}-${choice.id}`}
            name={name}
            className="seen-by-readers-only"
            checked={choice.id === value}
            onChange={() => onChange(choice.id)}
          />
          {choice.text}
          {choice.key === undefined ? null : <kbd className="choice__key">{choice.key}</kbd>}
        </label>
      ))}
      {after}
    </div>
  );
}
