import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { StageControl } from "~/components/roadshows/day/stage-control";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getStageControl } from "~/domain/roadshows/day/stage-control-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerStageControl } from "~/http/roadshows/stage-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const page = await getStageControl(getDb(), params.id ?? "", params.placeId ?? "", actor);
    const names = [page.board.placeName, t("stage:control.title"), t("common:marketName")];
    return { page, title: names.join(" · ") };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const ids = { roadshowId: params.id ?? "", placeId: params.placeId ?? "" };
    return answerStageControl(request, ids, actor, getDb());
  });
}

export default function StageControlPage() {
  const { t } = useTranslation("stage");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  return (
    <div className="space-y-5">
      <h2 className="text-xl">{t("control.title")}</h2>
      <FormErrorSummary
        {...view.summary({ note: t("control.absentNote"), message: t("control.message") })}
      />
      <StageControl page={page} view={view} />
    </div>
  );
}
