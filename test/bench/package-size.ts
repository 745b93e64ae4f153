// The package: how much more a clerk has to carry than bare Electron, both compressed alike and with the same two languages.
import { createReadStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createGzip } from "node:zlib";
import { buildApp } from "../../build/app.mjs";
import { chosenTargets } from "../../build/package/targets.mjs";
import { pack } from "../../build/package.mjs";
import { ensureElectron } from "../../build/setup/electron-runtime.mjs";
import type { BenchLine, Benchmark } from "./line.ts";

const BUDGET_MEGABYTES = 12;
const LANGUAGES: ReadonlySet<string> = new Set(["zh-CN.pak", "en-US.pak"]);

export const packageSize: Benchmark = { names: ["package-size"], run: measurePackage };

async function measurePackage(): Promise<readonly BenchLine[]> {
  const runtime = await ensureElectron();
  await buildApp();
  const [target] = chosenTargets([], process);
  if (target === undefined) throw new Error("nothing is packed for this machine");
  const output = mkdtempSync(join(tmpdir(), "canbao-size-"));
  try {
    await pack(target, { runtime, folderOnly: true, output });
    const packed = readdirSync(output).find((name) => name.endsWith("-unpacked"));
    if (packed === undefined) throw new Error("nothing was packed");
    const ours = await compressed(filesIn(join(output, packed)));
    const peer = await compressed(filesIn(dirname(runtime.executable)).filter(isBare));
    const part = async (name: string) => megabytes(await compressed(filesIn(join(output, packed, "resources", name))));
    return [
      {
        name: "package-size",
        ours: megabytes(ours),
        unit: "MB",
        peer: megabytes(peer),
        peerName: "bare Electron with the same two languages",
        ratio: ours / peer,
        ratioOf: "ours/peer",
        budget: BUDGET_MEGABYTES,
        budgetText: `bare + ${BUDGET_MEGABYTES} MB, each file by gzip 6`,
        ok: megabytes(ours - peer) <= BUDGET_MEGABYTES,
        also: {
          "more than bare (MB)": megabytes(ours - peer),
          "of it the program's archive (MB)": await part("app.asar"),
          "of it the database's native code (MB)": await part("app.asar.unpacked"),
        },
      },
    ];
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** Without what only development needs, and without the other languages. */
function isBare(file: string): boolean {
  const inLocales = basename(dirname(file)) === "locales";
  return (
    !file.includes("default_app.asar") && basename(file) !== "version" && (!inLocales || LANGUAGES.has(basename(file)))
  );
}

function filesIn(path: string): readonly string[] {
  const entries = readEntries(path);
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readEntries(path: string) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true });
  } catch {
    return undefined;
  }
}

const megabytes = (bytes: number): number => bytes / 1_000_000;

async function compressed(files: readonly string[]): Promise<number> {
  let sum = 0;
  for (const file of files)
    for await (const chunk of createReadStream(file).pipe(createGzip({ level: 6 }))) sum += (chunk as Buffer).length;
  return sum;
}
