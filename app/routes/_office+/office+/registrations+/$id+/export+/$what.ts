import type { LoaderFunctionArgs } from "@remix-run/node";
import { withErrors } from "~/http/error-response.server";
import { requireRegistrar } from "~/http/guards.server";
import { registrationExport } from "~/http/registration-export.server";

/** One export of a case: form, dossier or exchange data. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireRegistrar(request);
    return registrationExport(request, { id: params.id, what: params.what }, actor);
  });
}
