// Changes to a rule file as plain data: every change makes a new tree, and leaves alone what it does not touch.

export type Path = readonly (string | number)[];

export function valueAt(tree: unknown, path: Path): unknown {
  let at: unknown = tree;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  return at;
}

/** Puts a value at a place; missing objects on the way are made. `undefined` takes an object's key away. */
export function withValue(tree: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(tree) ? [...(tree as readonly unknown[])] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const record: Readonly<Record<string, unknown>> =
    typeof tree === "object" && tree !== null && !Array.isArray(tree) ? (tree as Record<string, unknown>) : {};
  if (rest.length === 0 && value === undefined) {
    const { [step]: _gone, ...kept } = record;
    return kept;
  }
  return { ...record, [step]: withValue(record[step], rest, value) };
}

/** Takes away an entry of a list, or a key of an object. */
export function without(tree: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (typeof last !== "number") return withValue(tree, path, undefined);
  const list = valueAt(tree, path.slice(0, -1));
  if (!Array.isArray(list)) return tree;
  return withValue(
    tree,
    path.slice(0, -1),
    list.filter((_, at) => at !== last),
  );
}

/** Moves an entry of a list by one place. */
export function moved(tree: unknown, path: Path, by: 1 | -1): unknown {
  const at = path.at(-1);
  const list = valueAt(tree, path.slice(0, -1));
  if (typeof at !== "number" || !Array.isArray(list)) return tree;
  const copy: unknown[] = [...(list as readonly unknown[])];
  const to = at + by;
  if (to < 0 || to >= copy.length) return tree;
  [copy[at], copy[to]] = [copy[to], copy[at]];
  return withValue(tree, path.slice(0, -1), copy);
}

/** Gives a key of an object another name, in its place. */
export function renamed(tree: unknown, path: Path, name: string): unknown {
  const key = path.at(-1);
  const parent = valueAt(tree, path.slice(0, -1));
  if (typeof key !== "string" || typeof parent !== "object" || parent === null || Object.hasOwn(parent, name))
    return tree;
  const entries = Object.entries(parent).map(([other, value]) => [other === key ? name : other, value] as const);
  return withValue(tree, path.slice(0, -1), Object.fromEntries(entries));
}

/** The same text wherever the same is said: keys in the order of the alphabet. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

/** "periods[1].from" → ["periods", 1, "from"], as faults name places. */
export function pathOf(text: string): Path {
  const steps: (string | number)[] = [];
  for (const match of text.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([A-Za-z_$][\w$]*)/g)) {
    const [, quoted, index, name] = match;
    if (quoted !== undefined) steps.push(quoted);
    else if (index !== undefined) steps.push(Number(index));
    else if (name !== undefined) steps.push(name);
  }
  return steps;
}
