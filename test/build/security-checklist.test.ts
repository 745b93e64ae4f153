// The table of Electron's security checklist has every point, and names tests that are there.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../build/setup/child.mjs";

/** Electron's list has twenty points since version 30. */
const POINTS = 20;

const page = readFileSync(path.join(projectRoot, "docs/security-checklist.md"), "utf8");
const rows = [...page.matchAll(/^\| (\d+) \| (.+) \| (.+) \| (.+) \|$/gm)].map(
  ([, number, , , heldBy = ""]) => [Number(number), heldBy] as const,
);

describe("the security checklist", () => {
  test("has a row for every point of Electron's list", () => {
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: POINTS }, (_, index) => index + 1));
  });

  test.each(rows)("names for point %i tests that are there, and parts that they have", (_number, heldBy) => {
    const named = [...heldBy.matchAll(/`([^`]+)`(?: \(([^)]+)\))?/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file = "", part] of named) {
      const place = path.join(projectRoot, file === "package-lock.json" ? "" : "test", file);
      expect([file, existsSync(place)]).toEqual([file, true]);
      if (part !== undefined) expect([file, readFileSync(place, "utf8").includes(part)]).toEqual([file, true]);
    }
  });
});
