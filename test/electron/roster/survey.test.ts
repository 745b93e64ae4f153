import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../electron/roster/plan.ts";
import { surveyList } from "../../../electron/roster/survey.ts";
import { jobFor, list } from "./lists.ts";

const CONTENT =
  "序号,姓名,身份证号,救助身份,特殊群体,缴费时间\n1,张三,11010519491231002X,五保;孤儿,新生儿,2024-11-03\n2,李四,,五保、低保一类,随军家属@2024-10-01,2024-11-03\n";

describe("a list looked at before it is worked on", () => {
  it("shows its columns and a few rows, ID numbers masked", async () => {
    const path = list(CONTENT);
    const survey = await surveyList(path, jobFor(path).table, NO_MAPPING);
    expect(survey.rows).toBe(2);
    expect(survey.columns).toEqual({ name: 1, id_number: 2, categories: 3, groups: 4, paid_on: 5 });
    expect(survey.sample[0]?.slice(1, 3)).toEqual(["张三", "110105********002X"]);
  });

  it("names what a person has to map, once each, with what it may mean", async () => {
    const path = list(CONTENT);
    const survey = await surveyList(path, jobFor(path).table, NO_MAPPING);
    expect(survey.unknownNames).toEqual([
      { field: "categories", name: "五保", rows: 2, likely: ["extreme-poverty"] },
      { field: "groups", name: "随军家属", rows: 1, likely: ["military-dependant"] },
    ]);
    const mapped = await surveyList(path, jobFor(path).table, {
      ...NO_MAPPING,
      categories: { 五保: "extreme-poverty" },
    });
    expect(mapped.unknownNames.map(({ name }) => name)).toEqual(["低保一类", "随军家属"]);
  });

  it("leaves out remembered columns that this list does not have", async () => {
    const path = list(CONTENT);
    const survey = await surveyList(path, jobFor(path).table, {
      ...NO_MAPPING,
      columns: { paid_on: "付款日", categories: "" },
    });
    expect(survey.columns.paid_on).toBe(5);
    expect(survey.columns.categories).toBeUndefined();
    expect(survey.missing).toEqual([]);
  });

  it("is told why it cannot be looked at", async () => {
    const path = list("");
    await expect(surveyList(path, jobFor(path).table, NO_MAPPING)).rejects.toMatchObject({
      fault: { code: "empty-file" },
    });
  });
});
