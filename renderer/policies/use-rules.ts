// What the screen shows: one rule set as it is described, and the bureau's decisions. Asked for again after each decision.
import { useCallback, useEffect, useState } from "react";
import type { ResponseOf } from "../../shared/ipc/contract.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { ask } from "../platform/ask.ts";
import { descriptionOf } from "../platform/description.ts";

export type Bureau = ResponseOf<"rules.settlements">;

export interface Shown {
  readonly rules: RuleSetDescription | null;
  readonly bureau: Bureau | null;
  /** The main process could not be asked. */
  readonly unreachable: boolean;
  readonly reload: () => Promise<void>;
}

export function useRules(id: string | null): Shown {
  const [rules, setRules] = useState<RuleSetDescription | null>(null);
  const [bureau, setBureau] = useState<Bureau | null>(null);
  const [unreachable, setUnreachable] = useState(false);

  const read = useCallback(async (wanted: string, isCurrent: () => boolean) => {
    const [described, settled] = await Promise.all([
      ask("rules.describe", { id: wanted }),
      ask("rules.settlements", undefined),
    ]);
    if (!isCurrent()) return;
    setUnreachable(!described.ok || !settled.ok);
    if (described.ok) setRules(descriptionOf(described.value));
    if (settled.ok) setBureau(settled.value);
  }, []);

  useEffect(() => {
    let current = true;
    if (id !== null) void read(id, () => current);
    return () => {
      current = false;
    };
  }, [id, read]);

  const reload = useCallback(async () => {
    if (id !== null) await read(id, () => true);
  }, [id, read]);

  // A description that is still being read is not shown under another rule set's name.
  return { rules: rules?.id === id ? rules : null, bureau, unreachable, reload };
}
