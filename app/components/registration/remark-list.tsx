import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Textarea } from "~/components/ui/textarea";
import type { RemarkView } from "~/domain/registration/registration-view";
import { useAboutText } from "./use-field-label";

type RemarkListProps = {
  remarks: readonly RemarkView[];
  /** Round whose items may be answered now; null: none. */
  answerRound: number | null;
  /** Round whose own items may be taken off; null: none. */
  removeRound: number | null;
  error: (remarkId: string) => string | undefined;
};

/** Correction lists, the newest round first, with answers. */
export function RemarkList({ remarks, answerRound, removeRound, error }: RemarkListProps) {
  const { t } = useTranslation("recognition");
  const about = useAboutText();
  const rounds = [...new Set(remarks.map((one) => one.round))];
  return (
    <>
      {rounds.map((round) => (
        <Card key={round} title={t("page.remarks", { round })}>
          <ol className="grid gap-5">
            {remarks
              .filter((one) => one.round === round)
              .map((one) => (
                <li key={one.id} className="border-l-2 border-line-strong pl-4">
                  <p className="font-medium text-ink">{about(one.about)}</p>
                  <p className="prose-text whitespace-pre-wrap">{one.message}</p>
                  <p className="text-sm text-muted">{t("page.remarkBy", { name: one.author })}</p>
                  {round === answerRound ? (
                    <Form method="post" className="mt-3 grid gap-3">
                      <input type="hidden" name="remarkId" value={one.id} />
                      <Textarea
                        id={`answer-${one.id}`}
                        name="answer"
                        label={t("page.answerLabel")}
                        rows={2}
                        maxLength={2000}
                        defaultValue={one.answer}
                        error={error(one.id)}
                      />
                      <div>
                        <SubmitButton intent="answer" size="sm" variant="secondary">
                          {t("page.saveAnswer")}
                        </SubmitButton>
                      </div>
                    </Form>
                  ) : (
                    one.answeredAt && (
                      <p className="mt-2 whitespace-pre-wrap">
                        {t("page.answerLabel")}: {one.answer} <DateTime value={one.answeredAt} />
                      </p>
                    )
                  )}
                  {round === removeRound && one.isOwn && (
                    <Form method="post" className="mt-2">
                      <input type="hidden" name="remarkId" value={one.id} />
                      <SubmitButton intent="removeRemark" size="sm" variant="quiet">
                        {t("page.remove")}
                      </SubmitButton>
                    </Form>
                  )}
                </li>
              ))}
          </ol>
        </Card>
      ))}
    </>
  );
}
