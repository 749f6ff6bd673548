import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LicenceStateBadge } from "~/components/licences/licence-state";
import { OfferFile } from "~/components/licences/offer-file";
import { OfferMoves } from "~/components/licences/offer-moves";
import { PaidPurchases } from "~/components/licences/paid-purchases";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { licenceHref } from "~/domain/licences/licence-href-rules";
import { getLicenceFile } from "~/domain/licences/licence-queries.server";
import { listPaidOfOffer } from "~/domain/licences/paid-purchases-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { answerOfficeLicence } from "~/http/licences/office-licence-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["licences", "common"]);
    const file = await getLicenceFile(params.id ?? "", actor, getDb());
    return {
      file,
      paid: await listPaidOfOffer(file.id, getDb()),
      title: `${file.title || t("licences:office.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return answerOfficeLicence(params.id ?? "", request, actor, getDb());
  });
}

/** An offer in the office: what bars it, what it says, and the decision. */
export default function OfficeLicence() {
  const { file, paid } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("licences");
  const title = file.title || t("page.number", { number: file.number });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={<LicenceStateBadge state={file.state} />}
        breadcrumbs={[{ label: t("office.title"), to: "/office/licences" }, { label: title }]}
        meta={
          file.dueAt && (
            <span>
              {t("file.dueAt")} <DateTime value={file.dueAt} />
            </span>
          )
        }
        actions={
          file.openedAt && (
            <LinkButton to={licenceHref(file.number)}>{t("file.publicPage")}</LinkButton>
          )
        }
      />
      <div className="space-y-6">
        {file.mayEdit ? (
          <Alert tone="warning">{t("office.own")}</Alert>
        ) : (
          file.moves.length > 0 && (
            <Card title={t("file.move")}>
              <OfferMoves moves={file.moves} answer={answer} />
            </Card>
          )
        )}
        {paid.length > 0 && !file.mayEdit && <PaidPurchases rows={paid} answer={answer} />}
        <OfferFile file={file} editPath={null} />
      </div>
    </>
  );
}
