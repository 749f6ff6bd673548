import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { QuestionList } from "~/components/roadshows/day/question-list";
import { useRoadshowLink } from "~/components/roadshows/day/use-roadshow-link";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getQuestionPage } from "~/domain/roadshows/day/question-queries.server";
import { roadshowQuestionProcedure } from "~/domain/roadshows/day/roadshow-question-procedure";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerModeration } from "~/http/roadshows/audience-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const asked = new URL(request.url).searchParams;
    const state =
      roadshowQuestionProcedure.states.find((one) => one === asked.get("state")) ?? "PENDING";
    const filter = { state, page: readPaging(asked, 30).page };
    const id = params.id ?? "";
    const page = await getQuestionPage(getDb(), id, filter, actor);
    const title = `${t("stage:questions.title")} · ${page.title} · ${t("common:marketName")}`;
    return { id, page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerModeration(request, params.id ?? "", actor, getDb());
  });
}

export default function QuestionsPage() {
  const { t } = useTranslation("stage");
  const { id, page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { revalidate } = useRevalidator();
  useRoadshowLink(id, [], {
    onHint: ({ topic }) => {
      if (topic === "questions") revalidate();
    },
  });
  return (
    <div className="space-y-5">
      <h2 className="text-xl">{t("questions.title")}</h2>
      <FormErrorSummary {...view.summary()} />
      <QuestionList page={page} />
    </div>
  );
}
