import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type KeyRing, openVault, setPassphrase, settleVault } from "../../../electron/ledger/vault.ts";
import { faultIn } from "./fixture.ts";

/** A keyring that turns bytes round; `user` stands for whose it is. */
function keyRing(user: string): KeyRing {
  return {
    available: () => true,
    seal: (text) => Buffer.from(`${user}:${text}`).reverse(),
    open: (sealed) => {
      const [owner, secret] = Buffer.from(sealed).reverse().toString().split(":");
      if (owner !== user || secret === undefined) throw new Error("not yours");
      return secret;
    },
  };
}
const none: KeyRing = {
  available: () => false,
  seal: () => {
    throw new Error("asked a keyring that is not there");
  },
  open: () => {
    throw new Error("asked a keyring that is not there");
  },
};
const PASSPHRASE = "凉州区医保 2025 冬";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-vault-"));
  file = path.join(folder, "ledger.key.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("where the system has a keyring", () => {
  it("makes a key once, keeps it sealed, and gives the same one back", () => {
    const first = openVault({ file, keyRing: keyRing("li"), ledgerExists: false });
    expect(first).toMatchObject({ fresh: true, keptBy: "keyring" });
    settleVault(file);
    const second = openVault({ file, keyRing: keyRing("li"), ledgerExists: true });
    expect(second.fresh).toBe(false);
    expect(Buffer.from(second.dataKey).equals(Buffer.from(first.dataKey))).toBe(true);
    const kept = readFileSync(file);
    for (const form of ["hex", "base64"] as const) {
      expect(kept.includes(Buffer.from(first.dataKey).toString(form))).toBe(false);
    }
  });

  it("says so where another user's keyring sealed it and no passphrase was ever set", () => {
    openVault({ file, keyRing: keyRing("li"), ledgerExists: false });
    expect(faultIn(() => openVault({ file, keyRing: keyRing("wang"), ledgerExists: true }))?.code).toBe(
      "key-unreadable",
    );
  });

  it("asks for the passphrase where the keyring was made anew, and seals again", () => {
    const { dataKey } = openVault({ file, keyRing: keyRing("li"), ledgerExists: false });
    setPassphrase(file, dataKey, PASSPHRASE);
    const options = { file, keyRing: keyRing("new"), ledgerExists: true } as const;
    expect(faultIn(() => openVault(options))).toEqual({ code: "passphrase-needed", params: {} });
    expect(Buffer.from(openVault({ ...options, passphrase: PASSPHRASE }).dataKey).equals(Buffer.from(dataKey))).toBe(
      true,
    );
    expect(openVault(options).keptBy).toBe("keyring");
  });

  it("does not make a new key over a ledger whose key file is gone", () => {
    expect(faultIn(() => openVault({ file, keyRing: keyRing("li"), ledgerExists: true }))?.code).toBe("key-missing");
  });

  it("does not take half a key file for none", () => {
    writeFileSync(file, '{"format":"canbao-key/1","pend');
    expect(faultIn(() => openVault({ file, keyRing: keyRing("li"), ledgerExists: true }))?.code).toBe("key-unreadable");
  });
});

describe("where it has none", () => {
  it("asks for a passphrase, wraps the key with it, and opens with nothing else", () => {
    expect(faultIn(() => openVault({ file, keyRing: none, ledgerExists: false }))).toEqual({
      code: "passphrase-unset",
      params: {},
    });
    const { dataKey } = openVault({ file, keyRing: none, passphrase: PASSPHRASE, ledgerExists: false });
    const options = { file, keyRing: none, ledgerExists: true } as const;
    expect(faultIn(() => openVault({ ...options, passphrase: "凉州区医保 2025 夏" }))?.code).toBe("passphrase-wrong");
    // The same words from another keyboard: full-width digits and space.
    const again = openVault({ ...options, passphrase: "凉州区医保　２０２５ 冬" });
    expect(Buffer.from(again.dataKey).equals(Buffer.from(dataKey))).toBe(true);
    expect(readFileSync(file, "utf8")).not.toContain(Buffer.from(dataKey).toString("base64"));
  });

  it("refuses a short passphrase and writes nothing", () => {
    expect(faultIn(() => openVault({ file, keyRing: none, passphrase: "医保2025", ledgerExists: false }))?.code).toBe(
      "passphrase-weak",
    );
    expect(faultIn(() => openVault({ file, keyRing: none, ledgerExists: false }))?.code).toBe("passphrase-unset");
  });
});
