import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SignDecline } from "~/components/contracts/sign-decline";
import { SignDocument } from "~/components/contracts/sign-document";
import { SignGiveForm } from "~/components/contracts/sign-give-form";
import { SignNameForm } from "~/components/contracts/sign-name-form";
import { SignSigners } from "~/components/contracts/sign-signers";
import { SignStartForm } from "~/components/contracts/sign-start-form";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { StatusBadge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { declineSigning } from "~/domain/contracts/decline-signing.server";
import { nameSigner } from "~/domain/contracts/name-signer.server";
import { requestSignCode } from "~/domain/contracts/request-sign-code.server";
import { signContract } from "~/domain/contracts/sign-contract.server";
import { getSignPage } from "~/domain/contracts/sign-page-queries.server";
import {
  nameSignerSchema,
  refusalSchema,
  sendCodeSchema,
  signSchema,
  startSigningSchema,
} from "~/domain/contracts/sign-schema";
import { startSigning } from "~/domain/contracts/start-signing.server";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { authHeaders } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["signing", "common"]);
    const page = await getSignPage(getDb(), params.id ?? "", actor);
    const title = `${t("signing:sign.title")} · ${page.title} · ${t("common:marketName")}`;
    return { page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params, context }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const contractId = params.id;
    if (!isId(contractId)) throw new DomainError("not_found", { status: 404 });
    const fields = await readForm(request);
    const back = (message: string) =>
      redirectWithFlash(`/desk/contracts/${contractId}/sign`, {
        tone: "success",
        message: `signing:${message}`,
      });
    switch (fields.get("intent")) {
      case "name": {
        const form = parseFormData(fields, nameSignerSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await nameSigner({ contractId, ...form.value }, actor, db);
          return back("name.saved");
        });
      }
      case "start": {
        const form = parseFormData(fields, startSigningSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await startSigning({ contractId, ...form.value }, actor, db);
          return back("start.started");
        });
      }
      case "code": {
        const form = parseFormData(fields, sendCodeSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await requestSignCode({ contractId, ...form.value }, actor, db);
          return back("give.sent");
        });
      }
      case "sign": {
        const form = parseFormData(fields, signSchema);
        const safe = withoutSecrets(form, ["code"]);
        if (form.status !== "success") return refuseForm(safe);
        return answerForm(safe, async () => {
          const { documentSha256, agreementHash, code } = form.value;
          const headers = authHeaders(request, context.clientIp);
          const userAgent = request.headers.get("user-agent") ?? "";
          const place = { headers, ipAddress: context.clientIp, userAgent };
          const input = { contractId, documentSha256, agreementHash, code, ...place };
          await signContract(input, actor, db);
          return back("give.signed");
        });
      }
      case "decline": {
        const form = parseFormData(fields, refusalSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await declineSigning({ contractId, ...form.value }, actor, db);
          return back("decline.done");
        });
      }
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function SignPage() {
  const { t } = useTranslation("signing");
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  const declined = page.signers.find((one) => one.declinedAt);
  const isSealing = page.state === "SIGNING" && page.signers.every((one) => one.signedAt);
  const labels = {
    userId: t("name.person"),
    capacity: t("name.capacity"),
    by: t("give.by"),
    code: t("give.code"),
    agreed: t("give.agreed"),
    hasRead: t("document.hash"),
    note: t("decline.note"),
  };
  return (
    <>
      <PageHeader
        title={page.title}
        eyebrow={
          <StatusBadge tone={page.sealed ? "success" : "brand"}>
            {t(`sign.states.${page.state as "SIGNING"}`)}
          </StatusBadge>
        }
        lead={t("sign.lead")}
        breadcrumbs={[
          { label: t("sign.back"), to: `/desk/deals/${page.dealId}/contracts/${page.id}` },
          { label: t("sign.title") },
        ]}
        actions={
          page.mayUsePaper && (
            <LinkButton to={`/desk/contracts/${page.id}/paper`} icon="print">
              {t("sign.toPaper")}
            </LinkButton>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary {...view.summary(labels)} />
        {page.sealed && page.signingMode === "ELECTRONIC" && (
          <Alert tone="success">{t("sign.sealed")}</Alert>
        )}
        {isSealing && <Alert tone="info">{t("sign.sealing")}</Alert>}
        {declined && page.state === "DRAFT" && (
          <Alert
            tone="warning"
            title={t("sign.declinedBy", { organisation: declined.organisation })}
          >
            {declined.declineNote} {t("sign.declinedNote")}
          </Alert>
        )}
        {!page.document && !declined && <Alert tone="info">{t("sign.notFinal")}</Alert>}
        <SignDocument page={page} />
        <SignSigners page={page} />
        <SignGiveForm page={page} answer={answer} />
        <SignNameForm page={page} answer={answer} />
        <SignStartForm page={page} />
        {page.mayDecline && (
          <div>
            <SignDecline error={view.error("note")} />
          </div>
        )}
      </div>
    </>
  );
}
