// The log of faults: enough to find the bug, nothing of a resident, and never a disk full of it.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeFault, keepLogIn, logFault } from "../../electron/main/log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-log-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a fault says its kind, its code and the places in the code, never its message", () => {
  const fault = Object.assign(new TypeError("王桂兰 622301196202100024 owes 400.00"), { code: "EACCES" });
  const text = describeFault(fault);
  expect(text).toMatch(/^TypeError \(EACCES\)\n\s+at /);
  expect(text).toContain("log.test.ts:");
  expect(text).not.toMatch(/王桂兰|622301|400\.00/);
});

test("a message that looks like a place is no place", () => {
  const text = describeFault(new Error("first line\n    at 王桂兰 (622301196202100024:1:1)"));
  expect(text).not.toMatch(/王桂兰|622301/);
});

test("of a path only the file is told: folders are called after people", () => {
  const fault = new Error("x");
  fault.stack = [
    "Error: x",
    "    at open (file:///C:/Users/张三/AppData/main.js:12:5)",
    "    at /home/李四/my app/out/main.js:3:1",
    "    at async Object.get (/home/李四/out/store.js:7:9)",
  ].join("\n");
  expect(describeFault(fault)).toBe(
    ["Error", "    at open (main.js:12:5)", "    at main.js:3:1", "    at async Object.get (store.js:7:9)"].join("\n"),
  );
});

test("faults are kept in the data folder, and of a long row only the newest two files", () => {
  keepLogIn(folder);
  const file = path.join(folder, "faults.log");
  logFault("first", new Error("secret"));
  expect(readFileSync(file, "utf8")).toMatch(/^\d{4}-\d\d-\d\dT.* first: Error\n/);
  writeFileSync(file, "x".repeat(256 * 1024));
  logFault("second", new Error("secret"));
  expect(readFileSync(file, "utf8")).toContain("second: Error");
  expect(statSync(file).size).toBeLessThan(4096);
  expect(statSync(`${file}.old`).size).toBe(256 * 1024);
});

test("a log that cannot be written is no fault", () => {
  const blocked = path.join(folder, "a-file");
  writeFileSync(blocked, "");
  keepLogIn(path.join(blocked, "inside"));
  expect(() => logFault("third", new Error("secret"))).not.toThrow();
});
