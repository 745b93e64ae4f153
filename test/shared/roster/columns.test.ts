import { describe, expect, it } from "vitest";
import { headersRecognised, matchColumns } from "../../../shared/roster/columns.ts";

describe("the columns of a list", () => {
  it("are found by the contract's names in any order", () => {
    const { columns, missing } = matchColumns(["paid_on", "village", "categories", "name"], {});
    expect(columns).toEqual({ paid_on: 0, categories: 2, name: 3 });
    expect(missing).toEqual([]);
  });

  it("are found by the names of a county's aid register", () => {
    const header = ["序号", "身份证号", "姓名", "医疗救助身份", "镇（街）", "村（居）", "纳入资助时间", "缴费时间"];
    expect(matchColumns(header, {}).columns).toEqual({
      id_number: 1,
      name: 2,
      categories: 3,
      township: 4,
      recognised_on: 6,
      paid_on: 7,
    });
  });

  it("are found through spaces, line breaks, full-width signs, a remark in brackets and a star", () => {
    const header = ["身份证\n号码", " 缴费 日期（年月日）", "＊医疗救助身份："];
    expect(matchColumns(header, {}).columns).toEqual({ id_number: 0, paid_on: 1, categories: 2 });
  });

  it("prefer a header that can mean one thing only", () => {
    expect(matchColumns(["人员类别", "救助身份", "缴费时间"], {}).columns.categories).toBe(1);
    expect(matchColumns(["人员类别", "缴费时间"], {}).columns.categories).toBe(0);
  });

  it("are not chosen between 缴费时间 and 到账日期: a person has to", () => {
    const { ambiguous } = matchColumns(["缴费时间", "到账日期", "救助身份"], {});
    expect(ambiguous).toEqual([{ field: "paid_on", headers: ["缴费时间", "到账日期"] }]);
    const chosen = matchColumns(["缴费时间", "到账日期", "救助身份"], { paid_on: "到账日期" });
    expect(chosen.ambiguous).toEqual([]);
    expect(chosen.columns.paid_on).toBe(1);
  });

  it("are missed by name where an answer needs them", () => {
    expect(matchColumns(["姓名", "缴费时间"], {}).missing).toEqual(["categories"]);
    expect(matchColumns(["姓名", "救助身份"], {}).missing).toEqual(["paid_on"]);
  });

  it("may be said not to be in the list", () => {
    const { columns, missing } = matchColumns(["姓名", "缴费时间", "类别"], { categories: "" });
    expect(missing).toEqual([]);
    expect(columns.categories).toBeUndefined();
  });

  it("do not follow a choice that the list does not have", () => {
    expect(matchColumns(["姓名"], { paid_on: "付款日" }).unknownChoices).toEqual([
      { field: "paid_on", header: "付款日" },
    ]);
  });

  it("tell a header row from a title row", () => {
    expect(headersRecognised(["凉州区2025年资助参保对象全量明细", "", ""])).toBe(0);
    expect(headersRecognised(["序号", "姓名", "缴费时间"])).toBe(2);
  });
});
