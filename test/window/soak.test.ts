// The short form of `npm run soak`: a hundred residents, so that what makes it go and what it measures stay true.

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { expectedRecords, growth, soak } from "../soak/run.ts";
import { startApplication } from "./application.ts";

test("a hundred residents one after another: every answer right, every slip kept, no memory lost", async () => {
  const out = mkdtempSync(path.join(tmpdir(), "canbao-soak-out-"));
  const app = await startApplication({ args: [`--canbao-test-out=${out}`] });
  try {
    const report = await soak(app, 100, 10);
    expect(report.wrong).toEqual([]);
    expect(report.records).toBe(expectedRecords(100));
    expect(report.findings).toBe(0);
    // The slip is saved behind the dialog, which may be closed before.
    const saved = () => readdirSync(out).filter((name) => name.endsWith(".pdf"));
    await expect.poll(saved, { timeout: 15_000 }).not.toEqual([]);
    // So short a run still fills caches: a leak of a resident's whole form would show all the same.
    expect(growth(report.samples, ({ memory }) => memory)).toBeLessThan(0.25);
    expect(app.complaints).toEqual([]);
    expect(app.log).toEqual([]);
  } finally {
    await app.close();
    rmSync(out, { recursive: true, force: true });
  }
}, 300_000);
