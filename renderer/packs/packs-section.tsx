// A named part of the page of packs and keys.
import type { ReactNode } from "react";

interface Props {
  readonly id: "installed" | "keys" | "history";
  readonly title: string;
  readonly children: ReactNode;
}

export function PacksSection({ id, title, children }: Props) {
  return (
    <section className="card policy-section" aria-labelledby={`packs-${id}-title`} data-testid={`packs-${id}`}>
      <h2 className="policy-section__title" id={`packs-${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}
