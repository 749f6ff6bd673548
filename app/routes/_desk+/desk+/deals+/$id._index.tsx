import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Conversation } from "~/components/deals/conversation";
import { useFormView } from "~/components/identity/form-view";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getDealSpeaker } from "~/domain/deals/deal-access.server";
import { getConversation } from "~/domain/deals/deal-message-queries.server";
import { dealMessageSchema } from "~/domain/deals/deal-message-schema";
import { markDealOpened } from "~/domain/deals/mark-deal-opened.server";
import { postDealMessage } from "~/domain/deals/post-deal-message.server";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { newId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { isFetchAhead } from "~/http/fetch-ahead";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { getDb } from "~/platform/db.server";
import type { loader as roomLoader } from "./$id";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const asked = Number(new URL(request.url).searchParams.get("before"));
    const before = Number.isSafeInteger(asked) && asked > 1 && asked < 1e9 ? asked : null;
    try {
      const conversation = await getConversation(id, before, actor, getDb());
      // A browser that only prepares for a click has not shown anything to the person.
      const last = conversation.messages.at(-1)?.sequence ?? 0;
      if (!isFetchAhead(request) && before === null) await markDealOpened(id, last, actor, getDb());
      return { conversation, clientKey: newId() };
    } catch (error) {
      // An adviser without this part still has a room to be in.
      if (error instanceof DomainError && error.code === "deal_area_closed") {
        return { conversation: null, clientKey: "" };
      }
      throw error;
    }
  });
}

/** A message by plain form; pages with scripts post to `messages`. */
export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    // Only people of the room may make the server read a large body.
    await getDealSpeaker(getDb(), id, actor, "CONVERSATION");
    const blank = parseFormData(new FormData(), dealMessageSchema.partial());
    return answerForm(blank, async () => {
      const { fields, upload } = await readUpload(request, {
        field: "file",
        maxBytes: MAX_DOCUMENT_BYTES,
      });
      const form = parseFormData(fields, dealMessageSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await postDealMessage(id, { ...form.value, upload }, actor, getDb());
        return redirectWithFlash(`/desk/deals/${id}`, {
          tone: "success",
          message: "deals:conversation.sent",
        });
      });
    });
  });
}

export default function DealConversationPage() {
  const { t } = useTranslation("deals");
  const { conversation, clientKey } = useLoaderData<typeof loader>();
  const room = useRouteLoaderData<typeof roomLoader>("routes/_desk+/desk+/deals+/$id");
  const view = useFormView(useActionData<typeof action>());
  if (!room) return null;
  if (!conversation) {
    return (
      <Alert tone="info" title={t("conversation.hiddenTitle")}>
        {t("conversation.hiddenText")}
      </Alert>
    );
  }
  return (
    <>
      <FormErrorSummary
        {...view.summary({ body: t("conversation.message"), file: t("conversation.file") })}
      />
      <Conversation
        key={`${room.frame.id}-${conversation.hasNewer}`}
        frame={room.frame}
        loaded={conversation}
        clientKey={view.value("clientKey", clientKey) || clientKey}
        value={view.value("body")}
        bodyError={view.error("body")}
        fileError={view.error("file")}
      />
    </>
  );
}
