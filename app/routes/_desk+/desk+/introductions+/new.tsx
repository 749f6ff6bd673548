import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { IntroductionForm } from "~/components/matching/introduction-form";
import { useOwnerText } from "~/components/matching/use-owner-text";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { isListingKind } from "~/domain/catalogue/listing-kind-rules";
import { introductionSchema } from "~/domain/matching/introduction-schema";
import { requestIntroduction } from "~/domain/matching/request-introduction.server";
import { getRequestPage } from "~/domain/matching/request-page-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["matching", "common"]);
    const params = new URL(request.url).searchParams;
    const kind = params.get("kind");
    if (!isListingKind(kind)) throw new DomainError("not_found", { status: 404 });
    const page = await getRequestPage(kind, params.get("id") ?? "", actor, getDb());
    if (page.openRequestId) throw redirect(`/desk/introductions/${page.openRequestId}`);
    return {
      ...page,
      title: `${t("newTitle")} · ${t("common:marketName")}`,
      ownListingId: params.get("own") ?? "",
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, introductionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const id = await requestIntroduction(form.value, actor, getDb());
      return redirectWithFlash(`/desk/introductions/${id}`, {
        tone: "success",
        message: "matching:requestSent",
      });
    });
  });
}

/** Where a person goes to remove what stands in the way. */
const REMEDIES: Record<string, { to: string; label: "toOrganisation" | "toRealName" }> = {
  introduction_no_organisation: { to: "/desk/organisation", label: "toOrganisation" },
  introduction_unverified: { to: "/desk/organisation", label: "toRealName" },
  introduction_real_name: { to: "/desk/account", label: "toRealName" },
};

export default function NewIntroductionPage() {
  const { t } = useTranslation("matching");
  const errorText = useErrorText();
  const ownerText = useOwnerText();
  const page = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { target, obstacle } = page;
  const remedy = obstacle ? REMEDIES[obstacle] : undefined;
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        lead={t("newLead", { days: page.replyWorkdays })}
        breadcrumbs={[
          { label: t("introductionsTitle"), to: "/desk/introductions" },
          { label: t("newTitle") },
        ]}
      />
      <div className="grid gap-5">
        <Card title={t("newFor")}>
          <p className="text-sm text-muted">
            {target.kind === "need" ? t("need") : t("achievement")} · {ownerText(target.owner)}
          </p>
          <p className="text-lg">
            <Link className="link" to={target.href}>
              {target.title}
            </Link>
          </p>
          {target.owner.name === null && (
            <p className="mt-2 text-sm text-muted">{t("blindedNotice")}</p>
          )}
        </Card>
        {obstacle ? (
          <Alert
            tone="warning"
            title={t("cannotRequestTitle")}
            actions={remedy && <LinkButton to={remedy.to}>{t(remedy.label)}</LinkButton>}
          >
            {errorText(obstacle)}
          </Alert>
        ) : (
          <>
            {page.organisationName && (
              <p className="text-muted">{t("actingAs", { organisation: page.organisationName })}</p>
            )}
            <IntroductionForm
              target={target}
              ownListings={page.ownListings}
              ownListingId={page.ownListingId}
              view={view}
            />
          </>
        )}
      </div>
    </>
  );
}
