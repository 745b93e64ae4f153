// Last year's figures that still stand in the author's own words, although the figure beside them has changed.
import type { Point, PointValue } from "../rules/points.ts";

/**
 * Amounts, whole numbers and years of last year that the summary in either language still names. Amounts are looked for as
 * they are read: 400.00 as 400 or 400.00, 116.80 as 116.80 or 116.8.
 *
 * @param lastYear last year's value at a place of the file
 */
export function staleFigures(
  { leaves, cite }: Pick<Point, "leaves" | "cite">,
  lastYear: (path: Point["path"]) => PointValue | undefined,
): readonly string[] {
  const summary = cite?.summary;
  if (summary === null || summary === undefined) return [];
  const text = `${summary.zh}\n${summary.en}`;
  const now = new Set(leaves.flatMap(({ value }) => spellings(value)));
  const before = leaves.flatMap(({ path, value }) => {
    const old = lastYear(path);
    return old === undefined || JSON.stringify(old) === JSON.stringify(value) ? [] : spellings(old);
  });
  return [...new Set(before)].filter((figure) => !now.has(figure) && names(text, figure));
}

function spellings(value: PointValue): readonly string[] {
  if (typeof value === "number") return [String(value)];
  if (typeof value === "object" && value !== null && "length" in value && "unit" in value)
    return [String(value.length)];
  if (typeof value !== "string" || !/^\d+\.\d{2}$/.test(value)) return [];
  return [value, value.replace(/0$/, "").replace(/\.0?$/, "")].filter((text, at, all) => all.indexOf(text) === at);
}

/** The figure by itself, not inside a longer one. */
function names(text: string, figure: string): boolean {
  return new RegExp(`(?<![\\d.])${figure.replace(".", "\\.")}(?![\\d.]*\\d)`).test(text);
}
