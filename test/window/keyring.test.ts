// Where the system has a keyring, it keeps the ledger's key: nobody is asked for a passphrase, until that keyring is lost.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { type StartedApplication, startApplication } from "./application.ts";
import { hasKeyring, type KeyringSession, startKeyringSession } from "./keyring-session.ts";

/** Each test starts the application more than once. */
const PATIENT = 180_000;
const PASSPHRASE = "凉州区医保 2025 冬";

describe.skipIf(!hasKeyring)("with GNOME's keyring", () => {
  let session: KeyringSession;
  let profile: string;
  let app: StartedApplication;

  beforeAll(async () => {
    session = await startKeyringSession();
    profile = mkdtempSync(path.join(tmpdir(), "canbao-keyring-window-"));
  });
  afterAll(() => {
    session.stop();
    rmSync(profile, { recursive: true, force: true });
  });

  const start = async () => {
    app = await startApplication({ profile, env: session.env, args: ["--password-store=gnome-libsecret"] });
  };
  const openLedger = () => app.page.getByTestId("nav-ledger").click();
  const status = () =>
    app.page.evaluate(async () => {
      const answer = await window.canbao.invoke("ledger.status", undefined);
      return answer.ok ? answer.value : answer.error;
    });
  const keyFile = () =>
    JSON.parse(readFileSync(path.join(profile, "ledger", "ledger.key.json"), "utf8")) as {
      readonly sealed: string | null;
      readonly wrapped: unknown;
    };

  test("the ledger opens without a passphrase, its key sealed by the keyring", { timeout: PATIENT }, async () => {
    await start();
    await openLedger();
    await app.page.getByTestId("ledger-screen").waitFor();
    expect(await status()).toMatchObject({ state: "open", keptBy: "keyring", portable: false });
    const backend = await inMain(app.electron, ({ safeStorage }) => safeStorage.getSelectedStorageBackend());
    expect(backend).toBe("gnome_libsecret");
    const { sealed, wrapped } = keyFile();
    expect(wrapped).toBeNull();
    // Version 11 of Chromium's sealing is the keyring's; version 10 would be the fixed word that protects nothing.
    expect(
      Buffer.from(sealed ?? "", "base64")
        .subarray(0, 3)
        .toString(),
    ).toBe("v11");
    await app.close();
  });

  test("it opens so after the next start too, and with the keyring lost says that it cannot", {
    timeout: PATIENT,
  }, async () => {
    await start();
    expect(await status()).toMatchObject({ state: "open", keptBy: "keyring" });
    await app.close();
    await session.lose();
    await start();
    await openLedger();
    await app.page.getByTestId("ledger-fault").filter({ hasText: "系统打不开台账的密钥" }).waitFor();
    await app.page.getByTestId("restore-pick").waitFor();
    await app.close();
  });

  test("with a passphrase set beside it, a lost keyring asks for that, and the new one keeps the key again", {
    timeout: PATIENT,
  }, async () => {
    rmSync(profile, { recursive: true, force: true });
    await start();
    expect(await status()).toMatchObject({ state: "open", keptBy: "keyring" });
    await app.page.evaluate((passphrase) => window.canbao.invoke("ledger.setPassphrase", { passphrase }), PASSPHRASE);
    await app.close();
    await session.lose();
    await start();
    await openLedger();
    const form = app.page.getByTestId("passphrase-form");
    await form.locator("input").fill(PASSPHRASE);
    await form.locator("button[type=submit]").click();
    await app.page.getByTestId("ledger-screen").waitFor();
    await app.close();
    await start();
    expect(await status()).toMatchObject({ state: "open", keptBy: "keyring", portable: true });
    await app.close();
  });
});
