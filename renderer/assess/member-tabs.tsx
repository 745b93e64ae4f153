// The members of a household, one tab each, once there is more than one.
import { memo } from "react";
import { useShallow } from "zustand/react/shallow";
import { useTexts } from "../i18n/use-texts.ts";
import { useCounter, useCounterActions } from "./counter-context.tsx";
import type { CounterState } from "./store.ts";

const memberKeys = ({ members }: CounterState) => members.map(({ key }) => key);

export const MemberTabs = memo(function MemberTabs() {
  const t = useTexts();
  const keys = useCounter(useShallow(memberKeys));
  if (keys.length < 2) return null;
  return (
    <nav className="members" aria-label={t("members.title")}>
      {keys.map((key, index) => (
        <MemberTab key={key} memberKey={key} place={index + 1} />
      ))}
    </nav>
  );
});

/** Drawn again when its own member's name changes, not with every key in the form. */
function MemberTab({ memberKey, place }: { readonly memberKey: string; readonly place: number }) {
  const t = useTexts();
  const name = useCounter((state) => state.members.find(({ key }) => key === memberKey)?.name ?? "");
  const isActive = useCounter((state) => state.active === memberKey);
  const { activate } = useCounterActions();
  return (
    <button
      type="button"
      aria-current={isActive ? "true" : undefined}
      className="member"
      onClick={() => activate(memberKey)}
    >
      {name === "" ? t("members.nth", { n: place }) : name}
    </button>
  );
}
