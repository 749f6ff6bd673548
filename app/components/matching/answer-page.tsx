import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { type Answer, DECLINE_CODES } from "~/domain/matching/answer-schema";
import type { AnswerPageView, GivenAnswer } from "~/domain/matching/suggestion-schema";
import { SuggestionSummary } from "./suggestion-summary";
import { useAnswerText } from "./use-answer-text";

type AnswerPageProps = {
  view: AnswerPageView;
  /** What the link in the mail said. */
  asked: Answer | null;
  /** What has just happened, and the answer that an undo brings back. */
  done: { isMutual: boolean; isTakenBack: boolean; before: GivenAnswer | null } | null;
};

/**
 * One pair and its answer. A link that says the answer needs no second tap where scripts run: it is
 * sent once, when the page is looked at, unless the side has answered something else already.
 */
export function AnswerPage({ view, asked, done }: AnswerPageProps) {
  const { t } = useTranslation("matching");
  const answerText = useAnswerText();
  const isSending = useNavigation().formData !== undefined;
  const { pair, current, organisationName, isPersonal } = view;
  const isOpen = asked !== null && asked !== current?.answer;
  const isReasonAsked = isOpen && asked === "NOT_FOR_US";
  useSendOnce(isOpen && !isReasonAsked && current === null ? asked : null);
  return (
    <div className="grid gap-5">
      <Card>
        <SuggestionSummary pair={pair} headingLevel={2} />
        <p className="mt-3 text-sm text-muted">
          {isPersonal
            ? t("answerPage.chosenBy", { version: pair.rankerVersion })
            : t("answerPage.chosenByFields")}
        </p>
      </Card>
      <div aria-live="polite" className="grid gap-3">
        {isSending && <p className="text-muted">{t("answerPage.saving")}</p>}
        {!isSending && done?.isTakenBack && <Alert tone="info">{t("answerPage.takenBack")}</Alert>}
        {!isSending && current && (
          <Alert
            tone="success"
            actions={
              <AnswerForm given={done?.before ?? null}>
                <Button type="submit" size="sm">
                  {t("answerPage.undo")}
                </Button>
              </AnswerForm>
            }
          >
            {t("answerPage.saved", { answer: answerText(current) })}
            {done?.isMutual && <> {t("answerPage.savedMutual")}</>}
          </Alert>
        )}
      </div>
      {isOpen && !isReasonAsked && (
        <AnswerForm given={{ answer: asked, declineCode: null }} before={current}>
          <Button type="submit" variant="primary" size="lg" busy={isSending}>
            {t("answerPage.confirm", { answer: answerText({ answer: asked, declineCode: null }) })}
          </Button>
        </AnswerForm>
      )}
      {isReasonAsked ? (
        <section className="grid gap-3">
          <h2 className="text-lg">{t("answerPage.askReason")}</h2>
          <Reasons before={current} />
        </section>
      ) : (
        <section className="grid gap-3">
          <h2 className="text-lg">
            {current || isOpen ? t("answerPage.change") : t("answerPage.ask")}
          </h2>
          <div className="flex flex-wrap gap-2">
            {(["INTERESTED", "NOT_NOW"] as const)
              .filter((answer) => answer !== current?.answer && !(isOpen && answer === asked))
              .map((answer) => (
                <AnswerForm key={answer} given={{ answer, declineCode: null }} before={current}>
                  <Button type="submit">{t(`answerPage.answers.${answer}`)}</Button>
                </AnswerForm>
              ))}
          </div>
          <p className="font-medium">{t("answerPage.answers.NOT_FOR_US")}</p>
          <Reasons before={current} />
        </section>
      )}
      <p className="text-sm text-muted">
        {t("answerPage.asOrganisation", { organisation: organisationName })}
      </p>
      <div className="flex flex-wrap gap-3">
        {current?.answer === "INTERESTED" && (
          <LinkButton to={pair.requestHref} variant="primary" icon="handshake">
            {t("requestIntroduction")}
          </LinkButton>
        )}
        <LinkButton to={pair.other.href}>{t("answerPage.readListing")}</LinkButton>
        <LinkButton to="/desk/matches" variant="quiet">
          {t("answerPage.toMatches")}
        </LinkButton>
      </div>
    </div>
  );
}

/** The reasons of "not for us", each one tap. */
function Reasons({ before }: { before: GivenAnswer | null }) {
  const { t } = useTranslation("matching");
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">{t("answerPage.reasonHint")}</p>
      <Form method="post" replace preventScrollReset className="flex flex-wrap gap-2">
        <input type="hidden" name="answer" value="NOT_FOR_US" />
        <BeforeField before={before} />
        {DECLINE_CODES.map((code) => (
          <Button key={code} type="submit" name="declineCode" value={code}>
            {t(`declineCodes.${code}`)}
          </Button>
        ))}
      </Form>
    </div>
  );
}

type AnswerFormProps = {
  /** The answer that the button gives; null takes it back. */
  given: GivenAnswer | null;
  /** What an undo would bring back. */
  before?: GivenAnswer | null;
  children: ReactNode;
};

function AnswerForm({ given, before = null, children }: AnswerFormProps) {
  return (
    <Form method="post" replace preventScrollReset>
      <input type="hidden" name="answer" value={given?.answer ?? "NONE"} />
      {given?.declineCode && <input type="hidden" name="declineCode" value={given.declineCode} />}
      <BeforeField before={before} />
      {children}
    </Form>
  );
}

function BeforeField({ before }: { before: GivenAnswer | null }) {
  if (!before) return null;
  return (
    <input type="hidden" name="before" value={`${before.answer}.${before.declineCode ?? ""}`} />
  );
}

/** Sends the answer once, as soon as somebody looks at the page. */
function useSendOnce(answer: Answer | null): void {
  const submit = useSubmit();
  const isSent = useRef(false);
  useEffect(() => {
    if (!answer) return;
    const send = () => {
      if (isSent.current || document.visibilityState !== "visible") return;
      isSent.current = true;
      submit({ answer }, { method: "post", replace: true, preventScrollReset: true });
    };
    send();
    document.addEventListener("visibilitychange", send);
    return () => document.removeEventListener("visibilitychange", send);
  }, [answer, submit]);
}
