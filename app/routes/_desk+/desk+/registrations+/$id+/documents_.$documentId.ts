import type { LoaderFunctionArgs } from "@remix-run/node";
import { getRegistrationDocument } from "~/domain/registration/document-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A paper of the dossier, for the applicant and for those who handle it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id = "", documentId = "" } = params;
    return fileResponse(await getRegistrationDocument(id, documentId, actor, getDb()));
  });
}
