import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { DocumentTable } from "~/components/registration/document-table";
import { DocumentUpload } from "~/components/registration/document-upload";
import { Card } from "~/components/ui/card";
import { addRegistrationDocument } from "~/domain/registration/add-registration-document.server";
import { getApplicantPage } from "~/domain/registration/applicant-page-queries.server";
import { DOCUMENT_KINDS } from "~/domain/registration/dossier-source-schema";
import { getRegistrationAs } from "~/domain/registration/registration-access.server";
import { removeRegistrationDocument } from "~/domain/registration/remove-registration-document.server";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const addSchema = z.object({
  kind: z.enum(DOCUMENT_KINDS, "not_a_choice"),
  note: z.string().trim().max(200, "too_long").default(""),
});
const removeSchema = z.object({ documentId: z.uuid("not_found") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const page = await getApplicantPage(params.id ?? "", actor, findLocale(request), getDb());
    if (page.as !== "APPLICANT") throw new DomainError("forbidden", { status: 403 });
    const { dossier, canWrite } = page;
    return {
      id: dossier.id,
      contractTitle: dossier.title,
      documents: dossier.documents,
      canWrite,
      title: `${t("recognition:page.documents")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const registrationId = params.id ?? "";
    const back = (message: string) =>
      redirectWithFlash(`/desk/registrations/${registrationId}/documents`, {
        tone: "success",
        message: `recognition:flash.${message}`,
      });
    if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
      const form = parseFormData(await readForm(request), removeSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const { documentId } = form.value;
        await removeRegistrationDocument({ registrationId, documentId }, actor, getDb());
        return back("documentRemoved");
      });
    }
    // Only the applicant may make the server read a large body.
    await getRegistrationAs(getDb(), registrationId, actor, ["APPLICANT"]);
    return answerForm(parseFormData(new FormData(), addSchema), async () => {
      const options = { field: "file", maxBytes: MAX_DOCUMENT_BYTES };
      const { fields, upload } = await readUpload(request, options);
      const form = parseFormData(fields, addSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        if (!upload) throw new DomainError("required", { field: "file" });
        await addRegistrationDocument({ registrationId, ...form.value, upload }, actor, getDb());
        return back("documentAdded");
      });
    });
  });
}

export default function RegistrationDocumentsPage() {
  const { t } = useTranslation("recognition");
  const { id, contractTitle, documents, canWrite } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={t("page.documents")}
        breadcrumbs={[
          { label: t("title"), to: "/desk/registrations" },
          { label: contractTitle, to: `/desk/registrations/${id}` },
          { label: t("page.documents") },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {canWrite && <DocumentUpload view={view} />}
        <Card padding="flush">
          <DocumentTable documents={documents} registrationId={id} canRemove={canWrite} />
        </Card>
      </div>
    </>
  );
}
