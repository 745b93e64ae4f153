// The first code in the window: the page's own ID field takes keys, then the rest is fetched.
import { loadCounterTexts } from "../i18n/counter-texts.ts";
import { watchFirstField } from "./first-field.ts";

watchFirstField();

// In the task after the frame that painted the field: nothing below may be in its way.
requestAnimationFrame(() =>
  setTimeout(() => {
    performance.mark("id-field");
    void import("../main.tsx");
    // Asked for in the same breath: once the window asks for its rules, the main process is busy for a while.
    void loadCounterTexts(document.documentElement.lang);
    void import("../../shared/ipc/contract.ts");
  }),
);
