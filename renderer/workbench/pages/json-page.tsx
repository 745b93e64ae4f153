// The draft as the files it is: to be read, and to be edited by whoever prefers that; faults stand at their lines.
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../shared/rules/fault.ts";
import { fileKeys } from "../../../shared/workbench/draft.ts";
import { canonical, pathOf } from "../../../shared/workbench/tree.ts";
import { useFaultWords } from "../../i18n/rule-words.ts";
import { ask } from "../../platform/ask.ts";
import { setValue } from "../bench-store.ts";
import { useBench, useDraft } from "../use-bench.ts";

const READ_AFTER = 250;

export function JsonPage(): ReactElement {
  const { t, i18n } = useTranslation("workbench");
  const draft = useDraft();
  const [file, setFile] = useState("rules");
  const [said, setSaid] = useState<string | null>(null);
  const keys = fileKeys(draft);
  const save = async () => {
    const answer = await ask("workbench.export", { draft });
    if (answer.ok) setSaid(t("exported", { folder: answer.value.folder, files: answer.value.files.join("、") }));
    else if (answer.error.code !== "cancelled")
      setSaid(
        t(i18n.exists(`workbench:failure.${answer.error.code}`) ? `failure.${answer.error.code}` : "failure.internal"),
      );
  };
  return (
    <>
      <h1 className="wb-title">{t("page.json")}</h1>
      <p className="wb-note">{t("jsonNote")}</p>
      <p className="wb-item-acts">
        {keys.map((key) => (
          <button key={key} type="button" className="wb-small" aria-pressed={key === file} onClick={() => setFile(key)}>
            {key}.json
          </button>
        ))}
        <button type="button" className="plain-button" data-testid="export-files" onClick={() => void save()}>
          {t("export")}
        </button>
      </p>
      {said === null ? null : <p role="status">{said}</p>}
      <JsonText key={file} file={file} value={draft.files[file]} />
    </>
  );
}

function JsonText({ file, value }: { readonly file: string; readonly value: unknown }): ReactElement {
  const { t } = useTranslation("workbench");
  const say = useFaultWords();
  const checked = useBench((state) => state.checked?.faults);
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(() => JSON.stringify(value, null, 2));
  const [broken, setBroken] = useState<readonly Fault[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(value);

  // What changed elsewhere (undo, a form) is shown here; what was typed here is left as it is written.
  useEffect(() => {
    if (canonical(value) !== canonical(last.current)) setTyped(JSON.stringify(value, null, 2));
    last.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const read = async (text: string) => {
    const answer = await ask("workbench.parse", { text });
    if (!answer.ok) return;
    setBroken(answer.value.faults);
    if (answer.value.faults.length > 0) return;
    last.current = answer.value.value;
    setValue(file, [], answer.value.value, `json-${file}`);
  };
  const faults = useMemo(() => {
    const own = broken.length > 0 ? broken : (checked ?? []).filter((fault) => fault.file === file);
    const tree = parseTree(typed);
    return own.map((fault) => ({ fault, line: lineOf(typed, tree, fault) }));
  }, [broken, checked, file, typed]);

  const goTo = (line: number) => {
    const at =
      typed
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
    const height = (area.current?.scrollHeight ?? 0) / Math.max(1, typed.split("\n").length);
    area.current?.scrollTo({ top: Math.max(0, (line - 4) * height) });
  };

  return (
    <div className="wb-json">
      <label className="seen-by-readers-only" htmlFor="wb-json-text">
        {file}.json
      </label>
      <textarea
        id="wb-json-text"
        ref={area}
        className="wb-input wb-input--code wb-json__text"
        data-testid="json-text"
        spellCheck={false}
        value={typed}
        aria-invalid={faults.length > 0 || undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          clearTimeout(waiting.current);
          const text = event.target.value;
          waiting.current = setTimeout(() => void read(text), READ_AFTER);
        }}
      />
      <ul className="wb-faults" data-testid="json-faults">
        {faults.map(({ fault, line }) => (
          <li key={`${fault.path}${fault.message}`}>
            <button type="button" className="wb-jump" onClick={() => goTo(line)}>
              <span className="wb-jump__where">{t("line", { line })}</span>
              {say(fault.message)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The line of a fault: where its message says so, else where its part begins. */
function lineOf(text: string, tree: ReturnType<typeof parseTree>, fault: Fault): number {
  const said = /line (\d+)/.exec(fault.message)?.[1];
  if (said !== undefined) return Number(said);
  for (let path = pathOf(fault.path); tree !== undefined; path = path.slice(0, -1)) {
    const node = findNodeAtLocation(tree, [...path]);
    if (node !== undefined) return text.slice(0, node.offset).split("\n").length;
    if (path.length === 0) break;
  }
  return 1;
}
