// Where a fault lies is said as a path that a reader can follow in the file.
import { describe, expect, it } from "vitest";
import { pathText } from "../../../shared/rules/fault.ts";

describe("the path of a fault", () => {
  it.each<readonly [parts: readonly PropertyKey[], text: string]>([
    [[], ""],
    [["periods"], "periods"],
    [["periods", 1, "from"], "periods[1].from"],
    [["aid", "categories", 0, "aid"], "aid.categories[0].aid"],
    [[0, "from"], "[0].from"],
    [["interpretations", "month-end", "default"], 'interpretations["month-end"].default'],
    [["values", "1st"], 'values["1st"]'],
    [["values", "a b"], 'values["a b"]'],
    [["values", ""], 'values[""]'],
    [["$schema"], "$schema"],
    [["_own", "x2"], "_own.x2"],
  ])("%j reads %s", (parts, text) => {
    expect(pathText(parts)).toBe(text);
  });
});
