// A day as a clerk types it: eight digits or any usual form; the arrow keys move it by a day.
import { type KeyboardEvent, memo, type ReactNode } from "react";
import { isoDay } from "../../../shared/dates/iso.ts";
import { parseTypedDate } from "../../../shared/dates/typed.ts";
import { describedBy, Row } from "./row.tsx";
import { steppedDay } from "./stepped-day.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly problem: string | undefined;
  /** What the program says of the day, inside the box. */
  readonly read?: ReactNode;
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

export const DateField = memo(function DateField(props: Props) {
  const { id, label, problem, read } = props;
  return (
    <Row id={id} label={label} problem={problem}>
      <DateBox {...props} describedById={describedBy(id, problem, read !== undefined)} />
    </Row>
  );
});

type BoxProps = Omit<Props, "label" | "problem"> & {
  readonly problem: string | undefined;
  readonly describedById?: string | undefined;
  readonly ariaLabel?: string;
};

/** The box alone, for days that stand in another row. */
export function DateBox({
  id,
  value,
  placeholder,
  problem,
  read,
  testId,
  onChange,
  describedById,
  ariaLabel,
}: BoxProps) {
  const day = parseTypedDate(value);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = day.ok ? steppedDay(event, day.day) : null;
    if (next === null) return;
    event.preventDefault();
    onChange(isoDay(next));
  };
  return (
    <div className="box" data-step data-invalid={problem === undefined ? undefined : true}>
      <input
        id={id}
        className="box__input box__input--date figures"
        data-testid={testId}
        autoComplete="off"
        spellCheck={false}
        inputMode="numeric"
        maxLength={20}
        value={value}
        placeholder={placeholder}
        aria-label={ariaLabel}
        aria-invalid={problem !== undefined}
        aria-describedby={describedById}
        onFocus={(event) => event.target.select()}
        onBlur={() => day.ok && isoDay(day.day) !== value && onChange(isoDay(day.day))}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(event.target.value)}
      />
      {read === undefined || read === null ? null : (
        <span className="box__read" id={`${id}-hint`}>
          {read}
        </span>
      )}
    </div>
  );
}
