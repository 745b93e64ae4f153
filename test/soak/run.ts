// Takes residents through the real window, one after another: typed at the counter, answered, their slips recorded; and measures on the way.

import type { ElectronApplication, Page } from "playwright-core";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { quantile } from "../bench/measure.ts";
import { type SoakResident, soakResident } from "./residents.ts";

export interface SoakWindow {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

export interface Sample {
  /** residents taken so far */
  readonly after: number;
  /** megabytes of all processes together, and of the window's alone */
  readonly memory: number;
  readonly windowMemory: number;
  /** milliseconds from the last key to the answer in the document, median and 95th of a hundred since the sample before */
  readonly latency: number;
  readonly latency95: number;
}

export interface SoakReport {
  readonly taken: number;
  readonly wrong: readonly string[];
  readonly samples: readonly Sample[];
  /** what the ledger says of itself at the end */
  readonly records: number;
  readonly findings: number;
}

export const PASSPHRASE = "凉州区医保 2025 冬";

/** A slip is laid out and saved through the dialog for each so-manieth resident; the others' are recorded alone. */
const EVERY_SLIP = 100;

export async function soak(
  driven: SoakWindow,
  residents: number,
  every: number,
  onSample: (sample: Sample) => void = () => {},
): Promise<SoakReport> {
  const { page } = driven;
  await page.getByTestId("id-number").waitFor();
  await page.evaluate((passphrase) => window.canbao.invoke("ledger.open", { passphrase }), PASSPHRASE);
  await watchAnswers(page);
  const samples: Sample[] = [];
  const wrong: string[] = [];
  let times: number[] = [];
  for (let at = 0; at < residents; at += 1) {
    const resident = soakResident(at);
    const { found, milliseconds } = await take(page, resident);
    times.push(milliseconds);
    if (found !== resident.start) wrong.push(`${at}: ${found} instead of ${resident.start}`);
    const recorded = await record(page, resident, at);
    if (recorded !== "") wrong.push(`${at}: ${recorded}`);
    if ((at + 1) % EVERY_SLIP === 0) await saveSlip(page);
    if ((at + 1) % every === 0) {
      const sample = { after: at + 1, ...(await memoryOf(driven)), ...latencyOf(times) };
      times = [];
      samples.push(sample);
      onSample(sample);
    }
  }
  return { taken: residents, wrong, samples, ...(await ledgerOf(page)) };
}

/** From each input to the last change that it brought to the answer. */
async function watchAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    let pressed = 0;
    const watched = { latency: 0 };
    Object.assign(window, { watched });
    const onInput = (event: Event): void => {
      pressed = event.timeStamp;
    };
    document.addEventListener("input", onInput, { capture: true });
    new MutationObserver(() => {
      watched.latency = performance.now() - pressed;
    }).observe(document.querySelector(".counter__answer") ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

/** A new resident by keyboard: the number, the payment day. */
async function take(page: Page, { idNumber, paidOn, start }: SoakResident) {
  await page.keyboard.press("Control+n");
  await page.waitForFunction(() => document.activeElement?.id === "idNumber");
  await page.keyboard.insertText(idNumber);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("[data-testid=paid-on]");
    field?.focus();
    field?.select();
  });
  await page.keyboard.type(paidOn.replaceAll("-", ""));
  return page.evaluate(async (expected) => {
    const text = () => document.querySelector("[data-testid=start-figure]")?.textContent ?? "";
    for (const end = performance.now() + 5_000; text() !== expected && performance.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 5));
    return { found: text(), milliseconds: (window as unknown as { watched: { latency: number } }).watched.latency };
  }, start);
}

/** As the print dialog does when a slip goes out. @returns "" or the fault's code */
function record(page: Page, { idNumber, name, birthDate, paidOn }: SoakResident, at: number): Promise<string> {
  return page.evaluate(
    async ([number, resident, born, paid, nonce]) => {
      const request = {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: paid,
        // Every such day lies in a year that is over: the clerk says that this is meant.
        pastYear: 2025,
        resident: { birthDate: born, categories: [], missedYears: [] },
      };
      const people = [{ name: resident, idNumber: number, township: "黄羊镇", request }];
      const answer = await window.canbao.invoke("ledger.issue", { nonce, people, document: null });
      return answer.ok ? "" : answer.error.code;
    },
    [idNumber, name, birthDate, paidOn, `soak-${String(at).padStart(6, "0")}`] as const,
  );
}

async function saveSlip(page: Page): Promise<void> {
  await page.keyboard.press("Control+p");
  await page.getByTestId("print-dialog").waitFor();
  // 2025 is over: a slip for it is meant.
  await page.getByTestId("past-year-accept").click();
  await page.getByTestId("save-pdf").click();
  // "Preparing …" comes first; a slip is saved once its place is said.
  await page.getByTestId("print-said").filter({ hasText: "已存到" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("print-dialog").waitFor({ state: "detached" });
}

/** After a collection, so that what is counted is kept and not merely not yet thrown away. */
async function memoryOf({ electron, page }: SoakWindow): Promise<Pick<Sample, "memory" | "windowMemory">> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  return inMain(electron, ({ app }) => {
    const metrics = app.getAppMetrics();
    const megabytes = (of: typeof metrics) => of.reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024;
    return { memory: megabytes(metrics), windowMemory: megabytes(metrics.filter(({ type }) => type === "Tab")) };
  });
}

function latencyOf(times: readonly number[]): Pick<Sample, "latency" | "latency95"> {
  return { latency: quantile(times, 0.5), latency95: quantile(times, 0.95) };
}

async function ledgerOf(page: Page): Promise<Pick<SoakReport, "records" | "findings">> {
  return page.evaluate(async () => {
    const days = await window.canbao.invoke("ledger.days", undefined);
    const verified = await window.canbao.invoke("ledger.verify", undefined);
    return {
      records: days.ok ? days.value.days.reduce((sum, { slips }) => sum + slips, 0) : -1,
      findings: verified.ok ? verified.value.findings.length : -1,
    };
  });
}

/** How much more the last tenth takes than the second: 0.1 is a tenth more. */
export function growth(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const second = samples.slice(tenth, 2 * tenth).map(of);
  const last = samples.slice(-tenth).map(of);
  return quantile(last, 0.5) / quantile(second, 0.5) - 1;
}

/** Slips in the ledger after so many residents. */
export const expectedRecords = (residents: number): number => residents + Math.floor(residents / EVERY_SLIP);
