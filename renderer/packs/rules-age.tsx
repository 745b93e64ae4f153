// How old the rules in force are and where they come from: always in sight, since offline nobody can say that newer ones exist.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ageInDays, isPastExpiry } from "../../shared/packs/origin.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import { openPacks } from "./open-packs.ts";
import { useOrigins } from "./use-origins.ts";

export function RulesAge() {
  const { t } = useTranslation("shell");
  const name = useNames();
  const inForce = useCounter((state) => state.rules?.id ?? null);
  const known = useOrigins(inForce);
  const waiting = known?.waiting ?? false;

  // A pack that the system hands over is shown at once, wherever the clerk is.
  useEffect(() => {
    if (waiting) openPacks();
  }, [waiting]);
  useEffect(() => window.canbao.on("packs.offered", openPacks), []);

  const origin = inForce === null ? undefined : known?.origins[inForce];
  if (known === null || origin === undefined) return null;
  const count = ageInDays(origin, known.today);
  const expired = isPastExpiry(origin, known.today);
  const from = origin.kind === "pack" ? t("age.pack", { issuer: name(origin.issuer) }) : t("age.bundled");
  return (
    <span className="rules-age" data-testid="rules-age" data-expired={expired} title={from}>
      {count === null ? t("age.unknown") : t(origin.kind === "pack" ? "age.packDays" : "age.bundledDays", { count })}
      {expired ? ` ${t("age.expired")}` : ""}
    </span>
  );
}
