// The print queue: one sheet at a time, a PDF where no printer takes it, and another try for whatever went wrong.

import { expect, it } from "vitest";
import { createPrintQueue, type PrintOrder, type PrintTools } from "../../../electron/main/print/queue.ts";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { PrintJob } from "../../../shared/ipc/channels/print-queue.ts";
import { sampleSheet } from "../../window/sample-sheet.ts";

const order = (title: string): PrintOrder => ({
  sheet: sampleSheet("A5"),
  printer: "HP",
  title,
  fileName: `${title}.pdf`,
});

/** A counter whose printer answers as told, in turn, and then as at last. */
function counter(...answers: readonly Outcome<unknown>[]) {
  const told: string[] = [];
  const states: string[] = [];
  const left = [...answers];
  let last: Outcome<unknown> = succeed(null);
  const tools: PrintTools = {
    print: (_sheet, printer) => {
      told.push(`print ${printer ?? "default"}`);
      last = left.shift() ?? last;
      return Promise.resolve(last);
    },
    savePdf: (_sheet, fileName) => {
      told.push(`save ${fileName}`);
      return Promise.resolve(fileName.startsWith("full") ? fail("disk-full") : succeed({ path: `/pdf/${fileName}` }));
    },
    changed: (jobs: readonly PrintJob[]) => states.push(jobs.map(({ state }) => state).join(" ")),
  };
  return { queue: createPrintQueue(tools), told, states };
}

it("prints one after the other, in the order in which they came", async () => {
  const { queue, states } = counter();
  const jobs = await Promise.all([queue.add(order("a")), queue.add(order("b"))]);
  expect(jobs.map(({ state }) => state)).toEqual(["printed", "printed"]);
  expect(states).toEqual([
    "waiting",
    "waiting waiting",
    "waiting printing",
    "waiting printed",
    "printing printed",
    "printed printed",
  ]);
});

it("saves as PDF what no printer takes, and says why and where", async () => {
  const { queue } = counter(fail("no-printer"));
  expect(await queue.add(order("a"))).toMatchObject({ state: "saved", why: "no-printer", path: "/pdf/a.pdf" });
});

it("says that it failed where neither printer nor folder takes it, and prints it when tried again", async () => {
  const { queue, told } = counter(fail("printer-missing"), succeed(null));
  const failed = await queue.add(order("full"));
  expect(failed).toMatchObject({ state: "failed", why: "disk-full", path: null });
  expect(await queue.again(failed.id)).toMatchObject({
    ok: true,
    value: { id: failed.id, state: "printed", why: null },
  });
  expect(told).toEqual(["print HP", "save full.pdf", "print HP"]);
  expect(queue.jobs()).toHaveLength(1);
});

it("goes on after a job that a bug ended", async () => {
  let first = true;
  const queue = createPrintQueue({
    print: () => {
      if (!first) return Promise.resolve(succeed(null));
      first = false;
      throw new Error("a bug");
    },
    savePdf: () => Promise.resolve(fail("disk-full")),
    changed: () => {},
  });
  await expect(queue.add(order("a"))).rejects.toThrow("a bug");
  expect(await queue.add(order("b"))).toMatchObject({ state: "printed" });
  expect(queue.jobs().map(({ state }) => state)).toEqual(["printed", "failed"]);
});

it("keeps the last twenty, and knows no others", async () => {
  const { queue } = counter();
  for (let n = 0; n < 25; n++) await queue.add(order(`slip ${n}`));
  expect(queue.jobs().map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, n) => `slip ${24 - n}`));
  expect(await queue.again(1)).toEqual({ ok: false, error: { code: "unknown-job", params: {} } });
});
