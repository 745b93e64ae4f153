// The open draft: sections at the left with what is still open in each, the form, and beside it faults and differences.
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pathText } from "../../shared/rules/fault.ts";
import { isTree, POINT_SECTIONS, type PointSection, sectionOf } from "../../shared/rules/points.ts";
import { pathOf } from "../../shared/workbench/tree.ts";
import { focusStep, isComposing } from "../assess/form/enter.ts";
import { useShortcuts } from "../platform/shortcuts.ts";
import { closeDraft, openPage, redoStep, undoStep } from "./bench-store.ts";
import { CasesPage } from "./pages/cases-page.tsx";
import { JsonPage } from "./pages/json-page.tsx";
import { SectionPage } from "./pages/section-page.tsx";
import { SignPage } from "./pages/sign-page.tsx";
import { SidePanel } from "./side-panel.tsx";
import { pointsOfDraft, useBench, useDraft } from "./use-bench.ts";

const OTHER_PAGES = ["cases", "json", "sign"] as const;

export function Editor(): ReactElement {
  const { t } = useTranslation("workbench");
  const page = useBench((state) => state.page);
  const wanted = useBench((state) => state.wanted);
  const body = useRef<HTMLElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [page]);

  useEffect(() => {
    if (wanted !== null && body.current !== null) focusPlace(body.current, wanted.file, wanted.path);
  }, [wanted]);

  // Confirming belongs to the card in focus; outside one there is nothing to confirm.
  useShortcuts({ "Ctrl+Z": undoStep, "Ctrl+Y": redoStep, "Ctrl+Enter": () => {} });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    const control = event.ctrlKey || event.metaKey;
    const from = event.target;
    if (event.key !== "Enter" || control || event.altKey || !(from instanceof HTMLElement)) return;
    if (!from.matches("input[data-step], select[data-step]")) return;
    event.preventDefault();
    focusStep(from, event.shiftKey ? -1 : 1);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, gathered in one place
    <div className="wb" data-testid="workbench-editor" onKeyDown={onKeyDown}>
      <Contents />
      <section className="wb__page" ref={body} aria-label={t("form")}>
        {page === "cases" ? (
          <CasesPage />
        ) : page === "json" ? (
          <JsonPage />
        ) : page === "sign" ? (
          <SignPage />
        ) : (
          <SectionPage key={page} section={page as PointSection} />
        )}
      </section>
      <SidePanel />
    </div>
  );
}

function Contents(): ReactElement {
  const { t } = useTranslation(["workbench", "rule-words"]);
  const draft = useDraft();
  const page = useBench((state) => state.page);
  const saving = useBench((state) => state.saving);
  const history = useBench((state) => state.history);
  const faults = useBench((state) => state.checked?.faults) ?? [];
  const outcomes = useBench((state) => state.checked?.outcomes) ?? [];
  const rules = draft.files["rules"];
  const open = pointsOfDraft(draft).filter(({ state }) => state !== "confirmed");
  const failing = outcomes.filter(({ result, differences }) => result === null || differences.length > 0).length;
  const entry = (id: string, label: string, unsure: number, wrong: number) => (
    <li key={id}>
      <button
        type="button"
        className="wb-to"
        aria-current={page === id ? "page" : undefined}
        data-testid={`page-${id}`}
        onClick={() => openPage(id)}
      >
        <span>{label}</span>
        {wrong > 0 ? (
          <span className="wb-count" data-kind="fault" title={t("faultCount", { count: wrong })}>
            {wrong}
          </span>
        ) : null}
        {unsure > 0 ? (
          <span className="wb-count" data-kind="open" title={t("openCount", { count: unsure })}>
            {unsure}
          </span>
        ) : null}
      </button>
    </li>
  );
  return (
    <nav className="wb__contents" aria-label={t("contents")}>
      <button type="button" className="wb-small" data-testid="close-draft" onClick={() => void closeDraft()}>
        ← {t("allDrafts")}
      </button>
      <p className="wb__id">{isTree(rules) ? String(rules["id"]) : ""}</p>
      <p className="wb-note" role="status" data-testid="saving" data-saving={saving}>
        {t(`saving.${saving}`)}
      </p>
      <p className="wb-item-acts">
        <button
          type="button"
          className="wb-small"
          disabled={(history?.past.length ?? 0) === 0}
          aria-keyshortcuts="Control+Z"
          title="Ctrl+Z"
          onClick={undoStep}
        >
          {t("undo")}
        </button>
        <button
          type="button"
          className="wb-small"
          disabled={(history?.future.length ?? 0) === 0}
          aria-keyshortcuts="Control+Y"
          title="Ctrl+Y"
          onClick={redoStep}
        >
          {t("redo")}
        </button>
      </p>
      <ul className="wb__sections">
        {POINT_SECTIONS.map((section) =>
          entry(
            section,
            t(`rule-words:section.${section}`),
            open.filter(({ point }) => point.section === section).length,
            faults.filter((fault) => fault.file !== "cases" && sectionOf(pathOf(fault.path)[0] ?? "id") === section)
              .length,
          ),
        )}
      </ul>
      <ul className="wb__sections wb__sections--more">
        {OTHER_PAGES.map((id) =>
          entry(
            id,
            t(`page.${id}`),
            0,
            id === "cases" ? failing + faults.filter((fault) => fault.file === "cases").length : 0,
          ),
        )}
      </ul>
    </nav>
  );
}

/** Focuses the field of a place, or the nearest part around it that is on the page. */
function focusPlace(page: HTMLElement, file: string, path: string): void {
  const found = path.startsWith("point:")
    ? page.querySelector(`[data-point=${JSON.stringify(path.slice("point:".length))}]`)
    : nearest(page, file, path);
  if (!(found instanceof HTMLElement)) return;
  const field = found.matches("input, select, textarea")
    ? found
    : found.querySelector<HTMLElement>("input, select, textarea, button:not([disabled])");
  field?.focus({ preventScroll: true });
  found.scrollIntoView({ block: "center" });
}

function nearest(page: HTMLElement, file: string, path: string): Element | null {
  for (let steps = pathOf(path); ; steps = steps.slice(0, -1)) {
    const id = `wb-${file}-${pathText(steps)}`;
    const found = page.querySelector(`[id=${JSON.stringify(id)}], [data-path=${JSON.stringify(id)}]`);
    if (found !== null || steps.length === 0) return found;
  }
}
