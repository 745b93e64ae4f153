// Chinese names of aid identities and special groups as lists write them. Data: each with where the name comes from.

export interface Alias {
  readonly names: readonly string[];
  /**
   * Ids that the names stand for, best first: a province that does not split 低保 knows only `dibao`. The first one
   * that the rule set has counts; where it has none, the name is not known there.
   */
  readonly ids: readonly string[];
  readonly source: string;
}

const ANNEX_2 = "甘医保发〔2024〕54号 附表2";

/** Names that mean one thing. What is merely likely stands in `LIKELY`, for a person to confirm once. */
export const CATEGORY_ALIASES: readonly Alias[] = [
  {
    names: [
      "特困人员",
      "特困",
      "特困供养人员",
      "特困供养",
      "特困救助供养人员",
      "农村特困人员",
      "城市特困人员",
      "分散供养特困人员",
      "集中供养特困人员",
    ],
    ids: ["extreme-poverty"],
    source: `${ANNEX_2}; 特困人员（特困救助供养）是同一身份的简称与全称`,
  },
  { names: ["孤儿"], ids: ["orphan"], source: ANNEX_2 },
  {
    names: [
      "农村低保一二类",
      "农村低保一、二类",
      "农村低保一类",
      "农村低保二类",
      "农村一类低保",
      "农村二类低保",
      "农村一二类低保",
      "农村一、二类低保",
      "农村低保1类",
      "农村低保2类",
      "农村低保一二类对象",
    ],
    ids: ["rural-dibao-1-2", "dibao"],
    source: `${ANNEX_2}: 农村低保一类、二类同档`,
  },
  {
    names: [
      "农村低保三四类",
      "农村低保三、四类",
      "农村低保三类",
      "农村低保四类",
      "农村三类低保",
      "农村四类低保",
      "农村三四类低保",
      "农村三、四类低保",
      "农村低保3类",
      "农村低保4类",
      "农村低保三四类对象",
    ],
    ids: ["rural-dibao-3-4", "dibao"],
    source: `${ANNEX_2}: 农村低保三类、四类同档`,
  },
  {
    names: ["城市低保全额", "城市低保全额保障对象", "城市低保全额保障", "城市全额低保"],
    ids: ["urban-dibao-full", "dibao"],
    source: ANNEX_2,
  },
  {
    names: ["城市低保差额", "城市低保差额保障对象", "城市低保差额保障", "城市差额低保"],
    ids: ["urban-dibao-partial", "dibao"],
    source: ANNEX_2,
  },
  {
    names: [
      "低保",
      "低保对象",
      "城乡低保",
      "城乡低保对象",
      "农村低保",
      "农村低保对象",
      "城市低保",
      "城市低保对象",
      "最低生活保障对象",
    ],
    ids: ["dibao"],
    source: "低保对象不分档的规则集；分档之处不足以定档",
  },
  {
    names: [
      "防返贫致贫监测对象",
      "防返贫监测对象",
      "防止返贫监测对象",
      "农村易返贫致贫人口",
      "易返贫致贫人口",
      "监测对象",
      "边缘易致贫户",
      "边缘易致贫人口",
      "脱贫不稳定户",
      "脱贫不稳定人口",
      "突发严重困难户",
    ],
    ids: ["relapse-monitored"],
    source: `${ANNEX_2}; 三类监测户即防止返贫监测对象（乡村振兴部门的防返贫监测帮扶口径）`,
  },
  {
    names: ["城乡低保边缘家庭成员", "低保边缘家庭成员", "低保边缘家庭", "低保边缘人口", "低保边缘户", "低保边缘"],
    ids: ["dibao-marginal"],
    source: ANNEX_2,
  },
  {
    names: ["过渡期内的已脱贫人口", "过渡期内已脱贫人口", "已脱贫人口", "脱贫人口", "过渡期内脱贫人口"],
    ids: ["lifted-from-poverty"],
    source: ANNEX_2,
  },
  {
    names: ["事实无人抚养儿童", "事实无人抚养"],
    ids: ["unsupported-child"],
    source: "湖南省2026年度参保缴费通知 资助参保；只在列明该身份的规则集",
  },
  {
    names: ["重度残疾人", "重度残疾", "重度残疾人员"],
    ids: ["severely-disabled"],
    source: "湖南省2026年度参保缴费通知 资助参保",
  },
  { names: ["全额资助参保对象", "全额资助对象", "全额资助"], ids: ["full-aid"], source: "赣医保发〔2024〕7号" },
  { names: ["定额资助参保对象", "定额资助对象", "定额资助"], ids: ["fixed-aid"], source: "赣医保发〔2024〕7号" },
];

/** Cells that say outright that there is no aid identity. */
export const NO_CATEGORY: readonly string[] = [
  "无",
  "无身份",
  "普通居民",
  "一般居民",
  "普通人员",
  "非救助对象",
  "none",
];

const CLAUSE_5_3 = "甘医保发〔2024〕54号 五（三）";
const JIANGXI = "赣医保发〔2024〕7号";

export const GROUP_ALIASES: readonly Alias[] = [
  { names: ["新生儿"], ids: ["newborn"], source: CLAUSE_5_3 },
  {
    names: ["当年退出现役的军人", "退出现役的军人", "退役军人", "当年退役军人"],
    ids: ["discharged-soldier"],
    source: CLAUSE_5_3,
  },
  {
    names: ["退役军人的未就业配偶、子女", "退役军人未就业配偶子女", "退役军人未就业配偶", "退役军人未就业子女"],
    ids: ["soldier-family"],
    source: JIANGXI,
  },
  {
    names: ["由部队保障的随军未就业家属", "部队保障的随军未就业家属", "随军未就业家属"],
    ids: ["military-dependant"],
    source: CLAUSE_5_3,
  },
  {
    names: [
      "符合条件的职工医保转居民医保人员",
      "职工医保转居民医保人员",
      "职工医保转居民医保",
      "职工医保转居民",
      "职工转居民",
    ],
    ids: ["employee-to-resident"],
    source: CLAUSE_5_3,
  },
  {
    names: [
      "当年新认定的低收入困难群众",
      "当年新认定低收入困难群众",
      "新认定的低收入困难群众",
      "新认定低收入困难群众",
      "当年新认定困难群众",
    ],
    ids: ["newly-recognised-low-income"],
    source: CLAUSE_5_3,
  },
  { names: ["医疗救助对象"], ids: ["medical-aid-recipient"], source: JIANGXI },
  { names: ["宗教教职人员"], ids: ["religious-staff"], source: JIANGXI },
  { names: ["户口自省外新迁入", "省外新迁入", "户口省外新迁入"], ids: ["moved-in"], source: JIANGXI },
  { names: ["出国人员回国", "出国回国人员"], ids: ["returned-from-abroad"], source: JIANGXI },
  { names: ["服刑期满释放", "服刑期满释放人员", "刑满释放", "刑满释放人员"], ids: ["released"], source: JIANGXI },
  { names: ["大学生毕业返乡", "毕业返乡大学生"], ids: ["graduate-returned"], source: JIANGXI },
  {
    names: ["新入学大中专学生", "新入学的大中专学生", "大中专新生"],
    ids: ["freshman"],
    source: "衡山县政府网（2025-10-27） 缴费时间",
  },
  { names: ["特殊困难人员"], ids: ["special-hardship"], source: "铜仁市医保局公告（2025-12-11） 动态参保" },
  { names: ["随军未就业配偶"], ids: ["military-dependant"], source: "铜仁市医保局公告（2025-12-11） 动态参保" },
  {
    names: ["财政全额资助的婴幼儿"],
    ids: ["free-newborn-years"],
    source: "江西省2026年度参保缴费问答（转载） 新生儿",
  },
  { names: ["其他", "其他特殊情形"], ids: ["other"], source: "通知以“等”字收尾，未列出的特殊情形" },
];

export const NO_GROUP: readonly string[] = ["无", "none"];

/** A likely meaning, shown to the person who maps the name and never used without that. */
export const LIKELY: readonly {
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly why: string;
}[] = [
  {
    names: ["五保", "五保户", "五保对象", "农村五保", "五保供养对象"],
    ids: ["extreme-poverty"],
    why: "旧称，是否仍经认定须核实",
  },
  {
    names: ["一类低保", "二类低保", "低保一类", "低保二类", "低保一二类", "低保一、二类", "一二类低保"],
    ids: ["rural-dibao-1-2", "dibao"],
    why: "未写明农村或城市",
  },
  {
    names: ["三类低保", "四类低保", "低保三类", "低保四类", "低保三四类", "低保三、四类", "三四类低保"],
    ids: ["rural-dibao-3-4", "dibao"],
    why: "未写明农村或城市",
  },
  { names: ["农村低保", "农村低保对象"], ids: ["rural-dibao-1-2", "rural-dibao-3-4"], why: "未写明类别" },
  { names: ["城市低保", "城市低保对象"], ids: ["urban-dibao-full", "urban-dibao-partial"], why: "未写明全额或差额" },
  {
    names: ["低保", "低保对象", "城乡低保", "城乡低保对象"],
    ids: ["rural-dibao-1-2", "rural-dibao-3-4", "urban-dibao-full", "urban-dibao-partial"],
    why: "未写明城乡与类别",
  },
  { names: ["事实无人抚养儿童", "事实无人抚养"], ids: ["orphan"], why: "是否按孤儿资助，各省规定不同" },
  { names: ["建档立卡", "建档立卡贫困户", "建档立卡人口"], ids: ["lifted-from-poverty"], why: "旧称，脱贫状态须核实" },
  { names: ["低收入人口", "低收入困难群众", "困难群众"], ids: [], why: "是几类身份的总称" },
  { names: ["随军家属"], ids: ["military-dependant"], why: "未写明未就业及部队保障" },
];
