// The two test projects: `unit` needs nothing but Node, `window` drives the real application under a display.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/window/**"],
          // Keys are stretched and files synced for real: on a busy machine a test of five seconds takes twenty.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "window",
          environment: "node",
          include: ["test/window/**/*.test.ts"],
          globalSetup: ["test/window/global-setup.ts"],
          // One window at a time: they share the display, and two cores do not carry more without becoming flaky.
          fileParallelism: false,
          // A real window on a busy machine loses a focus now and then; what is wrong fails twice.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
