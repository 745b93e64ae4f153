// One of a few: the system's own list, which opens with the keys everybody knows and reads well in every size.
import type { ReactElement } from "react";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly testId: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
  /** Class names of the screen for the whole, its label and its list. */
  readonly look: { readonly whole: string; readonly label: string; readonly list: string };
}

export function Choice<T extends string>({
  label,
  testId,
  value,
  options,
  onChange,
  look,
}: ChoiceProps<T>): ReactElement {
  return (
    <label className={look.whole}>
      <span className={look.label}>{label}</span>
      <select
        className={look.list}
        data-testid={testId}
        value={value}
        onChange={(event) => {
          const chosen = options.find(({ id }) => id === event.target.value);
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
