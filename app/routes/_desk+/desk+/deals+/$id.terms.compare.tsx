import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TermsComparison } from "~/components/deals/terms-comparison";
import { TermsNav } from "~/components/deals/terms-nav";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { listTermLabels } from "~/domain/deals/terms-label-queries.server";
import { compareTerms } from "~/domain/deals/terms-version-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const dealId = params.id ?? "";
    const query = new URL(request.url).searchParams;
    const asked = [Number(query.get("before")), Number(query.get("after"))];
    const [before = 0, after = 0] = asked.sort((a, b) => a - b);
    const compared = await compareTerms(dealId, { before, after }, actor, db);
    const labels = await listTermLabels(db, findLocale(request), dealId);
    return { dealId, compared, labels, onlyChanges: query.get("only") === "changes" };
  });
}

/** Any two versions beside each other. */
export default function TermsComparePage() {
  const { t } = useTranslation("terms");
  const { dealId, compared, labels, onlyChanges } = useLoaderData<typeof loader>();
  const { before, after, changes } = compared;
  const query = `before=${before.number}&after=${after.number}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TermsNav dealId={dealId} />
      <Card
        title={t("page.compareTitle", { before: before.number, after: after.number })}
        padding="flush"
        actions={
          <LinkButton to={onlyChanges ? `?${query}` : `?${query}&only=changes`} size="sm">
            {t(onlyChanges ? "page.showAll" : "page.onlyChanges")}
          </LinkButton>
        }
        footer={t("page.changes", { count: changes.length, from: before.number })}
      >
        <TermsComparison before={before} after={after} labels={labels} onlyChanges={onlyChanges} />
      </Card>
    </div>
  );
}
