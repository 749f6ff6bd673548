import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { RatingForm } from "~/components/roadshows/follow-up/rating-form";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { rateRoadshow } from "~/domain/roadshows/follow-up/rate-roadshow.server";
import { getRating } from "~/domain/roadshows/follow-up/rating-queries.server";
import { ratingSchema } from "~/domain/roadshows/follow-up/rating-schema";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readNumber } from "~/http/roadshows/read-number.server";
import { afterFormRunner, backAfter } from "~/http/roadshows/run-after-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const found = await getRating(readNumber(params.number), actor, getDb());
    const { roadshow, rating, refusal, days, least } = found;
    return {
      event: roadshow.title,
      number: roadshow.number,
      rating: rating && {
        organisation: rating.organisation,
        content: rating.content,
        meetings: rating.meetings,
        note: rating.note,
      },
      refusal,
      days,
      least,
      title: `${t("leads:rating.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const number = readNumber(params.number);
    const run = afterFormRunner(await readForm(request));
    return run(ratingSchema, async (value) => {
      await rateRoadshow(number, value, actor, getDb());
      return backAfter(`${roadshowHref(number)}/rate`, "rated");
    });
  });
}

/** A participant rates an event that is over. */
export default function RatePage() {
  const { event, number, rating, refusal, days, least } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const errorText = useErrorText();
  const { t } = useTranslation("leads");
  const labels = {
    organisation: t("rating.organisation"),
    content: t("rating.content"),
    meetings: t("rating.meetings"),
    note: t("rating.note"),
  };
  return (
    <>
      <PageHeader
        title={t("rating.title")}
        lead={t("rating.lead", { days, least })}
        breadcrumbs={[{ label: event, to: roadshowHref(number) }, { label: t("rating.title") }]}
      />
      <FormErrorSummary {...view.summary(labels)} />
      {refusal ? (
        <Alert tone="info">{errorText([refusal])}</Alert>
      ) : (
        <Card title={event}>
          <RatingForm rating={rating} view={view} />
        </Card>
      )}
    </>
  );
}
