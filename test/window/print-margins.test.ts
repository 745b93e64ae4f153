// What the printer gets stands where the PDF has it: the page's own margins, which print options can silently undo.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Paper } from "../../shared/slip/paper.ts";
import { projectRoot, type StartedApplication, startApplication } from "./application.ts";
import { canPrint, type PrintServer, startPrintServer } from "./print-server.ts";
import { slip } from "./slips.ts";

/** The white at the left edge, in millimetres. */
const LEFT: readonly (readonly [Paper, number])[] = [
  ["A4", 13],
  ["A5", 8],
  ["80mm", 4],
  ["58mm", 5],
];

describe.skipIf(!canPrint)("on a printer", () => {
  let server: PrintServer;
  let app: StartedApplication;
  let out: string;

  beforeAll(async () => {
    server = await startPrintServer();
    server.addPrinter("PDF");
    out = mkdtempSync(path.join(tmpdir(), "canbao-margins-"));
    app = await startApplication({ args: [`--canbao-test-out=${out}`], env: server.env });
  });
  afterAll(async () => {
    await app.close();
    server.stop();
    rmSync(out, { recursive: true, force: true });
  });

  test.each(LEFT)("%s keeps %d mm of white paper on the left, as the saved PDF does", async (paper, margin) => {
    const sheet = { paper, adjustment: { offsetX: 0, offsetY: 0, scale: 1 }, document: slip("waiting", ["zh-CN"]) };
    await app.page.evaluate(
      (value) => window.canbao.invoke("print.pdf", { sheet: value, fileName: "saved.pdf" }),
      sheet,
    );
    await app.page.evaluate(
      (value) => window.canbao.invoke("print.slip", { sheet: value, printer: "PDF", dialog: false }),
      sheet,
    );
    const file = await server.nextPdf();
    const kept = path.join(projectRoot, "out/test/slips");
    mkdirSync(kept, { recursive: true });
    copyFileSync(file, path.join(kept, `printer-${paper}.pdf`));
    rmSync(file);
    const printed = ink(path.join(kept, `printer-${paper}.pdf`));
    const saved = ink(path.join(out, "saved.pdf"));
    expect(Math.abs(saved.left - margin)).toBeLessThan(1);
    expect(Math.abs(printed.left - saved.left)).toBeLessThan(1);
    expect(Math.abs(printed.top - saved.top)).toBeLessThan(1.5);
    expect(Math.abs(printed.right - saved.right)).toBeLessThan(1);
  });
});

const DOTS_PER_MILLIMETRE = 100 / 25.4;

/** How far the first page's ink keeps from the paper's edges, in millimetres; any tint of the paper counts as ink. */
function ink(file: string): { readonly left: number; readonly top: number; readonly right: number } {
  const picture = execFileSync("pdftoppm", ["-r", "100", "-l", "1", "-gray", file], {
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
  // A PGM picture: "P5", width, height and the brightest value in text, then a byte a dot.
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString("latin1"));
  if (head === null) throw new Error(`${file}: no picture`);
  const [width, height] = [Number(head[1]), Number(head[2])];
  const dots = picture.subarray(head[0].length);
  let [left, top, right] = [width, height, width];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((dots[y * width + x] ?? 255) > 253) continue;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.min(right, width - 1 - x);
    }
  }
  return { left: left / DOTS_PER_MILLIMETRE, top: top / DOTS_PER_MILLIMETRE, right: right / DOTS_PER_MILLIMETRE };
}
