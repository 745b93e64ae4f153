import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkpointName } from "../../../electron/roster/checkpoint.ts";
import { type RosterJob, runRoster, type Steering } from "../../../electron/roster/job.ts";
import { HEADER, jobFor, list, plainRows, UNSTEERED } from "./lists.ts";

/** Rows with duplicates, problems and two townships in both halves of the list. */
function mixedRows(count: number): string {
  let text = `${HEADER}\n`;
  for (let row = 0; row < count; row++) {
    const number = row % 1_000 === 7 ? "11010519491231002X" : "";
    const category = row % 500 === 3 ? "五保" : "";
    text += `"居,民${row}",${number},,620602,${row % 3 === 0 ? "柏树镇" : "高坝镇"},${category},,0,2024-11-03\n`;
  }
  return text;
}

/** Stops after so many batches, as Ctrl-C does. */
function stopAfter(batches: number): Steering {
  let left = batches;
  return { ...UNSTEERED, mayGoOn: () => Promise.resolve(--left > 0) };
}

/** Notes every batch; a clock that makes each of them a checkpoint. */
function busyClock(): Steering {
  let now = 0;
  return { ...UNSTEERED, now: () => (now += 10_000) };
}

async function whole(
  job: RosterJob,
): Promise<{ readonly text: string; readonly summary: unknown; readonly sheet: string }> {
  const report = await runRoster({ ...job, fresh: true }, UNSTEERED);
  expect(report.status).toBe("done");
  return {
    text: readFileSync(job.output, "utf8"),
    summary: report.summary,
    sheet: readFileSync(job.review ?? "", "utf8"),
  };
}

describe("a run that was interrupted", () => {
  it.each(["utf-8", "utf-16le"])(
    "goes on where it stood and ends as if nothing had happened (%s)",
    async (encoding) => {
      const text = mixedRows(20_000);
      const input = list(encoding === "utf-8" ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, "utf16le"));
      const job = { ...jobFor(input), review: list("", "review.csv") };
      const expected = await whole(job);
      for (const batches of [1, 3, 7]) {
        const stopped = await runRoster(job, stopAfter(batches));
        expect(stopped.status).toBe("cancelled");
        expect(stopped.kept?.row).toBeGreaterThan(1);
      }
      const report = await runRoster(job, UNSTEERED);
      expect(report.resumedAt).toBeGreaterThan(1_000);
      expect(report.summary).toEqual(expected.summary);
      expect(readFileSync(job.output, "utf8")).toBe(expected.text);
      expect(readFileSync(job.review, "utf8")).toBe(expected.sheet);
      expect(existsSync(checkpointName(job.output))).toBe(false);
      expect(existsSync(`${job.output}.part`)).toBe(false);
      expect(existsSync(`${job.output}.numbers`)).toBe(false);
    },
  );

  it("by a crash with half a batch written: what lies behind the checkpoint is written anew", async () => {
    const job = { ...jobFor(list(mixedRows(20_000))), review: list("", "review.csv") };
    const expected = await whole(job);
    await runRoster(job, stopAfter(5));
    writeFileSync(`${job.output}.part`, "半行,没写完", { flag: "a" });
    writeFileSync(`${job.output}.numbers`, "xxxxx", { flag: "a" });
    const report = await runRoster(job, UNSTEERED);
    expect(report.resumedAt).not.toBeNull();
    expect(readFileSync(job.output, "utf8")).toBe(expected.text);
    expect(report.summary).toEqual(expected.summary);
  });

  it("many checkpoints change nothing", async () => {
    const job = { ...jobFor(list(mixedRows(20_000))), review: list("", "review.csv") };
    const expected = await whole(job);
    const report = await runRoster(job, busyClock());
    expect(report.summary).toEqual(expected.summary);
    expect(readFileSync(job.output, "utf8")).toBe(expected.text);
  });

  it("begins anew where the list, the rules or the options are others", async () => {
    const input = list(plainRows(20_000));
    const job = jobFor(input);
    await runRoster(job, stopAfter(3));
    expect((await runRoster({ ...job, county: "620602" }, stopAfter(1))).resumedAt).toBeNull();
    expect((await runRoster(job, stopAfter(3))).resumedAt).toBeNull();
    writeFileSync(input, plainRows(19_999));
    expect((await runRoster(job, UNSTEERED)).resumedAt).toBeNull();
  });

  it("begins anew where the partial result is gone or was cut", async () => {
    const job = jobFor(list(plainRows(20_000)));
    await runRoster(job, stopAfter(3));
    truncateSync(`${job.output}.part`, 100);
    const report = await runRoster(job, UNSTEERED);
    expect(report.resumedAt).toBeNull();
    expect(readFileSync(job.output, "utf8").split("\n")).toHaveLength(20_002);
  });

  it("begins anew where it is asked to, and where the checkpoint is torn", async () => {
    const job = jobFor(list(plainRows(20_000)));
    await runRoster(job, stopAfter(3));
    expect((await runRoster({ ...job, fresh: true }, stopAfter(3))).resumedAt).toBeNull();
    writeFileSync(checkpointName(job.output), "{");
    expect((await runRoster(job, UNSTEERED)).resumedAt).toBeNull();
  });

  it("a pause holds the run until it may go on", async () => {
    const job = jobFor(list(plainRows(20_000)));
    let release: (goOn: boolean) => void = () => undefined;
    let held = 0;
    const running = runRoster(job, {
      ...UNSTEERED,
      mayGoOn: () => {
        if (++held > 1) return Promise.resolve(true);
        return new Promise((resolve) => {
          release = resolve;
        });
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(held).toBe(1);
    release(true);
    expect((await running).status).toBe("done");
  });
});
