import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LicenceStateBadge } from "~/components/licences/licence-state";
import { OfferFile } from "~/components/licences/offer-file";
import { OfferMoves } from "~/components/licences/offer-moves";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { licenceHref, ownLicenceHref } from "~/domain/licences/licence-href-rules";
import { EDITABLE } from "~/domain/licences/licence-offer-procedure";
import { getLicenceFile } from "~/domain/licences/licence-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { runLicenceMove } from "~/http/licences/offer-move.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["licences", "common"]);
    const file = await getLicenceFile(params.id ?? "", actor, getDb());
    return { file, title: `${file.title || t("licences:title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return runLicenceMove(params.id ?? "", "/desk/licences", request, actor, getDb());
  });
}

/** An own offer: where it stands, what is missing, the text that comes of it. */
export default function OwnLicence() {
  const { file } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("licences");
  const mayEdit = file.mayEdit && EDITABLE.includes(file.state);
  const editPath = mayEdit ? `${ownLicenceHref(file.id)}/edit` : null;
  const ownMoves = file.mayEdit ? file.moves : [];
  const title = file.title || t("page.number", { number: file.number });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={<LicenceStateBadge state={file.state} />}
        breadcrumbs={[{ label: t("desk.title"), to: "/desk/licences" }, { label: title }]}
        meta={
          file.dueAt && (
            <span>
              {t("file.dueAt")} <DateTime value={file.dueAt} />
            </span>
          )
        }
        actions={
          <>
            {file.openedAt && (
              <LinkButton to={licenceHref(file.number)}>{t("file.publicPage")}</LinkButton>
            )}
            {editPath && (
              <LinkButton to={editPath} variant="primary">
                {t("file.edit")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-6">
        {ownMoves.length > 0 && (
          <Card title={t("file.move")}>
            {file.state === "OPEN" && (
              <p className="mb-4 text-sm text-muted">{t("file.suspendHint")}</p>
            )}
            <OfferMoves moves={ownMoves} answer={answer} />
          </Card>
        )}
        <OfferFile file={file} editPath={editPath} />
      </div>
    </>
  );
}
