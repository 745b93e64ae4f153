// The resident of a worked case, as the counter would ask: day of payment, county, birth, identities, groups, missed years.
import type { ReactElement, ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../../shared/dates/iso.ts";
import { parseTypedDate } from "../../../shared/dates/typed.ts";
import type { CaseOutcomeShown, DraftChecked } from "../../../shared/ipc/channels/workbench.ts";
import { isTree } from "../../../shared/rules/points.ts";
import type { DraftCaseData } from "../../../shared/workbench/draft.ts";
import { valueAt, without, withValue } from "../../../shared/workbench/tree.ts";
import { Pick } from "../../assess/form/pick.tsx";
import { useNames } from "../../assess/names.ts";
import { useBench, useDraft } from "../use-bench.ts";

/** Changes the case; `field` names what was typed in, so that typing is one step. */
export type Edit = (make: (before: DraftCaseData) => DraftCaseData, field: string) => void;

interface Props {
  readonly entry: DraftCaseData;
  readonly id: string;
  readonly edit: Edit;
  readonly refusal: CaseOutcomeShown["refusal"];
}

const STANDINGS = ["registered", "residence-permit", "student", "employee"] as const;
const RESIDENT = "resident";

export function Resident({ entry, id, edit, refusal }: Props): ReactElement {
  const { t, i18n } = useTranslation(["workbench", "domain", "assess"]);
  const { files } = useDraft();
  const { request } = entry;
  const set = (path: readonly (string | number)[], value: unknown) =>
    edit(
      (before) => ({ ...before, request: withValue(before.request, path, value) as DraftCaseData["request"] }),
      path.join("."),
    );
  const text = (path: readonly (string | number)[]) => {
    const value = valueAt(request, path);
    return value === undefined || value === null ? "" : String(value);
  };
  const listed = (section: string, ...path: readonly string[]) => {
    const entries = valueAt(files["rules"], path);
    return (Array.isArray(entries) ? entries : []).filter(isTree).map((item) => {
      const code = String(item["id"]);
      return { id: code, text: t(`domain:${section}.${code}`, { defaultValue: code }) };
    });
  };
  const categories = listed("category", "aid", "categories");
  const groups = listed("group", "groups");
  const claims = valueAt(request, [RESIDENT, "groups"]);
  const chosen = valueAt(request, [RESIDENT, "categories"]);
  const refused = refusal === null ? null : refusedText(refusal);
  function refusedText({ code, path }: { readonly code: string; readonly path: string }): string {
    const why = t(`assess:fault.engine.${code}`, { defaultValue: t("assess:fault.engine.other") });
    const field = `domain:field.${path.replace(/\[.*$/, "")}`;
    return i18n.exists(field) ? t("case.refused", { field: t(field), why }) : why;
  }
  const line = (name: string, value: string, change: (typed: string) => void) => (
    <Line id={`${id}-${name}`} label={t(`case.${name}`)}>
      <input
        id={`${id}-${name}`}
        className="wb-input"
        data-step
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </Line>
  );
  const about = (language: "zh" | "en") => (typed: string) =>
    edit((before) => ({ ...before, about: { ...before.about, [language]: typed } }), `about.${language}`);

  return (
    <div className="wb-fields">
      {line("aboutZh", entry.about.zh, about("zh"))}
      {line("aboutEn", entry.about.en, about("en"))}
      <Line id={`${id}-paidOn`} label={t("case.paidOn")}>
        <Day id={`${id}-paidOn`} value={text(["paidOn"])} onChange={(day) => set(["paidOn"], day)} />
      </Line>
      <Line id={`${id}-county`} label={t("case.county")}>
        <County
          id={`${id}-county`}
          value={text(["county"])}
          onChange={(code) => set(["county"], code === "" ? undefined : code)}
        />
      </Line>
      <Line id={`${id}-birthDate`} label={t("case.birthDate")}>
        <Day
          id={`${id}-birthDate`}
          value={text([RESIDENT, "birthDate"])}
          onChange={(day) => set([RESIDENT, "birthDate"], day === "" ? undefined : day)}
        />
      </Line>
      <Line id={`${id}-categories`} label={t("case.categories")}>
        <div className="wb-pick">
          <Pick
            id={`${id}-categories`}
            testId={`${id}-categories`}
            options={categories}
            chosen={Array.isArray(chosen) ? chosen.map(String) : []}
            multiple
            placeholder={t("case.none")}
            textOf={(code) => categories.find((option) => option.id === code)?.text ?? code}
            onChange={(codes) => set([RESIDENT, "categories"], [...codes])}
          />
        </div>
      </Line>
      {(Array.isArray(claims) ? claims : []).filter(isTree).map((claim, at) => (
        // A claim has no name of its own: its place is what it is.
        <div key={String(at)} className="wb-claim">
          <select
            className="wb-input"
            data-step
            aria-label={t("case.group")}
            value={String(claim["group"] ?? "")}
            onChange={(event) => set([RESIDENT, "groups", at, "group"], event.target.value)}
          >
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.text}
              </option>
            ))}
          </select>
          <Day
            id={`${id}-event-${at}`}
            label={t("case.eventDate")}
            value={text([RESIDENT, "groups", at, "eventDate"])}
            onChange={(day) => set([RESIDENT, "groups", at, "eventDate"], day === "" ? undefined : day)}
          />
          <button
            type="button"
            className="wb-small"
            aria-label={t("takeAway", { what: t("case.group") })}
            onClick={() =>
              edit(
                (before) => ({
                  ...before,
                  request: without(before.request, [RESIDENT, "groups", at]) as DraftCaseData["request"],
                }),
                "groups",
              )
            }
          >
            ×
          </button>
        </div>
      ))}
      <p className="wb-adders">
        <button
          type="button"
          className="wb-small"
          disabled={groups.length === 0}
          onClick={() =>
            set([RESIDENT, "groups"], [...(Array.isArray(claims) ? claims : []), { group: groups[0]?.id ?? "" }])
          }
        >
          {t("case.addGroup")}
        </button>
      </p>
      <MissedYears
        id={id}
        value={valueAt(request, [RESIDENT, "missedYears"])}
        onChange={(years) => set([RESIDENT, "missedYears"], years)}
      />
      <Line id={`${id}-standing`} label={t("case.standing")}>
        <select
          id={`${id}-standing`}
          className="wb-input"
          data-step
          value={text([RESIDENT, "standing"]) || "registered"}
          onChange={(event) =>
            set([RESIDENT, "standing"], event.target.value === "registered" ? undefined : event.target.value)
          }
        >
          {STANDINGS.map((standing) => (
            <option key={standing} value={standing}>
              {t(`domain:standing.${standing}`)}
            </option>
          ))}
        </select>
      </Line>
      {refused === null ? null : (
        <p className="wb-fault" role="status">
          {refused}
        </p>
      )}
    </div>
  );
}

function Line({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="wb-field">
      <label className="wb-field__label" htmlFor={id}>
        {label}
      </label>
      <div className="wb-field__body">{children}</div>
    </div>
  );
}

/** Of the rule set's own counties: the code is typed or the name looked for, and no other can be written. */
function County({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}): ReactElement {
  const { t } = useTranslation("workbench");
  const name = useNames();
  const places = useBench((state) => state.checked?.places ?? NO_PLACES);
  const isThere = places.some(({ counties }) => counties.some(({ code }) => code === value));
  return (
    <select id={id} className="wb-input" data-step value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t("case.noCounty")}</option>
      {/* What a file says is not lost where the rules do not load, or do not know it. */}
      {value === "" || isThere ? null : <option value={value}>{value}</option>}
      {places.map((prefecture) => (
        <optgroup key={prefecture.name.zh} label={name(prefecture.name)}>
          {prefecture.counties.map((county) => (
            <option key={county.code} value={county.code}>
              {county.code} {name(county.name)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

const NO_PLACES: DraftChecked["places"] = [];

/** A day as it is typed, put into its form when the field is left. */
function Day({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}): ReactElement {
  const { t } = useTranslation("workbench");
  const day = parseTypedDate(value);
  return (
    <input
      id={id}
      className="wb-input wb-input--date figures"
      data-step
      autoComplete="off"
      spellCheck={false}
      inputMode="numeric"
      aria-label={label}
      placeholder={t("placeholder.date")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => day.ok && isoDay(day.day) !== value && onChange(isoDay(day.day))}
    />
  );
}

/** Years without cover: none, some, or not known, which is another answer than none. */
function MissedYears({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (years: readonly number[] | undefined) => void;
}): ReactElement {
  const { t } = useTranslation("workbench");
  const [typed, setTyped] = useState<string | null>(null);
  const known = Array.isArray(value);
  const written = known ? value.map(String).join("、") : "";
  const read = (text: string) =>
    text
      .split(/[、,，;；\s]+/)
      .filter((item) => /^\d{4}$/.test(item))
      .map(Number);
  return (
    <>
      <Line id={`${id}-missedYears`} label={t("case.missedYears")}>
        <input
          id={`${id}-missedYears`}
          className="wb-input figures"
          data-step
          autoComplete="off"
          disabled={!known}
          placeholder={t("case.none")}
          aria-describedby={`${id}-missed-hint`}
          value={typed ?? written}
          onBlur={() => setTyped(null)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(read(event.target.value));
          }}
        />
        <span className="wb-before" id={`${id}-missed-hint`}>
          {t("case.missedHint")}
        </span>
      </Line>
      <label className="wb-before">
        <input
          type="checkbox"
          data-step
          checked={!known}
          onChange={(event) => onChange(event.target.checked ? undefined : [])}
        />{" "}
        {t("case.unknownYears")}
      </label>
    </>
  );
}
