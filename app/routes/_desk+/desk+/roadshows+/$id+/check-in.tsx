import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { CheckInDevice } from "~/components/roadshows/day/check-in-device";
import { CheckInForms } from "~/components/roadshows/day/check-in-forms";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { useHydrated } from "~/components/ui/use-hydrated";
import { getCheckInPage } from "~/domain/roadshows/day/check-in-queries.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { newId } from "~/domain/shared/ids";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerCheckIn } from "~/http/roadshows/door-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const id = params.id ?? "";
    const { searchParams } = new URL(request.url);
    const query = (searchParams.get("q") ?? "").slice(0, 60);
    const asked = { query, page: readPaging(searchParams, 20).page };
    const page = await getCheckInPage(getDb(), id, asked, actor);
    const title = `${t("stage:checkIn.title")} · ${page.title} · ${t("common:marketName")}`;
    return { id, query, page, scanId: newId(), title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerCheckIn(request, params.id ?? "", actor, getDb());
  });
}

/** With client code the page goes on without network; without it plain forms do the same. */
export default function CheckInPage() {
  const { t } = useTranslation("stage");
  const { id, query, page, scanId } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const isHydrated = useHydrated();
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="text-xl">{t("checkIn.title")}</h2>
          <p className="mt-1 text-muted">{t("checkIn.counts", page.counts)}</p>
        </div>
        <LinkButton to={organiserHref(id, "check-in/meetings")} size="sm" icon="handshake">
          {t("checkIn.meetings")}
        </LinkButton>
      </div>
      <FormErrorSummary {...view.summary({ code: t("checkIn.code"), name: t("checkIn.name") })} />
      {isHydrated && !view.isRefused ? (
        <CheckInDevice roadshowId={id} />
      ) : (
        <CheckInForms query={query} page={page} scanId={scanId} view={view} />
      )}
    </div>
  );
}
