// A counter takes packs in: from whom, in which order, on which day; what is refused changes nothing, and all of it can be undone.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endorse, keyId, newSeed, signerOf } from "../../../electron/packs/signing.ts";
import { packRules, unpackRules } from "../../../electron/policies/archive.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { layOut } from "../../../shared/packs/envelope.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { dearer, packOf, partsWith } from "./fixture.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
});
afterEach(() => desk.remove());

function payable(): string | null | undefined {
  const tables = new Map([...desk.rules().ruleSets].map(([id, { table }]) => [id, table]));
  const request = { ruleSet: "gansu/2025", paidOn: "2024-11-03", resident: { categories: [], missedYears: [] } };
  const answer = answerRequest(request, tables);
  return answer.ok ? answer.result.contribution.payable : answer.error.code;
}

/** Everything in the packs folder, byte for byte. */
function snapshot(): string {
  const files = readdirSync(desk.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return JSON.stringify(
    files.map(({ parentPath, name }) => [name, readFileSync(path.join(parentPath, name)).toString("base64")]).sort(),
  );
}

const first = packOf({ version: 3 }, dearer("9.0.0"));

describe("a resident of Gansu", () => {
  it("pays 400 by the bundled rules, 420 once the bureau's pack is taken in, 400 again when it is undone", () => {
    expect(payable()).toBe("400.00");
    desk.trust(first.bytes);
    expect(payable()).toBe("400.00");
    expect(desk.install(first.bytes)).toBe("installed");
    expect(payable()).toBe("420.00");
    expect(desk.rules().origins.get("gansu/2025")).toMatchObject({
      kind: "pack",
      pack: "gansu",
      created: "2026-11-01",
    });
    expect(desk.rules().origins.get("jiangxi/2025")).toMatchObject({ kind: "bundled" });
    expect(desk.store.undo(desk.state().keys[0]?.root ?? "", "gansu", "").ok).toBe(true);
    expect(payable()).toBe("400.00");
  });

  it("goes back to the pack before, not to the bundled rules, when the second one is undone", () => {
    desk.trust(first.bytes);
    desk.install(first.bytes);
    expect(desk.install(packOf({ version: 4 }, dearer("9.1.0", "430.00")).bytes)).toBe("installed");
    expect(payable()).toBe("430.00");
    desk.store.undo(desk.state().keys[0]?.root ?? "", "gansu", "");
    expect(payable()).toBe("420.00");
  });

  it("keeps the bundled rules where the pack's are of the same or a lower version", () => {
    const version = String(
      JSON.parse(String(partsWith("gansu/2025", () => {}, "0.0.1").get("gansu/2025/rules.json")))["version"],
    );
    expect(version).toBe("0.0.1");
    const old = packOf({}, dearer("0.0.1"));
    desk.trust(old.bytes);
    expect(desk.install(old.bytes)).toBe("installed");
    expect(payable()).toBe("400.00");
    expect(desk.rules().origins.get("gansu/2025")).toMatchObject({ kind: "bundled", released: expect.any(String) });
  });
});

describe("refused, and nothing changed", () => {
  const refused = (bytes: Uint8Array): string => {
    const before = snapshot();
    const code = desk.install(bytes);
    expect(snapshot()).toBe(before);
    return code;
  };

  beforeEach(() => {
    desk.trust(first.bytes);
    expect(desk.install(first.bytes)).toBe("installed");
  });

  it("a pack of a key that nobody has pinned", () => {
    expect(refused(packOf({ version: 9 }, dearer("9.2.0"), signerOf(newSeed())).bytes)).toBe("unknown-key");
  });

  it("an older pack than the one seen, also after that one was undone", () => {
    const old = packOf({ version: 2 }, dearer("9.2.0")).bytes;
    expect(refused(old)).toBe("older-version");
    desk.store.undo(desk.state().keys[0]?.root ?? "", "gansu", "");
    expect(refused(old)).toBe("older-version");
    expect(desk.install(first.bytes)).toBe("installed");
  });

  it("another pack under the version that was seen", () => {
    expect(refused(packOf({ version: 3 }, dearer("9.2.0", "450.00")).bytes)).toBe("same-version");
  });

  it("a pack past its last day, also with the clock set back to when it was good", () => {
    const short = packOf({ version: 4, expires: "2026-12-31" }, dearer("9.2.0")).bytes;
    desk.clock = "2027-01-01";
    expect(refused(short)).toBe("expired");
    desk.store.seeDay();
    desk.clock = "2026-12-30";
    expect(refused(short)).toBe("expired");
  });

  it("a pack made on a day that has not come: one of the two clocks is wrong", () => {
    desk.clock = "2026-10-31";
    const later = packOf({ version: 4, created: "2026-11-27" }, dearer("9.2.0")).bytes;
    expect(refused(later)).toBe("not-yet-made");
    desk.clock = "2026-11-27";
    expect(desk.install(later)).toBe("installed");
  });

  it("a pack that needs a newer program", () => {
    expect(refused(packOf({ version: 4, program: "0.2.0" }, dearer("9.2.0")).bytes)).toBe("program-too-old");
  });

  it("a key that was revoked, and none of its packs counts any more", () => {
    expect(payable()).toBe("420.00");
    desk.store.revoke(keyId(first.opened.envelope.key), "私钥遗失", "王经办");
    expect(payable()).toBe("400.00");
    expect(desk.rules().packFaults).toMatchObject([{ pack: "gansu", refusal: { code: "revoked-key" } }]);
    expect(refused(packOf({ version: 4 }, dearer("9.2.0")).bytes)).toBe("revoked-key");
    expect(desk.store.pin(first.bytes, "")).toMatchObject({ ok: false, fault: "known-key" });
  });

  it("a jurisdiction for which another key speaks, and one for which nobody was given leave", () => {
    const other = signerOf(newSeed());
    const rival = packOf({ id: "rival" }, dearer("9.9.0", "999.00"), other).bytes;
    expect(desk.store.pin(rival, "").ok).toBe(true);
    expect(refused(rival)).toBe("jurisdiction-taken");
    expect(desk.store.grant(keyId(other.publicKey), ["gansu"], "")).toMatchObject({ ok: false });
    const jiangxi = packOf({ id: "rival" }, partsWith("jiangxi/2025"), other).bytes;
    expect(refused(jiangxi)).toBe("jurisdiction-not-granted");
    desk.store.grant(keyId(other.publicKey), ["jiangxi"], "");
    expect(desk.install(jiangxi)).toBe("installed");
    expect(desk.rules().ruleSets.get("jiangxi/2025")?.table.version).toBe("9.0.0");
    expect(payable()).toBe("420.00");
  });
});

describe("a bureau changes its key", () => {
  const [next, afterNext] = [signerOf(newSeed()), signerOf(newSeed())];
  const link = (old: ReturnType<typeof signerOf>, to: ReturnType<typeof signerOf>) => ({
    key: old.publicKey,
    signature: endorse(old, to.publicKey),
  });
  const bureau = signerOf(newSeed());
  const own = packOf({ version: 3 }, dearer("9.0.0"), bureau);

  beforeEach(() => {
    desk.trust(own.bytes);
    desk.install(own.bytes);
  });

  it("the old key vouches for the new one: its packs are taken, the old key signs nothing new, what it signed stays", () => {
    const rotated = packOf({ version: 4 }, dearer("9.1.0", "430.00"), next, [link(bureau, next)]).bytes;
    expect(desk.install(rotated)).toBe("installed");
    expect(payable()).toBe("430.00");
    expect(desk.install(packOf({ version: 5 }, dearer("9.2.0"), bureau).bytes)).toBe("replaced-key");
    desk.store.undo(desk.state().keys[0]?.root ?? "", "gansu", "");
    expect(payable()).toBe("420.00");
  });

  it("the order of versions goes on: the new key cannot bring an old pack back", () => {
    expect(desk.install(packOf({ version: 2 }, dearer("9.1.0"), next, [link(bureau, next)]).bytes)).toBe(
      "older-version",
    );
    expect(desk.state().keys).toHaveLength(1);
  });

  it("a counter that missed a change follows the chain", () => {
    const chain = [link(bureau, next), link(next, afterNext)];
    expect(desk.install(packOf({ version: 4 }, dearer("9.1.0"), afterNext, chain).bytes)).toBe("installed");
    expect(desk.state().keys.map(({ state }) => state)).toEqual(["replaced", "replaced", "trusted"]);
  });

  it("a successor of a revoked key is believed no more, nor a second successor", () => {
    const thief = signerOf(newSeed());
    expect(desk.install(packOf({ version: 4 }, dearer("9.1.0"), next, [link(bureau, next)]).bytes)).toBe("installed");
    const stolen = packOf({ version: 9 }, dearer("9.9.0", "999.00"), thief, [link(bureau, thief)]).bytes;
    expect(desk.install(stolen)).toBe("forged-rotation");
    desk.store.revoke(keyId(bureau.publicKey), "私钥遗失", "");
    expect(desk.install(stolen)).toBe("revoked-key");
  });

  it("a rotation that the old key never signed is refused, whoever claims it", () => {
    const thief = signerOf(newSeed());
    const forged = { key: bureau.publicKey, signature: endorse(thief, thief.publicKey) };
    expect(() => packOf({ version: 9 }, dearer("9.9.0"), thief, [forged])).toThrow("forged-rotation");
    // Who writes the bytes himself is not held up by that.
    const { manifest, content } = packOf({ version: 9 }, dearer("9.9.0"), thief).opened.envelope;
    const laid = layOut({ key: thief.publicKey, endorsements: [forged], manifest, content });
    const before = desk.state();
    expect(desk.install(Buffer.concat([laid, thief.sign(laid)]))).toBe("forged-rotation");
    expect(desk.state()).toEqual(before);
  });
});

it("takes a year nobody has bundled, and says where it comes from", () => {
  const parts = new Map(
    [...partsWith("gansu/2025")].map(([file, part]) => [
      file.replace("gansu/", "qinghai/"),
      file.startsWith("gansu/") ? Buffer.from(part.toString().replaceAll("gansu/2025", "qinghai/2025")) : part,
    ]),
  );
  const pack = packOf({ id: "qinghai" }, parts).bytes;
  desk.trust(pack, ["qinghai"]);
  expect(desk.install(pack)).toBe("installed");
  expect([...desk.rules().ruleSets.keys()]).toEqual(expect.arrayContaining(["gansu/2025", "qinghai/2025"]));
});

it("leaves old slips checkable: what the ledger keeps of a pack's rules gives the same table after the pack was undone", () => {
  desk.trust(first.bytes);
  desk.install(first.bytes);
  const loaded = desk.rules().ruleSets.get("gansu/2025");
  if (loaded === undefined) throw new Error("not there");
  const kept = packRules(loaded);
  expect(desk.store.undo(desk.state().keys[0]?.root ?? "", "gansu", "").ok).toBe(true);
  const then = unpackRules(kept?.text ?? "{}");
  expect(then?.hash).toBe(loaded.table.hash);
  expect(then?.hash).not.toBe(desk.rules().ruleSets.get("gansu/2025")?.table.hash);
});
