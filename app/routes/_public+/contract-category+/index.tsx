import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { CategoryOutcome } from "~/components/registration/category-outcome";
import { CategoryPath } from "~/components/registration/category-path";
import { CategoryQuestion } from "~/components/registration/category-question";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import {
  CATEGORY_RULES_VERSION,
  walkCategoryQuestions,
} from "~/domain/registration/category-rules";
import { getCategoryView } from "~/domain/registration/category-view-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["registration", "common"]);
    const { steps, question, problem, result } = walkCategoryQuestions(
      new URL(request.url).searchParams,
    );
    return {
      steps,
      question,
      problem,
      view: result && (await getCategoryView(getDb(), result, findLocale(request))),
      title: `${t("registration:wizard.title")} · ${t("common:marketName")}`,
      description: t("registration:wizard.description"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function ContractCategoryPage() {
  const { t } = useTranslation("registration");
  const { steps, question, problem, view } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("wizard.title")}
        lead={t("wizard.lead")}
        meta={t("wizard.version", { version: CATEGORY_RULES_VERSION })}
      />
      <div className="space-y-6">
        {question && <CategoryQuestion question={question} steps={steps} problem={problem} />}
        {view && problem && <Alert tone="warning">{t(`problem.${problem}`)}</Alert>}
        {view && <CategoryOutcome view={view} />}
        {view && (
          <div className="no-print space-y-3">
            <div className="flex flex-wrap gap-3">
              {view.kind === "TECHNICAL" && (
                <LinkButton
                  to={`/registration-check?category=${view.code}`}
                  variant="primary"
                  icon="certificate"
                >
                  {t("wizard.toCheck")}
                </LinkButton>
              )}
              <LinkButton to="/contract-category" icon="refresh">
                {t("wizard.startOver")}
              </LinkButton>
            </div>
            <p className="text-sm text-muted">{t("wizard.print")}</p>
          </div>
        )}
        <CategoryPath steps={steps} />
        {question && steps.length > 0 && (
          <LinkButton to="/contract-category" icon="refresh">
            {t("wizard.startOver")}
          </LinkButton>
        )}
        <Alert tone="neutral" title={t("wizard.mixedTitle")}>
          {t("wizard.mixed")}
        </Alert>
        <p className="text-sm text-muted">{t("law.note")}</p>
      </div>
    </>
  );
}
