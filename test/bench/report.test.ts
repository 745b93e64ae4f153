// What a run prints: the contract's keys, a table that lines up, and a page that names machine and versions.
import { describe, expect, it } from "vitest";
import type { BenchLine } from "./line.ts";
import { BENCHMARKS } from "./registry.ts";
import { figure, jsonLine, markdown, tableText } from "./report.ts";

const LINE: BenchLine = {
  name: "case-with-trace",
  ours: 5.123456,
  unit: "µs",
  peer: 400.5,
  peerName: "zen",
  ratio: 78.16989,
  ratioOf: "peer/ours",
  budget: 10,
  ok: true,
  others: [{ peerName: "other", peer: 700, ratio: 136.6 }],
};

const MISSED: BenchLine = {
  name: "start",
  ours: 1500,
  unit: "ms",
  peer: 1000,
  peerName: "bare window",
  ratio: 1.5,
  budget: 1.25,
  ok: false,
};

describe("jsonLine", () => {
  it("begins with the keys of the contract, in its order, and rounds to four figures", () => {
    const parsed: unknown = JSON.parse(jsonLine(LINE));
    expect(Object.keys(parsed as object).slice(0, 8)).toEqual([
      "name",
      "ours",
      "unit",
      "peer",
      "peerName",
      "ratio",
      "budget",
      "ok",
    ]);
    expect(parsed).toMatchObject({ ours: 5.123, ratio: 78.17, budget: 10, ok: true });
  });
});

describe("tableText", () => {
  it("has a heading, a line for every peer, and says which budget is missed", () => {
    const lines = tableText([LINE, MISSED]).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^case-with-trace\s+5\.12\s+µs\s+401 zen\s+78\.2× faster\s+10\s+ok$/);
    expect(lines[2]).toMatch(/^\s+700 other\s+137× faster$/);
    expect(lines[3]).toMatch(/1\.5×\s+1\.25\s+MISSED$/);
  });

  it("puts every column under its heading", () => {
    const [heading = "", first = "", , second = ""] = tableText([LINE, MISSED]).split("\n");
    const at = heading.indexOf("unit");
    expect(first.slice(at, at + 2)).toBe("µs");
    expect(second.slice(at, at + 2)).toBe("ms");
  });
});

describe("figure", () => {
  it("keeps three figures, and never cuts a count", () => {
    expect([figure(0.12345), figure(9.999), figure(12.345), figure(734_881)]).toEqual([
      "0.123",
      "10",
      "12.3",
      "734881",
    ]);
  });
});

describe("markdown", () => {
  it("names the day, the machine and the versions", () => {
    const page = markdown([LINE], {
      date: "2025-01-02",
      processor: "Some CPU",
      cores: 2,
      memoryGigabytes: 8,
      load: 0.5,
      system: "Linux 6",
      versions: { Node: "24.0.0" },
    });
    expect(page).toContain("Measured on 2025-01-02: Some CPU, 2 cores, 8 GB, Linux 6, load 0.5");
    expect(page).toContain("Node 24.0.0");
    expect(page).toContain("| case-with-trace | 5.12 | µs | 401 zen | 78.2× faster | 10 | ok |");
  });
});

describe("registry", () => {
  it("names every line once", () => {
    const names = BENCHMARKS.flatMap((benchmark) => benchmark.names);
    expect(new Set(names).size).toBe(names.length);
  });
});
