// Places in the data as the coverage tables name them: `FILE#a.b[id].c`, where `[id]` is the entry of a list that has this id.
import { readFileSync } from "node:fs";
import path from "node:path";

/** Every place that a text names, each once. */
export function placesOf(text: string): readonly string[] {
  const named = [...text.matchAll(/`([a-z0-9/-]+\.json)#([^`]+)`/g)];
  return [...new Set(named.map(([, file = "", at = ""]) => `${file}#${at}`))];
}

/** What stands at a place; undefined where there is nothing. */
export function placeIn(folder: string, place: string): unknown {
  const [file = "", where = ""] = place.split("#");
  let found: unknown = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  for (const [, key, id] of where.matchAll(/([\w-]+)|\[([\w-]+)\]/g)) {
    if (id !== undefined)
      found = Array.isArray(found) ? found.find((entry: { id?: string }) => entry.id === id) : undefined;
    else
      found = typeof found === "object" && found !== null ? (found as Record<string, unknown>)[key ?? ""] : undefined;
    if (found === undefined) return undefined;
  }
  return found;
}
