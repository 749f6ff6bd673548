import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { cx } from "~/components/ui/class-names";
import { DateTime } from "~/components/ui/date-time";
import { Textarea } from "~/components/ui/textarea";
import { MESSAGE_MAX } from "~/domain/matching/introduction-schema";
import type { ConversationMessage } from "~/domain/matching/introduction-view-schema";

/** Messages in order, ours to the right. New ones are read out. */
export function MessageList({ messages }: { messages: readonly ConversationMessage[] }) {
  const { t } = useTranslation("matching");
  if (messages.length === 0) return <p className="text-muted">{t("conversationEmpty")}</p>;
  return (
    <ol aria-live="polite" className="grid gap-3">
      {messages.map((message) => (
        <li
          key={message.id}
          className={cx(
            "grid max-w-[min(40rem,92%)] gap-1 rounded-lg border px-4 py-3",
            message.isOurs
              ? "justify-self-end border-brand-200 bg-brand-50"
              : "justify-self-start border-line bg-surface",
          )}
        >
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            <span className="font-medium text-ink">
              {t("messageBy", { name: message.authorName, organisation: message.organisationName })}
            </span>
            <DateTime value={message.createdAt} format="datetime" />
          </p>
          <p className="prose-text whitespace-pre-wrap break-words">{message.body}</p>
        </li>
      ))}
    </ol>
  );
}

type MessageFormProps = {
  /** Id of the message that this form will make; a repeated post stays one message. */
  messageId: string;
  value: string;
  error: string | undefined;
};

/**
 * The field for the next message. Give it a `key` that changes with every message of the reader: the
 * field is then empty again, while what others write meanwhile leaves it alone.
 */
export function MessageForm({ messageId, value, error }: MessageFormProps) {
  const { t } = useTranslation("matching");
  // Every reading of the page brings a new id; this form keeps its own until its message is sent.
  const [id] = useState(messageId);
  return (
    <Form method="post" className="grid gap-3" noValidate>
      <input type="hidden" name="messageId" value={id} />
      <Textarea
        name="body"
        label={t("message")}
        hint={t("messageHint")}
        rows={4}
        maxLength={MESSAGE_MAX}
        required
        defaultValue={value}
        error={error}
      />
      <div>
        <SubmitButton intent="message" icon="arrow-right">
          {t("send")}
        </SubmitButton>
      </div>
    </Form>
  );
}
