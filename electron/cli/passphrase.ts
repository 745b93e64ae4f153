// Asks for a passphrase: from a file for scripts, else from the terminal without showing it. Never from the arguments, which every process may read.
import { readFileSync } from "node:fs";
import type { ReadStream } from "node:tty";

export interface PassphraseIo {
  readonly stdin: Pick<ReadStream, "isTTY" | "setRawMode" | "on" | "off" | "resume" | "pause">;
  readonly stderr: { write(text: string): unknown };
}

/** Undefined where nobody can be asked or the file cannot be read; the reason is then on stderr. */
export async function askPassphrase(
  file: string | undefined,
  question: string,
  { stdin, stderr }: PassphraseIo,
): Promise<string | undefined> {
  if (file !== undefined) {
    try {
      return readFileSync(file, "utf8").split(/\r?\n/, 1)[0];
    } catch {
      stderr.write(`packs: ${file} cannot be read; it holds the passphrase in its first line\n`);
      return undefined;
    }
  }
  if (!stdin.isTTY) {
    stderr.write("packs: no terminal to ask for the passphrase; give --passphrase-file FILE\n");
    return undefined;
  }
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.resume();
  try {
    return await new Promise<string | undefined>((resolve) => {
      let typed = "";
      const onData = (chunk: Buffer) => {
        for (const character of chunk.toString("utf8")) {
          if (character === "\r" || character === "\n" || character === "\u0004") return done(typed);
          if (character === "\u0003") return done(undefined);
          typed = character === "\u007f" ? Array.from(typed).slice(0, -1).join("") : typed + character;
        }
      };
      const done = (answer: string | undefined) => {
        stdin.off("data", onData);
        resolve(answer);
      };
      stdin.on("data", onData);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write("\n");
  }
}
