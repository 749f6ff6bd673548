import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { ScoreList } from "~/components/roadshows/day/score-list";
import { useRoadshowLink } from "~/components/roadshows/day/use-roadshow-link";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getScorePage } from "~/domain/roadshows/day/score-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerScores } from "~/http/roadshows/score-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const id = params.id ?? "";
    const page = await getScorePage(getDb(), id, actor);
    const title = `${t("stage:scores.title")} · ${page.title} · ${t("common:marketName")}`;
    return { id, page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerScores(request, params.id ?? "", actor, getDb());
  });
}

export default function ScoresPage() {
  const { t } = useTranslation("stage");
  const { id, page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { revalidate } = useRevalidator();
  useRoadshowLink(id, [], {
    onHint: ({ topic }) => {
      if (topic === "scores") revalidate();
    },
  });
  return (
    <div className="space-y-5">
      <h2 className="text-xl">{t("scores.title")}</h2>
      <FormErrorSummary {...view.summary({ isWithout: t("scores.without") })} />
      <ScoreList page={page} roadshowId={id} view={view} />
    </div>
  );
}
