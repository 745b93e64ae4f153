// Keeps answers in step with typing: of several questions under way for one resident only the last one's answer counts.

/** Runs `work` for a key; `deliver` is called unless a later question for the same key has been asked meanwhile. */
export function latestOnly(): <T>(key: string, work: () => Promise<T>, deliver: (value: T) => void) => Promise<void> {
  const newest = new Map<string, number>();
  return async (key, work, deliver) => {
    const turn = (newest.get(key) ?? 0) + 1;
    newest.set(key, turn);
    const value = await work();
    if (newest.get(key) === turn) deliver(value);
  };
}
