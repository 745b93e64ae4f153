// Killed while it takes packs in, again and again: afterwards the old pack is in use or the new one, whole, and never anything else.

import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type TestDesk, testDesk } from "./desk.ts";
import { packOf, partsWith } from "./fixture.ts";

const KILLS = Number(process.env["CANBAO_KILLS"] ?? 25);
const TAKER = path.join(import.meta.dirname, "taker.ts");

let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
});
afterEach(() => desk.remove());

it(`after each of ${KILLS} kills the pack before or the pack after is in use`, { timeout: 600_000 }, async () => {
  const packs = [
    packOf(
      { version: 1 },
      partsWith("gansu/2025", () => {}, "9.0.1"),
    ),
    packOf(
      { version: 2 },
      partsWith("gansu/2025", () => {}, "9.0.2"),
    ),
  ];
  const files = packs.map(({ bytes }, at) => {
    const file = path.join(desk.folder, "..", `${at}.canbaopack`);
    writeFileSync(file, bytes);
    return file;
  });
  desk.trust(packs[0]?.bytes ?? Buffer.alloc(0));
  expect(desk.install(packs[0]?.bytes ?? Buffer.alloc(0))).toBe("installed");

  let said = 0;
  const found = { first: 0, second: 0, leftovers: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const words = await killed(files, Math.random() * 600);
    expect(words.filter((word) => !["warm", "first", "second"].includes(word))).toEqual([]);
    said += words.length - 1;
    const rules = desk.rules();
    expect(rules.packFaults).toEqual([]);
    const version = rules.ruleSets.get("gansu/2025")?.table.version;
    expect(["9.0.1", "9.0.2"]).toContain(version);
    found[version === "9.0.1" ? "first" : "second"]++;
    found.leftovers += readdirSync(desk.folder, { recursive: true }).filter((name) =>
      String(name).endsWith(".new"),
    ).length;
    // What was said to be done is done: at most one act came after the last word.
    const last = words.at(-1);
    const state = desk.state();
    const acts = state.history.filter(({ act }) => act === "install" || act === "undo").length;
    expect(acts - 1 - said).toBeGreaterThanOrEqual(0);
    if (last !== "warm" && acts - 1 === said) expect(version).toBe(last === "second" ? "9.0.2" : "9.0.1");
    said = acts - 1;
  }
  console.log(`killed ${KILLS} times in ${said} acts: ${JSON.stringify(found)}`);
  expect(said).toBeGreaterThan(KILLS);
  // The next act sweeps away what the kills left.
  expect(desk.install(packs[1]?.bytes ?? Buffer.alloc(0))).toBe("installed");
  expect(readdirSync(path.join(desk.folder, "files")).filter((name) => name.endsWith(".new"))).toEqual([]);
});

function killed(files: readonly string[], within: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TAKER, desk.folder, ...files], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(desk.folder, "..", "compiled") },
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (chunk.includes("warm")) setTimeout(() => child.kill("SIGKILL"), within);
    });
    child.on("error", reject);
    child.on("close", () => resolve(text.slice(0, text.lastIndexOf("\n")).split("\n")));
  });
}
