// A counter in a process of its own: issues slip after slip and says each one as soon as it is acknowledged, until killed.

import { existsSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import { archiveHash } from "../../../electron/ledger/archive-hash.ts";
import { systemClock } from "../../../electron/ledger/clock.ts";
import { closeDay, dayState, reopenDay } from "../../../electron/ledger/day.ts";
import { faultOf } from "../../../electron/ledger/failure.ts";
import { issueSlip, reprintSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { openLedger } from "../../../electron/ledger/open.ts";
import { placeIn } from "../../../electron/ledger/place.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { CLERK, DATA_KEY, resident, slipOf } from "./fixture.ts";
import { watchSteps } from "./kill-points.ts";

const [folder = "", command = "1", count = "1000000"] = process.argv.slice(2);

/** Straight to the pipe: what was said is said, whatever happens to this process next. */
function say(line: unknown): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

interface Order {
  /** From which case on. */
  readonly next: number;
  /** The step before which to end; null to be killed from outside, or to say what steps there are. */
  readonly fatal: string | null;
}

/** Warmed up: in the kill test the one before is killed meanwhile, and a line then says what to do. */
function order(): Order {
  if (process.env["CANBAO_WAIT"] === undefined) return { next: Number(command), fatal: null };
  const line = Buffer.alloc(512);
  const length = readSync(0, line);
  say({ warm: true });
  return JSON.parse(line.toString("utf8", 0, length)) as Order;
}
const { next, fatal } = order();
const steps = process.env["CANBAO_STEPS"] === undefined ? undefined : watchSteps(fatal ?? undefined);

/** Every few slips another rule set, so that archiving it is among what is interrupted. */
function slip(n: number) {
  const members = n % 5 === 0 ? [resident(n), resident(n + 1), resident(n + 2)] : [resident(n)];
  const text = JSON.stringify({ rules: Math.floor(n / 9) });
  return { ...slipOf(n, members), rules: { hash: archiveHash(text), text } };
}

try {
  const place = placeIn(folder, path.dirname(folder));
  const opened = openLedger({
    place,
    dataKey: DATA_KEY,
    mayCreate: !existsSync(place.anchor),
    clock: systemClock,
    station: "03",
    app: "canbao-desk 0.1.0",
  });
  const { session } = opened;
  const actor = { ...CLERK, acceptClock: true };
  if (command === "verify") {
    const { checked, findings } = verifyNext(session.database, session.keys, FROM_THE_FIRST, 1_000_000);
    say({ checked, findings });
  } else {
    say({ open: true });
    const { day } = systemClock();
    // Killed between a close and what follows it.
    if (dayState(session.database, day).closed !== null) reopenDay(session, actor, day, "继续开单");
    for (let n = next; n < next + Number(count); n++) {
      // Some are households, some are voided or copied, some days closed and reopened: the kill may come anywhere.
      const issued = issueSlip(session, actor, slip(n));
      say({ seq: issued.seq, n, number: issued.number });
      if (n % 11 === 0) say({ seq: voidSlip(session, actor, issued.number, "重复开单"), voids: issued.number });
      else if (n % 7 === 0) say({ copies: reprintSlip(session, actor, issued.number).copies, of: issued.number });
      else if (steps !== undefined && n % 6 === 0) {
        say({ closed: closeDay(session, actor, day).seq });
        reopenDay(session, actor, day, "继续开单");
      }
    }
    if (steps !== undefined && fatal === null) say({ steps: [...steps.met] });
  }
  opened.close();
} catch (error) {
  const fault = faultOf(error);
  if (fault === undefined) throw error;
  say({ fault: fault.code });
}
