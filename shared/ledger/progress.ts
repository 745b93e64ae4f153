// How far a township is.

export interface TownshipProgress {
  readonly no: number;
  readonly name: string;
  readonly toEnrol: number;
  readonly enrolled: number;
}

/** A share as a percentage with one decimal; a single slip of ten thousand still shows as more than nothing. */
export function shareText(enrolled: number, toEnrol: number): string {
  if (toEnrol === 0) return "—";
  const share = (enrolled / toEnrol) * 100;
  return enrolled > 0 && share < 0.1 ? "< 0.1 %" : `${share.toFixed(1)} %`;
}
