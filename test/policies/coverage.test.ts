// docs/coverage-2025.md tells the truth: every place that it names exists, and every article of the four notices has its row.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { POLICIES } from "../bundled.ts";
import { placeIn, placesOf } from "./places.ts";

const text = readFileSync(path.resolve(POLICIES, "../docs/coverage-2025.md"), "utf8");
const places = placesOf(text);

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(POLICIES, file), "utf8"));
}

/** Document number → its articles as the rows name them. */
const rows = new Map<string, string[]>();
for (const section of text.split(/^## /m).slice(1)) {
  const [number = ""] = /\S+号/.exec(section) ?? [];
  rows.set(
    number,
    [...section.matchAll(/^\| ([^|]+?) \|/gm)]
      .map(([, article = ""]) => article)
      .filter((article) => article !== "article" && !article.startsWith("-")),
  );
}

/** Every article of a document that some citation in the data names; a citation may name several, and articles of articles. */
function citedArticles(documentNumber: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of readdirSync(POLICIES, { recursive: true, encoding: "utf8" })) {
    if (!/^(national\/\d{4}|[a-z]+\/\d{4}\/(rules|county-\d{6}))\.json$/.test(file)) continue;
    const ids = new Set<string>();
    for (const layer of [read(file), read("gansu/2025/rules.json"), read("national/2025.json")]) {
      const { documents } = layer as { documents: Record<string, { number: string }> };
      for (const [id, { number }] of Object.entries(documents)) if (number === documentNumber) ids.add(id);
    }
    const walk = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { document, article } = node as { document?: unknown; article?: unknown };
      if (typeof document === "string" && typeof article === "string" && ids.has(document))
        for (const one of article.split("、")) found.add(one);
      Object.values(node).forEach(walk);
    };
    walk(read(file));
  }
  return found;
}

describe("the coverage table", () => {
  it.each(places)("%s is there", (place) => {
    expect(placeIn(POLICIES, place)).toBeDefined();
  });

  it.each([
    ["医保发〔2024〕19号", "一（一） 一（二） 一（三） 二（四） 二（五） 二（六） 二（七） 三（八） 三（九） 四（十）"],
    [
      "甘医保发〔2024〕54号",
      "一 二（一） 二（二） 二（三） 三 四（一） 四（二） 四（三） 四（四） 四（五） 五（一） 五（二） 五（三） 六（一） 六（二） 六（三） 附表1 附表2 附件",
    ],
    [
      "赣医保发〔2024〕7号",
      "一（一） 一（二） 一（三） 一（四） 一（五） 一（六） 二（七） 二（八） 二（九） 二（十） 三（十一） 三（十二） 四（十三）",
    ],
    ["忻医保发〔2024〕11号", "一（一） 一（二） 二 三 四 五"],
  ])("has a row for every article of %s", (number, articles) => {
    expect(rows.get(number)).toEqual(articles.split(" "));
  });

  it.each([...rows.keys()])("has a row for every article of %s that the data cites", (number) => {
    const named = rows.get(number) ?? [];
    const cited = [...citedArticles(number)];
    expect(cited.length).toBeGreaterThan(3);
    // A citation of a whole part (一) is covered by the rows of its articles.
    for (const article of cited)
      expect(
        named.some((row) => row === article || row.startsWith(`${article}（`)),
        article,
      ).toBe(true);
  });

  it("names every group, identity, period, information and interpretation of its own that the rule sets hold", () => {
    const missing: string[] = [];
    for (const id of ["gansu/2025", "jiangxi/2025", "xinzhou/2025"]) {
      const file = `${id}/rules.json`;
      const rules = read(file) as Record<"groups" | "periods" | "information", { id: string }[]>;
      for (const list of ["periods", "information"] as const)
        for (const entry of rules[list])
          if (!places.includes(`${file}#${list}[${entry.id}]`)) missing.push(`${file}#${list}[${entry.id}]`);
      // Xinzhou's groups are the national exception, which the city's notice does not name.
      if (id !== "xinzhou/2025")
        for (const entry of rules.groups)
          if (!places.includes(`${file}#groups[${entry.id}]`)) missing.push(`${file}#groups[${entry.id}]`);
    }
    expect(missing).toEqual([]);
  });
});
