import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { HoldersCard } from "~/components/tenders/holders-card";
import { ShareOpener } from "~/components/tenders/share-opener";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getHolderPage, listSharesToOpen } from "~/domain/tenders/opening-page-queries.server";
import { BEFORE_ISSUE } from "~/domain/tenders/tender-procedure";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerOpeningForm } from "~/http/tenders/holder-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["tenders", "common"]);
    const page = await getHolderPage(params.id ?? "", actor, getDb());
    return {
      ...page,
      sealed: await listSharesToOpen(page, getDb()),
      isEarly: BEFORE_ISSUE.includes(page.tender.state) || page.tender.state === "ISSUED",
      title: `${t("tenders:opening.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerOpeningForm(request, params.id ?? "", actor, getDb());
  });
}

/** 开标: a holder opens the shares that are sealed to the own key. */
export default function OpeningPage() {
  const { t } = useTranslation("tenders");
  const { tender, own, holders, sealed, isEarly } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const isOpening = tender.state === "OPENING";
  return (
    <>
      <PageHeader
        title={t("opening.title")}
        lead={t("opening.lead")}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/tenders?list=duties" },
          { label: tender.title },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary {...view.summary({})} />
        <Card>
          {isEarly && <Alert tone="info">{t("opening.early")}</Alert>}
          {!isEarly && !isOpening && (
            <Alert
              tone="success"
              actions={
                <LinkButton to={`/tenders/${tender.number}`} size="sm">
                  {t("opening.record")}
                </LinkButton>
              }
            >
              {t("opening.over")}
            </Alert>
          )}
          {isOpening && own.openedAt && <Alert tone="success">{t("opening.handed")}</Alert>}
          {isOpening && !own.openedAt && <ShareOpener sealed={sealed} />}
          {isOpening && <p className="mt-4 text-sm text-muted">{t("opening.conclude")}</p>}
        </Card>
        <HoldersCard holders={holders} />
      </div>
    </>
  );
}
