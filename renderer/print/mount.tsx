// Lays a sheet out on its paper and says when it is ready and how high a roll has to be cut.
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import "./slip.css";
import { PAPER_SIZES, type PrintSheet, PrintSheetSchema } from "../../shared/slip/sheet.ts";
import { Calibration } from "./calibration.tsx";
import { Slip } from "./slip.tsx";
import { loadTexts, type Say } from "./texts.ts";
import { Setting } from "./words.tsx";

const MILLIMETRES_PER_PIXEL = 25.4 / 96;
/** Paper below the last line of a roll, so that the cutter does not take it along. */
const ROLL_TAIL = 4;

/** White at the left and right edge; a roll printer's head does not reach further. */
const MARGINS: Readonly<Record<PrintSheet["paper"], number>> = { A4: 15, A5: 10, "80mm": 4, "58mm": 5 };

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
    render(root, sheet, say);
    await fontsIn();
    const size = measured(root, sheet);
    pageRule(sheet, size);
    html.dataset["widthMm"] = String(size.widthMm);
    html.dataset["heightMm"] = String(size.heightMm);
    html.dataset["ready"] = "true";
    return size;
  } catch (fault) {
    html.dataset["fault"] = fault instanceof Error ? fault.message : String(fault);
    throw fault;
  }
}

function render(root: HTMLElement, sheet: PrintSheet, say: Say): void {
  const { document: content, paper, adjustment } = sheet;
  const margin = MARGINS[paper];
  const roll = PAPER_SIZES[paper].height === null;
  const language = content.languages[0] ?? "zh-CN";
  document.documentElement.lang = language;
  document.title = say(language, content.kind === "calibration" ? "calibration.title" : "title") ?? "";
  root.className = [
    "sheet",
    `paper-${paper}`,
    roll ? "roll" : "page",
    content.languages.length > 1 ? "bilingual" : `only-${language}`,
  ].join(" ");
  root.style.setProperty("zoom", String(adjustment.scale));
  root.style.setProperty("--shift-x", `${adjustment.offsetX}mm`);
  root.style.setProperty("--shift-y", `${adjustment.offsetY}mm`);
  const setting = {
    say,
    languages: content.languages,
    paper,
    contentWidth: PAPER_SIZES[paper].width - 2 * margin,
    roll,
  };
  // At once: what is measured next has to be in the document.
  flushSync(() =>
    createRoot(root).render(
      <Setting value={setting}>
        {content.kind === "calibration" ? (
          <Calibration sheet={content} adjustment={adjustment} margin={margin} />
        ) : (
          <Slip slip={content} />
        )}
      </Setting>,
    ),
  );
}

/** The slices of the font are asked for while the text is laid out, so a first layout has to come before the wait. */
async function fontsIn(): Promise<void> {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
}

function measured(root: HTMLElement, { paper, adjustment }: PrintSheet): LaidOut {
  const { width, height } = PAPER_SIZES[paper];
  if (height !== null) return { widthMm: width, heightMm: height };
  const content = root.getBoundingClientRect().height * MILLIMETRES_PER_PIXEL;
  return { widthMm: width, heightMm: Math.ceil(content + Math.max(0, adjustment.offsetY) + ROLL_TAIL) };
}

/** The page's size and margins as a style sheet object: a policy without inline styles allows it. */
function pageRule({ paper, adjustment }: PrintSheet, { widthMm, heightMm }: LaidOut): void {
  const margin = MARGINS[paper];
  const roll = PAPER_SIZES[paper].height === null;
  const edge = (base: number, shift: number): string => `${Math.max(0, base + shift)}mm`;
  const { offsetX, offsetY } = adjustment;
  const margins = roll
    ? "0"
    : [edge(margin, offsetY), edge(margin, -offsetX), edge(margin, -offsetY), edge(margin, offsetX)].join(" ");
  const rule = new CSSStyleSheet();
  rule.replaceSync(
    `@page { size: ${widthMm}mm ${heightMm}mm; margin: ${margins}; @bottom-right { content: counter(page) " / " counter(pages); font: 7pt "Noto Sans SC", sans-serif; color: #555 } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
}
