// The rules (规则): what each rule set says, article by article, and what the bureau has settled. Read here, computed elsewhere.
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../shared/dates/iso.ts";
import { settles } from "../../shared/rules/bureau.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import { onOpenPacks, packsWanted } from "../packs/open-packs.ts";
import { OriginFact } from "../packs/origin-fact.tsx";
import { Amounts } from "./amounts.tsx";
import { Documents, More } from "./documents.tsx";
import { Interpretations } from "./interpretations.tsx";
import { Aid, Groups } from "./people.tsx";
import { goTo, SECTIONS } from "./section.tsx";
import { type Bureau, useRules } from "./use-rules.ts";
import { Windows } from "./windows.tsx";
import "./policies.css";

const PacksPage = lazy(async () => ({ default: (await import("../packs/packs-page.tsx")).PacksPage }));

export function PoliciesScreen() {
  const { t } = useTranslation(["policies", "shell", "domain", "assess"]);
  const name = useNames();
  const ruleSets = useCounter((state) => state.ruleSets);
  const inForce = useCounter((state) => state.rules?.id ?? null);
  const switchRules = useCounter((state) => state.switchRules);
  const today = useCounter((state) => isoDay(state.today));
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? inForce ?? ruleSets[0]?.id ?? null;
  const { rules, bureau, unreachable, reload } = useRules(id);
  const page = useRef<HTMLElement>(null);
  const [packs, setPacks] = useState(packsWanted);
  useEffect(() => onOpenPacks(() => setPacks(true)), []);

  // Opened by a key, the page is read by keys: the arrow keys scroll it at once.
  useEffect(() => page.current?.focus(), []);

  const changed = async () => {
    await reload();
    // The counter asks again, so that its answer stands on the new decision.
    if (id !== null && id === inForce) await switchRules(id);
  };
  const openCount = rules?.interpretations.filter((question) => !settles(question.inForce)).length ?? 0;

  return (
    <div className="policies" data-testid="policies-screen">
      <div className="policies__side">
        <h1 className="policies__title">{t("title")}</h1>
        <ul className="policies__sets" aria-label={t("sets")}>
          {ruleSets.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="policies__set"
                aria-pressed={!packs && entry.id === id}
                data-testid={`policy-set-${entry.id}`}
                onClick={() => {
                  setPacks(false);
                  setChosen(entry.id);
                  page.current?.scrollTo({ top: 0 });
                }}
              >
                <span>{name(entry.name)}</span>
                {entry.id === inForce ? <span className="policies__used">{t("used")}</span> : null}
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="policies__set"
          aria-pressed={packs}
          data-testid="policies-packs"
          onClick={() => {
            setPacks(true);
            page.current?.scrollTo({ top: 0 });
          }}
        >
          {t("packs")}
        </button>
        <nav aria-label={t("contents")} hidden={packs}>
          <ul className="policies__contents">
            {SECTIONS.map((section) => (
              <li key={section}>
                <button type="button" className="policies__to" onClick={() => goTo(section)}>
                  {t(`section.${section}`)}
                  {section === "interpretations" && openCount > 0 ? (
                    <span className="policies__count">{t("openCount", { count: openCount })}</span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <section
        className="policies__page"
        ref={page}
        aria-label={packs ? t("packs") : rules === null ? t("title") : name(rules.name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
      >
        {unreachable ? (
          <p className="policy-warning" role="alert">
            {t("problem.internal")}
          </p>
        ) : null}
        {packs ? (
          <Suspense fallback={null}>
            <PacksPage />
          </Suspense>
        ) : rules === null || bureau === null ? null : (
          <Page
            key={rules.id}
            rules={rules}
            bureau={bureau}
            over={today > rules.yearEnd}
            inUse={rules.id === inForce}
            onUse={() => void switchRules(rules.id)}
            onChanged={changed}
          />
        )}
      </section>
    </div>
  );
}

interface PageProps {
  readonly rules: RuleSetDescription;
  readonly bureau: Bureau;
  readonly over: boolean;
  readonly inUse: boolean;
  readonly onUse: () => void;
  readonly onChanged: () => Promise<void>;
}

function Page({ rules, bureau, over, inUse, onUse, onChanged }: PageProps) {
  const { t } = useTranslation(["policies", "shell"]);
  const name = useNames();
  const status = over ? "over" : rules.status;
  const mainDocument = rules.standardCite.document;
  return (
    <>
      <header className="policy-head">
        <div className="policy-head__line">
          <h2 className="policy-head__name">{name(rules.name)}</h2>
          <span className="status" data-status={status}>
            {t(`shell:rules.status.${status}`)}
          </span>
          {inUse ? (
            <span className="policy-note">{t("usedHere")}</span>
          ) : (
            <button type="button" className="plain-button" onClick={onUse}>
              {t("use")}
            </button>
          )}
        </div>
        <dl className="policy-head__facts">
          <div>
            <dt>{t("coverageYear")}</dt>
            <dd className="figures">
              <Days>{t("span", { from: rules.yearStart, to: rules.yearEnd })}</Days>
            </dd>
          </div>
          <div>
            <dt>{t("version")}</dt>
            <dd className="figures">{rules.version}</dd>
          </div>
          <OriginFact ruleSet={rules.id} />
          <div>
            <dt>{t("hash")}</dt>
            <dd className="figures policy-head__hash" title={rules.hash}>
              {rules.hash.slice(0, 23)}…
            </dd>
          </div>
        </dl>
        <p className="policy-note">
          <Days>{t("mainDocument", { document: mainDocument })}</Days>
        </p>
      </header>
      <Amounts rules={rules} mainDocument={mainDocument} />
      <Windows rules={rules} mainDocument={mainDocument} />
      <Aid rules={rules} mainDocument={mainDocument} />
      <Groups rules={rules} mainDocument={mainDocument} />
      <More rules={rules} mainDocument={mainDocument} />
      <Interpretations rules={rules} bureau={bureau} mainDocument={mainDocument} onChanged={onChanged} />
      <Documents rules={rules} />
    </>
  );
}
