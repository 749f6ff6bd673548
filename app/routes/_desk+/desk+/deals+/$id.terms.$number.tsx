import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TermsAnswers } from "~/components/deals/terms-answers";
import { TermsNav } from "~/components/deals/terms-nav";
import { TermsSheet } from "~/components/deals/terms-sheet";
import { TermsState } from "~/components/deals/terms-state";
import { TermsVersionHead } from "~/components/deals/terms-version";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { findAcceptedTerms } from "~/domain/deals/term-sheet-queries.server";
import { listTermLabels } from "~/domain/deals/terms-label-queries.server";
import { getTermsVersion } from "~/domain/deals/terms-version-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const dealId = params.id ?? "";
    const version = await getTermsVersion(dealId, Number(params.number), actor, db);
    const accepted = await findAcceptedTerms(db, dealId);
    const labels = await listTermLabels(db, findLocale(request), dealId);
    return { dealId, version, acceptedNumber: accepted?.number ?? null, labels };
  });
}

/** One version, whole, with what changed in it and what may be answered. */
export default function TermsVersionPage() {
  const { t } = useTranslation("terms");
  const { dealId, version, acceptedNumber, labels } = useLoaderData<typeof loader>();
  const { number, previous } = version;
  const base = `/desk/deals/${dealId}/terms`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TermsNav dealId={dealId} />
      <Card
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {t("page.version", { number })} <TermsState state={version.state} />
          </span>
        }
        actions={
          previous && (
            <LinkButton to={`${base}/compare?before=${previous.number}&after=${number}`} size="sm">
              {t("page.compare")}
            </LinkButton>
          )
        }
      >
        <div className="space-y-4">
          <TermsVersionHead version={version} labels={labels} isOpen={false} />
          {version.content.categoryAnswers !== "" && (
            <p className="text-sm">
              {t("page.byQuestions")}{" "}
              <LinkButton
                to={`${base}/category?${version.content.categoryAnswers}`}
                size="sm"
                variant="quiet"
              >
                {t("page.showReason")}
              </LinkButton>
            </p>
          )}
          <TermsAnswers dealId={dealId} version={version} replaces={acceptedNumber} />
        </div>
      </Card>
      <TermsSheet content={version.content} labels={labels} />
    </div>
  );
}
