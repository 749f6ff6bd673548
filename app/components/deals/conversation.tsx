import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button, LinkButton } from "~/components/ui/button";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { RoomConversation } from "~/domain/deals/deal-message-view";
import type { DealFrame } from "~/domain/deals/deal-view";
import { MessageForm } from "./message-form";
import { MessageItem } from "./message-item";
import { useConversation } from "./use-conversation";
import { useRoomLink } from "./use-room-link";

type ConversationProps = {
  frame: Pick<DealFrame, "id" | "side" | "userId" | "state">;
  loaded: RoomConversation;
  clientKey: string;
  value: string;
  bodyError: string | undefined;
  fileError: string | undefined;
};

/** The talk of a room: newest at the bottom, who is here, who has read, and the field to answer. */
export function Conversation({ frame, loaded, clientKey, ...form }: ConversationProps) {
  const { t } = useTranslation("deals");
  const isLive = useHydrated();
  const link = useRoomLink();
  const { messages, readers, outgoing, send, retry } = useConversation(frame.id, loaded);
  const others = readers.filter((one) => one.userId !== frame.userId);
  const lastOwn = messages.findLast((one) => one.authorId === frame.userId && one.kind !== "EVENT");
  const here = others.filter((one) => link.present.includes(one.userId)).map((one) => one.name);
  const path = `/desk/deals/${frame.id}`;
  return (
    <section aria-labelledby="conversation" className="grid gap-4">
      <h2 id="conversation" className="sr-only">
        {t("conversation.title")}
      </h2>
      <div className="flex flex-wrap items-center justify-between gap-3">
        {loaded.hasOlder && messages[0] ? (
          <LinkButton to={`${path}?before=${messages[0].sequence}`} size="sm" variant="quiet">
            {t("conversation.older")}
          </LinkButton>
        ) : (
          <span />
        )}
        {link.isOnline && (
          <p className="text-sm text-muted">
            {here.length > 0
              ? t("conversation.present", { names: here.join("、") })
              : t("conversation.presentNone")}
          </p>
        )}
      </div>
      {link.isOnline === false && <Alert tone="warning">{t("conversation.offline")}</Alert>}
      {messages.length === 0 && outgoing.length === 0 && (
        <p className="text-muted">{t("conversation.empty")}</p>
      )}
      {/* Reversed, so that the box stands at its end before any script runs. */}
      <section
        aria-label={t("conversation.title")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
        tabIndex={0}
        className="flex max-h-[65vh] flex-col-reverse overflow-y-auto rounded-lg border border-line bg-canvas p-3 print:max-h-none"
      >
        <ol aria-live="polite" className="grid gap-3">
          {messages.map((message) => (
            <MessageItem
              key={message.sequence}
              dealId={frame.id}
              message={message}
              isOurs={
                message.authorId === frame.userId ||
                (frame.side !== null && message.side === frame.side)
              }
              readBy={
                message === lastOwn
                  ? others.filter((one) => one.readSequence >= message.sequence).length
                  : null
              }
            />
          ))}
          {outgoing.map((one) => (
            <li
              key={one.clientKey}
              className="grid max-w-[min(40rem,92%)] gap-1 justify-self-end rounded-lg border border-dashed border-brand-200 bg-brand-50 px-4 py-3"
            >
              <p className="prose-text whitespace-pre-wrap break-words">
                {[one.body, one.fileName].filter(Boolean).join("\n")}
              </p>
              {one.isFailed ? (
                <Button size="sm" variant="danger" onClick={() => void retry(one.clientKey)}>
                  {t("conversation.retry")}
                </Button>
              ) : (
                <p className="text-right text-xs text-muted">{t("conversation.sending")}</p>
              )}
            </li>
          ))}
        </ol>
      </section>
      {loaded.hasNewer && (
        <div>
          <LinkButton to={path} size="sm">
            {t("conversation.newer")}
          </LinkButton>
        </div>
      )}
      {loaded.canWrite && !loaded.hasNewer && (
        <MessageForm
          dealId={frame.id}
          clientKey={clientKey}
          {...form}
          onSend={isLive ? send : null}
        />
      )}
      {!loaded.canWrite && (
        <p className="text-muted">
          {frame.state === "CLOSED" ? t("conversation.closed") : t("conversation.notYours")}
        </p>
      )}
    </section>
  );
}
