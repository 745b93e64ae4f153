// A ledger with so many slips, made once and kept in the cache folder: filling half a million takes minutes.

import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nowOf } from "../../electron/ledger/clock.ts";
import { issueSlips, type SlipMember } from "../../electron/ledger/issue.ts";
import { type OpenLedger, openLedger } from "../../electron/ledger/open.ts";
import { type Place, placeIn } from "../../electron/ledger/place.ts";
import { DATA_KEY, resident, slipOf } from "../electron/ledger/fixture.ts";

/** A year and a bit of working days. */
const DAYS = 400;
const SLIPS_AT_ONCE = 500;
const FIRST_DAY = new Date("2024-09-10T01:00:00.000Z");
/** After the last slip of them all. */
export const AFTERWARDS = new Date("2027-01-04T01:00:00.000Z");

export function openAt(place: Place, time: { readonly now: Date }, mayCreate = false): OpenLedger {
  return openLedger({
    place,
    dataKey: DATA_KEY,
    mayCreate,
    clock: () => nowOf(time.now),
    station: "03",
    app: "bench",
  });
}

export function ledgerOf(count: number): Place {
  const root = path.join(import.meta.dirname, `../../.cache/bench-ledger-${count}`);
  const place = placeIn(path.join(root, "ledger"), root);
  const whole = path.join(root, "whole");
  if (existsSync(whole)) return place;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const time = { now: FIRST_DAY };
  const ledger = openAt(place, time, true);
  for (let n = 0; n < count; n += SLIPS_AT_ONCE) {
    time.now = new Date(FIRST_DAY.getTime() + Math.floor((n / count) * DAYS) * 86_400_000 + (n % 30_000) * 1000);
    const clerk = ["李敏", "王芳", "张伟"][n % 3] ?? "李敏";
    const slips = Array.from({ length: Math.min(SLIPS_AT_ONCE, count - n) }, (_, i) => slipOf(n + i, [varied(n + i)]));
    issueSlips(ledger.session, { clerk, acceptClock: true }, slips);
    if (n % 50_000 === 0) process.stderr.write(`filling: ${n} of ${count}\n`);
  }
  ledger.close();
  writeFileSync(whole, "");
  return place;
}

/** As many names, townships and amounts as a county has. */
export function varied(n: number): SlipMember {
  const person = resident(n);
  const mixed = (n * 2_654_435_761) % 4_294_967_296;
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    ...person,
    idNumber: `99999919${50 + (mixed % 50)}${two(1 + (mixed % 12))}${two(1 + (mixed % 28))}${String(mixed % 10_000).padStart(4, "0")}`,
    figures: { ...person.figures, township: `第${mixed % 47}镇` },
  };
}
