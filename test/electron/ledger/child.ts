// A counter in a process of its own: issues slip after slip and says each one as soon as it is acknowledged, until killed.

import { existsSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import { systemClock } from "../../../electron/ledger/clock.ts";
import { faultOf } from "../../../electron/ledger/failure.ts";
import { issueSlip, reprintSlip, voidSlip } from "../../../electron/ledger/issue.ts";
import { openLedger } from "../../../electron/ledger/open.ts";
import { placeIn } from "../../../electron/ledger/place.ts";
import { FROM_THE_FIRST, verifyNext } from "../../../electron/ledger/verify.ts";
import { CLERK, DATA_KEY, resident, slipOf } from "./fixture.ts";

const [folder = "", command = "1", count = "1000000"] = process.argv.slice(2);

/** Straight to the pipe: what was said is said, whatever happens to this process next. */
function say(line: unknown): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Warmed up: in the kill test the one before is killed meanwhile, and a line then says from where to begin. */
function begin(): string {
  if (process.env["CANBAO_WAIT"] === undefined) return command;
  const line = Buffer.alloc(32);
  const length = readSync(0, line);
  say({ warm: true });
  return line.toString("utf8", 0, length).trim();
}
const first = begin();

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
  if (first === "verify") {
    const { checked, findings } = verifyNext(session.database, session.keys, FROM_THE_FIRST, 1_000_000);
    say({ checked, findings });
  } else {
    say({ open: true });
    for (let n = Number(first); n < Number(first) + Number(count); n++) {
      // Every fifth slip is a household, some are voided or copied: the kill may come anywhere in these.
      const members = n % 5 === 0 ? [resident(n), resident(n + 1), resident(n + 2)] : [resident(n)];
      const issued = issueSlip(session, actor, slipOf(n, members));
      say({ seq: issued.seq, n, number: issued.number });
      if (n % 11 === 0) say({ seq: voidSlip(session, actor, issued.number, "重复开单"), voids: issued.number });
      else if (n % 7 === 0) say({ copies: reprintSlip(session, actor, issued.number).copies, of: issued.number });
    }
  }
  opened.close();
} catch (error) {
  const fault = faultOf(error);
  if (fault === undefined) throw error;
  say({ fault: fault.code });
}
