import { type ActionFunctionArgs, data } from "@remix-run/node";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { autosaveProject } from "~/http/roadshows/project-form.server";
import { getDb } from "~/platform/db.server";

/** Saves what is being written, for the page itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return data(await autosaveProject(request, params.id ?? "", actor, getDb()));
  });
}

export function loader() {
  return withErrors(async () => {
    throw new DomainError("not_found", { status: 404 });
  });
}
