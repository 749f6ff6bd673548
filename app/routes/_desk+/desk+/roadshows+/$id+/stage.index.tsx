import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { ChangeForms } from "~/components/roadshows/day/change-forms";
import { HallCards } from "~/components/roadshows/day/hall-cards";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getStageHalls } from "~/domain/roadshows/day/stage-control-queries.server";
import { newId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerHalls } from "~/http/roadshows/stage-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const page = await getStageHalls(getDb(), params.id ?? "", actor);
    const title = `${t("stage:halls.title")} · ${page.title} · ${t("common:marketName")}`;
    return { page, delayId: newId(), title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerHalls(request, params.id ?? "", actor, getDb());
  });
}

export default function StageHallsPage() {
  const { t } = useTranslation("stage");
  const { page, delayId } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  return (
    <div className="space-y-5">
      <div>
        <h2 className="text-xl">{t("halls.title")}</h2>
        <p className="mt-1 max-w-3xl text-muted">{t("halls.lead")}</p>
      </div>
      <FormErrorSummary
        {...view.summary({
          minutes: t("halls.minutes"),
          note: t("halls.note"),
          participantNumber: t("halls.personNumber"),
        })}
      />
      <HallCards page={page} />
      <ChangeForms page={page} delayId={delayId} view={view} />
    </div>
  );
}
