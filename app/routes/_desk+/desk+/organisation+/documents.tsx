import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DocumentForm } from "~/components/identity/document-form";
import { PageHeader } from "~/components/layout/page-header";
import {
  addOrganisationDocument,
  ORGANISATION_DOCUMENTS,
} from "~/domain/identity/add-organisation-document.server";
import { MAX_DOCUMENT_BYTES } from "~/domain/identity/document-file-rules";
import { getActingOrganisationId } from "~/domain/identity/organisation-queries.server";
import { assertCan } from "~/domain/identity/permission-rules";
import { removeOrganisationDocument } from "~/domain/identity/remove-organisation-document.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const addSchema = z.object({ purpose: z.enum(ORGANISATION_DOCUMENTS, "not_a_choice") });
const removeSchema = z.object({ documentId: z.uuid("not_found") });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  return withErrors(async () => {
    assertCan(actor, "organisation.edit", { organisationId: getActingOrganisationId(actor) });
    const t = getFixedT(request, ["identity", "common"]);
    return {
      purposes: ORGANISATION_DOCUMENTS,
      title: `${t("identity:organisation.upload")} · ${t("common:marketName")}`,
    };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const isUpload = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  if (!isUpload) {
    const form = parseFormData(await readForm(request), removeSchema);
    if (form.status !== "success") return redirect("/desk/organisation");
    return withErrors(async () => {
      const { documentId } = form.value;
      const organisationId = getActingOrganisationId(actor);
      await removeOrganisationDocument({ organisationId, documentId }, actor, getDb());
      return redirectWithFlash("/desk/organisation", {
        tone: "success",
        message: "identity:flash.documentRemoved",
      });
    });
  }
  const blank = parseFormData(new FormData(), addSchema);
  return answerForm(blank, async () => {
    const organisationId = getActingOrganisationId(actor);
    assertCan(actor, "organisation.edit", { organisationId });
    const { fields, upload } = await readUpload(request, {
      field: "file",
      maxBytes: MAX_DOCUMENT_BYTES,
    });
    const form = parseFormData(fields, addSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      if (!upload) throw new DomainError("required", { field: "file" });
      const { purpose } = form.value;
      await addOrganisationDocument({ organisationId, purpose, upload }, actor, getDb());
      return redirectWithFlash("/desk/organisation", {
        tone: "success",
        message: "identity:flash.documentAdded",
      });
    });
  });
}

export default function UploadDocument() {
  const { purposes } = useLoaderData<typeof loader>();
  const { t } = useTranslation("identity");
  return (
    <>
      <PageHeader title={t("organisation.upload")} />
      <DocumentForm purposes={purposes} answer={useActionData<typeof action>()} />
    </>
  );
}
