import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PaperCheck, PaperPrint, PaperUpload } from "~/components/contracts/sign-paper-steps";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { StatusBadge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { confirmPaper } from "~/domain/contracts/confirm-paper.server";
import {
  PAPER_MAX_BYTES,
  paperConfirmSchema,
  paperRejectSchema,
  paperUploadSchema,
} from "~/domain/contracts/paper-schema";
import { rejectPaper } from "~/domain/contracts/reject-paper.server";
import { getPaperPage } from "~/domain/contracts/sign-page-queries.server";
import { uploadPaper } from "~/domain/contracts/upload-paper.server";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["signing", "common"]);
    const page = await getPaperPage(getDb(), params.id ?? "", actor);
    const title = `${t("signing:paper.title")} · ${page.title} · ${t("common:marketName")}`;
    return { page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const contractId = params.id;
    if (!isId(contractId)) throw new DomainError("not_found", { status: 404 });
    const back = (message: string) =>
      redirectWithFlash(`/desk/contracts/${contractId}/paper`, {
        tone: "success",
        message: `signing:${message}`,
      });
    const isUpload = request.headers.get("content-type")?.startsWith("multipart/form-data");
    if (isUpload) {
      // Only people of the contract may make the server read a large body.
      await getPaperPage(db, contractId, actor);
      const blank = parseFormData(new FormData(), paperUploadSchema);
      return answerForm(blank, async () => {
        const { fields, upload } = await readUpload(request, {
          field: "scan",
          maxBytes: PAPER_MAX_BYTES,
        });
        const form = parseFormData(fields, paperUploadSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          if (!upload) throw new DomainError("required", { field: "scan" });
          const { signedOn } = form.value;
          await uploadPaper({ contractId, upload, signedOn }, actor, db);
          return back("paper.uploaded");
        });
      });
    }
    const fields = await readForm(request);
    switch (fields.get("intent")) {
      case "confirm": {
        const form = parseFormData(fields, paperConfirmSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await confirmPaper({ contractId, scanSha256: form.value.scanSha256 }, actor, db);
          return back("paper.confirmed");
        });
      }
      case "reject": {
        const form = parseFormData(fields, paperRejectSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await rejectPaper({ contractId, note: form.value.note }, actor, db);
          return back("paper.rejected");
        });
      }
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function PaperPage() {
  const { t } = useTranslation("signing");
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  const labels = {
    scan: t("paper.scan"),
    signedOn: t("paper.signedOn"),
    isComplete: t("paper.isComplete"),
    sameText: t("paper.checkTitle"),
    allSeals: t("paper.allSeals"),
    note: t("paper.rejectNote"),
  };
  return (
    <>
      <PageHeader
        title={page.title}
        eyebrow={<StatusBadge>{t(`sign.states.${page.state as "SIGNING"}`)}</StatusBadge>}
        lead={t("paper.lead")}
        breadcrumbs={[
          { label: t("sign.back"), to: `/desk/deals/${page.dealId}/contracts/${page.id}` },
          { label: t("paper.title") },
        ]}
        actions={
          page.state === "FINAL" && (
            <LinkButton to={`/desk/contracts/${page.id}/sign`} icon="edit">
              {t("paper.back")}
            </LinkButton>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary {...view.summary(labels)} />
        {!page.mayUpload && !page.scan && <Alert tone="info">{t("paper.closed")}</Alert>}
        {page.mayUpload && <PaperPrint page={page} />}
        <PaperUpload page={page} answer={answer} />
        <PaperCheck page={page} answer={answer} />
      </div>
    </>
  );
}
