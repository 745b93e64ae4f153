// The parts of the year's strip: payment windows, a bar of one reading, the axis, and marks for a day.

import { memo } from "react";
import type { EpochDay } from "../../shared/dates/civil.ts";
import type { Benefit } from "../../shared/engine/result.ts";
import { useTexts } from "../i18n/use-texts.ts";
import {
  besideCrossings,
  day,
  monthsOf,
  type StripScale,
  shortDay,
  textWidth,
  type WindowLabel,
} from "./strip-scale.ts";

export const BAR_HEIGHT = 20;

interface WindowProps {
  readonly scale: StripScale;
  readonly label: WindowLabel | null;
  readonly from: string;
  readonly to: string;
}

export const PaymentWindow = memo(function PaymentWindow({ scale, label, from, to }: WindowProps) {
  const left = scale.x(day(from));
  const right = scale.x(day(to) + 1);
  return (
    <g className="strip__window">
      <path d={`M${left + 0.5} 28V23H${right - 0.5}V28`} />
      {label === null ? null : (
        <text x={label.middle} y={16} textAnchor="middle">
          {label.text}
        </text>
      )}
    </g>
  );
});

interface BarProps {
  readonly scale: StripScale;
  readonly y: number;
  readonly benefit: Benefit | null;
  /** The letter of a reading, where there are several. */
  readonly name: string | null;
  /** From when cover is possible at all where its first day is not stated. */
  readonly possibleFrom: EpochDay;
  readonly patterns: { readonly wait: string; readonly open: string };
  /** Where the lines of the marks cross the bar: no word may stand there. */
  readonly crossings: readonly number[];
}

export function Bar({ scale, y, benefit, name, possibleFrom, patterns, crossings }: BarProps) {
  const t = useTexts();
  const { x, year } = scale;
  const left = x(year.from);
  const right = x(year.to + 1);
  const middle = y + 14.5;
  const start = benefit?.start == null ? null : day(benefit.start);
  const wait = benefit?.wait ?? null;
  const open = benefit?.kind === "not-stated" ? x(Math.max(year.from, possibleFrom)) : null;
  return (
    <g>
      <rect x={left} y={y} width={right - left} height={BAR_HEIGHT} rx="3" className="strip__paper strip__outline" />
      {open === null ? null : (
        <rect
          x={open}
          y={y}
          width={right - open}
          height={BAR_HEIGHT}
          fill={`url(#${patterns.open})`}
          className="strip__outline"
        />
      )}
      {wait === null ? null : (
        <rect
          x={x(day(wait.from))}
          y={y}
          width={Math.max(2, x(Math.min(day(wait.to), year.to) + 1) - x(day(wait.from)))}
          height={BAR_HEIGHT}
          fill={`url(#${patterns.wait})`}
          className="strip__outline strip__outline--wait"
        />
      )}
      {start === null ? null : (
        <>
          <rect
            x={x(start)}
            y={y}
            width={Math.max(2, right - x(start))}
            height={BAR_HEIGHT}
            rx="2"
            className="strip__covered"
            data-at-least={benefit?.kind === "not-before" ? true : undefined}
          />
          <StartLabel
            left={x(start)}
            right={right}
            crossings={crossings}
            y={middle}
            text={t(benefit?.kind === "not-before" ? "strip.notBefore" : "strip.from", { day: shortDay(start) })}
          />
        </>
      )}
      {benefit?.kind === "none" ? (
        <text x={(left + right) / 2} y={middle} textAnchor="middle" className="strip__none">
          {t("strip.none")}
        </text>
      ) : null}
      {open === null ? null : (
        <text
          x={Math.min(open + 8, right - 12 - textWidth(t("strip.notStated")))}
          y={middle}
          className="strip__none strip__halo"
        >
          {t("strip.notStated")}
        </text>
      )}
      {name === null ? null : (
        <text x={left - 6} y={middle} textAnchor="end" className="strip__reading">
          {name}
        </text>
      )}
    </g>
  );
}

/** The first covered day, inside the bar where it has room, before it otherwise. */
function StartLabel({
  left,
  right,
  crossings,
  y,
  text,
}: {
  readonly left: number;
  readonly right: number;
  readonly crossings: readonly number[];
  readonly y: number;
  readonly text: string;
}) {
  const inside = besideCrossings(left + 8, textWidth(text), crossings);
  const fits = right > inside + textWidth(text) + 8;
  return (
    <text
      x={fits ? inside : left - 6}
      y={y}
      textAnchor={fits ? "start" : "end"}
      className={fits ? "strip__start" : "strip__start strip__start--outside strip__halo"}
    >
      {text}
    </text>
  );
}

export const Axis = memo(function Axis({ scale, y }: { readonly scale: StripScale; readonly y: number }) {
  return (
    <>
      {monthsOf(scale).map(({ at, begins, label }) => (
        <g key={at} className="strip__month">
          <path d={`M${scale.x(at) + 0.5} ${y + 3}v${begins ? 9 : label === null ? 3 : 5}`} />
          {label === null ? null : (
            <text x={scale.x(at) + 4} y={y + 15} className={begins ? "strip__year strip__halo" : "strip__halo"}>
              {label}
            </text>
          )}
        </g>
      ))}
    </>
  );
});

interface MarkProps {
  readonly scale: StripScale;
  readonly at: EpochDay;
  readonly name: string;
  readonly sign: "payment" | "birth";
  readonly top: number;
  readonly bottom: number;
}

export const Mark = memo(function Mark({ scale, at, name, sign, top, bottom }: MarkProps) {
  const left = scale.x(at) + 0.5;
  const toLeft = left > scale.width - textWidth(name) - 12;
  return (
    <g className="strip__mark">
      <path d={`M${left} ${top}V${bottom - 9}`} />
      <path
        d={sign === "birth" ? `M${left} ${top - 4}l4 4l-4 4l-4 -4z` : `M${left - 4} ${top - 4}h8l-4 7z`}
        className="strip__head"
      />
      <text x={toLeft ? left - 5 : left + 5} y={bottom} textAnchor={toLeft ? "end" : "start"} className="strip__halo">
        {name}
      </text>
    </g>
  );
});
