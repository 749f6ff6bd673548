import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { commentField, scoreField, scoreText } from "~/domain/tenders/score-schema";
import type { TenderCriterion } from "~/domain/tenders/tender-schema";
import type { EvaluatedBidView } from "~/domain/tenders/tender-view";
import { BidContent } from "./bid-content";
import { TenderBidStateBadge } from "./tender-state";
import { useYuan } from "./use-tender-text";

interface ScoreSheetProps {
  tenderId: string;
  bids: readonly EvaluatedBidView[];
  criteria: readonly TenderCriterion[];
  scores: readonly { bidId: string; criterionId: string; hundredths: number; comment: string }[];
  isOpen: boolean;
  valueAt: (name: string, stored: string) => string;
  errorAt: (name: string) => string | undefined;
}

/** A member's own sheet: each bid with its words and the scores to give. */
export function ScoreSheet(props: ScoreSheetProps) {
  const { tenderId, bids, criteria, scores, isOpen, valueAt, errorAt } = props;
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  const scored = criteria.filter((one) => one.kind === "SCORE");
  return (
    <Form method="post" className="space-y-6" noValidate>
      {bids.map((bid) => {
        const own = scores.filter((one) => one.bidId === bid.id);
        // What has been scored stays to be read, whatever became of the bid.
        const takesPart = bid.state === "OPENED" || own.length > 0;
        return (
          <Card
            key={bid.id}
            title={
              <span className="inline-flex flex-wrap items-center gap-3">
                {bid.organisation}{" "}
                {bid.state !== "OPENED" && <TenderBidStateBadge state={bid.state} />}
              </span>
            }
          >
            <p className="mb-3">
              {t("evaluation.price")}：{yuan(bid.priceFen)} · {t("evaluation.days")}：
              {bid.content.durationDays} {t("seal.daysUnit")}
            </p>
            <BidContent
              content={bid.content}
              criteria={criteria}
              attachmentHref={(index) => `/desk/tenders/${tenderId}/attachments/${bid.id}/${index}`}
            />
            {bid.price?.explanation && (
              <p className="mt-3">
                {t("evaluation.explanation")}：{bid.price.explanation}
              </p>
            )}
            {!takesPart && <p className="mt-3 text-muted">{t("evaluation.out")}</p>}
            {takesPart && (
              <div className="mt-5 space-y-4 border-t border-line pt-4">
                {scored.map((criterion) => {
                  const field = scoreField(bid.id, criterion.id);
                  const comment = commentField(bid.id, criterion.id);
                  const given = own.find((one) => one.criterionId === criterion.id);
                  return (
                    <div key={criterion.id} className="grid gap-3 sm:grid-cols-[10rem_1fr]">
                      <TextInput
                        name={field}
                        label={`${criterion.title} · ${t("evaluation.score", { maximum: criterion.maximum })}`}
                        inputMode="decimal"
                        width="short"
                        readOnly={!isOpen}
                        defaultValue={valueAt(field, scoreText(given?.hundredths))}
                        error={errorAt(field)}
                      />
                      <Textarea
                        name={comment}
                        label={t("evaluation.comment")}
                        rows={2}
                        maxLength={500}
                        readOnly={!isOpen}
                        defaultValue={valueAt(comment, given?.comment ?? "")}
                      />
                    </div>
                  );
                })}
              </div>
            )}
          </Card>
        );
      })}
      {isOpen && (
        <div className="flex flex-wrap gap-3">
          <SubmitButton intent="save" variant="secondary">
            {t("evaluation.save")}
          </SubmitButton>
          <SubmitButton intent="submit">{t("evaluation.submit")}</SubmitButton>
        </div>
      )}
    </Form>
  );
}
