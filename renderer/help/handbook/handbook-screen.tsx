// The handbooks inside the program: the same files as in docs/, read and drawn without any HTML in them.
import { type ReactElement, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import authorEnglish from "../../../docs/handbook-author.en.md?raw";
import authorChinese from "../../../docs/handbook-author.md?raw";
import clerkEnglish from "../../../docs/handbook-clerk.en.md?raw";
import clerkChinese from "../../../docs/handbook-clerk.md?raw";
import { type Block, type Inline, parseMarkdown } from "../../../shared/handbook/markdown.ts";
import "./handbook.css";

const pictures = import.meta.glob<string>("../../../docs/pictures/*.*.png", {
  eager: true,
  query: "?url",
  import: "default",
});

const BOOKS = {
  clerk: { "zh-CN": clerkChinese, en: clerkEnglish },
  author: { "zh-CN": authorChinese, en: authorEnglish },
} as const;
type Book = keyof typeof BOOKS;
const ORDER: readonly Book[] = ["clerk", "author"];

export function HandbookScreen(): ReactElement {
  const { t, i18n } = useTranslation("help");
  const [book, setBook] = useState<Book>("clerk");
  const text = BOOKS[book][i18n.language === "en" ? "en" : "zh-CN"];
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  const page = useRef<HTMLElement>(null);
  const chapters = blocks.flatMap((block, at) =>
    block.kind === "heading" && block.level === 2 ? [{ block, at }] : [],
  );
  return (
    <div className="handbook" data-testid="handbook-screen">
      <nav className="handbook__chapters" aria-label={t("handbook")}>
        {ORDER.map((id) => (
          <button
            key={id}
            type="button"
            className="handbook__book"
            aria-pressed={id === book}
            data-testid={`handbook-${id}`}
            onClick={() => {
              setBook(id);
              page.current?.scrollTo({ top: 0 });
            }}
          >
            {t(`book.${id}`)}
          </button>
        ))}
        {chapters.map(({ block, at }) => (
          <button
            key={at}
            type="button"
            className="handbook__chapter"
            onClick={() => {
              const heading = page.current?.querySelector<HTMLElement>(`[data-chapter="${at}"]`);
              heading?.scrollIntoView({ block: "start" });
              heading?.focus({ preventScroll: true });
            }}
          >
            {block.text}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <article className="handbook__page" ref={page} tabIndex={0} aria-label={t("handbook")}>
        {blocks.map(drawn)}
      </article>
    </div>
  );
}

/** The text does not change while it is shown: a block's place is what it is. */
function drawn(block: Block, at: number): ReactElement {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level}` as const;
      return (
        <Heading key={at} tabIndex={-1} data-chapter={at}>
          {block.text}
        </Heading>
      );
    }
    case "paragraph":
      return <p key={at}>{block.parts.map(part)}</p>;
    case "picture":
      return (
        <figure key={at}>
          <img src={pictures[`../../../docs/${block.file}`]} alt={block.alt} width={1280} height={800} />
        </figure>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return <List key={at}>{block.items.map(item)}</List>;
    }
    case "table":
      return (
        <table key={at}>
          <thead>
            <tr>{block.head.map(headCell)}</tr>
          </thead>
          <tbody>{block.rows.map(row)}</tbody>
        </table>
      );
  }
}

function part({ kind, text }: Inline, at: number): ReactElement {
  if (kind === "strong") return <strong key={at}>{text}</strong>;
  return kind === "code" ? <code key={at}>{text}</code> : <span key={at}>{text}</span>;
}

function item(parts: readonly Inline[], at: number): ReactElement {
  return <li key={at}>{parts.map(part)}</li>;
}

function headCell(parts: readonly Inline[], at: number): ReactElement {
  return (
    <th key={at} scope="col">
      {parts.map(part)}
    </th>
  );
}

function row(cells: readonly (readonly Inline[])[], at: number): ReactElement {
  return <tr key={at}>{cells.map(cell)}</tr>;
}

function cell(parts: readonly Inline[], at: number): ReactElement {
  return <td key={at}>{parts.map(part)}</td>;
}
