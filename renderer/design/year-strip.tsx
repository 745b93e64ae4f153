// The year as a strip: payment windows above, waiting hatched, covered solid, the payment and the birth as marks.
// Told apart by pattern and position, so that it reads in black and white as well.
import { memo, useId, useMemo } from "react";
import type { Benefit } from "../../shared/engine/result.ts";
import { useTexts } from "../i18n/use-texts.ts";
import { Axis, BAR_HEIGHT, Bar, Mark, PaymentWindow } from "./strip-parts.tsx";
import { day, shortDay, stripScale, textWidth, type WindowSpan, windowLabels } from "./strip-scale.ts";
import { useWidth } from "./use-width.ts";

export interface StripPeriod extends WindowSpan {
  readonly id: string;
}

export interface StripReading {
  readonly key: string;
  readonly name: string | null;
  readonly benefit: Benefit;
}

interface Props {
  readonly yearStart: string;
  readonly yearEnd: string;
  readonly periods: readonly StripPeriod[];
  readonly paidOn: string | null;
  readonly birthDate: string | null;
  /** One bar each; several where the rules can be read in several ways. None: only the windows and the day. */
  readonly readings: readonly StripReading[];
}

const FIRST_BAR = 44;
const BAR_STEP = 30;
const AXIS_ROOM = 40;
const MARK_ROOM = 16;

export function YearStrip({ yearStart, yearEnd, periods, paidOn, birthDate, readings }: Props) {
  const t = useTexts();
  const { ref, width, enlarged } = useWidth<HTMLDivElement>(620);
  const wait = useId();
  const open = useId();
  // What no payment changes is reckoned and drawn once: the scale, the windows, the months.
  const scale = useMemo(() => {
    const opening = periods.map(({ from }) => from).sort()[0] ?? null;
    return stripScale(yearStart, yearEnd, opening, width / enlarged);
  }, [yearStart, yearEnd, periods, width, enlarged]);
  const labels = useMemo(() => windowLabels(scale, periods), [scale, periods]);
  const bars: readonly (StripReading | null)[] = readings.length === 0 ? [null] : readings;
  const axisY = FIRST_BAR + (bars.length - 1) * BAR_STEP + BAR_HEIGHT;

  const paid = paidOn === null ? null : day(paidOn);
  const born = birthDate === null ? null : day(birthDate);
  const birth = born !== null && born >= scale.domain.from && born < scale.domain.to ? born : null;
  const outside =
    paid === null ? null : paid >= scale.domain.to ? "paidLater" : paid < scale.domain.from ? "paidEarlier" : null;
  const paidName =
    paid === null ? "" : t(`strip.${outside ?? "paid"}`, { day: outside === null ? shortDay(paid) : paidOn });
  // Two names side by side need two lines where their days lie close together.
  const close = paid !== null && birth !== null && Math.abs(scale.x(paid) - scale.x(birth)) < textWidth(paidName) + 16;
  const crossings = [birth, paid].flatMap((at) => (at === null ? [] : [scale.x(at)])).sort((a, b) => a - b);
  const markBottom = axisY + AXIS_ROOM - 6;
  const height = axisY + AXIS_ROOM + (close ? MARK_ROOM : 0);

  return (
    <div ref={ref} className="strip">
      <svg
        width={width}
        height={height * enlarged}
        viewBox={`0 0 ${scale.width} ${height}`}
        role="img"
        aria-label={spoken()}
        data-testid="year-strip"
      >
        <Patterns wait={wait} open={open} />
        {periods.map(({ id, from, to }, index) => (
          <PaymentWindow key={id} scale={scale} label={labels[index] ?? null} from={from} to={to} />
        ))}
        {bars.map((bar, index) => (
          <Bar
            key={bar?.key ?? "empty"}
            scale={scale}
            y={FIRST_BAR + index * BAR_STEP}
            benefit={bar?.benefit ?? null}
            name={bar?.name ?? null}
            possibleFrom={birth ?? paid ?? scale.year.from}
            patterns={{ wait, open }}
            crossings={crossings}
          />
        ))}
        {birth === null ? null : (
          <Mark
            scale={scale}
            at={birth}
            name={t("strip.birth", { day: shortDay(birth) })}
            sign="birth"
            top={FIRST_BAR - 8}
            bottom={markBottom + (close ? MARK_ROOM : 0)}
          />
        )}
        {paid === null ? null : (
          <Mark scale={scale} at={paid} name={paidName} sign="payment" top={FIRST_BAR - 8} bottom={markBottom} />
        )}
        {/* Over the line of a mark, so that it does not strike a month through. */}
        <Axis scale={scale} y={axisY} />
      </svg>
    </div>
  );

  function spoken(): string {
    if (readings.length === 0) return t("strip.spokenEmpty");
    return readings
      .map(({ benefit: { kind, start, end, wait: waiting } }) =>
        start === null
          ? t(`strip.spoken.${kind}`, { paid: paidOn })
          : t(waiting === null ? "strip.spoken.start" : "strip.spoken.wait", { paid: paidOn, start, end, ...waiting }),
      )
      .join(" ");
  }
}

/** Hatched for a wait, dotted for what no document states. */
const Patterns = memo(function Patterns({ wait, open }: { readonly wait: string; readonly open: string }) {
  return (
    <defs>
      <pattern id={wait} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="strip__paper" />
        <rect width="3" height="7" className="strip__wait" />
      </pattern>
      <pattern id={open} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="strip__paper" />
        <circle cx="3" cy="3" r="1.4" className="strip__dot" />
      </pattern>
    </defs>
  );
});
