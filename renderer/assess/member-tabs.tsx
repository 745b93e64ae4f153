// The members of a household, one tab each, once there is more than one. Alt and an arrow key moves between them.
import { useTranslation } from "react-i18next";
import { useCounter } from "./counter-context.tsx";

export function MemberTabs() {
  const { t } = useTranslation("assess");
  const members = useCounter((state) => state.members);
  const active = useCounter((state) => state.active);
  const activate = useCounter((state) => state.activate);
  if (members.length < 2) return null;
  return (
    <nav className="members" aria-label={t("members.title")}>
      {members.map((member, index) => (
        <button
          key={member.key}
          type="button"
          aria-current={member.key === active ? "true" : undefined}
          className="member"
          onClick={() => activate(member.key)}
        >
          {member.name === "" ? t("members.nth", { n: index + 1 }) : member.name}
        </button>
      ))}
    </nav>
  );
}
