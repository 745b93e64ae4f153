// docs/coverage-2026.md tells the truth: every place that it names is there, and whatever the rule sets of 2026 hold has its row.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bundled, POLICIES } from "../bundled.ts";
import { placeIn, placesOf } from "./places.ts";

const text = readFileSync(path.resolve(POLICIES, "../docs/coverage-2026.md"), "utf8");
const places = placesOf(text);

describe("the coverage table of 2026", () => {
  it.each(places)("%s is there", (place) => {
    expect(placeIn(POLICIES, place)).toBeDefined();
  });

  it.each(["gansu/2026", "jiangxi/2026", "hunan/2026", "guizhou/2026"])("names all that %s holds", (id) => {
    const data = bundled.ruleSets.get(id)?.source.data;
    if (data === undefined) throw new Error(`no ${id}`);
    const held = [
      ...data.periods.map((entry) => `periods[${entry.id}]`),
      ...data.groups.map((entry) => `groups[${entry.id}]`),
      ...data.information.map((entry) => `information[${entry.id}]`),
      ...(data.aid.reliefs ?? []).map((entry) => `aid.reliefs[${entry.id}]`),
    ];
    const missing = held.filter((at) => !places.some((place) => place.startsWith(`${id}/rules.json#${at}`)));
    expect(missing).toEqual([]);
  });

  it("says of every rule set that it is provisional, and no rule rests on grade D", () => {
    for (const [id, { source }] of bundled.ruleSets) {
      if (!id.endsWith("/2026")) continue;
      expect(source.data.status).toBe("provisional");
      expect(JSON.stringify(source.data)).not.toContain('"grade":"D"');
    }
  });
});
