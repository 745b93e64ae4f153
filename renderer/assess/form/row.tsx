// One line of the form: label, control, what the program read from it, and what is wrong with it.
import type { ReactNode } from "react";

export interface RowProps {
  readonly id: string;
  readonly label: string;
  /** A group of controls (radio buttons) is named by its label instead of being focused by it. */
  readonly group?: boolean;
  readonly problem?: string | undefined;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

export function Row({ id, label, group = false, problem, hint, children }: RowProps) {
  return (
    <div className="row" data-field={id} data-invalid={problem === undefined ? undefined : true}>
      {group ? (
        <span className="row__label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="row__label" htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
      )}
      <div className="row__body">
        {children}
        {problem === undefined ? null : (
          <p className="row__problem" id={`${id}-problem`} role="alert">
            {problem}
          </p>
        )}
        {hint === undefined || hint === null || problem !== undefined ? null : (
          <div className="row__hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}

/** The ids that describe a control, for aria-describedby. */
export function describedBy(id: string, problem: string | undefined, hint: boolean): string | undefined {
  if (problem !== undefined) return `${id}-problem`;
  return hint ? `${id}-hint` : undefined;
}
