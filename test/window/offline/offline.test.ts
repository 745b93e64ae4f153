// Not one packet leaves: a whole working session in a network without a way out, where the kernel counts every try.

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { pinnedNode } from "../../../build/setup/child.mjs";
import { rootSwitch } from "../../../build/setup/electron-runtime.mjs";
import { projectRoot, testEnvironment } from "../application.ts";

test.skipIf(process.platform !== "linux")(
  "a session with slip, list, ledger and every screen sends nothing",
  async () => {
    // Who is not root gets a network of their own together with a user of their own.
    const apart = process.getuid?.() === 0 ? ["--net"] : ["--net", "--map-root-user"];
    const session = path.join(projectRoot, "test/window/offline/session.ts");
    const { stdout } = await promisify(execFile)(
      "unshare",
      [...apart, pinnedNode(), session, inject("electronExecutable"), projectRoot, ...rootSwitch()],
      { env: testEnvironment(), timeout: 170_000 },
    );
    const { done, four, six, counted } = JSON.parse(stdout) as Record<"four" | "six" | "counted", number> & {
      done: string[];
    };
    expect(done).toHaveLength(7);
    expect(four).toBe(0);
    // Chromium asks the system once whether there is a way to the IPv6 network, by connecting a UDP socket and closing it:
    // that looks up a route and sends nothing (seen with strace).
    expect(six).toBeLessThanOrEqual(1);
    // One packet sent on purpose at the end was counted: the count does count.
    expect(counted).toBe(1);
  },
  180_000,
);
