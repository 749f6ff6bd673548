import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/shared/domain-error";
import { answerPublicRead, answerWrite, readJson } from "~/http/api/answer.server";
import { createDraftOnce } from "~/http/api/create-draft-once.server";
import { readListings } from "~/http/api/listing-resources.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** Published needs: a search, or a walk over all with `cursor`. Public. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  return answerPublicRead(context.requestId, () => readListings("need", params, getDb()));
}

/** A draft in the name of the caller's organisation. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerWrite(context.requestId, async () => {
    if (request.method !== "POST") throw new DomainError("not_found", { status: 404 });
    const actor = await findActor(request);
    if (!actor) throw new DomainError("sign_in_required", { status: 401 });
    const key = request.headers.get("idempotency-key");
    const draft = await createDraftOnce("need", await readJson(request), key, actor, getDb());
    return { status: 201, body: draft, location: draft.url };
  });
}
