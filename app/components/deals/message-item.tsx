import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { DateTime } from "~/components/ui/date-time";
import { formatBytes } from "~/components/ui/file-size";
import { Icon } from "~/components/ui/icon";
import type { RoomMessage } from "~/domain/deals/deal-message-view";
import { useEventText } from "./use-event-text";

type MessageItemProps = {
  dealId: string;
  message: RoomMessage;
  /** The reader's own side, or the reader's own words. */
  isOurs: boolean;
  /** How many others have read it; null where it is not said. */
  readBy: number | null;
};

/** One entry of the conversation: words and files in a bubble, events as a line between them. */
export function MessageItem({ dealId, message, isOurs, readBy }: MessageItemProps) {
  const { t } = useTranslation("deals");
  const eventText = useEventText();
  const author = [message.authorName ?? t("market"), message.organisationName]
    .filter(Boolean)
    .join(" · ");
  if (message.kind === "EVENT" && message.event) {
    const text = eventText(message.event);
    return (
      <li className="justify-self-center px-3 py-1 text-center text-sm text-muted">
        <span className="font-medium">{author}</span>{" "}
        {message.event.href ? (
          <Link className="link" to={message.event.href}>
            {text}
          </Link>
        ) : (
          text
        )}{" "}
        <DateTime value={message.createdAt} format="datetime" />
      </li>
    );
  }
  return (
    <li
      className={cx(
        "grid max-w-[min(40rem,92%)] gap-1 rounded-lg border px-4 py-3",
        isOurs
          ? "justify-self-end border-brand-200 bg-brand-50"
          : "justify-self-start border-line bg-surface",
      )}
    >
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span className="font-medium text-ink">{author}</span>
        {message.side && <span>{t(`roles.${message.side}`)}</span>}
        <DateTime value={message.createdAt} format="datetime" />
      </p>
      {message.body && <p className="prose-text whitespace-pre-wrap break-words">{message.body}</p>}
      {message.file && (
        <p className="flex flex-wrap items-center gap-2">
          <Icon name="attachment" size={16} className="text-muted" />
          <a
            className="link min-w-0 break-all"
            href={`/desk/deals/${dealId}/files/${message.file.id}`}
            download
          >
            {message.file.name}
          </a>
          <span className="tabular text-sm text-muted">{formatBytes(message.file.sizeBytes)}</span>
        </p>
      )}
      {readBy !== null && readBy > 0 && (
        <p className="text-right text-xs text-muted">
          {t("conversation.readBy", { count: readBy })}
        </p>
      )}
    </li>
  );
}
