// Which column of a list holds what: headers as county lists write them, matched to the fields a row is read by.
import { toHalfWidth } from "../text/half-width.ts";

/** What a row can say of a resident. The first nine bear the contract's names. */
export const ROSTER_FIELDS = [
  "name",
  "id_number",
  "birth_date",
  "county",
  "township",
  "categories",
  "groups",
  "missed_years",
  "paid_on",
  "recognised_on",
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Without these nothing can be computed; the rest may be absent (a list then does not state it). */
export const REQUIRED_FIELDS: readonly RosterField[] = ["paid_on", "categories"];

/**
 * Headers by field. `sure` ones mean the field wherever they stand; `likely` ones only where no sure one is there:
 * 人员类别 may hold an aid identity or the kind of insured person.
 */
const HEADERS: Readonly<Record<RosterField, { readonly sure: readonly string[]; readonly likely: readonly string[] }>> =
  {
    name: { sure: ["name", "姓名", "参保人姓名", "人员姓名", "救助对象姓名"], likely: ["full name"] },
    id_number: {
      sure: [
        "id_number",
        "id number",
        "id no",
        "身份证号",
        "身份证号码",
        "公民身份号码",
        "公民身份证号码",
        "居民身份证号",
        "居民身份证号码",
      ],
      likely: ["证件号码", "证件号", "身份证件号码", "有效证件号码", "身份证"],
    },
    birth_date: {
      sure: ["birth_date", "date of birth", "出生日期", "出生年月日", "出生时间"],
      likely: ["生日", "birthday"],
    },
    county: {
      sure: ["county", "county_code", "县区", "区县", "县(区)", "区(县)", "县(市、区)", "县市区", "所属县区"],
      likely: ["行政区划代码", "区划代码", "县"],
    },
    township: {
      sure: [
        "township",
        "镇(街)",
        "乡镇",
        "镇街",
        "乡镇(街道)",
        "镇(街道)",
        "街道",
        "乡镇街道",
        "镇、街道",
        "乡(镇)",
        "所属乡镇",
        "所属镇(街)",
      ],
      likely: ["镇", "town"],
    },
    categories: {
      sure: [
        "categories",
        "category",
        "医疗救助身份",
        "救助身份",
        "资助身份",
        "资助对象类别",
        "救助对象类别",
        "困难身份",
        "困难群众类别",
        "代缴类别",
      ],
      likely: ["人员类别", "参保类别", "人员身份", "身份类别", "身份", "类别"],
    },
    groups: { sure: ["groups", "group", "特殊群体", "特殊人群", "特殊参保人群", "特殊参保群体"], likely: ["特殊情形"] },
    missed_years: {
      sure: ["missed_years", "missed years", "断保年度", "断保年份", "未参保年度"],
      likely: ["中断年度"],
    },
    paid_on: {
      sure: [
        "paid_on",
        "paid on",
        "payment_date",
        "payment date",
        "缴费时间",
        "缴费日期",
        "缴费日",
        "到账日期",
        "到账时间",
        "入账日期",
        "入库日期",
      ],
      likely: ["缴款日期", "参保缴费时间", "参保缴费日期"],
    },
    recognised_on: {
      sure: [
        "recognised_on",
        "recognized_on",
        "纳入资助时间",
        "纳入资助日期",
        "身份认定时间",
        "身份认定日期",
        "认定时间",
        "认定日期",
      ],
      likely: ["纳入时间"],
    },
  };

const NORMAL = new Map<string, { readonly field: RosterField; readonly sure: boolean }>();
for (const field of ROSTER_FIELDS) {
  for (const header of HEADERS[field].sure) NORMAL.set(normalHeader(header), { field, sure: true });
  for (const header of HEADERS[field].likely) NORMAL.set(normalHeader(header), { field, sure: false });
}

/** A header without what differs from list to list: width, case, spaces, underscores, line breaks, a required-mark. */
export function normalHeader(header: string): string {
  return toHalfWidth(header)
    .toLowerCase()
    .replace(/[\s\p{Cf}_*]/gu, "")
    .replace(/[:]$/, "");
}

/** Index of the column that holds each field. Absent: the list does not state it. */
export type ColumnMap = { readonly [F in RosterField]?: number };

export interface ColumnMatch {
  readonly columns: ColumnMap;
  /** Fields that several headers could mean; nobody but a person can say which. */
  readonly ambiguous: readonly { readonly field: RosterField; readonly headers: readonly string[] }[];
  readonly missing: readonly RosterField[];
  /** A person's choice names a header that the list does not have. */
  readonly unknownChoices: readonly { readonly field: RosterField; readonly header: string }[];
}

/** What a person decided before: a header for a field, or "" where the list does not state the field. */
export type ColumnChoices = { readonly [F in RosterField]?: string };

/** Finds the fields in a header row. `choices` win over everything else. */
export function matchColumns(headers: readonly string[], choices: ColumnChoices): ColumnMatch {
  const columns: { [F in RosterField]?: number } = {};
  const ambiguous: ColumnMatch["ambiguous"][number][] = [];
  const missing: RosterField[] = [];
  const unknownChoices: ColumnMatch["unknownChoices"][number][] = [];
  const found = headers.map((header) => meaningOf(header));
  for (const field of ROSTER_FIELDS) {
    const choice = choices[field];
    if (choice === "") continue;
    const candidates = choice === undefined ? candidatesFor(field, found) : positions(headers, choice);
    const [first] = candidates;
    if (candidates.length > 1) ambiguous.push({ field, headers: candidates.map((index) => headers[index] ?? "") });
    else if (first !== undefined) columns[field] = first;
    else if (choice !== undefined) unknownChoices.push({ field, header: choice });
    else if (REQUIRED_FIELDS.includes(field)) missing.push(field);
  }
  return { columns, ambiguous, missing, unknownChoices };
}

/** How many fields a row of cells names: more than one makes it the likely header row. */
export function headersRecognised(cells: readonly string[]): number {
  return new Set(cells.map((cell) => meaningOf(cell)?.field).filter((field) => field !== undefined)).size;
}

function meaningOf(header: string): { readonly field: RosterField; readonly sure: boolean } | undefined {
  const normal = normalHeader(header);
  // 缴费时间（年月日） is 缴费时间 with a remark, while 镇（街） is known as it stands.
  return NORMAL.get(normal) ?? NORMAL.get(normal.replace(/\([^()]*\)$/, ""));
}

function candidatesFor(field: RosterField, found: readonly ReturnType<typeof meaningOf>[]): readonly number[] {
  const sure: number[] = [];
  const likely: number[] = [];
  for (const [index, meaning] of found.entries()) {
    if (meaning?.field === field) (meaning.sure ? sure : likely).push(index);
  }
  return sure.length > 0 ? sure : likely;
}

function positions(headers: readonly string[], choice: string): readonly number[] {
  const wanted = normalHeader(choice);
  const result: number[] = [];
  for (const [index, header] of headers.entries()) if (normalHeader(header) === wanted) result.push(index);
  return result;
}
