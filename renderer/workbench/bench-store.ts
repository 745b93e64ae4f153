// What the author works on: the open draft with its history, what the checks say of it, and whether it is kept.
import { createStore } from "zustand/vanilla";
import type { DraftChecked, Opened } from "../../shared/ipc/channels/workbench.ts";
import {
  confirmed,
  type DraftCaseData,
  type DraftData,
  openPoints,
  unconfirmed,
} from "../../shared/workbench/draft.ts";
import { begin, type History, redo, step, undo } from "../../shared/workbench/history.ts";
import { type Path, withValue } from "../../shared/workbench/tree.ts";
import { ask } from "../platform/ask.ts";

export interface BenchState {
  readonly opened: Omit<Opened, "draft"> | null;
  readonly history: History<DraftData> | null;
  readonly checked: DraftChecked | null;
  /** Saved since the last keystroke, on its way, or refused by the disk with a code. */
  readonly saving: "saved" | "waiting" | "folder-unwritable" | "disk-full" | "internal";
  readonly page: string;
  /** What the form has to show next: an address of a place, for the page that holds it. */
  readonly wanted: { readonly file: string; readonly path: string; readonly turn: number } | null;
}

const KEEP_AFTER = 300;
const CHECK_AFTER = 150;

const nothing: BenchState = {
  opened: null,
  history: null,
  checked: null,
  saving: "saved",
  page: "amounts",
  wanted: null,
};

export const bench = createStore<BenchState>()(() => nothing);

let keeping: ReturnType<typeof setTimeout> | undefined;
let checking: ReturnType<typeof setTimeout> | undefined;
let turn = 0;

export function openDraft({ draft, ...opened }: Opened): void {
  bench.setState({ ...nothing, opened, history: begin(draft) });
  checkNow();
}

/** Writes what is waiting and goes back to the list. */
export async function closeDraft(): Promise<void> {
  await keepNow();
  bench.setState(nothing);
}

/** @param field names the field that was typed in: keystrokes there are one step of the history */
export function change(make: (draft: DraftData) => DraftData, field: string | null = null): void {
  move((history) => step(history, make(history.now), field));
}

export const undoStep = (): void => move(undo);
export const redoStep = (): void => move(redo);

function move(make: (history: History<DraftData>) => History<DraftData>): void {
  const { history } = bench.getState();
  if (history === null) return;
  const next = make(history);
  if (next === history) return;
  bench.setState({ history: next, saving: "waiting" });
  clearTimeout(keeping);
  keeping = setTimeout(() => void keepNow(), KEEP_AFTER);
  clearTimeout(checking);
  checking = setTimeout(checkNow, CHECK_AFTER);
}

export function setValue(file: string, path: Path, value: unknown, field: string | null = null): void {
  change((draft) => withFile(draft, file, (tree) => withValue(tree, path, value)), field);
}

export function withFile(draft: DraftData, file: string, make: (tree: unknown) => unknown): DraftData {
  return { ...draft, files: { ...draft.files, [file]: make(draft.files[file]) } };
}

export function setCases(
  make: (cases: readonly DraftCaseData[]) => readonly DraftCaseData[],
  field: string | null = null,
): void {
  change((draft) => ({ ...draft, cases: [...make(draft.cases)] }), field);
}

/** Confirms a point and leads to the next that nobody has confirmed. */
export function confirmPoint(address: string): void {
  const { history } = bench.getState();
  if (history === null) return;
  const order = openPoints(history.now).map((entry) => entry.address);
  change((draft) => confirmed(draft, [address]));
  const now = bench.getState().history?.now;
  const open = now === undefined ? [] : openPoints(now);
  if (open.some((entry) => entry.address === address && entry.state !== "document-unconfirmed")) return;
  const later = order.slice(order.indexOf(address) + 1);
  const next = open.find((entry) => later.includes(entry.address)) ?? open.find((entry) => entry.address !== address);
  if (next !== undefined) showPoint(next.address);
}

export function takeBack(address: string): void {
  change((draft) => unconfirmed(draft, address));
}

export function openPage(page: string): void {
  bench.setState({ page, wanted: null });
}

/** Leads to a place of a file: its page opens, its field takes the focus. */
export function show(page: string, file: string, path: string): void {
  turn += 1;
  bench.setState({ page, wanted: { file, path, turn } });
}

function showPoint(address: string): void {
  const { history } = bench.getState();
  const found = history === null ? undefined : openPoints(history.now).find((entry) => entry.address === address);
  if (found === undefined) return;
  turn += 1;
  bench.setState({ page: found.point.section, wanted: { file: found.file, path: `point:${address}`, turn } });
}

async function keepNow(): Promise<void> {
  clearTimeout(keeping);
  const { history, saving } = bench.getState();
  if (history === null || saving === "saved") return;
  const draft = history.now;
  const answer = await ask("workbench.keep", { draft });
  if (bench.getState().history?.now !== draft) return;
  const code = answer.ok ? "saved" : answer.error.code;
  bench.setState({
    saving: code === "saved" || code === "folder-unwritable" || code === "disk-full" ? code : "internal",
  });
}

function checkNow(): void {
  const draft = bench.getState().history?.now;
  if (draft === undefined) return;
  void ask("workbench.check", { draft }).then((answer) => {
    // What was asked of an earlier state is not said of this one.
    if (answer.ok && bench.getState().history?.now === draft) bench.setState({ checked: answer.value });
  });
}
