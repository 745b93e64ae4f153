import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Duplicate, openNumberLog } from "../../../electron/roster/duplicates.ts";
import { seededRandom } from "../../../electron/roster/residents/random.ts";
import { folder } from "./lists.ts";

async function duplicatesOf(keys: readonly number[], slots: number): Promise<readonly string[]> {
  const log = await openNumberLog(join(folder(), "numbers"), 0);
  for (const [index, key] of keys.entries()) log.add(key, index + 2, index % 5);
  const found: Duplicate[] = [];
  await log.eachDuplicate((duplicate) => found.push(duplicate), slots);
  await log.close();
  return found
    .map(({ firstRow, row, firstTownship, township }) => `${firstRow}/${firstTownship} ${row}/${township}`)
    .sort();
}

function expectedOf(keys: readonly number[]): readonly string[] {
  const first = new Map<number, number>();
  const found: string[] = [];
  for (const [index, key] of keys.entries()) {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else found.push(`${earlier + 2}/${earlier % 5} ${index + 2}/${index % 5}`);
  }
  return found.sort();
}

describe("numbers that occur more than once", () => {
  const random = seededRandom(11);
  const many = Array.from({ length: 60_000 }, () => 1_100_000_000_000_000 + random.below(45_000));

  it("are all found in one share", async () => {
    expect(await duplicatesOf(many, 1 << 17)).toEqual(expectedOf(many));
  });

  it("are all found in many shares, none twice", async () => {
    expect(await duplicatesOf(many, 1 << 10)).toEqual(expectedOf(many));
  });

  it("are not found where there are none", async () => {
    const unique = Array.from({ length: 50_000 }, (_, index) => 1 + index * 11_000_003);
    expect(await duplicatesOf(unique, 1 << 12)).toEqual([]);
  });
});
