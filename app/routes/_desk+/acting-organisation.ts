import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { switchOrganisation } from "~/domain/identity/switch-organisation.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { safePath } from "~/http/safe-path";
import { getDb } from "~/platform/db.server";

/** Chooses the organisation in whose name the session acts. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const fields = await readForm(request);
  const organisationId = String(fields.get("organisationId") ?? "");
  const target = fields.get("redirectTo");
  return withErrors(async () => {
    await switchOrganisation({ organisationId }, actor, getDb());
    const chosen = actor.memberships.find((one) => one.organisationId === organisationId);
    return redirectWithFlash(safePath(typeof target === "string" ? target : null, "/desk"), {
      tone: "success",
      message: "identity:flash.switched",
      params: { organisation: chosen?.organisationName ?? "" },
    });
  });
}

export function loader() {
  return redirect("/desk");
}
