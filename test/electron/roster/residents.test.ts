import { describe, expect, it } from "vitest";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { generateRoster } from "../../../electron/roster/residents/generate.ts";
import { townshipShares } from "../../../electron/roster/residents/township-shares.ts";
import { dayOf } from "../../../shared/dates/civil.ts";
import { parseIdNumber } from "../../../shared/identity/id-number.ts";
import { list, work } from "./lists.ts";

const table = loadPolicies(new URL("../../../policies/", import.meta.url).pathname).ruleSets.get("gansu/2025")?.table;
const townships = (table?.counties.get("620602")?.townships ?? []).map(({ name, toEnrol }) => ({
  name: name.zh,
  toEnrol,
}));

function generated(rows: number, seed: number): string {
  return [...generateRoster({ rows, seed, county: "620602", townships })].join("");
}

describe("an invented roster", () => {
  const text = generated(20_000, 5);
  const rows = text
    .split("\n")
    .slice(1, -1)
    .map((line) => line.split(","));

  it("is the same for the same seed and another for another", () => {
    expect(generated(500, 1)).toBe(generated(500, 1));
    expect(generated(500, 1)).not.toBe(generated(500, 2));
  });

  it("has as many rows as were asked for, also fewer than townships", () => {
    expect(rows).toHaveLength(20_000);
    for (const count of [0, 1, 46, 47, 48]) expect(generated(count, 1).split("\n")).toHaveLength(count + 2);
  });

  it("shares them among the 47 townships as the notice does", () => {
    expect(townships).toHaveLength(47);
    const total = townships.reduce((sum, township) => sum + township.toEnrol, 0);
    expect(total).toBe(734_881);
    expect(townshipShares(townships, total)).toEqual(townships.map((township) => township.toEnrol));
    const counted = new Map<string, number>();
    for (const row of rows) counted.set(row[4] ?? "", (counted.get(row[4] ?? "") ?? 0) + 1);
    for (const { name, toEnrol } of townships)
      expect(Math.abs((counted.get(name) ?? 0) - (toEnrol * 20_000) / total)).toBeLessThan(1);
  });

  it("has valid ID numbers, each once, in regions that no place has", () => {
    const numbers = rows.map((row) => row[1] ?? "");
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const [index, number] of numbers.entries()) {
      expect(parseIdNumber(number, dayOf(2026, 1, 1))).toMatchObject({ ok: true, birthDate: rows[index]?.[2] });
      expect(number).toMatch(/^62069[2-9]/);
    }
  });

  it("has every identity and group of the rule set, newborns, missed years and days in and out of the windows", () => {
    const categories = new Set(rows.flatMap((row) => (row[5] ?? "").split(";")));
    const groups = new Set(rows.flatMap((row) => (row[6] ?? "").split(";")).map((group) => group.split("@")[0]));
    expect([...(table?.categories.keys() ?? [])].filter((id) => !categories.has(id))).toEqual([]);
    expect([...(table?.groupById.keys() ?? [])].filter((id) => !groups.has(id))).toEqual([]);
    expect(new Set(rows.map((row) => row[7]))).toEqual(new Set(["0", "", "2024", "2023;2024", "2022;2023;2024"]));
    expect(rows.some((row) => (row[2] ?? "") > "2025-01-01")).toBe(true);
    for (const orphan of rows.filter((row) => row[5] === "orphan")) expect((orphan[2] ?? "") > "2006-01-01").toBe(true);
  });

  it("can be computed to the last row, and pays on every kind of day", async () => {
    const { report } = await work(list(text));
    expect(report.summary?.all).toMatchObject({ rows: 20_000, problems: 0 });
    expect(Object.keys(report.summary?.windows ?? {}).sort()).toEqual([
      "after-closing",
      "before-opening",
      "between-windows",
      "concentrated",
      "supplementary",
    ]);
    expect(report.summary?.checks).toMatchObject({ "duplicate-number": 0, "birth-differs": 0, "id-check-digit": 0 });
  });
});
