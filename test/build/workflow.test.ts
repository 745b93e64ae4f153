// The workflow that makes the packages would run: it is YAML, every step is whole, and what it calls is there.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { projectRoot } from "../../build/setup/child.mjs";

/** The packager's own reader of YAML. */
const { load } = createRequire(createRequire(import.meta.url).resolve("electron-builder"))("js-yaml") as {
  readonly load: (text: string) => unknown;
};

/** What GitHub takes of a step: a program or somebody's action, never both and never neither. */
const step = z.union([
  z.strictObject({
    name: z.string().optional(),
    if: z.string().optional(),
    run: z.string(),
    shell: z.enum(["bash", "pwsh"]).optional(),
    "working-directory": z.string().optional(),
    env: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    name: z.string().optional(),
    if: z.string().optional(),
    uses: z.string().regex(/^[\w-]+\/[\w-]+@v\d+$/),
    with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({ workflow_dispatch: z.null(), push: z.strictObject({ tags: z.array(z.string()) }) }),
  permissions: z.strictObject({ contents: z.literal("read") }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      "runs-on": z.string(),
      "timeout-minutes": z.number(),
      strategy: z
        .strictObject({
          "fail-fast": z.boolean(),
          matrix: z.strictObject({
            include: z.array(z.strictObject({ name: z.string(), runner: z.string(), words: z.string() })),
          }),
        })
        .optional(),
      steps: z.array(step),
    }),
  ),
});

const text = readFileSync(path.join(projectRoot, ".github/workflows/packages.yml"), "utf8");
const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const parsed = workflow.parse(load(text));
const steps = Object.values(parsed.jobs).flatMap((job) => job.steps);
const commands = steps.flatMap((one) => ("run" in one ? [one.run] : []));

describe("the workflow", () => {
  test("calls npm commands that there are, and scripts that are there", () => {
    const all = commands.join("\n");
    const named = [...all.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = ""]) => name);
    expect(named).toEqual(expect.arrayContaining(["package", "sbom", "reproducible"]));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...all.matchAll(/node (\S+\.mjs)/g)].map(([, file = ""]) => file);
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(path.join(projectRoot, file)))).toEqual([]);
  });

  test("fills in only what its matrix, its secrets and its conditions know", () => {
    const include = parsed.jobs["package"]?.strategy?.matrix.include ?? [];
    const known = new Set(include.flatMap((row) => Object.keys(row)).map((key) => `matrix.${key}`));
    const blanks = [...text.matchAll(/\b(matrix|secrets|env|github|inputs|needs)\.([\w-]+)/g)].map(([whole]) => whole);
    expect(blanks.filter((name) => !known.has(name) && !/^secrets\.CSC_(LINK|KEY_PASSWORD)$/.test(name))).toEqual([]);
    const conditions = [...text.matchAll(/matrix\.name == '([^']+)'/g)].map(([, name]) => name);
    expect(conditions.filter((name) => !include.some((row) => row.name === name))).toEqual([]);
  });

  test("packs each system and processor on a machine of its own kind", () => {
    const machines = parsed.jobs["package"]?.strategy?.matrix.include.map(({ name, runner }) => `${name} ${runner}`);
    expect(machines).toEqual([
      "linux-x64 ubuntu-24.04",
      "linux-arm64 ubuntu-24.04-arm",
      "windows-x64 windows-2025",
      "windows-arm64 windows-11-arm",
      "macos-universal macos-15",
    ]);
  });

  test("tries the packages before it hands them out, and hands out their checksums", () => {
    const order = ["npm ci", "npm run package", "build/test.mjs packaged", "checksums.mjs"].map((part) =>
      commands.findIndex((command) => command.includes(part)),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    const upload = steps.find((one) => "uses" in one && one.uses.startsWith("actions/upload-artifact"));
    expect(upload).toMatchObject({ with: { path: expect.stringContaining("SHA256SUMS-") } });
  });
});
