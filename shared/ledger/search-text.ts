// What a clerk types into the one search field, told apart by its looks.

import { isoDay } from "../dates/iso.ts";
import { parseTypedDate } from "../dates/typed.ts";
import { toPlainNumber } from "../text/half-width.ts";
import type { SearchQuery } from "./search.ts";
import { parseSlipNumber } from "./slip-number.ts";

type Conditions = Partial<
  Pick<SearchQuery, "name" | "idTail" | "idNumber" | "number" | "from" | "through" | "payable">
>;

/**
 * 王桂兰 0024 → name and ID tail; 90.00 or 90元 → amount; 2025-01-15 → day; a slip number; a whole ID number. Four
 * digits are an ID tail, fewer an amount in yuan. What is none of these is part of a name.
 */
export function readSearchText(text: string): Conditions {
  const names: string[] = [];
  let conditions: Conditions = {};
  for (const word of text.split(/[\s,，、;；]+/u)) {
    if (word === "") continue;
    const found = readWord(word);
    if (found === undefined) names.push(word);
    else conditions = { ...conditions, ...found };
  }
  return names.length === 0 ? conditions : { ...conditions, name: names.join("") };
}

function readWord(word: string): Conditions | undefined {
  const plain = toPlainNumber(word).toUpperCase();
  const slip = parseSlipNumber(plain);
  if (slip !== undefined) return { number: slip.number };
  if (/^\d{17}[\dX]$/.test(plain)) return { idNumber: plain };
  if (/^\d{3}[\dX]$/.test(plain)) return { idTail: plain };
  const amount = /^(?:[¥￥])?(\d{1,6})(?:\.(\d{2}))?元?$/.exec(plain);
  if (amount !== null && (amount[2] !== undefined || /[¥￥元]/.test(plain) || plain.length <= 3)) {
    return { payable: Number(amount[1]) * 100 + Number(amount[2] ?? 0) };
  }
  const day = parseTypedDate(plain);
  if (day.ok) return { from: isoDay(day.day), through: isoDay(day.day) };
  // The beginning of a slip number: counter and day are enough to list that day's slips there.
  if (/^[0-9A-Z]{1,4}-\d{2,6}(-\d{0,6})?$/.test(plain)) return { number: plain };
  return undefined;
}
