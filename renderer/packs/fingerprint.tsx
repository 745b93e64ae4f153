// A fingerprint in groups of digits: to be seen, and to be read aloud group by group.
import { useTranslation } from "react-i18next";
import { spokenGroup } from "../../shared/packs/fingerprint.ts";

export function Fingerprint({ groups }: { readonly groups: readonly string[] }) {
  const { i18n } = useTranslation("packs");
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return (
    <span className="fingerprint">
      {groups.map((group, at) => (
        // The same digits may come twice: the place tells the groups apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={at} className="fingerprint__group" title={spokenGroup(group, language)}>
          {group}
        </span>
      ))}
    </span>
  );
}
