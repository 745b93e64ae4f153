// The command line: evaluate, batch, rules, packs. Nothing but results goes to stdout; every fault names line, path and what is allowed.
import { runBatch } from "./batch.ts";
import { runEvaluate } from "./evaluate.ts";
import { HELP } from "./help.ts";
import { runPacks } from "./packs.ts";
import { runRules } from "./rules.ts";

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || args.includes("--help") || args.includes("-h")) {
    // Asked for, the manual is the result; where nothing was asked it only says what could be.
    (command === undefined ? process.stderr : process.stdout).write(HELP);
    return command === undefined ? 2 : 0;
  }
  switch (command) {
    case "evaluate":
      return runEvaluate(rest, process.stdin, process.stdout, process.stderr);
    case "batch":
      return runBatch(rest, { stderr: process.stderr });
    case "packs":
      return runPacks(rest, process);
    case "rules":
      return runRules(rest, process.stdout, process.stderr);
    default:
      process.stderr.write(
        `unknown command "${command}"; there are evaluate, batch, rules and packs. See calc --help\n`,
      );
      return 2;
  }
}

// A reader that closes early (head, less) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
