import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { RATING_SCALES } from "~/domain/performance/performance-schema";
import type { DealRatings as Ratings } from "~/domain/performance/rating-view";
import { RatingItem } from "./rating-item";

type DealRatingsProps = { ratings: Ratings; view: ReturnType<typeof useFormView> };

/** Ratings after the end of a deal: to be given, given, and once shown to be replied to. */
export function DealRatings({ ratings, view }: DealRatingsProps) {
  const { t } = useTranslation("performance");
  return (
    <section id="ratings" className="grid gap-4">
      <div>
        <h2 className="text-xl">{t("ratings.title")}</h2>
        <p className="text-sm text-muted">{t("ratings.lead", { days: ratings.shownAfterDays })}</p>
      </div>
      {ratings.toRate.map((ratee) => (
        <RatingForm key={ratee.id} ratee={ratee} view={view} />
      ))}
      {ratings.ratings.length > 0 && (
        <Card title={t(ratings.areShown ? "ratings.shown" : "ratings.hidden")} headingLevel={3}>
          <div className="grid gap-5">
            {ratings.ratings.map((rating) => (
              <div key={rating.id} className="grid gap-2">
                <RatingItem rating={rating} />
                {rating.mayReply && <ReplyForm ratingId={rating.id} view={view} />}
              </div>
            ))}
          </div>
        </Card>
      )}
    </section>
  );
}

function RatingForm({
  ratee,
  view,
}: {
  ratee: Ratings["toRate"][number];
  view: DealRatingsProps["view"];
}) {
  const { t } = useTranslation("performance");
  const isRefused = view.value("rateeId") === ratee.id;
  const options = [1, 2, 3, 4, 5].map((count) => ({
    value: String(count),
    label: t("ratings.stars", { count }),
  }));
  return (
    <Card
      title={`${t("ratings.give", { name: ratee.name })} (${t(`ratings.kinds.${ratee.kind}`)})`}
      headingLevel={3}
    >
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="rateeKind" value={ratee.kind} />
        <input type="hidden" name="rateeId" value={ratee.id} />
        <p className="text-sm text-muted">{t("ratings.oneToFive")}</p>
        {RATING_SCALES.map((scale) => (
          <RadioGroup
            key={scale}
            id={`${scale}-${ratee.id}`}
            name={scale}
            label={t(`ratings.scales.${scale}`)}
            hint={t(`ratings.scaleHints.${scale}`)}
            look="inline"
            required
            options={options}
            defaultValue={isRefused ? view.value(scale) : ""}
            error={isRefused ? view.error(scale) : undefined}
          />
        ))}
        <Textarea
          id={`comment-${ratee.id}`}
          name="comment"
          label={t("ratings.comment")}
          hint={t("ratings.commentHint")}
          rows={3}
          maxLength={1000}
          defaultValue={isRefused ? view.value("comment") : ""}
          error={isRefused ? view.error("comment") : undefined}
        />
        <div>
          <SubmitButton intent="rate">{t("ratings.submit")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function ReplyForm({ ratingId, view }: { ratingId: string; view: DealRatingsProps["view"] }) {
  const { t } = useTranslation("performance");
  const isRefused = view.value("ratingId") === ratingId;
  return (
    <Disclosure summary={t("ratings.reply")} open={isRefused}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="ratingId" value={ratingId} />
        <Textarea
          id={`reply-${ratingId}`}
          name="reply"
          label={t("ratings.replyLabel")}
          hint={t("ratings.commentHint")}
          rows={2}
          maxLength={1000}
          required
          defaultValue={isRefused ? view.value("reply") : ""}
          error={isRefused ? view.error("reply") : undefined}
        />
        <div>
          <SubmitButton intent="reply" variant="secondary">
            {t("ratings.reply")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
