import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { Button, LinkButton } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { useHydrated } from "~/components/ui/use-hydrated";
import { DECLINE_CODES } from "~/domain/matching/answer-schema";
import type { InPageReply, SuggestionView } from "~/domain/matching/suggestion-schema";
import { useErrorText } from "~/i18n/use-error-text";
import { ANSWER_ACTION } from "./answer-forms";
import { useAnswerText } from "./use-answer-text";

type OneTapAnswersProps = {
  pair: SuggestionView;
  /** Path to come back to without scripts. */
  returnTo: string;
};

/** The three answers to one pair, each one tap; with scripts the list stays where it is. */
export function OneTapAnswers({ pair, returnTo }: OneTapAnswersProps) {
  const { needId, achievementId } = pair;
  const { title } = pair.other;
  const { t } = useTranslation("matching");
  const fetcher = useFetcher<InPageReply>();
  const isHydrated = useHydrated();
  const errorText = useErrorText();
  const answerText = useAnswerText();
  const tapped = fetcher.formData?.get("declineCode") ?? fetcher.formData?.get("answer") ?? null;
  const given = fetcher.data?.answer ?? null;
  const error = fetcher.data?.error ?? null;
  const fields = (
    <>
      <input type="hidden" name="needId" value={needId} />
      <input type="hidden" name="achievementId" value={achievementId} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {isHydrated && <input type="hidden" name="inPage" value="1" />}
    </>
  );
  if (given) {
    return (
      <fetcher.Form
        method="post"
        action={ANSWER_ACTION}
        className="flex flex-wrap items-center gap-2"
        aria-label={title}
      >
        {fields}
        <input type="hidden" name="answer" value="NONE" />
        <span role="status">
          <StatusBadge tone={given.answer === "INTERESTED" ? "success" : "neutral"}>
            {fetcher.data?.isMutual
              ? t("answerMutual")
              : t("forYou.saved", { answer: answerText(given) })}
          </StatusBadge>
        </span>
        {given.answer === "INTERESTED" && (
          <LinkButton to={pair.requestHref} size="sm" variant="primary" icon="handshake">
            {t("requestIntroduction")}
          </LinkButton>
        )}
        <Button type="submit" size="sm" variant="quiet" busy={tapped === "NONE"}>
          {t("forYou.undo")}
        </Button>
      </fetcher.Form>
    );
  }
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <fetcher.Form
          method="post"
          action={ANSWER_ACTION}
          className="flex flex-wrap items-center gap-2"
          aria-label={title}
        >
          {fields}
          <Button
            type="submit"
            name="answer"
            value="INTERESTED"
            size="sm"
            busy={tapped === "INTERESTED"}
          >
            {t("answerInterested")}
          </Button>
          <Button
            type="submit"
            name="answer"
            value="NOT_NOW"
            size="sm"
            variant="quiet"
            busy={tapped === "NOT_NOW"}
          >
            {t("answerNotNow")}
          </Button>
        </fetcher.Form>
        <Disclosure summary={t("answerNotForUs")}>
          <fetcher.Form method="post" action={ANSWER_ACTION} className="grid gap-2">
            {fields}
            <input type="hidden" name="answer" value="NOT_FOR_US" />
            <p className="text-sm text-muted">{t("answerPage.reasonHint")}</p>
            <div className="flex flex-wrap gap-2">
              {DECLINE_CODES.map((code) => (
                <Button
                  key={code}
                  type="submit"
                  name="declineCode"
                  value={code}
                  size="sm"
                  busy={tapped === code}
                >
                  {t(`declineCodes.${code}`)}
                </Button>
              ))}
            </div>
          </fetcher.Form>
        </Disclosure>
      </div>
      {error && (
        <p role="alert" className="text-sm text-danger-600">
          {errorText([error.code])}
        </p>
      )}
    </div>
  );
}
