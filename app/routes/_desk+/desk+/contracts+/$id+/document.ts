import type { LoaderFunctionArgs } from "@remix-run/node";
import { getContractDocument } from "~/domain/contracts/sign-document-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The final or the sealed document of a contract, as a download. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const asked = new URL(request.url).searchParams.get("which");
    const which = asked === "sealed" ? "sealed" : "final";
    const file = await getContractDocument(getDb(), params.id ?? "", which, actor);
    return fileResponse({ ...file, isPublic: false });
  });
}
