// A print server of the tests' own, with one printer that writes PDF files: CUPS as the counter's computer has it.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { findProgram } from "../../build/setup/system-libraries.mjs";

const driver = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd";
/** Where the PDF printer puts what root prints. */
const printed = path.join(homedir(), "PDF");

/** CUPS starts its printers' programs as root only. */
export const canPrint = process.getuid?.() === 0 && findProgram("cupsd") !== undefined && existsSync(driver);

export interface PrintServer {
  /** for the application that is to see this server's printers */
  readonly env: Readonly<Record<string, string>>;
  readonly addPrinter: (name: string) => void;
  readonly removePrinter: (name: string) => void;
  /** Waits for the next PDF; the caller removes it. */
  readonly nextPdf: () => Promise<string>;
  readonly stop: () => void;
}

export async function startPrintServer(): Promise<PrintServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "canbao-cups-"));
  // The filters run as another user; shut out, they fail silently and an empty A4 page comes out.
  chmodSync(folder, 0o755);
  for (const name of ["root", "cache", "state", "spool/tmp", "log"])
    mkdirSync(path.join(folder, name), { recursive: true });
  const socket = path.join(folder, "cups.sock");
  const open = "Order allow,deny\n  Allow all";
  writeFileSync(
    path.join(folder, "cupsd.conf"),
    `Listen ${socket}
DefaultAuthType None
WebInterface No
Browsing Off
<Location />
  ${open}
</Location>
<Location /admin>
  ${open}
</Location>
<Policy default>
<Limit All>
  Order deny,allow
</Limit>
</Policy>
`,
  );
  const files = {
    ServerRoot: "root",
    CacheDir: "cache",
    StateDir: "state",
    RequestRoot: "spool",
    TempDir: "spool/tmp",
  };
  const logs = { AccessLog: "log/access", ErrorLog: "log/error", PageLog: "log/page" };
  writeFileSync(
    path.join(folder, "cups-files.conf"),
    Object.entries({ ...files, ...logs })
      .map(([key, name]) => `${key} ${path.join(folder, name)}\n`)
      .join(""),
  );
  const server = spawn(
    findProgram("cupsd") ?? "cupsd",
    ["-f", "-c", path.join(folder, "cupsd.conf"), "-s", path.join(folder, "cups-files.conf")],
    { stdio: "ignore" },
  );
  await until(() => existsSync(socket), "the print server's socket");
  const env = { CUPS_SERVER: socket };
  const lpadmin = (...args: string[]): void => {
    execFileSync(findProgram("lpadmin") ?? "lpadmin", args, { env: { ...process.env, ...env }, stdio: "ignore" });
  };
  const seen = new Set(pdfs());
  return {
    env,
    addPrinter: (name) => lpadmin("-p", name, "-v", "cups-pdf:/", "-E", "-P", driver),
    removePrinter: (name) => lpadmin("-x", name),
    nextPdf: async () => {
      const fresh = (): string | undefined => pdfs().find((name) => !seen.has(name));
      await until(() => isComplete(fresh()), "a printed PDF");
      const name = fresh() ?? "";
      seen.add(name);
      return path.join(printed, name);
    },
    stop: () => {
      server.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pdfs(): readonly string[] {
  return existsSync(printed) ? readdirSync(printed).filter((name) => name.endsWith(".pdf")) : [];
}

function isComplete(name: string | undefined): boolean {
  if (name === undefined) return false;
  try {
    pdfInfo(path.join(printed, name));
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds; a page of hairlines takes the printer's filters half a minute on a machine that does much else. */
const PATIENCE = 90_000;

async function until(reached: () => boolean, what: string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < PATIENCE; ) {
    if (reached()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** The pages and the first page's size in millimetres, rounded to a tenth. */
export function pdfInfo(file: string): { readonly pages: number; readonly widthMm: number; readonly heightMm: number } {
  const text = execFileSync("pdfinfo", [file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(text) ?? [];
  const [, pages] = /Pages:\s+(\d+)/.exec(text) ?? [];
  const millimetres = (points: string | undefined): number => Math.round((Number(points) / 72) * 254) / 10;
  return { pages: Number(pages), widthMm: millimetres(width), heightMm: millimetres(height) };
}

/** What stands in a PDF as text. */
export function pdfText(file: string): string {
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}
