// A slip reaches paper and file in its true size, and what stands in the way is said with a code.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import type { ChannelName, RequestOf } from "../../shared/ipc/contract.ts";
import { type StartedApplication, startApplication } from "./application.ts";
import { canPrint, type PrintServer, pdfInfo, pdfText, startPrintServer } from "./print-server.ts";
import { sampleSheet } from "./sample-sheet.ts";

let app: StartedApplication;
let out: string;

function ask<Name extends ChannelName>(channel: Name, request: RequestOf<Name>) {
  return app.page.evaluate(([name, value]) => window.canbao.invoke(name as never, value as never) as Promise<unknown>, [
    channel,
    request,
  ] as const);
}

async function begin(env: Readonly<Record<string, string>> = {}): Promise<void> {
  out = mkdtempSync(path.join(tmpdir(), "canbao-out-"));
  app = await startApplication({ args: [`--canbao-test-out=${out}`], env });
}

async function end(): Promise<void> {
  const { complaints, log } = app;
  await app.close();
  rmSync(out, { recursive: true, force: true });
  expect({ complaints, log }).toEqual({ complaints: [], log: [] });
}

/** One page of that size; PDF counts in points, and a printer driver its A5 in whole ones (421 = 148.5 mm). */
function expectSize(file: string, size: { readonly widthMm: number; readonly heightMm: number }): void {
  const found = pdfInfo(file);
  const off = Math.max(Math.abs(found.widthMm - size.widthMm), Math.abs(found.heightMm - size.heightMm));
  expect({ pages: found.pages, size: off < 0.6 ? size : found }).toEqual({ pages: 1, size });
}

/** No print server answers there, whatever runs on this machine. */
const noServer = { CUPS_SERVER: path.join(tmpdir(), "canbao-no-such-print-server") };

describe("without a printer", () => {
  beforeAll(() => begin(noServer));
  afterAll(end);

  test("there is none to choose, and printing says so", async () => {
    expect(await ask("print.printers", undefined)).toEqual({ ok: true, value: { printers: [] } });
    const answer = await ask("print.slip", { sheet: sampleSheet("A5"), printer: null, dialog: false });
    expect(answer).toEqual({ ok: false, error: { code: "no-printer", params: {} } });
  });

  test.each([
    ["A4", 210, 297],
    ["A5", 148, 210],
  ] as const)("a PDF on %s has that size", async (paper, widthMm, heightMm) => {
    const answer = await ask("print.pdf", { sheet: sampleSheet(paper), fileName: `${paper}.pdf` });
    expect(answer).toEqual({ ok: true, value: { path: path.join(out, `${paper}.pdf`) } });
    expectSize(path.join(out, `${paper}.pdf`), { widthMm, heightMm });
    expect(pdfText(path.join(out, `${paper}.pdf`))).toMatch(/王桂兰[\s\S]*90/);
  });

  test.each([
    ["80mm", 80],
    ["58mm", 58],
  ] as const)("a PDF on a %s roll is one page, as long as the slip", async (paper, widthMm) => {
    await ask("print.pdf", { sheet: sampleSheet(paper), fileName: "roll.pdf" });
    const preview = (await ask("print.preview", { sheet: sampleSheet(paper) })) as { value: { heightMm: number } };
    expectSize(path.join(out, "roll.pdf"), { widthMm, heightMm: preview.value.heightMm });
  });

  test("a rare character of a name is printed", async () => {
    await ask("print.pdf", { sheet: sampleSheet("A5", "王䶮㛃"), fileName: "rare.pdf" });
    // Two fonts: the reader may see a space where one ends and the other begins.
    expect(pdfText(path.join(out, "rare.pdf")).replaceAll(/\s/g, "")).toContain("王䶮㛃");
  });

  test("nothing half-written is left beside a saved PDF", () => {
    expect(readdirSync(out).filter((name) => !name.endsWith(".pdf"))).toEqual([]);
  });

  test.each(["../out.pdf", "a/b.pdf", "x.exe", ".pdf", "C:x.pdf", ""])(
    "a file name is only a name: %j",
    async (fileName) => {
      const answer = await ask("print.pdf", { sheet: sampleSheet("A5"), fileName });
      expect(answer).toMatchObject({ error: { code: "invalid-request", params: { path: "fileName" } } });
    },
  );

  test("what is no slip is not laid out", async () => {
    const sheet = { ...sampleSheet("A5"), document: { kind: "assessment", html: "<b>" } } as never;
    expect(await ask("print.preview", { sheet })).toMatchObject({ error: { code: "invalid-request" } });
  });

  test("no hidden window stays behind", async () => {
    expect(await inMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test("a folder that cannot be written is said", async () => {
    rmSync(out, { recursive: true });
    writeFileSync(out, "a file where the folder was");
    const answer = await ask("print.pdf", { sheet: sampleSheet("A5"), fileName: "a.pdf" });
    expect(answer).toMatchObject({ error: { code: "folder-unwritable" } });
  });
});

describe.skipIf(!canPrint)("with a printer", () => {
  let server: PrintServer;
  beforeAll(async () => {
    server = await startPrintServer();
    server.addPrinter("PDF");
    await begin(server.env);
  });
  afterAll(async () => {
    await end();
    server.stop();
  });

  test("it is there to choose", async () => {
    expect(await ask("print.printers", undefined)).toMatchObject({ value: { printers: [{ name: "PDF" }] } });
  });

  test.each([
    ["A4", 210, 297],
    ["A5", 148, 210],
  ] as const)("a slip on %s comes out in that size", async (paper, widthMm, heightMm) => {
    const answer = await ask("print.slip", { sheet: sampleSheet(paper), printer: "PDF", dialog: false });
    expect(answer).toEqual({ ok: true, value: { printed: true } });
    const file = await server.nextPdf();
    expectSize(file, { widthMm, heightMm });
    rmSync(file);
  });

  test("a slip on an 80 mm roll comes out as wide as the roll and as long as the slip", async () => {
    const sheet = sampleSheet("80mm");
    const preview = (await ask("print.preview", { sheet })) as { value: { heightMm: number } };
    await ask("print.slip", { sheet, printer: "PDF", dialog: false });
    const file = await server.nextPdf();
    expectSize(file, { widthMm: 80, heightMm: preview.value.heightMm });
    rmSync(file);
  });

  test("a printer that was removed meanwhile is said by name", async () => {
    server.addPrinter("Counter3");
    server.removePrinter("Counter3");
    const answer = await ask("print.slip", { sheet: sampleSheet("A5"), printer: "Counter3", dialog: false });
    expect(answer).toEqual({ ok: false, error: { code: "printer-missing", params: { printer: "Counter3" } } });
  });
});
