// Looks in the page for what a clerk cannot read or reach: cut text, sideways scrolling, a broken day, a covered control.

/** Scroll sideways on purpose: their content is as wide as it is. */
const SIDEWAYS = ".members, .wb-json__text, .wb-pre, .preview";
/** Cut with an ellipsis on purpose; the whole text stands elsewhere on the same screen or is shown on pointing. */
const SHORTENED = ".rules-button__document, .results__row > [data-column='category']";

export interface Looked {
  readonly sideways: string;
  readonly shortened: string;
}

export const looked: Looked = { sideways: SIDEWAYS, shortened: SHORTENED };

/** Runs in the page. One line a fault. */
export function faultsInPage({ sideways, shortened }: Looked): readonly string[] {
  const CONTROLS = "button, a[href], input, select, textarea, summary, [role=option], [tabindex='0']";
  const UNSEEN = ".seen-by-readers-only, svg, [inert], [hidden], [aria-hidden='true']";
  const page = document.documentElement;
  const faults: string[] = [];
  const name = (element: Element): string => {
    const by = element.getAttribute("data-testid") ?? element.id;
    const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.className}${by === "" ? "" : `#${by}`} “${text}”`;
  };

  /** Whether text in it ends beyond its edge; the blank half of a Chinese mark at a line's end does not count. */
  const sticksOut = (element: Element): boolean => {
    const edge = element.getBoundingClientRect().right + Number.parseFloat(getComputedStyle(element).fontSize) / 2;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if ((text.textContent ?? "").trim() === "" || text.parentElement?.closest(".seen-by-readers-only") !== null)
        continue;
      range.selectNodeContents(text);
      if ([...range.getClientRects()].some(({ right }) => right > edge)) return true;
    }
    return false;
  };

  const lookAtBox = (element: HTMLElement): void => {
    const style = getComputedStyle(element);
    if (style.visibility === "hidden" || (element.textContent ?? "") === "") return;
    // Spread over a pixel where React Aria hides an input that its label stands for.
    if (element.clientWidth <= 1 || element.matches(shortened)) return;
    const wide = element.scrollWidth - element.clientWidth;
    if (wide > 1 && element.closest(sideways) === null) {
      if (/auto|scroll/.test(style.overflowX)) faults.push(`${wide} px to scroll sideways: ${name(element)}`);
      else if (sticksOut(element)) faults.push(`${wide} px cut at the side: ${name(element)}`);
    }
    const tall = element.scrollHeight - element.clientHeight;
    if (tall > 3 && /hidden|clip/.test(style.overflowY) && !element.matches("body, html"))
      faults.push(`${tall} px cut below: ${name(element)}`);
  };

  const lookAtDays = (): void => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      for (const found of (text.textContent ?? "").matchAll(/\d{4}-\d{2}-\d{2}/g)) {
        range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1 && text.parentElement !== null)
          faults.push(`${found[0]} broken in two lines: ${name(text.parentElement)}`);
      }
    }
  };

  const pen = document.createElement("canvas").getContext("2d");
  const lookAtPlaceholder = (field: HTMLInputElement): void => {
    if (pen === null || field.placeholder === "" || field.value !== "" || field.clientWidth === 0) return;
    const { fontSize, fontFamily } = getComputedStyle(field, "::placeholder");
    const { paddingLeft, paddingRight } = getComputedStyle(field);
    pen.font = `${fontSize} ${fontFamily}`;
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    const wide = Math.ceil(pen.measureText(field.placeholder).width - room);
    if (wide > 1) faults.push(`${wide} px of “${field.placeholder}” cut: ${name(field)}`);
  };

  /** What is seen of an element: inside the window and everything that scrolls around it. */
  const seen = (element: Element): DOMRect => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    const cutBy = (rect: { left: number; top: number; right: number; bottom: number }) => {
      left = Math.max(left, rect.left);
      top = Math.max(top, rect.top);
      right = Math.min(right, rect.right);
      bottom = Math.min(bottom, rect.bottom);
    };
    cutBy({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    for (let around = element.parentElement; around !== null; around = around.parentElement)
      if (getComputedStyle(around).overflow !== "visible") cutBy(around.getBoundingClientRect());
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const coveredBy = (element: Element): Element | null => {
    const { left, top, width, height } = seen(element);
    if (width < 4 || height < 4) return null;
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit === null || element.contains(hit) || hit.contains(element) || hit.closest("label")?.contains(element)
      ? null
      : hit;
  };

  if (page.scrollWidth > page.clientWidth)
    faults.push(`the page is ${page.scrollWidth - page.clientWidth} px too wide`);
  for (const element of document.body.querySelectorAll<HTMLElement>("*"))
    if (element.clientWidth > 0 && element.closest(UNSEEN) === null) lookAtBox(element);
  lookAtDays();
  for (const control of document.body.querySelectorAll<HTMLElement>(CONTROLS)) {
    if (control.closest(UNSEEN) !== null || control.getClientRects().length === 0) continue;
    if (getComputedStyle(control).opacity === "0" || control.clientWidth <= 1) continue;
    if (control instanceof HTMLInputElement) lookAtPlaceholder(control);
    const cover = coveredBy(control);
    // Help lies over a part of the answer; what has the focus it leaves free, see below.
    if (cover !== null && cover.closest(".help") === null) faults.push(`${name(control)} lies under ${name(cover)}`);
  }
  const focused = document.activeElement;
  if (focused !== null && focused !== document.body) {
    const { width, height } = seen(focused);
    if (width < 4 || height < 4) faults.push(`the focus is out of sight: ${name(focused)}`);
    const cover = coveredBy(focused);
    if (cover !== null) faults.push(`the focus lies under ${name(cover)}: ${name(focused)}`);
  }
  return faults;
}
