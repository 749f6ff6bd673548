import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { InviteForm, StaffTable } from "~/components/roadshows/events/staff-cards";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { getStaff } from "~/domain/roadshows/events/staff-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerStaff } from "~/http/roadshows/event-page-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await getStaff(params.id ?? "", actor, { skip, take: size }, getDb());
    const title = `${t("roadshows:tabs.staff")} · ${t("common:marketName")}`;
    return { ...found, page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerStaff(request, params.id ?? "", actor, getDb());
  });
}

/** Who reviews, judges and works for the event. */
export default function RoadshowStaffPage() {
  const { t } = useTranslation("roadshows");
  const { members, total, colleagues, page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const from = (page - 1) * PAGE_SIZE;
  return (
    <div className="space-y-5">
      <FormErrorSummary
        {...view.summary({
          role: t("seats.role"),
          email: t("seats.email"),
          userId: t("seats.colleague"),
          title: t("seats.personTitle"),
        })}
      />
      <StaffTable members={members} />
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + members.length < total ? `?page=${page + 1}` : null}
      />
      <InviteForm key={total} colleagues={colleagues} view={view} />
    </div>
  );
}
