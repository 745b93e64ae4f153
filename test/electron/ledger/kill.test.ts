// Kills a counter at random moments of its writing, again and again: what was acknowledged is there, once, and whole.

import { type ChildProcessByStdio, spawn } from "node:child_process";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { type TestLedger, testLedger } from "./fixture.ts";

const CHILD = path.join(import.meta.dirname, "child.ts");
/** Seconds to go on killing; CANBAO_KILLS asks for that many kills instead. */
const SECONDS = 15;
const KILLS = Number(process.env["CANBAO_KILLS"] ?? Number.NaN);

type Counter = ChildProcessByStdio<Writable, Readable, null>;

interface Line {
  readonly open?: true;
  readonly seq?: number;
  readonly n?: number;
  readonly number?: string;
  readonly voids?: string;
  readonly copies?: number;
  readonly of?: string;
  readonly fault?: string;
}

let ledger: TestLedger;
afterEach(() => ledger.remove());

describe("killed in the middle of writing", () => {
  it("loses nothing that was acknowledged and doubles nothing", { timeout: 3_600_000 }, async () => {
    ledger = testLedger();
    ledger.open().close();
    const lines: Line[] = [];
    const end = Date.now() + SECONDS * 1000;
    let kills = 0;
    let warm = counter();
    for (; Number.isNaN(KILLS) ? Date.now() < end : kills < KILLS; kills++) {
      const current = warm;
      warm = counter();
      // A slip that was written but not acknowledged is asked for again, with the nonce it had.
      const next = lines.reduce((last, line) => Math.max(last, line.n ?? 0), 0) + 1;
      lines.push(...(await killed(current, next)));
    }
    warm.kill("SIGKILL");
    expect(lines.filter((line) => line.fault !== undefined)).toEqual([]);

    const { session } = ledger.open();
    const { database, keys } = session;
    expect(verifyNext(database, keys, FROM_THE_FIRST, 10_000_000).findings).toEqual([]);

    const issued = lines.filter((line) => line.n !== undefined);
    expect(issued.length).toBeGreaterThan(kills);
    for (const { seq, number } of issued) {
      expect(database.row("SELECT count(*) FROM slip WHERE seq = ? AND number = ?", seq ?? 0, number ?? "")).toEqual([
        1,
      ]);
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
    console.log(
      `killed ${kills} times: ${issued.length} slips acknowledged, ${String(slips)} kept, none lost, none doubled`,
    );
  });
});

/** A counter that has loaded its code and waits for the word. */
function counter(): Counter {
  return spawn(process.execPath, [CHILD, ledger.place.folder], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      ...process.env,
      CANBAO_WAIT: "1",
      NODE_COMPILE_CACHE: path.join(path.dirname(ledger.place.folder), "compiled"),
    },
  });
}

/** Lets it begin, kills it at a random moment (often while it still opens), and gives back what it had acknowledged. */
function killed(child: Counter, next: number): Promise<readonly Line[]> {
  return new Promise((resolve, reject) => {
    let text = "";
    let planned = false;
    const plan = (within: number) => {
      if (!planned) setTimeout(() => child.kill("SIGKILL"), Math.random() * within);
      planned = true;
    };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      // Killed while it opens and recovers, or while it writes.
      if (chunk.includes("warm")) plan(Math.random() < 0.3 ? 40 : 250);
    });
    child.on("error", reject);
    child.on("close", (_code, signal) => {
      if (signal !== "SIGKILL" && !text.includes('"fault"'))
        return reject(new Error(`ended by itself: ${text.slice(-300)}`));
      // The last line may be cut in the middle: what was not said whole was not acknowledged.
      const whole = text.slice(0, text.lastIndexOf("\n") + 1);
      resolve(
        whole
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line) as Line),
      );
    });
    child.stdin.write(`${next}\n`);
  });
}
