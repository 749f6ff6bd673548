import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { SigningForm } from "~/components/roadshows/day/signing-form";
import { SigningTable, useSigningText } from "~/components/roadshows/day/signing-table";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { getSigningPage } from "~/domain/roadshows/day/signing-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerSigning } from "~/http/roadshows/signing-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const asked = readPaging(new URL(request.url).searchParams, 50).page;
    const page = await getSigningPage(getDb(), params.id ?? "", asked, actor);
    const title = `${t("stage:signing.title")} · ${page.title} · ${t("common:marketName")}`;
    return { page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerSigning(request, params.id ?? "", actor, getDb());
  });
}

/** 现场签约清单; prints as it stands. */
export default function SigningListPage() {
  const { t } = useTranslation("stage");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const text = useSigningText();
  const to = (at: number) => (at < 1 || at > page.pages ? null : `?page=${at}`);
  const { intentions, contracts, amountFen } = page.totals;
  return (
    <div className="space-y-5">
      <h2 className="text-xl">{t("signing.title")}</h2>
      <Alert tone="info">{t("signing.notice")}</Alert>
      <FormErrorSummary
        {...view.summary({
          title: t("signing.name"),
          supply: t("signing.supply"),
          demand: t("signing.demand"),
          projectNumber: t("signing.projectNumber"),
          amountFen: t("signing.amount"),
        })}
      />
      <Card padding="flush">
        <SigningTable page={page} />
      </Card>
      <p>{t("signing.totals", { intentions, contracts, amount: text.amount(amountFen) })}</p>
      <Pagination
        previousTo={to(page.page - 1)}
        nextTo={to(page.page + 1)}
        summary={`${page.page} / ${page.pages} · ${page.total}`}
      />
      {page.mayWrite && <SigningForm view={view} />}
    </div>
  );
}
