// Not one packet leaves: a whole working session in a network without a way out, where the kernel counts every try.

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { pinnedNode } from "../../../build/setup/child.mjs";
import { rootSwitch } from "../../../build/setup/electron-runtime.mjs";
import { projectRoot, testEnvironment } from "../application.ts";

interface Sent {
  readonly four: number;
  readonly six: number;
  readonly datagrams: number;
}

test.skipIf(process.platform !== "linux")(
  "a session with slip, list, ledger, family, rule pack, draft and every screen sends nothing",
  async () => {
    // Who is not root gets a network of their own together with a user of their own.
    const apart = process.getuid?.() === 0 ? ["--net"] : ["--net", "--map-root-user"];
    const session = path.join(projectRoot, "test/window/offline/session.ts");
    const { stdout } = await promisify(execFile)(
      "unshare",
      [...apart, pinnedNode(), session, inject("electronExecutable"), projectRoot, ...rootSwitch()],
      { env: testEnvironment(), timeout: 230_000 },
    );
    const {
      done,
      session: sent,
      knocks,
    } = JSON.parse(stdout) as {
      readonly done: readonly string[];
      readonly session: Sent;
      readonly knocks: Sent;
    };
    expect(done).toHaveLength(11);
    expect(done).toContain("8 screens are shown");
    expect(sent.four).toBe(0);
    // Nobody was asked for a name, not even a server on the machine itself.
    expect(sent.datagrams).toBe(0);
    // Chromium asks the system once whether there is a way to the IPv6 network, by connecting a UDP socket and closing it:
    // that looks up a route and sends nothing (seen with strace).
    expect(sent.six).toBeLessThanOrEqual(1);
    // Two packets sent on purpose at the end, one away and one to the machine itself, were counted: the counts do count.
    expect(knocks).toEqual({ four: 1, six: 0, datagrams: 1 });
  },
  240_000,
);
