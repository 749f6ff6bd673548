import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DecisionForm } from "~/components/identity/decision-form";
import { DocumentsCard } from "~/components/identity/documents-card";
import { OrganisationFacts } from "~/components/identity/organisation-facts";
import { ReviewChecks } from "~/components/identity/review-checks";
import { OrganisationStateBadge } from "~/components/identity/state-badge";
import { VerificationHistory } from "~/components/identity/verification-history";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { decideOrganisation, OFFICE_MOVES } from "~/domain/identity/decide-organisation.server";
import { getOrganisationFile } from "~/domain/identity/organisation-queries.server";
import { noteSchema } from "~/domain/identity/organisation-schema";
import { assertCan, membershipOf } from "~/domain/identity/permission-rules";
import { namesOfRegions } from "~/domain/identity/region-queries.server";
import { officeMovesFor } from "~/domain/identity/verification-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const db = getDb();
    const file = await getOrganisationFile(db, params.id ?? "", actor);
    // A member with a seat elsewhere may see the file on the desk, not in this office.
    assertCan(actor, "organisation.verify", { regionCode: file.regionCode });
    const names = await namesOfRegions(db, [file.regionCode], findLocale(request));
    const t = getFixedT(request, ["identity", "common"]);
    return {
      file,
      regionName: names.get(file.regionCode) ?? file.regionCode,
      moves: officeMovesFor(actor, file),
      isOwn: membershipOf(actor, file.id) !== null,
      asksAuthority: env().IDENTITY_CHECK_URL !== undefined,
      title: `${t("identity:review.title", { name: file.legalName })} · ${t("common:marketName")}`,
    };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

const decisionSchema = noteSchema.extend({ move: z.enum(OFFICE_MOVES, "not_a_choice") });

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const organisationId = params.id ?? "";
    if (!isId(organisationId)) throw new DomainError("not_found", { status: 404 });
    const form = await parseForm(request, decisionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await decideOrganisation({ organisationId, ...form.value }, actor, getDb());
      return redirectWithFlash("/office/verifications", {
        tone: "success",
        message: "identity:flash.decided",
      });
    });
  });
}

export default function OrganisationReview() {
  const { file, regionName, moves, isOwn, asksAuthority } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  return (
    <>
      <PageHeader
        title={file.legalName}
        eyebrow={<OrganisationStateBadge state={file.state} />}
        breadcrumbs={[
          { label: t("queue.title"), to: "/office/verifications" },
          { label: file.legalName },
        ]}
        meta={<span>{t("review.members", { count: file.memberCount })}</span>}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-6">
          <Card title={t("review.facts")}>
            <OrganisationFacts organisation={file} regionName={regionName} />
            {file.intro && <p className="prose-text mt-4">{file.intro}</p>}
          </Card>
          <DocumentsCard documents={file.documents} mayAdd={false} mayRemove={false} />
        </div>
        <div className="space-y-6">
          <Card title={t("review.checks")}>
            <ReviewChecks organisation={file} />
          </Card>
          <Card title={t("review.decide")}>
            {isOwn ? (
              <Alert tone="warning">{t("review.own")}</Alert>
            ) : moves.length > 0 ? (
              <DecisionForm
                answer={answer}
                asksAuthority={asksAuthority}
                options={moves.map((value) => ({ value, label: t(`review.${value}`) }))}
              />
            ) : (
              <p className="text-muted">
                {t("review.noMoves")}{" "}
                <Link className="link" to="/office/verifications">
                  {t("review.back")}
                </Link>
              </p>
            )}
          </Card>
          <Card title={t("organisation.history")}>
            <VerificationHistory entries={file.timeline} />
          </Card>
        </div>
      </div>
    </>
  );
}
