// From which day cover starts, in words: a rule of the notice, or the interpretation that gives it.
import { useTranslation } from "react-i18next";
import { settles } from "../../shared/rules/bureau.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import type { StartData } from "../../shared/rules/schema.ts";
import { useNames } from "../assess/names.ts";

export function useStartText(rules: RuleSetDescription): (start: StartData) => string {
  const { t } = useTranslation("policies");
  const name = useNames();
  return (start) => {
    if (typeof start === "string") return t(`start.${start}`);
    // Where nobody has said which day it is, that is the answer: the notice is silent.
    const question = rules.interpretations.find(({ id }) => id === start.by);
    const option = question?.options.find(({ id }) => id === question.inForce);
    if (question !== undefined && !settles(question.inForce)) return t("start.open");
    return t("start.by", { option: option === undefined ? start.by : name(option.text) });
  };
}
