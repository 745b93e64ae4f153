// The command line under test, as a child process or its commands called here: what came out on each side, and the exit status.

import { spawn } from "node:child_process";
import { PassThrough, Readable, Writable } from "node:stream";
import type { ReadStream } from "node:tty";
import { fileURLToPath } from "node:url";
import { runBatch } from "../../../electron/cli/batch.ts";
import { runEvaluate } from "../../../electron/cli/evaluate.ts";
import { runPacks } from "../../../electron/cli/packs.ts";
import { runRules } from "../../../electron/cli/rules.ts";

export const CALC = fileURLToPath(new URL("../../../electron/cli/calc.ts", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function calc(args: readonly string[], input: string | Uint8Array = ""): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CALC, ...args]);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    // A command that reads nothing may be gone before its input is written.
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

class Kept extends Writable {
  text = "";
  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** `calc evaluate` in this process. */
export async function evaluateHere(args: readonly string[], input: string | Uint8Array = ""): Promise<Ran> {
  const [out, err] = [new Kept(), new Kept()];
  const bytes = Buffer.from(input);
  // In small pieces, so that lines and characters break at their borders.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 4093) }, (_, at) =>
    bytes.subarray(at * 4093, (at + 1) * 4093),
  );
  const code = await runEvaluate(args, Readable.from(pieces), out, err);
  return { code, stdout: out.text, stderr: err.text };
}

/** `calc rules` in this process. */
export function rulesHere(...args: readonly string[]): Ran {
  const [out, err] = [new Kept(), new Kept()];
  const code = runRules(args, out, err);
  return { code, stdout: out.text, stderr: err.text };
}

/** `calc packs` in this process, without a terminal: a passphrase has to come from a file. */
export async function packsHere(...args: readonly string[]): Promise<Ran> {
  const [out, err] = [new Kept(), new Kept()];
  const stdin = Object.assign(new PassThrough(), { isTTY: false, setRawMode: () => undefined });
  const code = await runPacks(args, { stdin: stdin as unknown as ReadStream, stdout: out, stderr: err });
  return { code, stdout: out.text, stderr: err.text };
}

/** `calc batch` in this process. */
export async function batchHere(...args: readonly string[]): Promise<Omit<Ran, "stdout">> {
  const err = new Kept();
  const code = await runBatch(args, { stderr: err });
  return { code, stderr: err.text };
}

/** The answers of `calc evaluate`, one a line. */
export function answersOf({ stdout }: Ran): readonly Readonly<Record<string, unknown>>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
