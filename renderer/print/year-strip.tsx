// The coverage year drawn as a strip that reads without colour: solid is covered, hatched waits, dotted is not stated.
import type { ReactNode } from "react";
import { dayOf } from "../../shared/dates/civil.ts";
import { parseIsoDay } from "../../shared/dates/iso.ts";
import type { SlipYear } from "../../shared/slip/document.ts";
import { dots, hatching } from "./patterns.ts";
import { T, useSetting } from "./words.tsx";

const BAR = 4.2;
const MARK = 2.2;
const MONTHS = 3;
const SWATCH = { width: 5, height: 2.6 };

type Span = SlipYear["spans"][number];

export function YearStrip({ year }: { readonly year: SlipYear }): ReactNode {
  const { contentWidth: width } = useSetting();
  const first = day(year.from);
  const days = day(year.to) - first + 1;
  const at = (date: number): number => ((date - first) / days) * width;
  const yearNumber = Number(year.from.slice(0, 4));
  return (
    <div className="strip">
      <svg viewBox={`0 0 ${width} ${MARK + BAR + MONTHS}`} role="img" aria-label={year.from.slice(0, 4)}>
        {year.spans.map((span) => (
          <Bar
            key={span.from}
            state={span.state}
            x={at(day(span.from))}
            y={MARK}
            width={at(day(span.to) + 1) - at(day(span.from))}
            height={BAR}
          />
        ))}
        <rect className="strip-frame" x={0.1} y={MARK} width={width - 0.2} height={BAR} />
        {Array.from({ length: 12 }, (_, month) => {
          const x = at(dayOf(yearNumber, month + 1, 1));
          const next = month === 11 ? width : at(dayOf(yearNumber, month + 2, 1));
          return (
            <g key={x}>
              {month === 0 ? null : <path className="strip-tick" d={`M${x} ${MARK + BAR}v0.9`} />}
              <text className="strip-month" x={(x + next) / 2} y={MARK + BAR + 2.7}>
                {month + 1}
              </text>
            </g>
          );
        })}
        {year.paidOn === null ? null : (
          <path className="strip-mark" d={`M${at(day(year.paidOn)) - 1.1} 0.1h2.2l-1.1 1.8z`} />
        )}
      </svg>
      <Legend year={year} />
    </div>
  );
}

function Legend({ year }: { readonly year: SlipYear }): ReactNode {
  return (
    <ul className="legend">
      {year.paidOn === null ? null : (
        <li>
          <svg className="swatch" viewBox={`0 0 ${SWATCH.width} ${SWATCH.height}`} aria-hidden="true">
            <path className="strip-mark" d="M1.4 0.4h2.2l-1.1 1.8z" />
          </svg>
          <T k="strip.paidOn" v={{ day: year.paidOn.slice(5) }} />
        </li>
      )}
      {year.spans
        .filter(({ state }) => state !== "past")
        .map((span) => (
          <li key={span.from}>
            <svg className="swatch" viewBox={`0 0 ${SWATCH.width} ${SWATCH.height}`} aria-hidden="true">
              <Bar state={span.state} x={0} y={0} width={SWATCH.width} height={SWATCH.height} />
              <rect className="strip-frame" x={0.1} y={0.1} width={SWATCH.width - 0.2} height={SWATCH.height - 0.2} />
            </svg>
            <T k={`strip.${span.state}`} />{" "}
            <span className="figure">
              {span.from.slice(5)}–{span.to.slice(5)}
            </span>
          </li>
        ))}
    </ul>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Drawn with lines instead of a pattern fill, which some printer drivers turn into a grey blur. */
function Bar({ state, x, y, width, height }: Box & { readonly state: Span["state"] }): ReactNode {
  switch (state) {
    case "past":
      return null;
    case "none":
      return <path className="strip-none" d={`M${x} ${y + height / 2}h${width}`} />;
    case "covered":
      return <rect className="strip-covered" x={x} y={y} width={width} height={height} />;
    case "waiting":
      return <path className="strip-hatch" d={hatching({ x, y, width, height }, 1.1)} />;
    case "earliest":
      return (
        <>
          <rect className="strip-earliest" x={x} y={y} width={width} height={height} />
          <path className="strip-hatch-light" d={hatching({ x, y, width, height }, 1.6)} />
        </>
      );
    case "open":
      return <path className="strip-dots" d={dots({ x, y, width, height }, 1.1)} />;
  }
}

function day(text: string): number {
  return parseIsoDay(text) ?? 0;
}
