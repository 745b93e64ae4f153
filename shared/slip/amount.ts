// Yuan in figures and in 人民币大写. Amounts stay text or decimals: a float would print 116.79999.
import { Decimal } from "decimal.js";
import Nzh from "nzh";

/** "1070.00" → "1,070.00": how the amount stands on paper. */
export function figures(amount: string): string {
  const [yuan = "0", fen = "00"] = amount.split(".");
  return `${grouped(yuan)}.${fen}`;
}

/** 734881 → "734,881": how a number of people or slips stands on paper. */
export function counted(count: number): string {
  return grouped(String(count));
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The exact sum of amounts in yuan, with two decimals; "0.00" for none. */
export function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed(2);
}

/**
 * "116.80" → 壹佰壹拾陆元捌角整. 整 closes every amount that has no 分, so that nothing can be written behind it
 * (票据法 and 支付结算办法 ask for it after 元 and allow it after 角).
 */
export function amountInWords(amount: string): string {
  return Nzh.cn.toMoney(amount, { outSymbol: false, forceZheng: true });
}
