import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LicenceStateBadge } from "~/components/licences/licence-state";
import { LicenceText } from "~/components/licences/licence-text";
import { PatentTable } from "~/components/licences/patent-table";
import { PublicFacts } from "~/components/licences/public-facts";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { licenceHref } from "~/domain/licences/licence-href-rules";
import { getPublicLicence } from "~/domain/licences/licence-queries.server";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["licences", "common"]);
    const licence = await getPublicLicence(Number(params.number), getDb());
    return {
      licence,
      title: `${licence.title} · ${t("licences:title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.licence.summary },
];

/** One licence: what it costs, who may take it, and its whole text. */
export default function LicencePage() {
  const { licence } = useLoaderData<typeof loader>();
  const { t } = useTranslation("licences");
  const { terms } = licence;
  const isFull = terms?.placesLeft === 0;
  return (
    <>
      <PageHeader
        title={licence.title}
        eyebrow={
          <>
            <LicenceStateBadge state={licence.state} />
            <span className="text-sm text-muted">
              {t(`kinds.${licence.kind}`)} · {t("page.number", { number: licence.number })}
            </span>
          </>
        }
        lead={licence.summary}
        breadcrumbs={[
          { label: t("list.title"), to: "/licences" },
          { label: t("page.number", { number: licence.number }) },
        ]}
      />
      <div className="space-y-6">
        {licence.state === "SUSPENDED" && <Alert tone="warning">{t("page.suspended")}</Alert>}
        {licence.state === "CLOSED" && (
          <Alert tone="warning">
            {t("page.closed")} {licence.closeNote}
          </Alert>
        )}
        {terms && (
          <Card>
            <PublicFacts
              terms={terms}
              kind={licence.kind}
              organisation={{ id: licence.organisationId, name: licence.organisation }}
              achievement={licence.isAchievementPublic ? licence.achievement : null}
            />
            {terms.isForeign && (
              <div className="mt-4">
                <Alert tone="warning">{t("page.foreign")}</Alert>
              </div>
            )}
            <div className="no-print mt-5 flex flex-wrap items-center gap-3">
              {isFull ? (
                <p className="font-medium">{t("page.soldOut")}</p>
              ) : (
                <>
                  <LinkButton
                    to={`${licenceHref(licence.number)}/take`}
                    variant="primary"
                    size="lg"
                  >
                    {t("page.take")}
                  </LinkButton>
                  <span className="text-muted">{t("page.takeText")}</span>
                </>
              )}
            </div>
          </Card>
        )}
        {terms && terms.patents.length > 0 && (
          <Card title={t("page.patentsTitle")} padding="flush">
            <PatentTable patents={terms.patents} />
          </Card>
        )}
        <Card title={t("page.textTitle")}>
          <p className="mb-4 text-sm break-all text-muted">
            {t("page.textVersion", { version: licence.textVersion, hash: licence.textHash })}
            {" · "}
            {t("page.textChinese")}
          </p>
          <LicenceText text={licence.text} />
          <p className="mt-4 text-sm text-muted">{t("page.notParty")}</p>
        </Card>
      </div>
    </>
  );
}
