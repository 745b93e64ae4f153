// The end of the work: what is still open, the key, and the signed pack with the fingerprint to read out.
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay, parseIsoDay } from "../../../shared/dates/iso.ts";
import { parseTypedDate } from "../../../shared/dates/typed.ts";
import type { ResponseOf } from "../../../shared/ipc/contract.ts";
import { fingerprintText, spokenGroup } from "../../../shared/packs/fingerprint.ts";
import { LONGEST_LIFE_DAYS } from "../../../shared/packs/manifest.ts";
import { isTree } from "../../../shared/rules/points.ts";
import { openPoints } from "../../../shared/workbench/draft.ts";
import { useCounter } from "../../assess/counter-context.tsx";
import { RuleFaults } from "../../design/rule-faults.tsx";
import { ask } from "../../platform/ask.ts";
import { openPage, show } from "../bench-store.ts";
import { useBench, useDraft } from "../use-bench.ts";

interface Key {
  readonly file: string;
  readonly fingerprint: readonly string[];
}

export function SignPage(): ReactElement {
  const { t, i18n } = useTranslation(["workbench", "packs"]);
  const draft = useDraft();
  const rules = isTree(draft.files["rules"]) ? draft.files["rules"] : {};
  const place = String(rules["id"] ?? "").split("/")[0] ?? "";
  const checked = useBench((state) => state.checked);
  const [issuerZh, setIssuerZh] = useState("");
  const [issuerEn, setIssuerEn] = useState("");
  const [version, setVersion] = useState("1");
  const today = useCounter((state) => state.today);
  const [expires, setExpires] = useState(() => lastDay(Number(rules["coverageYear"]), today));
  const [notesZh, setNotesZh] = useState("");
  const [notesEn, setNotesEn] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [making, setMaking] = useState(false);
  const [key, setKey] = useState<Key | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [signed, setSigned] = useState<ResponseOf<"workbench.sign"> | null>(null);

  const outcome = useRef<HTMLElement>(null);
  useEffect(() => {
    if (signed !== null) outcome.current?.scrollIntoView({ block: "nearest" });
  }, [signed]);
  const typedDay = parseTypedDate(expires);
  const open = openPoints(draft);
  const failing = (checked?.outcomes ?? []).filter(
    ({ id, result, differences }) =>
      result === null ||
      differences.length > 0 ||
      Object.keys(draft.cases.find((entry) => entry.id === id)?.expect ?? {}).length === 0,
  );
  const faults = checked?.faults.length ?? 0;
  const ready =
    open.length === 0 && faults === 0 && draft.cases.length > 0 && failing.length === 0 && checked?.sound === true;

  const fail = (code: string, params: Readonly<Record<string, string | number>> = {}) => {
    if (code === "cancelled") return;
    setProblem(t(i18n.exists(`workbench:failure.${code}`) ? `failure.${code}` : "failure.internal", params));
  };
  const choose = async (make: boolean) => {
    setProblem(null);
    setBusy(true);
    const answer = await ask("workbench.key", { make, passphrase: make ? passphrase : "" });
    setBusy(false);
    if (!answer.ok) return fail(answer.error.code, answer.error.params);
    setKey(answer.value);
    setMaking(false);
    setAgain("");
  };
  const sign = async (event: FormEvent) => {
    event.preventDefault();
    if (key === null || busy || !ready) return;
    setProblem(null);
    setSigned(null);
    setBusy(true);
    const answer = await ask("workbench.sign", {
      draft,
      keyFile: key.file,
      passphrase,
      series: place,
      version: Number(version),
      issuer: { zh: issuerZh.trim(), en: issuerEn.trim() },
      expires: typedDay.ok ? isoDay(typedDay.day) : expires,
      notes: notesZh.trim() === "" || notesEn.trim() === "" ? null : { zh: notesZh.trim(), en: notesEn.trim() },
    });
    setBusy(false);
    if (!answer.ok) return fail(answer.error.code, answer.error.params);
    setSigned(answer.value);
    setPassphrase("");
  };

  const text = (id: string, value: string, set: (typed: string) => void, type = "text") => (
    <div className="wb-field">
      <label className="wb-field__label" htmlFor={`sign-${id}`}>
        {t(`sign.${id}`)}
      </label>
      <input
        id={`sign-${id}`}
        type={type}
        data-step
        className="wb-input"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  );

  return (
    <>
      <h1 className="wb-title">{t("page.sign")}</h1>
      <p className="wb-note">{t("about.sign")}</p>
      <ul className="card wb-block wb-checklist" data-testid="checklist">
        <li data-done={open.length === 0}>
          {t("check.points", { count: open.length })}{" "}
          {open[0] === undefined ? null : (
            <button
              type="button"
              className="wb-small"
              onClick={() => {
                const [next] = open;
                if (next !== undefined) show(next.point.section, next.file, `point:${next.address}`);
              }}
            >
              {t("goThere")}
            </button>
          )}
        </li>
        <li data-done={faults === 0}>{t("check.faults", { count: faults })}</li>
        <li data-done={draft.cases.length > 0 && failing.length === 0}>
          {t(draft.cases.length === 0 ? "check.noCases" : "check.cases", {
            count: failing.length,
            all: draft.cases.length,
          })}{" "}
          {draft.cases.length > 0 && failing.length === 0 ? null : (
            <button type="button" className="wb-small" onClick={() => openPage("cases")}>
              {t("goThere")}
            </button>
          )}
        </li>
      </ul>
      <form
        className="card wb-block wb-start"
        data-testid="sign-form"
        noValidate
        onSubmit={(event) => void sign(event)}
      >
        {text("issuerZh", issuerZh, setIssuerZh)}
        {text("issuerEn", issuerEn, setIssuerEn)}
        {text("version", version, setVersion)}
        {text("expires", expires, setExpires)}
        {text("notesZh", notesZh, setNotesZh)}
        {text("notesEn", notesEn, setNotesEn)}
        <div className="wb-field">
          <span className="wb-field__label">{t("sign.key")}</span>
          <div className="wb-field__body">
            {key === null ? (
              <span className="wb-note">{t("sign.noKey")}</span>
            ) : (
              <span className="wb-file-name">{key.file}</span>
            )}
            <span className="wb-item-acts">
              <button
                type="button"
                className="plain-button"
                data-testid="choose-key"
                onClick={() => void choose(false)}
              >
                {t("sign.choose")}
              </button>
              <button type="button" className="plain-button" data-testid="new-key" onClick={() => setMaking(true)}>
                {t("sign.make")}
              </button>
            </span>
          </div>
        </div>
        {text("passphrase", passphrase, setPassphrase, "password")}
        {making ? (
          <>
            {text("again", again, setAgain, "password")}
            <p className="wb-note">{t("sign.makeNote")}</p>
            <p>
              <button
                type="button"
                className="plain-button"
                data-testid="make-key"
                disabled={busy || passphrase === "" || passphrase !== again}
                onClick={() => void choose(true)}
              >
                {t("sign.makeNow")}
              </button>
            </p>
          </>
        ) : null}
        {key === null ? null : <Fingerprint groups={key.fingerprint} />}
        {problem === null ? null : (
          <p className="wb-fault" role="alert">
            {problem}
          </p>
        )}
        <p>
          <button
            type="submit"
            className="wb-main"
            data-testid="sign-pack"
            disabled={
              busy || !ready || key === null || passphrase === "" || issuerZh.trim() === "" || issuerEn.trim() === ""
            }
          >
            {t("sign.go")}
          </button>
        </p>
      </form>
      {signed === null ? null : signed.refusal === null ? (
        <section ref={outcome} className="card wb-block" data-testid="signed" role="status">
          <p className="wb-good">{t("signed.done")}</p>
          <p className="wb-file-name">{signed.file}</p>
          <p>{t("signed.readOut")}</p>
          <Fingerprint groups={signed.fingerprint} />
        </section>
      ) : (
        <section ref={outcome} className="card wb-block" data-testid="refused" role="alert">
          <p className="wb-fault">{t("signed.refused")}</p>
          <p>{t(`packs:refusal.${signed.refusal.code}`, { ...signed.refusal.params })}</p>
          {signed.refusal.faults.length === 0 ? null : <RuleFaults faults={signed.refusal.faults} advice={null} />}
        </section>
      )}
    </>
  );
}

/** The end of the coverage year, as far as a pack may live that long. */
function lastDay(coverageYear: number, today: number): string {
  const yearEnd = parseIsoDay(`${coverageYear}-12-31`) ?? today;
  return isoDay(Math.min(yearEnd, today + LONGEST_LIFE_DAYS));
}

/** The key's fingerprint as it is read out over the telephone, group by group. */
function Fingerprint({ groups }: { readonly groups: readonly string[] }): ReactElement {
  const { t, i18n } = useTranslation("workbench");
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return (
    <div className="wb-fingerprint">
      <p className="wb-note">{t("sign.fingerprint")}</p>
      <p className="figures wb-fingerprint__digits" data-testid="fingerprint">
        {fingerprintText(groups)}
      </p>
      <p className="wb-note">
        {groups.map((group) => spokenGroup(group, language)).join(language === "en" ? ", " : "，")}
      </p>
    </div>
  );
}
