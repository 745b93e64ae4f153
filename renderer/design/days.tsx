// Keeps the days of a sentence whole: Chromium may end a line after each hyphen, and 2025-01-⏎01 is easily misread.
import { Children, type ReactNode } from "react";

const DAY = /(\d{4}-\d{2}-\d{2})/;

/** Text among the children is searched for ISO days; elements stay as they are. */
export function Days({ children }: { readonly children: ReactNode }): ReactNode {
  return typeof children === "string" ? whole(children) : Children.map(children, whole);
}

function whole(child: ReactNode): ReactNode {
  return typeof child === "string" && DAY.test(child) ? withDays(child) : child;
}

function withDays(text: string): ReactNode {
  // Split by a pattern in brackets, every second part is what the pattern found.
  return text.split(DAY).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other name
      <span key={index} className="day">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
