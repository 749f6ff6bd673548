import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPaperFile } from "~/domain/registration/paper-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireRegistrar } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A certificate, notice or opinion as it was issued. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireRegistrar(request);
    const ids = { registrationId: params.id ?? "", paperId: params.paperId ?? "" };
    return fileResponse({ ...(await readPaperFile(getDb(), ids, actor)), isPublic: false });
  });
}
