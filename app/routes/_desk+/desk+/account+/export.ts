import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { exportPersonalData } from "~/domain/identity/export-personal-data.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The person's own data as a file. By POST: it is recorded, and no link can make somebody do it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const found = await exportPersonalData(actor, getDb());
  return new Response(JSON.stringify(found, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="personal-data.json"',
      "cache-control": "private, no-store",
    },
  });
}

export function loader() {
  return redirect("/desk/account/privacy");
}
