import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { TicketCard } from "~/components/roadshows/people/ticket-card";
import {
  CancelVisit,
  FeedCard,
  UpToYouCard,
  VisitFacts,
} from "~/components/roadshows/people/visit-cards";
import { VisitHead } from "~/components/roadshows/people/visit-head";
import { PrintButton } from "~/components/roadshows/timetable/print-button";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { drawCode } from "~/domain/roadshows/people/code-picture.server";
import { getVisit } from "~/domain/roadshows/people/visit-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerVisit } from "~/http/roadshows/visit-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, "common");
    const visit = await getVisit(getDb(), params.id ?? "", actor);
    return {
      visit,
      picture: visit.checkInCode ? await drawCode(visit.checkInCode) : "",
      feed: `${appUrl()}${visit.feedPath}`,
      title: `${visit.event.title} · ${t("marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerVisit(request, params.id ?? "", actor, getDb());
  });
}

/** A person's own visit: code for the door, what waits, and the calendar. */
export default function VisitPage() {
  const { t } = useTranslation("meetings");
  const { visit, picture, feed } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const register = `${roadshowHref(visit.event.number)}/register`;
  const isInside = visit.state === "REGISTERED";
  return (
    <>
      <VisitHead
        visit={visit}
        current=""
        actions={
          <>
            {visit.mayChange && visit.state !== "CANCELLED" && (
              <LinkButton to={register} icon="edit">
                {t("visit.edit")}
              </LinkButton>
            )}
            {!visit.mayChange && isInside && !visit.hasUndertaking && !visit.isOver && (
              <LinkButton to={register}>{t("register.undertake")}</LinkButton>
            )}
            <LinkButton to={roadshowHref(visit.event.number)}>{t("visit.event")}</LinkButton>
            {isInside && <PrintButton />}
          </>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary()} />
        {visit.state === "WAITING" && (
          <Alert tone="info" title={t("visit.waitingTitle")}>
            {t("visit.waiting", { place: visit.place ?? 1 })}
          </Alert>
        )}
        {visit.state === "CANCELLED" && (
          <Alert
            tone="warning"
            title={t("visit.cancelledTitle")}
            actions={
              visit.isRegistrationOpen && <LinkButton to={register}>{t("visit.again")}</LinkButton>
            }
          />
        )}
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="min-w-0 space-y-5">
            {isInside && <TicketCard visit={visit} picture={picture} />}
            <VisitFacts visit={visit} />
          </div>
          <div className="min-w-0 space-y-5">
            {isInside && <UpToYouCard visit={visit} />}
            {isInside && <FeedCard address={feed} />}
            <CancelVisit visit={visit} />
          </div>
        </div>
      </div>
    </>
  );
}
