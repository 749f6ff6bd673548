import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { SeatStateBadge } from "~/components/roadshows/events/roadshow-state";
import { daysText } from "~/components/roadshows/events/roadshow-table";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Textarea } from "~/components/ui/textarea";
import { freeText } from "~/domain/catalogue/field-kinds";
import { answerSeat } from "~/domain/roadshows/events/answer-seat.server";
import {
  organiserHref,
  roadshowHref,
  seatAnswerHref,
  seatHref,
} from "~/domain/roadshows/events/roadshow-href";
import { getOwnSeat } from "~/domain/roadshows/events/staff-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { backToEvent, eventFormRunner } from "~/http/roadshows/event-flash.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const seat = await getOwnSeat(params.memberId ?? "", actor, getDb());
    return { seat, title: `${seat.roadshow.title} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const memberId = params.memberId ?? "";
    const fields = await readForm(request);
    const answer = fields.get("intent");
    if (answer !== "accept" && answer !== "decline") {
      throw new DomainError("bad_form", { status: 400 });
    }
    return eventFormRunner(fields)(z.object({ note: freeText(300) }), async (value) => {
      await answerSeat(memberId, answer, value, actor, getDb());
      return backToEvent(seatAnswerHref(memberId), "answered");
    });
  });
}

const SCORES = ["REVIEWER", "JUDGE"];

/** One invitation: accept it, decline it, or go to the work. */
export default function SeatAnswerPage() {
  const { t } = useTranslation("roadshows");
  const { seat } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { roadshow } = seat;
  const role = t(`seats.roles.${seat.role as "JUDGE"}`);
  const isOpen = seat.state === "INVITED" || seat.state === "ACCEPTED";
  const work = SCORES.includes(seat.role) ? seatHref(seat.id) : organiserHref(roadshow.id);
  return (
    <>
      <PageHeader
        title={roadshow.title}
        eyebrow={<SeatStateBadge state={seat.state} />}
        breadcrumbs={[{ label: t("nav.seats"), to: "/desk/seats" }, { label: role }]}
        actions={
          seat.state === "ACCEPTED" ? (
            <LinkButton to={work} variant="primary">
              {t("seats.work")}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary({ note: t("seats.note") })} />
        <Card title={role}>
          <p className="mb-3 text-ink">
            {t("seats.question", { organisation: roadshow.organiser, title: roadshow.title, role })}
          </p>
          <DescriptionList
            items={[
              { label: t("page.days"), value: daysText(roadshow) },
              {
                label: t("overview.publicPage"),
                value: (
                  <LinkButton to={roadshowHref(roadshow.number)} size="sm">
                    {t("number", { number: roadshow.number })}
                  </LinkButton>
                ),
              },
            ]}
          />
          {SCORES.includes(seat.role) && <p className="mt-3 text-muted">{t("seats.duty")}</p>}
        </Card>
        {isOpen && (
          <Card>
            <Form method="post" className="grid gap-4" noValidate>
              <Textarea
                name="note"
                label={t("seats.note")}
                rows={2}
                maxLength={300}
                defaultValue={view.text("note")}
                error={view.error("note")}
              />
              <div className="flex flex-wrap gap-3">
                {seat.state === "INVITED" && (
                  <SubmitButton intent="accept">{t("seats.accept")}</SubmitButton>
                )}
                <SubmitButton intent="decline" variant="danger">
                  {t("seats.decline")}
                </SubmitButton>
              </div>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
