// `npm start` without a display takes a sample resident through the real window: it must come to its end.

import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { tour } from "../../build/tour.mjs";
import { projectRoot } from "./application.ts";

test("the sample resident's picture and slip are there at the end", async () => {
  const made = ["counter.png", "slip.pdf"].map((name) => path.join(projectRoot, "out", name));
  for (const file of made) rmSync(file, { force: true });
  expect(await tour({ executable: inject("electronExecutable") } as Parameters<typeof tour>[0])).toBe(0);
  expect(made.filter(existsSync)).toEqual(made);
});
