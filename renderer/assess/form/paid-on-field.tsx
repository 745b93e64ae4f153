// The payment day, and in which window it lies: that much the answer is awaited for, and nothing else of the form.
import { useMemo } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { windowRead } from "../active.ts";
import { useCounter } from "../counter-context.tsx";
import { DateField } from "./date-field.tsx";

interface Props {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

export function PaidOnField({ value, problem, onChange }: Props) {
  const t = useTexts();
  const window = useCounter(windowRead);
  const read = useMemo(
    () => (window === null ? undefined : <span data-testid="window">{t(`domain:window.${window}`)}</span>),
    [window, t],
  );
  return (
    <DateField
      id="paidOn"
      testId="paid-on"
      label={t("field.paidOn")}
      value={value}
      placeholder={t("placeholder.date")}
      problem={problem}
      read={read}
      onChange={onChange}
    />
  );
}
