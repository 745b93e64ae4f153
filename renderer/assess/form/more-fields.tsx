// What is seldom asked: standing, another sponsor, an identity recognised elsewhere. Folded until one of them is set.
import { useTexts } from "../../i18n/use-texts.ts";
import { type Draft, STANDINGS, type Standing } from "../draft.ts";
import { Choices } from "./choices.tsx";
import { Row } from "./row.tsx";

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

export function MoreFields({ draft, onChange }: Props) {
  const t = useTexts();
  const yesNo = [
    { id: "no", text: t("answer.no"), key: "N" },
    { id: "yes", text: t("answer.yes"), key: "Y" },
  ] as const;
  return (
    <>
      <Row id="standing" label={t("field.standing")} group>
        <Choices<Standing>
          name="standing"
          labelledBy="standing-label"
          value={draft.standing}
          choices={STANDINGS.map((id) => ({ id, text: t(`standing.${id}`) }))}
          onChange={(standing) => onChange({ standing })}
        />
      </Row>
      <Row id="otherSponsor" label={t("field.otherSponsor")} group>
        <Choices<"yes" | "no">
          name="otherSponsor"
          labelledBy="otherSponsor-label"
          value={draft.otherSponsor ? "yes" : "no"}
          choices={yesNo}
          onChange={(value) => onChange({ otherSponsor: value === "yes" })}
        />
      </Row>
      <Row id="recognisedElsewhere" label={t("field.recognisedElsewhere")} group>
        <Choices<"yes" | "no">
          name="recognisedElsewhere"
          labelledBy="recognisedElsewhere-label"
          value={draft.recognisedElsewhere ? "yes" : "no"}
          choices={yesNo}
          onChange={(value) => onChange({ recognisedElsewhere: value === "yes" })}
        />
      </Row>
    </>
  );
}

export function moreIsSet(draft: Draft): boolean {
  return draft.standing !== "registered" || draft.otherSponsor || draft.recognisedElsewhere;
}
