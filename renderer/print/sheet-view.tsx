// One sheet of paper as it will be printed: what the print page shows, and the window as a preview. Whoever shows it
// brings slip.css along: the print page for the whole page, the preview inside a shadow root.

import type { CSSProperties, ReactElement, ReactNode, Ref } from "react";
import { PAPER_SIZES } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { Calibration } from "./calibration.tsx";
import { Day } from "./day.tsx";
import { Slip } from "./slip.tsx";
import type { Say } from "./texts.ts";
import { Townships } from "./townships.tsx";
import { Setting } from "./words.tsx";

/** White at the edges in millimetres; a roll printer's head does not reach further. */
export const MARGINS: Readonly<Record<PrintSheet["paper"], number>> = { A4: 13, A5: 8, "80mm": 4, "58mm": 5 };

/** `say` comes from `loadTexts`; the sheet is to be checked already. Scale and shift of the printer are applied. */
export function SheetView({
  sheet,
  say,
  ref,
}: {
  readonly sheet: PrintSheet;
  readonly say: Say;
  readonly ref?: Ref<HTMLDivElement>;
}): ReactNode {
  const { document: content, paper, adjustment } = sheet;
  const margin = MARGINS[paper];
  const roll = PAPER_SIZES[paper].height === null;
  const setting = {
    say,
    languages: content.languages,
    paper,
    contentWidth: PAPER_SIZES[paper].width - 2 * margin,
    roll,
  };
  const style: CSSProperties & Record<`--${string}`, string> = {
    zoom: adjustment.scale,
    "--scale": String(adjustment.scale),
    "--shift-x": `${adjustment.offsetX}mm`,
    "--shift-y": `${adjustment.offsetY}mm`,
  };
  const language = content.languages[0];
  const kind = content.languages.length > 1 ? "bilingual" : `only-${language}`;
  return (
    <div ref={ref} lang={language} className={`sheet paper-${paper} ${roll ? "roll" : "page"} ${kind}`} style={style}>
      <Setting value={setting}>
        <Content sheet={sheet} />
      </Setting>
    </div>
  );
}

function Content({ sheet: { document: content, adjustment, paper } }: { readonly sheet: PrintSheet }): ReactElement {
  switch (content.kind) {
    case "assessment":
      return <Slip slip={content} />;
    case "calibration":
      return <Calibration sheet={content} adjustment={adjustment} margin={MARGINS[paper]} />;
    case "day":
      return <Day day={content} />;
    case "townships":
      return <Townships progress={content} />;
  }
}
