import { describe, expect, it } from "vitest";
import liangzhou from "../../policies/gansu/2025/county-620602.json" with { type: "json" };

describe("Liangzhou's townships and the numbers to enrol", () => {
  it("has the 47 rows of the annex, numbered through", () => {
    expect(liangzhou.townships.rows.map((township) => township.no)).toEqual(
      Array.from({ length: 47 }, (_, index) => index + 1),
    );
  });

  it("adds up to the annex's own total", () => {
    const sum = liangzhou.townships.rows.reduce((total, township) => total + township.toEnrol, 0);
    expect(sum).toBe(734_881);
    expect(liangzhou.townships.total).toBe(sum);
  });

  it("has 37 towns, 2 headquarters and 8 subdistricts, each named for its kind", () => {
    const kinds: Record<string, readonly [string, string, number]> = {
      town: ["镇", " Town", 37],
      headquarters: ["生态建设指挥部", " Ecological Construction Headquarters", 2],
      subdistrict: ["街道", " Subdistrict", 8],
    };
    for (const [kind, [zh, en, count]] of Object.entries(kinds)) {
      const found = liangzhou.townships.rows.filter((township) => township.kind === kind);
      expect(found, kind).toHaveLength(count);
      for (const township of found) {
        expect(township.name.zh.endsWith(zh), township.name.zh).toBe(true);
        expect(township.name.en.endsWith(en), township.name.en).toBe(true);
      }
    }
  });

  it("names no place twice", () => {
    expect(new Set(liangzhou.townships.rows.map((township) => township.name.zh)).size).toBe(47);
    expect(new Set(liangzhou.townships.rows.map((township) => township.name.en)).size).toBe(47);
  });

  it.each([
    [1, "柏树镇", "Baishu Town", 13_989],
    [12, "黄羊镇", "Huangyang Town", 40_882],
    [38, "邓马营湖生态建设指挥部", "Dengmayinghu Ecological Construction Headquarters", 5474],
    [47, "火车站街街道", "Huochezhanjie Subdistrict", 9972],
  ])("row %d is %s", (number, zh, en, toEnrol) => {
    expect(liangzhou.townships.rows.find((township) => township.no === number)).toMatchObject({
      name: { zh, en },
      toEnrol,
    });
  });
});
