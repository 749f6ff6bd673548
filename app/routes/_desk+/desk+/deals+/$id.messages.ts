import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { getDealSpeaker } from "~/domain/deals/deal-access.server";
import { listMessagesAfter } from "~/domain/deals/deal-message-queries.server";
import { dealMessageSchema } from "~/domain/deals/deal-message-schema";
import { postDealMessage } from "~/domain/deals/post-deal-message.server";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { parseFormData } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { getDb } from "~/platform/db.server";

const headers = { "cache-control": "private, no-store" };

async function answer(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work(), { headers });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers });
  }
}

/** What came after a message, for a page that was away. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const asked = Number(new URL(request.url).searchParams.get("after"));
  const after = Number.isSafeInteger(asked) && asked > 0 && asked < 1e9 ? asked : 0;
  return answer(() => listMessagesAfter(params.id ?? "", after, actor, getDb()));
}

/** Takes a message of an open page; the same key again is the same message. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  return answer(async () => {
    // Only people of the room may make the server read a large body.
    await getDealSpeaker(getDb(), params.id ?? "", actor, "CONVERSATION");
    const options = { field: "file", maxBytes: MAX_DOCUMENT_BYTES };
    const { fields, upload } = await readUpload(request, options);
    const form = parseFormData(fields, dealMessageSchema);
    if (form.status !== "success") throw new DomainError("bad_form", { status: 400 });
    const input = { ...form.value, upload };
    return { sequence: await postDealMessage(params.id ?? "", input, actor, getDb()) };
  });
}
