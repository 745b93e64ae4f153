// Picks one or several entries of a list by typing: characters, pinyin initials, or the number beside an entry.
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { fitOf } from "../initials.ts";
import { isComposing } from "./enter.ts";

export interface Option {
  readonly id: string;
  readonly text: string;
  /** A second, quieter word at the right of the entry. */
  readonly side?: string | undefined;
  /** Found by this too, though it is not shown. */
  readonly also?: string;
}

interface Props {
  readonly id: string;
  readonly testId: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly multiple: boolean;
  readonly placeholder: string;
  /** Shown as a chip instead of chosen entries: "none", "newborn by birth date". */
  readonly note?: ReactNode;
  readonly problem?: string | undefined;
  readonly describedById?: string | undefined;
  /** Marks entries that the rule set in force does not know. */
  readonly unknown?: readonly string[];
  readonly textOf: (id: string) => string;
  readonly onChange: (chosen: readonly string[]) => void;
  /** Enter on an empty box, before the focus goes on. */
  readonly onPassed?: () => void;
}

const SHOWN = 60;

export function Pick(props: Props) {
  const { id, options, chosen, multiple, onChange } = props;
  const t = useTexts();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);

  const found = useMemo(() => search(options, typed, multiple ? chosen : []), [options, typed, multiple, chosen]);
  const current = found[Math.min(at, found.length - 1)];
  const listed = open && found.length > 0;

  const close = () => {
    setOpen(false);
    setTyped("");
    setAt(0);
  };
  const choose = (option: Option) => {
    onChange(multiple ? [...chosen, option.id] : [option.id]);
    setTyped("");
    setAt(0);
    if (!multiple) setOpen(false);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const { key } = event;
    const numbered = multiple && typed === "" && open && /^[1-9]$/.test(key) ? found[Number(key) - 1] : undefined;
    if (numbered !== undefined) {
      event.preventDefault();
      choose(numbered);
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else
        setAt((now) =>
          found.length === 0
            ? 0
            : (Math.min(now, found.length - 1) + (key === "ArrowDown" ? 1 : found.length - 1)) % found.length,
        );
    } else if (key === " " && typed === "" && multiple) {
      event.preventDefault();
      setOpen(true);
    } else if (key === "Enter" && !event.shiftKey) {
      if (listed && current !== undefined && (typed !== "" || at > 0)) {
        // One choice settles a single box: Enter takes it and goes on. Several stay open for the next.
        if (multiple) event.preventDefault();
        choose(current);
      } else if (typed === "") {
        props.onPassed?.();
        close();
      } else event.preventDefault();
    } else if (key === "Escape" && (open || typed !== "")) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (key === "Backspace" && typed === "" && multiple && chosen.length > 0) {
      event.preventDefault();
      onChange(chosen.slice(0, -1));
    }
  };

  const onBoxMouseDown = (event: MouseEvent) => {
    setOpen(true);
    if (event.target === input.current) return;
    event.preventDefault();
    input.current?.focus();
  };

  return (
    // The box is larger than its input: a click anywhere in it goes to the input.
    // biome-ignore lint/a11y/noStaticElementInteractions: the input itself takes the keyboard
    <div
      className="box box--pick"
      data-step
      data-invalid={props.problem === undefined ? undefined : true}
      onMouseDown={onBoxMouseDown}
    >
      {multiple
        ? chosen.map((entry) => (
            <span
              key={entry}
              className="chip"
              data-unknown={props.unknown?.includes(entry) === true ? true : undefined}
            >
              {props.textOf(entry)}
              <button
                type="button"
                className="chip__remove"
                tabIndex={-1}
                aria-label={t("pick.remove", { name: props.textOf(entry) })}
                onMouseDown={(event) => event.stopPropagation()}
                onClick={() => onChange(chosen.filter((other) => other !== entry))}
              >
                ×
              </button>
            </span>
          ))
        : null}
      {typed === "" ? props.note : null}
      <input
        ref={input}
        id={id}
        data-testid={props.testId}
        className="box__input box__input--pick"
        role="combobox"
        aria-expanded={listed}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={listed && current !== undefined ? `${listId}-${current.id}` : undefined}
        aria-invalid={props.problem !== undefined}
        aria-describedby={props.describedById}
        autoComplete="off"
        spellCheck={false}
        value={typed !== "" || multiple || chosen[0] === undefined ? typed : props.textOf(chosen[0])}
        placeholder={multiple && (chosen.length > 0 || props.note) ? "" : props.placeholder}
        onFocus={(event) => !multiple && event.target.select()}
        onBlur={close}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {listed ? (
        <div className="options" id={listId} role="listbox" aria-label={t("pick.list")} aria-multiselectable={multiple}>
          {found.slice(0, SHOWN).map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys (aria-activedescendant)
            <div
              key={option.id}
              id={`${listId}-${option.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={option === current}
              className="option"
              ref={option === current ? scrollIntoList : null}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {multiple ? <kbd className="option__key">{index < 9 ? index + 1 : ""}</kbd> : null}
              <span className="option__text">{option.text}</span>
              {option.side === undefined ? null : <span className="option__side figures">{option.side}</span>}
            </div>
          ))}
        </div>
      ) : open && typed !== "" ? (
        <p className="options options--none" role="status">
          {t("pick.nothing", { typed })}
        </p>
      ) : null}
    </div>
  );
}

function scrollIntoList(element: HTMLDivElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

/** Best fits first, in the list's own order among equals. */
function search(options: readonly Option[], typed: string, taken: readonly string[]): readonly Option[] {
  const free = options.filter((option) => !taken.includes(option.id));
  if (typed.trim() === "") return free;
  return free
    .flatMap((option) => {
      const score = fitOf(option.text, typed, option.also ?? "");
      return score === null ? [] : [{ option, score }];
    })
    .sort((one, other) => one.score - other.score)
    .map(({ option }) => option);
}
