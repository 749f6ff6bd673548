import type { LoaderFunctionArgs } from "@remix-run/node";
import { getBrokerDocument } from "~/domain/brokers/broker-file-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A broker's photo: for everybody once the person has consented to it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const input = { profileId: params.id ?? "", kind: "photo" as const };
    return fileResponse(await getBrokerDocument(input, actor, getDb()));
  });
}
