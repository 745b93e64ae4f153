// Forty-seven bars: the full height is the number to enrol, the filled part who has a slip.
import type { ReactElement } from "react";
import { shareText, type TownshipProgress } from "../../shared/ledger/progress.ts";
import { textWidth } from "../design/strip-scale.ts";

interface TownshipChartProps {
  readonly rows: readonly TownshipProgress[];
  readonly label: string;
}

const BAR = 16;
const GAP = 6;
const HEIGHT = 160;
/** How large the names are written, as ledger.css has it. */
const LETTER = 11;
const NAME_TOP = 6;

export function TownshipChart({ rows, label }: TownshipChartProps): ReactElement {
  const most = Math.max(1, ...rows.map((row) => row.toEnrol));
  const width = rows.length * (BAR + GAP);
  const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name)));
  const height = Math.ceil(HEIGHT + NAME_TOP + longest * (LETTER / 12) + LETTER);
  return (
    <svg className="township-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {rows.map((row, index) => {
        const x = index * (BAR + GAP);
        const full = (row.toEnrol / most) * HEIGHT;
        const filled = Math.min(1, row.enrolled / row.toEnrol) * full;
        return (
          <g key={row.no}>
            <title>{`${row.name} ${row.enrolled} / ${row.toEnrol} (${shareText(row.enrolled, row.toEnrol)})`}</title>
            <rect className="township-chart__full" x={x} y={HEIGHT - full} width={BAR} height={full} />
            <rect className="township-chart__filled" x={x} y={HEIGHT - filled} width={BAR} height={filled} />
            <text className="township-chart__name" x={x + BAR / 2} y={HEIGHT + NAME_TOP}>
              {row.name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
