import { useTranslation } from "react-i18next";
import type { GivenAnswer } from "~/domain/matching/suggestion-schema";

/** An answer in words, with its reason. */
export function useAnswerText(): (given: GivenAnswer) => string {
  const { t } = useTranslation("matching");
  return ({ answer, declineCode }) =>
    declineCode
      ? t("answerPage.withReason", {
          answer: t(`answerPage.answers.${answer}`),
          reason: t(`declineCodes.${declineCode}`),
        })
      : t(`answerPage.answers.${answer}`);
}
