// Somebody who never saw the command line calls it wrongly: it says which word is wrong and what may stand there, and computes nothing.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchHere, calc, evaluateHere, packsHere, rulesHere } from "./calc.ts";

const here = mkdtempSync(path.join(tmpdir(), "canbao-calls-"));
const at = (name: string) => path.join(here, name);

beforeAll(() => {
  writeFileSync(at("list.csv"), "name,birth_date,categories,paid_on\nA,1980-05-01,,2025-01-15\n");
  writeFileSync(at("mapping.json"), '{"columns":{"foo":"x"}}');
  writeFileSync(at("settings.json"), '{"format":"canbao-bureau/1","decisions":[{"action":"settle"}]}');
});
afterAll(() => rmSync(here, { recursive: true }));

const SOUND = ["--rule-set", "gansu/2025", "--in", at("list.csv"), "--out", at("out.csv")];
const NOWHERE = path.join(here, "nowhere");

type Call = readonly [what: string, args: readonly string[], chinese: RegExp, english: RegExp];

describe("batch", () => {
  it.each<Call>([
    [
      "nothing named",
      [],
      /^bad-argument: 缺少 --rule-set ID；全部参数见 calc --help$/m,
      /--rule-set ID is missing; calc --help/,
    ],
    ["no list", ["--rule-set", "gansu/2025"], /缺少 --in FILE/, /--in FILE is missing/],
    [
      "an option misspelt",
      [...SOUND, "--ruleset", "x"],
      /没有参数 --ruleset；可用：--rule-set, --in, --out/,
      /there is no option --ruleset; there are: --rule-set, --in/,
    ],
    [
      "an option without its value",
      [...SOUND, "--county"],
      /--county 后面缺少内容/,
      /something is missing after --county/,
    ],
    [
      "a word too many",
      [...SOUND, "more"],
      /“more”多余；名册写在 --in 后面/,
      /"more" belongs to no option; the roster goes after --in/,
    ],
    [
      "a pair without its sign",
      [...SOUND, "--column", "name"],
      /--column name 缺少等号，应写成 --column paid_on=/,
      /--column name has no equals sign; write it like --column paid_on=/,
    ],
    [
      "a field that lists do not have",
      [...SOUND, "--column", "foo=bar"],
      /--column foo 不是名册的项目；可用：name, id_number/,
      /--column foo is no field of a roster; there are: name, id_number/,
    ],
    [
      "an identity that the place does not have",
      [...SOUND, "--category", "五保=five"],
      /gansu\/2025 没有“five”；可用：extreme-poverty, .*none/,
      /gansu\/2025 has no "five"; there are: extreme-poverty, .*none/,
    ],
    [
      "a group that the place does not have",
      [...SOUND, "--group", "僧=religious-staff"],
      /没有“religious-staff”；可用：.*newborn/,
      /has no "religious-staff"; there are: .*newborn/,
    ],
    [
      "a file of mappings with another field",
      [...SOUND, "--mapping", at("mapping.json")],
      /--mapping .*mapping\.json 不能用：columns.*foo/,
      /--mapping .*mapping\.json cannot be used: columns.*foo/,
    ],
    [
      "a file of mappings that is not there",
      [...SOUND, "--mapping", NOWHERE],
      /--mapping .*nowhere 不能用：ENOENT/,
      /cannot be used: ENOENT/,
    ],
    [
      "settings that are half written",
      [...SOUND, "--settings", at("settings.json")],
      /--settings .* 不能用：decisions\[0\]\.\w+: missing; expected/,
      /cannot be used: decisions\[0\]\.\w+: missing; expected/,
    ],
    [
      "a county of another province",
      [...SOUND, "--county", "360102"],
      /没有代码为 360102 的县区；代码（GB\/T 2260）以 62 开头，如 62\d{4}/,
      /no county with the code 360102; its codes .* begin with 62, like 62/,
    ],
    [
      "rules from nowhere",
      [...SOUND, "--policies", NOWHERE],
      /--policies 不能用：.*nowhere: no such folder; rule sets lie in it/,
      /no such folder; rule sets lie in it as JURISDICTION\/YEAR/,
    ],
    [
      "a result into a folder that is not there",
      [...SOUND.slice(0, 4), "--out", path.join(NOWHERE, "out.csv")],
      /^not-found: 没有文件夹 .*nowhere，.*先建好文件夹/m,
      /there is no folder .*nowhere, so .* make the folder/,
    ],
    [
      "a summary into a folder that is not there",
      [...SOUND, "--summary", path.join(NOWHERE, "sums.json")],
      /没有文件夹 .*nowhere/,
      /there is no folder .*nowhere/,
    ],
    [
      "rows for a person into a folder that is not there",
      [...SOUND, "--review", path.join(NOWHERE, "review.csv")],
      /没有文件夹 .*nowhere/,
      /there is no folder .*nowhere/,
    ],
  ])("%s", async (_what, args, chinese, english) => {
    const inChinese = await batchHere(...args);
    expect(inChinese).toEqual({ code: 2, stderr: expect.stringMatching(chinese) });
    const inEnglish = await batchHere("--language", "en", ...args);
    expect(inEnglish).toEqual({ code: 2, stderr: expect.stringMatching(english) });
    for (const { stderr } of [inChinese, inEnglish]) expect(stderr).not.toMatch(/\{\{|Invalid|\n\s+at /);
    expect(existsSync(at("out.csv"))).toBe(false);
  });

  it("a language that is not there", async () => {
    expect(await batchHere(...SOUND, "--language", "fr")).toEqual({
      code: 2,
      stderr: "bad-argument: 没有语言“fr”；可用：zh-CN、en\n",
    });
  });

  it("a summary that cannot be written is said, not thrown", async () => {
    const { code, stderr } = await batchHere(...SOUND, "--summary", here);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^is-folder: /m);
    rmSync(at("out.csv"));
  });
});

describe("rules", () => {
  it.each<readonly [string, readonly string[], number, RegExp]>([
    [
      "no command",
      [],
      2,
      /^rules: which one; there are list, show ID, check \[FOLDER\] and diff A B\. See calc --help$/m,
    ],
    ["a command misspelt", ["shwo"], 2, /^rules: "shwo" is not understood; there are list/],
    ["list with a word too many", ["list", "gansu"], 2, /^rules list: "gansu" is one word too many/],
    [
      "show with a word too many",
      ["show", "gansu/2025", "gansu/2026"],
      2,
      /^rules show: "gansu\/2026" is one word too many/,
    ],
    ["show of an area alone", ["show", "gansu"], 1, /^rules show: no rule set "gansu"; known: gansu\/2025/],
    [
      "show of a year without a notice",
      ["show", "gansu/2027"],
      1,
      /^rules show: the notice of gansu for coverage year 2027 has not been entered/,
    ],
    [
      "list of a folder that is not there",
      ["list", "--policies", NOWHERE],
      1,
      /nowhere: no such folder; rule sets lie in it/,
    ],
  ])("%s", (_what, args, code, says) => {
    expect(rulesHere(...args)).toEqual({ code, stdout: "", stderr: expect.stringMatching(says) });
  });

  it("check of a folder that is not there names it", () => {
    expect(rulesHere("check", NOWHERE)).toMatchObject({ code: 1, stdout: expect.stringMatching(/: no such folder; /) });
  });
});

describe("packs", () => {
  const build = (version: string, ...ids: readonly string[]) =>
    packsHere(
      ...["build", "--key", at("key"), "--out", at("a.canbaopack"), "--id", "gansu", "--version", version],
      ...["--issuer-zh", "局", "--issuer-en", "Bureau", "--passphrase-file", at("list.csv"), ...ids],
    );

  it("no command", async () => {
    expect(await packsHere()).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^packs: which one; there are keygen/),
    });
  });

  it("a version that is no number", async () => {
    expect(await build("1.0", "gansu/2025")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^packs: --version is a whole number that rises with every pack, like 1; "1\.0" is none/,
      ),
    });
  });

  it("a rule set that is not there", async () => {
    expect(await build("1", "gansu/2099")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/gansu\/2099\/rules\.json: no sound rule set of this name; known: gansu\/2025/),
    });
  });

  it("two files to inspect", async () => {
    expect(await packsHere("inspect", at("a"), at("b"))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/inspect needs one FILE/),
    });
  });
});

describe("evaluate", () => {
  it("a file as a word", async () => {
    const { code, stderr } = await evaluateHere(["requests.jsonl"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /"requests\.jsonl" is not understood; requests come on stdin: calc evaluate < requests\.jsonl/,
    );
  });

  it("rules from nowhere", async () => {
    expect(await evaluateHere(["--policies", NOWHERE], "{}\n")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/nowhere: no such folder/),
    });
  });

  it("a key in another spelling is named beside the one that is missing", async () => {
    const { stdout } = await evaluateHere([], '{"ruleset":"gansu/2025","paidOn":"2025-01-15","resident":{}}\n');
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: "missing",
        path: "ruleSet",
        message:
          'line 1: "ruleSet" is required; write the id of a rule set, in quotes, like "gansu/2025"; "ruleset" is not known there',
      },
    });
  });
});

describe("calc", () => {
  it("nothing asked: the manual goes beside the results, not among them", async () => {
    expect(await calc([])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/calc evaluate/) });
    expect(await calc(["--help"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/calc evaluate/),
      stderr: "",
    });
  });
});
