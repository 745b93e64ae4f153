// How many of the rows each township gets: the table's proportions, rounded so that nobody is lost.

export interface Township {
  readonly name: string;
  /** 应参保人数. */
  readonly toEnrol: number;
}

/** Whole shares of `rows` that add up to it, the largest remainders rounded up first. */
export function townshipShares(townships: readonly Township[], rows: number): readonly number[] {
  const total = townships.reduce((sum, township) => sum + township.toEnrol, 0);
  const exact = townships.map((township) => (township.toEnrol * rows) / total);
  const shares = exact.map(Math.floor);
  const missing = rows - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
