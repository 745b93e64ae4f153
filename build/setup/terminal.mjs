// What a person sees while the scripts work: one line a step, and a moving line where a step takes long.

const live = Boolean(process.stdout.isTTY) && !process.env["CI"];

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** @param {number} since milliseconds since the epoch */
export function secondsSince(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Shows a long step's progress: in place on a terminal, else a line every ten seconds so that a log stays short.
 *
 * @param {string} label
 * @param {() => string} describe what has been reached, asked for at every tick
 * @returns {(outcome: string) => void} ends the progress with one closing line
 */
export function progress(label, describe) {
  const since = Date.now();
  const line = () => `${label}: ${[describe(), secondsSince(since)].filter(Boolean).join(", ")}`;
  say(`${label} …`);
  const timer = setInterval(
    () => process.stdout.write(live ? `\r\u001b[2K${line()}` : `${line()}\n`),
    live ? 500 : 10_000,
  );
  return (outcome) => {
    clearInterval(timer);
    process.stdout.write(`${live ? "\r\u001b[2K" : ""}${label}: ${outcome} (${secondsSince(since)})\n`);
  };
}

/** A fault that the person at the terminal can do something about: shown without a stack. */
export class SetupFault extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "SetupFault";
  }
}

/**
 * Runs a script's work and turns its failure into an exit code: a known fault is one line, a bug shows its stack.
 *
 * @param {() => Promise<number>} work gives the exit code
 */
export async function runScript(work) {
  try {
    process.exitCode = await work();
  } catch (fault) {
    process.stderr.write(
      fault instanceof SetupFault ? `${fault.message}\n` : `${fault instanceof Error ? fault.stack : fault}\n`,
    );
    process.exitCode = 1;
  }
}
