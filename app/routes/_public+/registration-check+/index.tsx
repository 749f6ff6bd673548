import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { SelfCheckForm, type SelfCheckValues } from "~/components/registration/self-check-form";
import { SelfCheckReport } from "~/components/registration/self-check-report";
import { checkContract } from "~/domain/registration/check-contract.server";
import { selfCheckSchema } from "~/domain/registration/self-check-schema";
import { listSubKinds } from "~/domain/registration/sub-kind-queries.server";
import { withErrors } from "~/http/error-response.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["registration", "common"]);
    const asked = new URL(request.url).searchParams.get("category") ?? "";
    const categories = await listSubKinds(getDb(), findLocale(request));
    return {
      categories,
      category: categories.some((one) => one.value === asked) ? asked : "",
      title: `${t("registration:selfCheck.title")} · ${t("common:marketName")}`,
      description: t("registration:selfCheck.description"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, selfCheckSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => ({
    result: { initialValue: form.payload },
    view: await checkContract(form.value, getDb()),
  }));
}

export default function RegistrationCheckPage() {
  const { t } = useTranslation("registration");
  const { categories, category } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = answer && "view" in answer ? answer.view : null;
  const refused = answer && !("view" in answer) ? answer.result : undefined;
  const values = (answer?.result.initialValue ?? { category }) as SelfCheckValues;
  return (
    <>
      <PageHeader title={t("selfCheck.title")} lead={t("selfCheck.lead")} />
      <div className="space-y-8">
        {view && <SelfCheckReport view={view} values={values} />}
        {view && <h2 className="no-print text-2xl">{t("selfCheck.printAgain")}</h2>}
        <SelfCheckForm
          // A new answer starts the form anew with what was entered.
          key={view ? "answered" : "new"}
          categories={categories}
          lastResult={refused}
          values={values}
        />
      </div>
    </>
  );
}
