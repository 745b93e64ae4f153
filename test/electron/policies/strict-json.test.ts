// Keys that stand twice are found in whatever dress, and nothing sound is refused for looking like one.
import { describe, expect, it } from "vitest";
import { parseStrictJson } from "../../../electron/policies/strict-json.ts";

function read(text: string) {
  return parseStrictJson(Buffer.from(text), "rules.json");
}

describe("sound JSON", () => {
  it.each([
    '{"a": "\\"b\\": {", "b": "x:y", "c": ["\\\\", ":"]}',
    '[{"a": 1}, {"a": 2}]',
    '{"a" : 1,\n\t"b"\r\n:\t2}',
    '{"__proto__": 1}',
    '"a"',
    "{}",
    `${"[".repeat(200)}${"]".repeat(200)}`,
    '{"text": "[[[["}',
    '{"a": "say \\": it", "b": ":x"}',
  ])("%s is read as it stands", (text) => {
    expect(read(text)).toMatchObject({ ok: true, value: JSON.parse(text) });
  });
});

describe("a key that stands twice", () => {
  it.each([
    ['{"a": 1, "b": 2, "a": 3}', "a", "line 1, column 18"],
    ['{"list": [{"a": {"x": 1,\n "x": 1}}]}', "list[0].a.x", "line 2, column 2"],
    ['{"a": 1, "\\u0061": 2}', "a", "line 1, column 10"],
    ['{"": 1, "": 2}', "", "line 1, column 9"],
    ['{"a\\"": 1, "a\\"": 2}', 'a"', "line 1"],
    ['{"__proto__": 1, "__proto__": 2}', "__proto__", "line 1"],
    ['{"a" : 1, "b": 2, "b": 3}', "b", "line 1, column 19"],
    ['{"a": ":", "a": "x"}', "a", "line 1, column 12"],
  ])("in %s is named with its place", (text, path, place) => {
    const answer = read(text);
    if (answer.ok) throw new Error("was accepted");
    expect(answer.faults).toHaveLength(1);
    expect(answer.faults[0]?.path).toContain(path);
    expect(answer.faults[0]?.message).toContain(place);
  });
});

describe("where it is known what should be in the file", () => {
  const expected = (keys: number) => (text: string) => parseStrictJson(Buffer.from(text), "rules.json", () => keys);

  it("what fits is said to fit, and is read as it stands", () => {
    for (const text of ['{"a": {"b": 1}}', '{"a" : {"b": ":"}}'])
      expect(expected(2)(text)).toMatchObject({ ok: true, value: JSON.parse(text), fits: true });
  });

  it("what does not fit is read all the same, and said not to fit", () => {
    expect(expected(-1)('{"a": {"b": 1}}')).toMatchObject({ ok: true, fits: false });
    expect(read('{"a": {"b": 1}}')).toMatchObject({ ok: true, fits: false });
  });

  it("a key that stands twice is found, whether or not what is left of it fits", () => {
    for (const keys of [1, -1])
      expect(expected(keys)('{"a": 1, "a": 2}')).toMatchObject({ ok: false, faults: [{ path: "a" }] });
  });

  it("is not asked about what is not JSON", () => {
    const answer = parseStrictJson(Buffer.from("{"), "rules.json", () => {
      throw new Error("was asked");
    });
    expect(answer.ok).toBe(false);
  });
});

describe("what is not JSON", () => {
  it.each(['{"a": 1,}', "{'a': 1}", '{"a": 01}', "", '{"a": 1} x', '{"a": "\t"}', "// a\n{}"])(
    "%j is refused",
    (text) => {
      expect(read(text)).toMatchObject({ ok: false, faults: [{ message: expect.stringContaining("is not JSON") }] });
    },
  );

  it("is told from brackets that nest too deep", () => {
    for (const text of [
      `${"[".repeat(201)}${"]".repeat(201)}`,
      "[".repeat(100_000),
      '{"a":'.repeat(50_000),
      `${'{"a" :'.repeat(201)}1${"}".repeat(201)}`,
    ])
      expect(read(text)).toMatchObject({ ok: false, faults: [{ message: expect.stringContaining("nests deeper") }] });
  });
});
