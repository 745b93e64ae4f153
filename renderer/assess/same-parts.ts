// Two answers have most of their parts in common. A part that says the same stays the same object, so that what is drawn from it
// alone is not drawn again.

/**
 * With loops and without a copy of what stays: it stands between an answer and its drawing, at every key.
 * @returns `now`, with every part of it that equals the one at the same place of `before` taken from there; both are plain data
 */
export function withSameParts<Value>(before: unknown, now: Value): Value {
  return merged(before, now) as Value;
}

function merged(before: unknown, now: unknown): unknown {
  if (before === now || !isMade(before) || !isMade(now)) return now;
  if (Array.isArray(now)) return Array.isArray(before) ? mergedList(before, now) : now;
  return Array.isArray(before) ? now : mergedRecord(before, now);
}

function mergedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  let same = before.length === now.length;
  let list: unknown[] | null = null;
  for (let at = 0; at < now.length; at++) {
    const part = merged(before[at], now[at]);
    if (part !== before[at]) same = false;
    if (part === now[at]) continue;
    list ??= [...now];
    list[at] = part;
  }
  return same ? before : (list ?? now);
}

function mergedRecord(before: Made, now: Made): Made {
  let more = 0;
  let same = true;
  let record: Record<string, unknown> | null = null;
  for (const name in now) {
    more++;
    const part = merged(before[name], now[name]);
    if (part !== before[name] || !(name in before)) same = false;
    if (part === now[name]) continue;
    record ??= { ...now };
    record[name] = part;
  }
  if (same) for (const _ in before) more--;
  return same && more === 0 ? before : (record ?? now);
}

type Made = Readonly<Record<string, unknown>>;

function isMade(value: unknown): value is Made {
  return typeof value === "object" && value !== null;
}
