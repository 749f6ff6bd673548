import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { MeetingDesk } from "~/components/roadshows/day/meeting-desk";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getMeetingDesk } from "~/domain/roadshows/day/meeting-desk-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerMeetingDesk } from "~/http/roadshows/door-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const { page: asked } = readPaging(new URL(request.url).searchParams, 40);
    const page = await getMeetingDesk(getDb(), params.id ?? "", asked, actor);
    const title = `${t("stage:meetings.title")} · ${page.title} · ${t("common:marketName")}`;
    return { page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerMeetingDesk(request, params.id ?? "", actor, getDb());
  });
}

export default function MeetingDeskPage() {
  const { t } = useTranslation("stage");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  return (
    <div className="space-y-5">
      <div>
        <h2 className="text-xl">{t("meetings.title")}</h2>
        <p className="mt-1 text-muted">{t("meetings.counts", page.counts)}</p>
      </div>
      <FormErrorSummary
        {...view.summary({
          fromNumber: t("meetings.from"),
          toNumber: t("meetings.to"),
          projectNumber: t("meetings.project"),
          minutes: t("meetings.minutes"),
        })}
      />
      <MeetingDesk page={page} view={view} />
    </div>
  );
}
