// Kills a counter hundreds of times in the middle of its writing: what was acknowledged is there, once, and whole.

import { type ChildProcessByStdio, spawn } from "node:child_process";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import type { Session } from "../../../electron/ledger/session.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { type TestLedger, testLedger } from "./fixture.ts";

const CHILD = path.join(import.meta.dirname, "child.ts");
/** How often it is killed in every run of the tests; CANBAO_KILLS asks for more. */
const KILLS = Number(process.env["CANBAO_KILLS"] ?? 200);
/** Counters that load their code while another one is being killed: starting is what a kill costs. */
const WARMING = 2;
/** Milliseconds within which a kill from outside comes: while it still opens and recovers, or while it writes. */
const OPENING = 40;
const WRITING = 200;

type Counter = ChildProcessByStdio<Writable, Readable, null>;

interface Line {
  readonly warm?: true;
  readonly open?: true;
  readonly seq?: number;
  readonly n?: number;
  readonly number?: string;
  readonly voids?: string;
  readonly copies?: number;
  readonly of?: string;
  readonly closed?: number;
  readonly steps?: readonly string[];
  readonly fault?: string;
}

let ledger: TestLedger;
afterEach(() => ledger.remove());

describe("killed in the middle of writing", () => {
  it("loses nothing that was acknowledged and doubles nothing", { timeout: 3_600_000 }, async () => {
    ledger = testLedger();
    ledger.open().close();
    const lines: Line[] = [];
    // A slip that was written but not acknowledged is asked for again, with the nonce it had.
    const next = () => lines.reduce((last, line) => Math.max(last, line.n ?? 0), 0) + 1;

    // First one that lives, to learn what steps there are: opening, a household, a void, a copy, a closed day.
    const living = counter("200");
    order(living, next(), null);
    lines.push(...(await linesOf(living, false)));
    const steps = lines.flatMap((line) => line.steps ?? []);
    expect(steps.length).toBeGreaterThan(30);

    const killedBefore = new Map<string, number>();
    const waiting = Array.from({ length: WARMING }, () => counter());
    for (let kill = 0; kill < KILLS; kill++) {
      waiting.push(counter());
      const current = waiting.shift();
      if (current === undefined) throw new Error("no counter is waiting");
      // In turns: before a certain step, each step as often as all others; and at any moment, from outside.
      const fatal = kill % 2 === 0 ? (steps[(kill / 2) % steps.length] ?? null) : null;
      if (fatal !== null) killedBefore.set(fatal, (killedBefore.get(fatal) ?? 0) + 1);
      else if (Math.random() < 0.3) killSoon(current, '"warm"', OPENING);
      else killSoon(current, '"open"', WRITING);
      order(current, next(), fatal);
      lines.push(...(await linesOf(current, true)));
    }
    for (const one of waiting) one.kill("SIGKILL");
    expect(lines.filter((line) => line.fault !== undefined)).toEqual([]);
    if (KILLS >= 2 * steps.length) expect([...killedBefore.keys()].sort()).toEqual([...steps].sort());

    const { session } = ledger.open();
    const acknowledged = expectAllThere(session, lines);
    // Many are killed before they acknowledge anything, and should be; but not all of them.
    expect(acknowledged).toBeGreaterThan(KILLS / 2);
    console.log(
      `killed ${KILLS} times, ${killedBefore.size} of ${steps.length} steps met: ${acknowledged} slips acknowledged, none lost, none doubled`,
    );
  });
});

/** Returns how many slips were acknowledged. */
function expectAllThere({ database, keys }: Session, lines: readonly Line[]): number {
  expect(verifyNext(database, keys, FROM_THE_FIRST, 10_000_000).findings).toEqual([]);
  const issued = lines.filter((line) => line.n !== undefined);
  for (const { seq, number } of issued) {
    expect(database.row("SELECT count(*) FROM slip WHERE seq = ? AND number = ?", seq ?? 0, number ?? "")).toEqual([1]);
  }
  // One slip for each case that was asked for: at most the very last one was written and never acknowledged.
  const asked = Math.max(...issued.map((line) => line.n ?? 0));
  const [slips] = database.row("SELECT count(*) FROM slip") ?? [];
  expect([asked, asked + 1]).toContain(slips);
  for (const { voids } of lines.filter((line) => line.voids !== undefined)) {
    expect(database.row("SELECT voided IS NOT NULL FROM slip WHERE number = ?", voids ?? "")).toEqual([1]);
  }
  for (const { of, copies } of lines.filter((line) => line.copies !== undefined)) {
    const [found] = database.row("SELECT copies FROM slip WHERE number = ?", of ?? "") ?? [];
    expect(Number(found)).toBeGreaterThanOrEqual(copies ?? 0);
  }
  for (const { closed } of lines.filter((line) => line.closed !== undefined)) {
    expect(database.row("SELECT count(*) FROM record WHERE kind = 'close' AND seq = ?", closed ?? 0)).toEqual([1]);
  }
  return issued.length;
}

/** A counter that loads its code and waits for the word. */
function counter(count = "1000000"): Counter {
  return spawn(process.execPath, [CHILD, ledger.place.folder, "1", count], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      ...process.env,
      CANBAO_WAIT: "1",
      CANBAO_STEPS: "1",
      NODE_COMPILE_CACHE: path.join(path.dirname(ledger.place.folder), "compiled"),
    },
  });
}

function order(child: Counter, next: number, fatal: string | null): void {
  child.stdin.write(`${JSON.stringify({ next, fatal })}\n`);
}

/** Within so many milliseconds from what it says. */
function killSoon(child: Counter, after: string, within: number): void {
  let planned = false;
  child.stdout.on("data", (chunk: Buffer | string) => {
    if (planned || !chunk.toString().includes(after)) return;
    planned = true;
    setTimeout(() => child.kill("SIGKILL"), Math.random() * within);
  });
}

/** What it said until its end; the last line may be cut in the middle: what was not said whole was not acknowledged. */
function linesOf(child: Counter, toBeKilled: boolean): Promise<readonly Line[]> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    child.on("error", reject);
    child.on("close", (_code, signal) => {
      const asMeant = toBeKilled === (signal === "SIGKILL") || text.includes('"fault"');
      if (!asMeant) return reject(new Error(`ended otherwise: ${String(signal)} ${text.slice(-300)}`));
      const whole = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
      resolve(whole.filter((line) => line !== "").map((line) => JSON.parse(line) as Line));
    });
  });
}
