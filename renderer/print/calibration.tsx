// The calibration sheet: scales and a frame in true millimetres, to be held against a ruler.
import type { ReactNode } from "react";
import type { Adjustment, Paper } from "../../shared/slip/paper.ts";
import type { CalibrationDocument } from "../../shared/slip/sheet.ts";
import { hatching } from "./patterns.ts";
import { T, useSetting } from "./words.tsx";

const HAIRLINES = [0.1, 0.2, 0.3, 0.5, 0.8] as const;
const GREYS = ["0.1", "0.25", "0.5", "0.75", "1"] as const;
/** Millimetres of the upright scale: what the text around it leaves room for. */
const SCALE_DOWN: Readonly<Record<Paper, number>> = { A4: 140, A5: 70, "80mm": 60, "58mm": 60 };
const TYPE_SIZES = [6, 7, 8, 9, 10, 12] as const;

export function Calibration({
  sheet,
  adjustment,
  margin,
}: {
  readonly sheet: CalibrationDocument;
  readonly adjustment: Adjustment;
  readonly margin: number;
}): ReactNode {
  const { contentWidth, roll, paper } = useSetting();
  const width = roll ? contentWidth - 4 : contentWidth;
  const across = rulerLength(width);
  const down = SCALE_DOWN[paper];
  return (
    <div className="calibration">
      <p className="edge">
        <T k="calibration.edge" v={{ mm: margin }} />
      </p>
      <h1>
        <T k="calibration.title" block />
      </h1>
      <p>
        <T k={roll ? "calibration.howRoll" : "calibration.how"} block />
      </p>
      <dl className="particulars">
        <Fact label="calibration.printer">{sheet.printer ?? <T k="calibration.usual" />}</Fact>
        <Fact label="calibration.dpi">{sheet.dpi === null ? <T k="calibration.asSet" /> : `${sheet.dpi} dpi`}</Fact>
        <Fact label="calibration.paper">{paper}</Fact>
        <Fact label="calibration.offset">
          <T k="calibration.offsetValue" v={{ x: adjustment.offsetX, y: adjustment.offsetY }} />
        </Fact>
        <Fact label="calibration.scale">{`${Math.round(adjustment.scale * 10000) / 100} %`}</Fact>
        <Fact label="field.printedAt">{sheet.printedAt}</Fact>
      </dl>
      <svg
        className="ruler"
        width={`${width}mm`}
        height={`${down + 14}mm`}
        viewBox={`0 0 ${width} ${down + 14}`}
        role="img"
        aria-label="100 mm"
      >
        <g transform="translate(3 3)">
          <path className="ruler-line" d={scale(across, "across")} />
          {tens(across).map((mm) => (
            <text key={mm} x={mm} y={8.6} className="ruler-number">
              {mm}
            </text>
          ))}
          <path className="ruler-line" d={scale(down, "down")} />
          {tens(down)
            .slice(1)
            .map((mm) => (
              <text key={mm} x={6.4} y={mm + 1} className="ruler-number ruler-number-left">
                {mm}
              </text>
            ))}
          <Samples left={16} top={14} width={across - 18} />
        </g>
      </svg>
      <p className="label">
        <T k="calibration.text" />
      </p>
      {TYPE_SIZES.map((size) => (
        <p key={size} className={`type-${size}`}>
          {size} pt 参保人应缴 1,070.00 元 · 2025-04-15
        </p>
      ))}
      <p className="fill-in">
        <T k="calibration.measured" /> <span className="fill-line" /> <T k="calibration.millimetres" />
      </p>
    </div>
  );
}

/** Millimetres of the level scale: whole centimetres that the width holds. */
export function rulerLength(width: number): number {
  return Math.floor((width - 8) / 10) * 10;
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>
        <T k={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Samples({
  left,
  top,
  width,
}: {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}): ReactNode {
  const { say, languages } = useSetting();
  const language = languages[0] ?? "zh-CN";
  const step = width / GREYS.length;
  return (
    <g transform={`translate(${left} ${top})`}>
      <text className="ruler-caption" x={0} y={0}>
        {say(language, "calibration.lines")}
      </text>
      {HAIRLINES.map((stroke, index) => (
        <g key={stroke}>
          <path className="ruler-hairline" strokeWidth={stroke} d={`M0 ${3 + index * 2.4}h${width - 10}`} />
          <text className="ruler-number ruler-number-left" x={width - 8} y={3.8 + index * 2.4}>
            {stroke}
          </text>
        </g>
      ))}
      <text className="ruler-caption" x={0} y={20}>
        {say(language, "calibration.density")}
      </text>
      {GREYS.map((grey, index) => (
        <rect key={grey} x={index * step} y={22} width={step - 1} height={6} fillOpacity={grey} />
      ))}
      <path className="strip-hatch" d={hatching({ x: 0, y: 30, width: width - 1, height: 5 }, 1.1)} />
    </g>
  );
}

/** Ticks every millimetre, longer at five and ten. */
function scale(length: number, direction: "across" | "down"): string {
  const ticks: string[] = [direction === "across" ? `M0 0h${length}` : `M0 0v${length}`];
  for (let mm = 0; mm <= length; mm += 1) {
    const tick = mm % 10 === 0 ? 5.5 : mm % 5 === 0 ? 4 : 2.5;
    ticks.push(direction === "across" ? `M${mm} 0v${tick}` : `M0 ${mm}h${tick}`);
  }
  return ticks.join("");
}

function tens(length: number): readonly number[] {
  return Array.from({ length: Math.floor(length / 10) + 1 }, (_, index) => index * 10);
}
