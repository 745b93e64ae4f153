// What a pack is made of, and what is refused before and after its manifest is read.

import { describe, expect, it } from "vitest";
import { buildPack } from "../../../electron/packs/build-pack.ts";
import { openContent, verifySignature } from "../../../electron/packs/open-pack.ts";
import { endorse, isSignedBy, newSeed, signerOf } from "../../../electron/packs/signing.ts";
import { LARGEST_PACK, layOut } from "../../../shared/packs/envelope.ts";
import { bureau, ORDER, packOf, partsWith } from "./fixture.ts";

const { bytes, opened } = packOf();

function codeOf(pack: Uint8Array): string {
  const verified = verifySignature(pack);
  if (!verified.ok) return verified.refusal.code;
  const content = openContent(verified.value);
  return content.ok ? "accepted" : content.refusal.code;
}

/** Signs whatever manifest and content, as somebody with a key and bad intent (or a bad program) could. */
function signed(manifest: unknown, content: Uint8Array, signer = bureau): Uint8Array {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
  const laid = layOut({ key: signer.publicKey, endorsements: [], manifest: Buffer.from(text), content });
  return Buffer.concat([laid, signer.sign(laid)]);
}

describe("a pack of Gansu's rules", () => {
  it("stands by itself: rules, worked cases, county layer, regions and national layer are in it", () => {
    expect(opened.manifest.contents.map(({ path }) => path)).toEqual([
      "gansu/2025/cases.json",
      "gansu/2025/county-620602.json",
      "gansu/2025/rules.json",
      "national/2025.json",
      "regions/gansu.json",
    ]);
    expect(codeOf(bytes)).toBe("accepted");
  });

  it("gives back every part byte for byte", () => {
    for (const [path, part] of partsWith("gansu/2025")) expect(opened.parts.get(path)).toEqual(part);
  });

  it("is made the same way twice: equal parts, order and key give equal bytes", () => {
    expect(Buffer.compare(packOf().bytes, bytes)).toBe(0);
  });

  it("is refused where it is cut off or longer than it says, at any place", () => {
    for (const length of [0, 7, 8, 20, 55, 119, 120, 1000, bytes.length - 64, bytes.length - 1])
      expect(codeOf(bytes.subarray(0, length)), String(length)).not.toBe("accepted");
    expect(codeOf(Buffer.concat([bytes, Buffer.from([0])]))).toBe("damaged");
    expect(codeOf(new Uint8Array(LARGEST_PACK + 1))).toBe("too-large");
  });

  it("is refused with one bit of any byte turned", () => {
    for (let at = 0; at < bytes.length; at += 97) {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8));
      expect(codeOf(turned), String(at)).not.toBe("accepted");
    }
  });

  it("is refused under a key put in the place of the signer's", () => {
    const other = Buffer.from(bytes);
    other.set(signerOf(newSeed()).publicKey, 24);
    expect(codeOf(other)).toBe("bad-signature");
  });
});

describe("a manifest that was signed and is wrong all the same", () => {
  const body = (path: string) => opened.parts.get(path) ?? Buffer.alloc(0);
  const content = Buffer.concat(opened.manifest.contents.map(({ path }) => body(path)));
  const { contents } = opened.manifest;

  it.each([
    "../gansu/2025/rules.json",
    "/etc/passwd",
    "gansu/2025/../../rules.json",
    "gansu\\2025\\rules.json",
    "C:/gansu/2025/rules.json",
    "gansu/2025/rules.json\u0000.png",
    "national/2025/rules.json",
    "regions/2025/rules.json",
    "schema/2025/rules.json",
    "GANSU/2025/rules.json",
    "gansu/2025/rules.json/",
    "__proto__/2025/rules.json",
  ])("a part may not be called %j", (path) => {
    const renamed = contents.map((entry, at) => (at === 0 ? { ...entry, path } : entry));
    expect(codeOf(signed({ ...opened.manifest, contents: renamed }, content))).toBe("manifest-faulty");
  });

  it("a part may not stand twice", () => {
    const [first] = contents;
    const twice = Buffer.concat([content, body(first?.path ?? "")]);
    expect(codeOf(signed({ ...opened.manifest, contents: [...contents, first] }, twice))).toBe("manifest-faulty");
  });

  it("a key may not stand twice in the manifest", () => {
    const text = JSON.stringify(opened.manifest).replace("{", '{"version":7,');
    expect(codeOf(signed(text, content))).toBe("manifest-faulty");
  });

  it("parts may not be missing, left over, or exchanged for others", () => {
    expect(codeOf(signed(opened.manifest, content.subarray(0, content.length - 1)))).toBe("mixed-parts");
    expect(codeOf(signed(opened.manifest, Buffer.concat([content, Buffer.from(" ")])))).toBe("mixed-parts");
    const exchanged = Buffer.from(content);
    exchanged[10] = (exchanged[10] ?? 0) ^ 1;
    expect(codeOf(signed(opened.manifest, exchanged))).toBe("mixed-parts");
    expect(codeOf(signed({ ...opened.manifest, contents: contents.toReversed() }, content))).toBe("mixed-parts");
  });

  it("the manifest has to name the key that signed", () => {
    expect(codeOf(signed(opened.manifest, content, signerOf(newSeed())))).toBe("manifest-key");
  });

  it.each([
    ["another format", { format: "canbao-pack/2" }],
    ["an unknown field", { surprise: true }],
    ["version 0", { version: 0 }],
    ["a day that is none", { created: "2026-02-30" }],
    ["an end before its beginning", { expires: "2026-10-01" }],
    ["a life of ten years", { expires: "2036-11-01" }],
    ["no rule set", { contents: contents.filter(({ path }) => path.startsWith("regions/")) }],
  ])("%s is refused", (_, change) => {
    expect(codeOf(signed({ ...opened.manifest, ...change }, content))).toBe("manifest-faulty");
  });
});

describe("what cannot be built, because nobody could take it in", () => {
  const codeOfBuild = (parts: ReadonlyMap<string, Uint8Array>) => {
    const built = buildPack(ORDER, parts, bureau);
    return built.ok ? "built" : built.refusal.code;
  };

  it("a rule set with a fault", () => {
    expect(codeOfBuild(partsWith("gansu/2025", (rules) => delete rules["wait"]))).toBe("rules-faulty");
  });

  it("a rule set whose national layer is left out", () => {
    const parts = partsWith("gansu/2025");
    parts.delete("national/2025.json");
    expect(codeOfBuild(parts)).toBe("rules-faulty");
  });

  it("a rule set without worked cases, or whose worked case no longer comes out as written", () => {
    const parts = partsWith("gansu/2025");
    const cases = String(parts.get("gansu/2025/cases.json"));
    parts.set("gansu/2025/cases.json", Buffer.from(cases.replace('"400.00"', '"410.00"')));
    expect(codeOfBuild(parts)).toBe("cases-fail");
    parts.delete("gansu/2025/cases.json");
    expect(codeOfBuild(parts)).toBe("no-cases");
  });

  it("worked cases of a rule set that is not in it", () => {
    const parts = partsWith("gansu/2025");
    const cases = parts.get("gansu/2025/cases.json") ?? Buffer.alloc(0);
    expect(codeOfBuild(parts.set("jiangxi/2025/cases.json", cases))).toBe("rules-faulty");
  });
});

it("an endorsement is bound to both keys: it fits no third one and not the other way round", () => {
  const [old, next, third] = [bureau, signerOf(newSeed()), signerOf(newSeed())];
  const signature = endorse(old, next.publicKey);
  const { bytes: rotated } = packOf({}, partsWith("gansu/2025"), next, [{ key: old.publicKey, signature }]);
  const verified = verifySignature(rotated);
  expect(verified.ok && verified.value.chain).toMatchObject([{ vouches: true }]);
  expect(() => packOf({}, partsWith("gansu/2025"), third, [{ key: old.publicKey, signature }])).toThrow(
    "forged-rotation",
  );
  expect(isSignedBy(next.publicKey, endorse(old, next.publicKey), signature)).toBe(false);
});
