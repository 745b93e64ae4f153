// What the program says of itself: its version, and whether what it keeps can be written.

import { useEffect, useState } from "react";
import type { AnswerOf } from "../../shared/ipc/contract.ts";
import { ask } from "./ask.ts";

type Answer = AnswerOf<"app.info">;
export type AppInfo = Extract<Answer, { readonly ok: true }>["value"];

/** undefined until the answer is there */
export function useAppInfo(): AppInfo | undefined {
  const [info, setInfo] = useState<AppInfo>();
  useEffect(() => {
    void ask("app.info", undefined).then((answer) => answer.ok && setInfo(answer.value));
  }, []);
  return info;
}
