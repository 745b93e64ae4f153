// Measures contestants in turns within one run, so that whatever else the machine does falls on all of them; medians, never means.

export interface Contestant {
  readonly name: string;
  /** One pass over the work; `size` is how many items a pass has. */
  readonly pass: () => void | Promise<void>;
  readonly size: number;
}

export interface RaceOptions {
  /** How often each contestant has its turn. */
  readonly turns: number;
  /** How long a turn lasts, in milliseconds; at least one pass. Long enough that a contestant runs on its own warm caches. */
  readonly turn: number;
  /** Milliseconds that only ever grow; handed in by tests. */
  readonly now?: () => number;
}

/** Milliseconds an item took each contestant: the median over all its passes. The first turn only warms up. */
export async function race(
  contestants: readonly Contestant[],
  { turns, turn, now = () => performance.now() }: RaceOptions,
): Promise<ReadonlyMap<string, number>> {
  const samples = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let at = 0; at <= turns; at++) {
    for (const { name, pass, size } of contestants) {
      // Before anything counts, the compiler has to settle.
      const end = now() + (at === 0 ? turn * WARM_UP : turn);
      for (let from = now(); ; ) {
        const running = pass();
        if (running instanceof Promise) await running;
        const to = now();
        if (at > 0) samples.get(name)?.push((to - from) / size);
        if (to >= end) break;
        from = to;
      }
    }
  }
  return new Map([...samples].map(([name, times]) => [name, median(times)]));
}

/** The warm-up's turn is so many times as long as the others. */
const WARM_UP = 10;

/** The middle value, or the mean of the two in the middle. Throws on none: a median of nothing is a fault of the benchmark. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  if (upper === undefined || lower === undefined) throw new Error("no samples");
  return (lower + upper) / 2;
}

/** The smallest value that at least `share` (0 to 1) of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error("no samples");
  return found;
}
