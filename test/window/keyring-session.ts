// A desktop session's keyring of the tests' own: a message bus and GNOME's keyring, unlocked, with its files in a folder that can be lost.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findProgram } from "../../build/setup/system-libraries.mjs";

export const hasKeyring = findProgram("dbus-daemon") !== undefined && findProgram("gnome-keyring-daemon") !== undefined;

export interface KeyringSession {
  /** For the application that is to find this keyring. */
  readonly env: Readonly<Record<string, string>>;
  /** The keyring's files are gone, as after a new installation; another, empty one stands there. */
  readonly lose: () => Promise<void>;
  readonly stop: () => void;
}

export async function startKeyringSession(): Promise<KeyringSession> {
  const home = mkdtempSync(path.join(tmpdir(), "canbao-keyring-"));
  const runtime = path.join(home, "run");
  mkdirSync(runtime, { mode: 0o700 });
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=1"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, XDG_RUNTIME_DIR: runtime },
  });
  const address = (await firstLine(bus)).trim();
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: path.join(home, "data") };
  let keyring = await unlocked(env);
  return {
    env,
    lose: async () => {
      await ended(keyring);
      rmSync(env.XDG_DATA_HOME, { recursive: true, force: true });
      rmSync(path.join(runtime, "keyring"), { recursive: true, force: true });
      keyring = await unlocked(env);
    },
    stop: () => {
      keyring.kill("SIGTERM");
      bus.kill("SIGTERM");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** As signing in does it: the password of the session opens the keyring. */
async function unlocked(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  mkdirSync(path.join(env["XDG_DATA_HOME"] ?? "", "keyrings"), { recursive: true });
  const daemon = spawn("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"], {
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, ...env },
  });
  daemon.stdin.end("a password of the session");
  const socket = path.join(env["XDG_RUNTIME_DIR"] ?? "", "keyring/control");
  for (const start = Date.now(); !existsSync(socket); ) {
    if (Date.now() - start > 20_000) throw new Error("the keyring does not listen");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return daemon;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${child.spawnfile} ended`)));
  });
}
