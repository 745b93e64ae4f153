// The workbench (规则编制) of the rule author: drafts of rule sets, from last year's rules to the signed pack.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { DraftsPage } from "./drafts-page.tsx";
import { Editor } from "./editor.tsx";
import { useBench } from "./use-bench.ts";
import "../assess/assess.css";
import "./workbench.css";

export function WorkbenchScreen(): ReactElement {
  // All its texts at once: a page that waits for words in the middle of typing would lose the focus.
  useTranslation(["workbench", "rule-words", "domain", "trace", "assess"]);
  const open = useBench((state) => state.history !== null);
  return (
    <div className="wb-screen" data-testid="workbench-screen">
      {open ? <Editor /> : <DraftsPage />}
    </div>
  );
}
