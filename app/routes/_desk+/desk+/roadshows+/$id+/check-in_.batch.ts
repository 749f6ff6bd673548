import type { ActionFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { answerScanBatch } from "~/http/roadshows/door-form.server";
import { getDb } from "~/platform/db.server";

/** Takes the queue of a device. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  return answerScanBatch(request, params.id ?? "", actor, getDb());
}
