import type { LoaderFunctionArgs } from "@remix-run/node";
import { BROKER_FILE_KINDS, getBrokerDocument } from "~/domain/brokers/broker-file-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** Certificate or photo for the broker and the talent-pool office of the region. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const kind = assertFound(BROKER_FILE_KINDS.find((one) => one === params.kind));
    const input = { profileId: params.id ?? "", kind };
    return fileResponse(await getBrokerDocument(input, actor, getDb()));
  });
}
