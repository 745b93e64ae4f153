// Lays a sheet out on its paper and says when it is ready and how high a roll has to be cut.

import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import "./slip.css";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { PAPER_SIZES } from "../../shared/slip/paper.ts";
import { type PrintSheet, PrintSheetSchema } from "../../shared/slip/sheet.ts";
import { MARGINS, SheetView } from "./sheet-view.tsx";
import { loadTexts } from "./texts.ts";

const MILLIMETRES_PER_PIXEL = 25.4 / 96;
/** Paper below the last line of a roll, so that the cutter does not take it along. */
const ROLL_TAIL = 4;

/** Millimetres that the page needs, for `webContents.print` and `printToPDF`. */
export interface LaidOut {
  readonly widthMm: number;
  readonly heightMm: number;
}

/**
 * Renders the sheet into `root`; resolves when fonts are in and the page is measured. The size also stands in
 * `data-width-mm` and `data-height-mm` of the html element, which gets `data-ready="true"` (or `data-fault` with the
 * message). Rejects with a ZodError where `handed` is no sheet.
 */
export async function mountSheet(root: HTMLElement, handed: unknown): Promise<LaidOut> {
  const html = document.documentElement;
  try {
    const sheet = PrintSheetSchema.parse(handed);
    const say = await loadTexts();
    const language = sheet.document.languages[0] ?? "zh-CN";
    html.lang = language;
    document.title = say(language, TITLES[sheet.document.kind]) ?? "";
    // At once: what is measured next has to be in the document.
    flushSync(() => createRoot(root).render(<SheetView sheet={sheet} say={say} />));
    await fontsIn();
    const size = measured(root, sheet);
    pageRule(sheet, size, true);
    html.dataset["widthMm"] = String(size.widthMm);
    html.dataset["heightMm"] = String(size.heightMm);
    html.dataset["ready"] = "true";
    return size;
  } catch (fault) {
    html.dataset["fault"] = fault instanceof Error ? fault.message : String(fault);
    throw fault;
  }
}

/** What the paper is, for whoever opens the PDF. */
const TITLES = {
  assessment: "title",
  calibration: "calibration.title",
  day: "ledger:paper.day",
  townships: "ledger:paper.townships",
} as const satisfies Record<PrintSheet["document"]["kind"], string>;

/** The sheets of a pile that are mounted already. */
const heights: number[] = [];

/**
 * Adds sheets of one paper to a pile, each beginning a page of its own; may be called again for more. Resolves like
 * `mountSheet`; the pages of a roll are all as long as the longest slip of the pile.
 */
export async function mountPile(root: HTMLElement, handed: readonly unknown[]): Promise<LaidOut> {
  const sheets = handed.map((one) => PrintSheetSchema.parse(one));
  const [first] = sheets;
  if (first === undefined) throw new RangeError("a pile has sheets");
  const say = await loadTexts();
  const language = first.document.languages[0] ?? "zh-CN";
  document.documentElement.lang = language;
  document.title = say(language, "title") ?? "";
  const added = sheets.map((sheet) => {
    const place = document.createElement("div");
    place.className = "pile";
    root.append(place);
    flushSync(() => createRoot(place).render(<SheetView sheet={sheet} say={say} />));
    return { sheet, place };
  });
  await fontsIn();
  heights.push(...added.map(({ sheet, place }) => measured(place, sheet).heightMm));
  const size = { widthMm: PAPER_SIZES[first.paper].width, heightMm: Math.max(...heights) };
  pageRule(first, size, false);
  return size;
}

/**
 * The slices of the font are asked for while the text is laid out, so a layout comes before each wait. A timer, not an
 * animation frame: a hidden window has none.
 */
async function fontsIn(): Promise<void> {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  await new Promise((resolve) => setTimeout(resolve));
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}

function measured(root: HTMLElement, { paper, adjustment }: PrintSheet): LaidOut {
  const { width, height } = PAPER_SIZES[paper];
  if (height !== null) return { widthMm: width, heightMm: height };
  const content = root.getBoundingClientRect().height * MILLIMETRES_PER_PIXEL;
  return { widthMm: width, heightMm: Math.ceil(content + Math.max(0, adjustment.offsetY) + ROLL_TAIL) };
}

/** The page's size and margins as a style sheet object: a policy without inline styles allows it. */
function pageRule({ paper, adjustment }: PrintSheet, { widthMm, heightMm }: LaidOut, numbered: boolean): void {
  const rule = new CSSStyleSheet();
  // In a pile the counter would run through the slips of strangers: there the slip's number at the foot has to do.
  const number = numbered
    ? ` @bottom-right { content: counter(page) " / " counter(pages); font: 7pt "Noto Sans SC", sans-serif; color: #555 }`
    : "";
  rule.replaceSync(`@page { size: ${widthMm}mm ${heightMm}mm; margin: ${pageMargins(paper, adjustment)};${number} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
}

/** A page is shifted by its margins, so that it still breaks where it should; a roll shifts its own content. */
function pageMargins(paper: PrintSheet["paper"], { offsetX, offsetY }: PrintSheet["adjustment"]): string {
  if (PAPER_SIZES[paper].height === null) return "0";
  const margin = MARGINS[paper];
  return [offsetY, -offsetX, -offsetY, offsetX].map((shift) => `${Math.max(0, margin + shift)}mm`).join(" ");
}
