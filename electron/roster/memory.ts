// Keeps the young generation small: left alone, V8 lets it grow to 130 MB under a stream of short-lived rows.
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Large enough that a batch's garbage dies young, small enough to stay out of sight: measured in docs/adr. */
const YOUNG_GENERATION = 15_000_000;

/**
 * Returns a check to be called now and then; once the young generation has its size, V8 is told to let it grow no
 * further. Done while running, because nobody starts the command line with flags.
 */
export function youngGenerationCap(): () => void {
  let capped = false;
  return () => {
    if (capped) return;
    const young = getHeapSpaceStatistics().find((space) => space.space_name === "new_space");
    if (young === undefined || young.space_size < YOUNG_GENERATION) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    capped = true;
  };
}
