// What the documents name is there: every npm command in the README, every page and picture that a page leads to.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../build/setup/child.mjs";
import { groups } from "../../build/states/states.mjs";

const read = (file: string): string => readFileSync(path.join(projectRoot, file), "utf8");
/** What `npm run screenshots` takes for the pages that show it: a new one is there once the pictures are taken again. */
const taken = new Set<string>(groups.flatMap(({ states }) => states.map(({ name }) => name)));
const isTaken = (target: string): boolean =>
  taken.has(/pictures\/([\w-]+)\.(?:zh-CN|en)\.png$/.exec(target)?.[1] ?? "");

const pages = [
  ...readdirSync(projectRoot).filter((name) => name.endsWith(".md")),
  ...readdirSync(path.join(projectRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join("docs", name)),
];

describe("the README", () => {
  const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

  test("names every npm command", () => {
    const named = new Set([...read("README.md").matchAll(/`(?:npm (?:run )?)?([a-z:]+)`/g)].map(([, name]) => name));
    expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([]);
  });

  test("names no npm command that is not there", () => {
    const named = [...read("README.md").matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(String(name) in scripts))).toEqual([]);
  });
});

test.each(pages)("%s leads to nothing that is not there", (page) => {
  const targets = [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
  const local = targets.filter((target) => !/^[a-z]+:/.test(target));
  const named = local.filter((target) => !isTaken(target));
  expect(named.filter((target) => !existsSync(path.join(projectRoot, path.dirname(page), target)))).toEqual([]);
});
