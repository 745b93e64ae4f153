// Ten thousand damaged packs against a counter that trusts the key: none accepted, none crashes it, and it does not take for ever.

import { randomInt } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { judgePack } from "../../../electron/packs/judge.ts";
import { layOut } from "../../../shared/packs/envelope.ts";
import { testDesk } from "./desk.ts";
import { bureau, packOf } from "./fixture.ts";

const MUTATIONS = Number(process.env["CANBAO_MUTATIONS"] ?? 10_000);
/** Seconds on the slowest machine that we test on; a mutation is refused at its signature, not by working through it. */
const LONGEST = 60;

const desk = testDesk();
afterAll(() => desk.remove());

/** mulberry32: small, and the same everywhere, so that a failing seed can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;
type Mutation = (pack: Buffer, random: Random) => Buffer;

const cut = (pack: Buffer, from: number, to: number) => Buffer.concat([pack.subarray(0, from), pack.subarray(to)]);
const HEAD = 24 + 32;

/** What disks, sticks, mail programs and people do to a file. */
const MUTATIONS_OF: readonly Mutation[] = [
  // one bit, one byte, a run of bytes
  (pack, random) => {
    const at = random(pack.length);
    pack[at] = (pack[at] ?? 0) ^ (1 << random(8));
    return pack;
  },
  (pack, random) => {
    const at = random(pack.length);
    pack[at] = (pack[at] ?? 0) ^ (1 + random(255));
    return pack;
  },
  (pack, random) => {
    const at = random(pack.length);
    const value = random(256);
    pack.fill(value, at, Math.min(pack.length, at + 1 + random(64)));
    return pack;
  },
  // the head: magic, layout, lengths, key
  (pack, random) => {
    const at = random(HEAD);
    pack[at] = (pack[at] ?? 0) ^ (1 + random(255));
    return pack;
  },
  (pack, random) => {
    const lengths = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, pack.length, pack.length - 1, random(0xffffffff)];
    pack.writeUInt32BE(lengths[random(lengths.length)] ?? 0, 8 + 4 * random(4));
    return pack;
  },
  // lengths that still add up, the border between manifest and content moved
  (pack, random) => {
    const by = 1 + random(200);
    pack.writeUInt32BE((pack.readUInt32BE(16) - by) >>> 0, 16);
    pack.writeUInt32BE((pack.readUInt32BE(20) + by) >>> 0, 20);
    return pack;
  },
  // the signature
  (pack, random) => {
    const at = pack.length - 1 - random(64);
    pack[at] = (pack[at] ?? 0) ^ (1 << random(8));
    return pack;
  },
  // cut off, cut out, doubled, put in, put behind
  (pack, random) => pack.subarray(0, random(pack.length)),
  (pack, random) => {
    const from = random(pack.length - 1);
    return cut(pack, from, from + 1 + random(300));
  },
  (pack, random) => {
    const from = random(pack.length);
    const part = pack.subarray(from, from + 1 + random(300));
    return Buffer.concat([pack.subarray(0, from), part, pack.subarray(from)]);
  },
  (pack, random) => {
    const at = random(pack.length);
    const part = Buffer.alloc(1 + random(200), random(256));
    return Buffer.concat([pack.subarray(0, at), part, pack.subarray(at)]);
  },
  (pack, random) => Buffer.concat([pack, Buffer.alloc(1 + random(5000), random(256))]),
  // two stretches exchanged
  (pack, random) => {
    const length = 1 + random(400);
    const [a, b] = [random(pack.length - length), random(pack.length - length)];
    const kept = Buffer.from(pack.subarray(a, a + length));
    pack.copy(pack, a, b, b + length);
    kept.copy(pack, b);
    return pack;
  },
  // text of the manifest and the rules, changed where it hurts
  (pack, random) => {
    const words = ["400.00", "2026-11-01", "2027-12-31", '"version": 1', "gansu/2025", "in-force", "canbao-pack/1"];
    const word = words[random(words.length)] ?? "";
    const at = pack.indexOf(word, random(pack.length));
    if (at >= 0)
      pack.write(
        word.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
        at,
      );
    if (at >= 0) pack[at] = (pack[at] ?? 0) ^ 1;
    return pack;
  },
];

it(`refuses each of ${MUTATIONS} damaged packs`, { timeout: 600_000 }, () => {
  const { bytes } = packOf();
  const pack = Buffer.from(bytes);
  desk.trust(pack);
  const state = desk.state();
  const today = { day: "2026-11-26", program: "0.1.0" };
  expect(judgePack(pack, state, today, "2026-11-26T08:00:00Z").ok).toBe(true);

  const seed = Number(process.env["CANBAO_SEED"] ?? randomInt(2 ** 31));
  const random = seeded(seed);
  const codes = new Map<string, number>();
  let same = 0;
  const began = performance.now();
  for (let n = 0; n < MUTATIONS; n++) {
    let mutated: Buffer = Buffer.from(pack);
    // Mostly one change, sometimes several.
    for (let times = random(4) === 0 ? 1 + random(5) : 1; times > 0; times--) {
      if (mutated.length < 500) break;
      mutated = (MUTATIONS_OF[random(MUTATIONS_OF.length)] ?? ((whole) => whole))(mutated, random);
    }
    // A mutation that changes nothing is no mutation: another is made in its place.
    if (mutated.equals(pack)) {
      n--;
      same++;
      continue;
    }
    const judged = judgePack(mutated, state, today, "2026-11-26T08:00:00Z");
    const code = judged.ok ? "accepted" : judged.refusal.code;
    if (judged.ok) throw new Error(`accepted: seed ${seed}, mutation ${n}`);
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(`seed ${seed}: ${MUTATIONS} mutations in ${seconds.toFixed(1)} s: ${JSON.stringify([...codes])}`);
  expect(same).toBeLessThan(MUTATIONS / 10);
  expect(codes.has("accepted")).toBe(false);
  expect([...codes.keys()]).toEqual(
    expect.arrayContaining(["bad-signature", "damaged", "not-a-pack", "layout-unknown"]),
  );
  expect(seconds).toBeLessThan(LONGEST);
});

it("refuses what somebody with a trusted key signs by mistake: 500 damaged manifests and contents under good signatures", () => {
  const { opened } = packOf();
  const state = desk.state();
  const random = seeded(randomInt(2 ** 31));
  for (let n = 0; n < 500; n++) {
    const manifest = Buffer.from(opened.envelope.manifest);
    const content = Buffer.from(opened.envelope.content);
    const target = n % 2 === 0 ? manifest : content;
    const at = random(target.length);
    target[at] = (target[at] ?? 0) ^ (1 + random(255));
    const laid = layOut({ key: bureau.publicKey, endorsements: [], manifest, content });
    const judged = judgePack(
      Buffer.concat([laid, bureau.sign(laid)]),
      state,
      { day: "2026-11-26", program: "0.1.0" },
      "2026-11-26T08:00:00Z",
    );
    // A changed letter of the issuer's name or of the notes is no fault of the pack: whoever has the key may write it.
    if (judged.ok) expect(target).toBe(manifest);
  }
});
