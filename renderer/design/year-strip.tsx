// The year as a strip: payment windows above, waiting hatched, covered solid, the payment and the birth as marks.
// Told apart by pattern and position, so that it reads in black and white as well.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { civil, dayOf, type EpochDay } from "../../shared/dates/civil.ts";
import { parseIsoDay } from "../../shared/dates/iso.ts";
import type { Benefit } from "../../shared/engine/result.ts";
import { useWidth } from "./use-width.ts";

export interface StripPeriod {
  readonly id: string;
  readonly name: string;
  /** Stands where the name has no room. */
  readonly short: string;
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly yearStart: string;
  readonly yearEnd: string;
  readonly periods: readonly StripPeriod[];
  readonly paidOn: string | null;
  readonly birthDate: string | null;
  /** One bar each; several where the rules can be read in several ways. None: only the windows and the day. */
  readonly readings: readonly { readonly key: string; readonly name: string | null; readonly benefit: Benefit }[];
}

const WINDOW_Y = 6;
const BAR_Y = 44;
const BAR_H = 20;
const BAR_STEP = 40;

export function YearStrip(props: Props) {
  const { t } = useTranslation("assess");
  const [ref, width] = useWidth<HTMLDivElement>(620);
  const hatch = useId();
  const dots = useId();
  const year = { from: day(props.yearStart), to: day(props.yearEnd) };
  const opening = Math.min(year.from, ...props.periods.map((period) => day(period.from)));
  const domain = { from: monthStart(opening), to: year.to + 1 };
  const x = (at: EpochDay) =>
    Math.round(
      ((Math.min(Math.max(at, domain.from), domain.to) - domain.from) / (domain.to - domain.from)) * (width - 2) * 10,
    ) /
      10 +
    1;
  const bars = props.readings.length === 0 ? 1 : props.readings.length;
  const axisY = BAR_Y + (bars - 1) * BAR_STEP + BAR_H;
  const height = axisY + 40;
  const paid = props.paidOn === null ? null : day(props.paidOn);
  const birth = props.birthDate === null ? null : day(props.birthDate);

  return (
    <div ref={ref} className="strip">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={spoken()}
        data-testid="year-strip"
      >
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" className="strip__paper" />
            <rect width="3" height="7" className="strip__wait" />
          </pattern>
          <pattern id={dots} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" className="strip__paper" />
            <circle cx="3" cy="3" r="1.4" className="strip__dot" />
          </pattern>
        </defs>

        {props.periods.map((period) => {
          const from = x(day(period.from));
          const to = x(day(period.to) + 1);
          return (
            <g key={period.id} className="strip__window">
              <path d={`M${from + 0.5} ${WINDOW_Y + 22}V${WINDOW_Y + 17}H${to - 0.5}V${WINDOW_Y + 22}`} />
              <text x={Math.min((from + to) / 2, width - 4)} y={WINDOW_Y + 10} textAnchor="middle">
                {[period.name, period.short].find((name) => textWidth(name) < to - from + 24) ?? ""}
              </text>
            </g>
          );
        })}

        {(props.readings.length === 0 ? [null] : props.readings).map((reading, index) => (
          <Bar
            key={reading?.key ?? "empty"}
            y={BAR_Y + index * BAR_STEP}
            benefit={reading?.benefit ?? null}
            name={reading?.name ?? null}
          />
        ))}

        {months(domain.from, year.to).map(({ at, month, first, afterFirst }) => (
          <g key={at} className="strip__month">
            <path d={`M${x(at) + 0.5} ${axisY + 3}v${first ? 9 : 5}`} />
            {first || (!afterFirst && (width > 520 || month % 2 === 1)) ? (
              <text x={x(at) + 4} y={axisY + 15} className={first ? "strip__year" : undefined}>
                {first ? `${civil(at).year}·${month}` : month}
              </text>
            ) : null}
          </g>
        ))}

        {birth !== null && birth >= domain.from && birth <= year.to ? (
          <Mark at={birth} name={t("strip.birth", { day: short(birth) })} birth />
        ) : null}
        {paid === null ? null : (
          <Mark
            at={paid}
            name={t(paid > year.to ? "strip.paidLater" : paid < domain.from ? "strip.paidEarlier" : "strip.paid", {
              day: paid > year.to || paid < domain.from ? (props.paidOn ?? "") : short(paid),
            })}
            birth={false}
          />
        )}
      </svg>
    </div>
  );

  function Bar({
    y,
    benefit,
    name,
  }: {
    readonly y: number;
    readonly benefit: Benefit | null;
    readonly name: string | null;
  }) {
    const left = x(year.from);
    const right = x(year.to + 1);
    const start = benefit?.start === null || benefit?.start === undefined ? null : day(benefit.start);
    const wait = benefit?.wait ?? null;
    const open = benefit?.kind === "not-stated" ? Math.max(year.from, paid ?? year.from) : null;
    return (
      <g>
        <rect x={left} y={y} width={right - left} height={BAR_H} rx="3" className="strip__paper strip__outline" />
        {open === null ? null : (
          <rect
            x={x(open)}
            y={y}
            width={right - x(open)}
            height={BAR_H}
            rx="3"
            fill={`url(#${dots})`}
            className="strip__outline"
          />
        )}
        {wait === null ? null : (
          <rect
            x={x(day(wait.from))}
            y={y}
            width={Math.max(2, x(Math.min(day(wait.to), year.to) + 1) - x(day(wait.from)))}
            height={BAR_H}
            fill={`url(#${hatch})`}
            className="strip__outline strip__outline--wait"
          />
        )}
        {start === null ? null : (
          <>
            <rect
              x={x(start)}
              y={y}
              width={Math.max(2, right - x(start))}
              height={BAR_H}
              rx="2"
              className="strip__covered"
              data-at-least={benefit?.kind === "not-before" ? true : undefined}
            />
            <Label
              at={start}
              y={y + 14.5}
              text={t(benefit?.kind === "not-before" ? "strip.notBefore" : "strip.from", { day: short(start) })}
              inside={right - x(start)}
            />
          </>
        )}
        {benefit?.kind === "none" ? (
          <text x={(left + right) / 2} y={y + 14.5} textAnchor="middle" className="strip__none">
            {t("strip.none")}
          </text>
        ) : null}
        {benefit?.kind === "not-stated" ? (
          <text x={x(open ?? year.from) + 8} y={y + 14.5} className="strip__none strip__halo">
            {t("strip.notStated")}
          </text>
        ) : null}
        {name === null ? null : (
          <text x={left - 6} y={y + 14.5} textAnchor="end" className="strip__reading">
            {name}
          </text>
        )}
      </g>
    );
  }

  /** The first covered day, inside the bar where it has room, before it otherwise. */
  function Label({
    at,
    y,
    text,
    inside,
  }: {
    readonly at: EpochDay;
    readonly y: number;
    readonly text: string;
    readonly inside: number;
  }) {
    const fits = inside > textWidth(text) + 16;
    return (
      <text
        x={fits ? x(at) + 8 : x(at) - 6}
        y={y}
        textAnchor={fits ? "start" : "end"}
        className={fits ? "strip__start" : "strip__start strip__start--outside strip__halo"}
      >
        {text}
      </text>
    );
  }

  function Mark({
    at,
    name,
    birth: isBirth,
  }: {
    readonly at: EpochDay;
    readonly name: string;
    readonly birth: boolean;
  }) {
    const left = x(at) + 0.5;
    const bottom = axisY + 34;
    const atRight = left > width * 0.72;
    return (
      <g className="strip__mark">
        <path d={`M${left} ${BAR_Y - 8}V${bottom - 9}`} />
        {isBirth ? (
          <path d={`M${left} ${BAR_Y - 12}l4 4l-4 4l-4 -4z`} className="strip__head" />
        ) : (
          <path d={`M${left - 4} ${BAR_Y - 12}h8l-4 7z`} className="strip__head" />
        )}
        <text
          x={atRight ? left - 5 : left + 5}
          y={bottom}
          textAnchor={atRight ? "end" : "start"}
          className="strip__halo"
        >
          {name}
        </text>
      </g>
    );
  }

  function spoken(): string {
    const first = props.readings[0]?.benefit;
    if (first === undefined) return t("strip.spokenEmpty");
    return props.readings
      .map(({ benefit }) =>
        benefit.start === null
          ? t(`strip.spoken.${benefit.kind}`, { paid: props.paidOn ?? "" })
          : t(benefit.wait === null ? "strip.spoken.start" : "strip.spoken.wait", {
              paid: props.paidOn ?? "",
              start: benefit.start,
              end: benefit.end ?? "",
              from: benefit.wait?.from ?? "",
              to: benefit.wait?.to ?? "",
            }),
      )
      .join(" ");
  }
}

function day(text: string): EpochDay {
  const found = parseIsoDay(text);
  if (found === undefined) throw new RangeError(`not an ISO date: ${text}`);
  return found;
}

/** About how wide a text is at 12 px: a Chinese character takes the whole of it, a Latin one about half. */
function textWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > "\u2e80" ? 12 : 6.5), 0);
}

/** 2025-04-15 → "4-15": the year stands on the axis. */
function short(at: EpochDay): string {
  const { month, day: ofMonth } = civil(at);
  return `${month}-${String(ofMonth).padStart(2, "0")}`;
}

function monthStart(at: EpochDay): EpochDay {
  const { year, month } = civil(at);
  return dayOf(year, month, 1);
}

function months(
  from: EpochDay,
  to: EpochDay,
): readonly { readonly at: EpochDay; readonly month: number; readonly first: boolean; readonly afterFirst: boolean }[] {
  const found: { at: EpochDay; month: number; first: boolean; afterFirst: boolean }[] = [];
  let { year, month } = civil(from);
  for (let at = dayOf(year, month, 1); at <= to; at = dayOf(year, month, 1)) {
    found.push({ at, month, first: month === 1 || found.length === 0, afterFirst: found.at(-1)?.first === true });
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return found;
}
