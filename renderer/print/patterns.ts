// Hatching and dots as path data, clipped to a box by arithmetic: crisp on every printer, no fills to blur.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Diagonals rising to the right, `gap` apart along the base line. */
export function hatching({ x, y, width, height }: Box, gap: number): string {
  const lines: string[] = [];
  // The lines start on a grid of the whole drawing, so that neighbouring boxes join.
  for (let foot = Math.floor((x - height) / gap) * gap; foot < x + width; foot += gap) {
    const fromX = Math.max(foot, x);
    const toX = Math.min(foot + height, x + width);
    if (toX - fromX < 0.02) continue;
    lines.push(
      `M${short(fromX)} ${short(y + height - (fromX - foot))}L${short(toX)} ${short(y + height - (toX - foot))}`,
    );
  }
  return lines.join("");
}

/** Rows of dots, every second row shifted, drawn as short strokes with round caps. */
export function dots({ x, y, width, height }: Box, gap: number): string {
  const points: string[] = [];
  const rows = Math.floor(height / gap);
  for (let row = 0; row < rows; row += 1) {
    const dotY = y + (height - (rows - 1) * gap) / 2 + row * gap;
    const first = Math.ceil((x + 0.3) / gap) * gap + (row % 2 === 0 ? 0 : gap / 2);
    for (let dotX = first; dotX < x + width - 0.3; dotX += gap) points.push(`M${short(dotX)} ${short(dotY)}h0.01`);
  }
  return points.join("");
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
