import { describe, expect, it } from "vitest";
import gansu from "../../policies/regions/gansu.json" with { type: "json" };
import jiangxi from "../../policies/regions/jiangxi.json" with { type: "json" };
import xinzhou from "../../policies/regions/xinzhou.json" with { type: "json" };

interface Place {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind?: string;
}
interface Region {
  readonly jurisdiction: Place;
  readonly prefectures: readonly (Place & { readonly counties: readonly Place[] })[];
}

const REGIONS: readonly (readonly [string, Region])[] = [
  ["gansu", gansu],
  ["jiangxi", jiangxi],
  ["xinzhou", xinzhou],
];
const countiesOf = (region: Region): Place[] => region.prefectures.flatMap((prefecture) => prefecture.counties);
const codesOf = (region: Region): string[] => countiesOf(region).map((county) => county.code);

describe.each(REGIONS)("the regions of %s", (_name, region) => {
  it("give every place one code of its own", () => {
    const codes = [...region.prefectures.map((prefecture) => prefecture.code), ...codesOf(region)];
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("put every prefecture into its jurisdiction and every county into its prefecture", () => {
    for (const prefecture of region.prefectures) {
      expect(prefecture.code).toMatch(/^\d{4}$/);
      expect(prefecture.code.startsWith(region.jurisdiction.code)).toBe(true);
      expect(prefecture.counties.length).toBeGreaterThan(0);
      for (const county of prefecture.counties) {
        expect(county.code).toMatch(/^\d{6}$/);
        expect(county.code.slice(0, 4)).toBe(prefecture.code);
      }
    }
  });

  it("stand in the order of their codes", () => {
    expect(codesOf(region)).toEqual(codesOf(region).toSorted());
  });

  it("carry no statistical unit unless it says of what kind it is", () => {
    const unmarked = countiesOf(region).filter((county) => county.kind === undefined);
    expect(unmarked.filter((county) => county.code.charAt(4) === "7")).toEqual([]);
  });

  it("name every place in Chinese and in letters, no two alike within a prefecture", () => {
    for (const place of [region.jurisdiction, ...region.prefectures, ...countiesOf(region)]) {
      expect(place.name.zh).toMatch(/^\p{Script=Han}+$/u);
      expect(place.name.en).toMatch(/^[A-Z][A-Za-z',]*( [A-Za-z',]+)*$/);
    }
    for (const prefecture of region.prefectures) {
      for (const language of ["zh", "en"] as const) {
        const names = prefecture.counties.map((county) => county.name[language]);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  it("say the level of a county in both languages", () => {
    const endings: readonly (readonly [string, string])[] = [
      ["新区", " New Area"],
      ["自治县", " Autonomous County"],
      ["区", " District"],
      ["县", " County"],
      ["市", " City"],
    ];
    for (const county of countiesOf(region)) {
      const ending = endings.find(([zh]) => county.name.zh.endsWith(zh));
      expect(ending, county.name.zh).toBeDefined();
      expect(county.name.en.endsWith(ending?.[1] ?? "?"), county.name.en).toBe(true);
    }
  });
});

describe("how many there are", () => {
  it("Gansu: 14 prefectures with 86 counties, the new area, and a city without counties", () => {
    expect(gansu.prefectures).toHaveLength(14);
    expect(countiesOf(gansu).filter((county) => county.kind === undefined)).toHaveLength(86);
    const marked = countiesOf(gansu).filter((county) => county.kind !== undefined);
    expect(marked.map((county) => [county.code, county.name.zh, county.kind])).toEqual([
      ["620171", "兰州新区", "new-area"],
      ["620201", "嘉峪关市", "undivided-city"],
    ]);
  });

  it("Jiangxi: 11 prefectures with 100 counties", () => {
    expect(jiangxi.prefectures).toHaveLength(11);
    expect(codesOf(jiangxi)).toHaveLength(100);
  });

  it("Xinzhou: the 14 counties the city's notice speaks of, without Mount Wutai's scenic area", () => {
    expect(countiesOf(xinzhou).map((county) => `${county.code} ${county.name.zh}`)).toEqual([
      "140902 忻府区",
      "140921 定襄县",
      "140922 五台县",
      "140923 代县",
      "140924 繁峙县",
      "140925 宁武县",
      "140926 静乐县",
      "140927 神池县",
      "140928 五寨县",
      "140929 岢岚县",
      "140930 河曲县",
      "140931 保德县",
      "140932 偏关县",
      "140981 原平市",
    ]);
  });
});

describe("places that decide money in Gansu", () => {
  const names = new Map(countiesOf(gansu).map((county) => [county.code, county.name.zh]));

  it.each([
    ["620602", "凉州区"],
    ["620621", "民勤县"],
    ["620622", "古浪县"],
    ["620623", "天祝藏族自治县"],
    ["620421", "靖远县"],
    ["620422", "会宁县"],
    ["620503", "麦积区"],
    ["620522", "秦安县"],
    ["620525", "张家川回族自治县"],
    ["620825", "庄浪县"],
    ["620826", "静宁县"],
    ["621022", "环县"],
    ["621027", "镇原县"],
    ["621121", "通渭县"],
    ["621123", "渭源县"],
    ["621126", "岷县"],
    ["621202", "武都区"],
    ["621222", "文县"],
    ["621223", "宕昌县"],
    ["621225", "西和县"],
    ["621226", "礼县"],
  ])("%s is %s", (code, name) => {
    expect(names.get(code)).toBe(name);
  });

  it("writes names as they are spoken, not as a converter guesses them", () => {
    const english = new Map([gansu, jiangxi, xinzhou].flatMap(countiesOf).map((it) => [it.name.zh, it.name.en]));
    expect(english.get("宕昌县")).toBe("Tanchang County");
    expect(english.get("会宁县")).toBe("Huining County");
    expect(english.get("岷县")).toBe("Minxian County");
    expect(english.get("铅山县")).toBe("Yanshan County");
    expect(english.get("繁峙县")).toBe("Fanshi County");
    expect(english.get("临洮县")).toBe("Lintao County");
    expect(english.get("秦安县")).toBe("Qin'an County");
  });
});
