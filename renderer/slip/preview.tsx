// The slip as it will lie on paper, drawn by the print page's own parts inside a shadow root: neither side's styles
// reach the other.
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { PAPER_SIZES } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { useWidth } from "../design/use-width.ts";
import { SheetView } from "../print/sheet-view.tsx";
import slipStyles from "../print/slip.css?inline";
import { loadTexts, type Say } from "../print/texts.ts";

const PIXELS_PER_MM = 96 / 25.4;

const styles = new CSSStyleSheet();
styles.replaceSync(slipStyles);

export function Preview({ sheet, label }: { readonly sheet: PrintSheet; readonly label: string }): ReactElement {
  const { ref: place, width: room } = useWidth<HTMLElement>(480);
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const [say, setSay] = useState<Say | null>(null);

  useEffect(() => {
    let wanted = true;
    void loadTexts().then((texts) => wanted && setSay(() => texts));
    return () => {
      wanted = false;
    };
  }, []);

  useLayoutEffect(() => {
    if (host.current === null) return;
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styles];
    setRoot(shadow);
  }, []);

  const width = PAPER_SIZES[sheet.paper].width;
  const zoom = Math.min(1.25, room / (width * PIXELS_PER_MM));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className="preview" ref={place} aria-label={label} tabIndex={0} data-testid="slip-preview">
      <div ref={host} className="preview__paper" style={{ width: `${width}mm`, zoom }} />
      {root === null || say === null ? null : createPortal(<SheetView sheet={sheet} say={say} />, root)}
    </section>
  );
}
