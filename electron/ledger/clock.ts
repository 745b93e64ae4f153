// The counter's clock, handed in so that tests can set it back.

/** `at`: UTC to the millisecond; `day`: the civil day where the counter stands. */
export interface Now {
  readonly at: string;
  readonly day: string;
}

export type Clock = () => Now;

export const systemClock: Clock = () => nowOf(new Date());

export function nowOf(instant: Date): Now {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  return { at: instant.toISOString(), day };
}

/** Clocks are corrected by seconds all the time; more than this backwards is a wrong clock, now or before. */
export const BACKWARDS_TOLERANCE_MS = 120_000;
