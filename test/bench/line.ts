// One measured line: what `npm run bench -- --json` prints, and what the table is made of.

export interface BenchLine {
  readonly name: string;
  readonly ours: number;
  readonly unit: string;
  /** null where nothing comparable exists. */
  readonly peer: number | null;
  readonly peerName: string | null;
  /** What `ratioOf` says; null without a peer. */
  readonly ratio: number | null;
  /** Which way the ratio is read; ours over the peer's unless said otherwise. */
  readonly ratioOf?: "ours/peer" | "peer/ours";
  readonly budget: number;
  readonly ok: boolean;
  /** The budget in words, where it is more than one number. */
  readonly budgetText?: string;
  /** Further peers of the same run, each with the same ratio. */
  readonly others?: readonly { readonly peerName: string; readonly peer: number; readonly ratio: number }[];
  /** Further figures of the same run, by name. */
  readonly also?: Readonly<Record<string, number>>;
}

/** A benchmark of the registry; the lines that it measures are named before it runs, so that one of them can be asked for. */
export interface Benchmark {
  readonly names: readonly string[];
  readonly run: () => Promise<readonly BenchLine[]>;
}
