// All keys that work without a field being asked: what may be bound, and what the sheet of shortcuts shows, are this one list.

export const SHORTCUTS = [
  { id: "help", keys: ["F1"], where: "everywhere" },
  { id: "sheet", keys: ["Ctrl+/"], where: "everywhere" },
  { id: "rules", keys: ["F2"], where: "everywhere" },
  { id: "close", keys: ["Escape"], where: "open" },
  { id: "print", keys: ["Ctrl+P"], where: "assess" },
  { id: "next", keys: ["Ctrl+N"], where: "assess" },
  { id: "addMember", keys: ["Ctrl+M"], where: "assess" },
  { id: "otherYear", keys: ["Ctrl+B"], where: "assess" },
  { id: "recall", keys: ["Ctrl+L"], where: "assess" },
  { id: "turnPage", keys: ["PageDown", "PageUp"], where: "assess" },
  { id: "savePdf", keys: ["Ctrl+S"], where: "print" },
  { id: "confirm", keys: ["Ctrl+Enter"], where: "workbench" },
  { id: "undo", keys: ["Ctrl+Z"], where: "workbench" },
  { id: "redo", keys: ["Ctrl+Y"], where: "workbench" },
  { id: "columns", keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], where: "compare" },
] as const;

export type ShortcutName = (typeof SHORTCUTS)[number]["keys"][number];

/** Keys that a field of the form takes itself; they mean nothing outside it. */
export const FIELD_KEYS = [
  { id: "goOn", keys: ["Enter"] },
  { id: "goBack", keys: ["Shift+Enter"] },
  { id: "openList", keys: ["Space"] },
  { id: "move", keys: ["↑", "↓"] },
  { id: "number", keys: ["1", "9"] },
  { id: "letters", keys: ["Y", "N", "U"] },
  { id: "removeLast", keys: ["Backspace"] },
] as const;
