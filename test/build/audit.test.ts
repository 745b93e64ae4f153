// An audit says only what the registry answered: silence is neither good nor bad, and has an exit code of its own.

import { describe, expect, test } from "vitest";
import { verdictOf } from "../../build/supply/audit.mjs";

const shipped = new Set(["electron", "react"]);
const report = (...names: readonly string[]): string =>
  JSON.stringify({ vulnerabilities: Object.fromEntries(names.map((name) => [name, { name, severity: "high" }])) });

describe("the audit", () => {
  test("ends with 1 and the name where something handed out has a known hole", () => {
    expect(verdictOf(report("react", "vite"), "", shipped)).toEqual({
      code: 1,
      lines: ["react: high", "2 packages handed out, 1 with known holes; 1 among the tools"],
    });
  });

  test("ends with 0 where only a tool has one", () => {
    expect(verdictOf(report("vite"), "", shipped)).toMatchObject({ code: 0 });
    expect(verdictOf(report(), "", shipped)).toMatchObject({ code: 0 });
  });

  test.each([
    // What npm 11 prints where a mirror knows no audits.
    [
      "a refusal",
      JSON.stringify({ message: "405 Method Not Allowed - POST …", statusCode: 405 }),
      "405 Method Not Allowed",
    ],
    ["an error with a summary", JSON.stringify({ error: { code: "ENOLOCK", summary: "no lockfile" } }), "no lockfile"],
    ["something that is no JSON", "<html>busy</html>", "npm error timeout"],
    ["nothing at all", "", "npm error timeout"],
    ["null", "null", "npm error timeout"],
  ])("ends with 2 at %s and promises nothing", (_what, answered, reason) => {
    const { code, lines } = verdictOf(answered, "npm error timeout\nnpm error more", shipped);
    expect(code).toBe(2);
    expect(lines[0]).toContain(`answers no audits here: ${reason}`);
    expect(lines[1]).toContain("Nothing is known about holes in the 2 packages");
  });
});
