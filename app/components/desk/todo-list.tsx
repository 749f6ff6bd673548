import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { cx } from "~/components/ui/class-names";
import { formatDateTime } from "~/components/ui/date-time";
import { Icon, type IconName } from "~/components/ui/icon";

const icons = {
  organisationMissing: "building",
  organisationReturned: "building",
  organisationUnsubmitted: "certificate",
  organisationRecheck: "certificate",
  introductionAnswer: "handshake",
  introductionMessage: "chat",
  contractSignature: "edit",
  dealInvitation: "mail",
  dealStep: "handshake",
  listingReturned: "edit",
  listingCheck: "shield",
  listingExpiring: "calendar",
  listingExpired: "history",
  realNameReturned: "user",
  importFailed: "warning",
  importMapping: "upload",
  importChecked: "upload",
  importFinished: "upload",
  changeUnpublished: "edit",
  draft: "file",
  more: "list",
  matches: "target",
  firstListing: "bulb",
  notifications: "bell",
} as const satisfies Record<string, IconName>;

/** One thing to do, as the desk's loader tells it. */
export type TodoView = {
  id: string;
  kind: keyof typeof icons;
  subject?: string;
  count?: number;
  score?: number;
  missing?: number;
  dueAt: Date | null;
  href: string;
};

const URGENT_MS = 2 * 86_400_000;

/** Everything to do, most pressing first, each with the one button that leads to its place. */
export function TodoList({ todos, asOf }: { todos: ReadonlyArray<TodoView>; asOf: Date }) {
  return (
    <ol className="divide-y divide-line">
      {todos.map((todo, index) => (
        <TodoRow key={`${todo.kind}-${todo.id}`} todo={todo} asOf={asOf} isFirst={index === 0} />
      ))}
    </ol>
  );
}

function TodoRow({ todo, asOf, isFirst }: { todo: TodoView; asOf: Date; isFirst: boolean }) {
  const { t } = useTranslation("desk");
  const subject = todo.subject || t("home.untitled");
  return (
    <li className="grid gap-x-4 gap-y-2.5 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:px-5">
      <div className="flex min-w-0 gap-3">
        <Icon name={icons[todo.kind]} size={20} className="mt-1 text-brand-600" />
        <div className="min-w-0">
          <h3 className="text-base font-semibold break-words">
            {t(`todo.${todo.kind}.title`, { subject, count: todo.count ?? 0 })}
          </h3>
          <p className="text-sm text-muted">
            <Why todo={todo} />
          </p>
          {todo.dueAt && <Due kind={todo.kind} dueAt={todo.dueAt} asOf={asOf} />}
        </div>
      </div>
      <LinkButton
        to={todo.href}
        variant={isFirst ? "primary" : "secondary"}
        className="ml-8 justify-self-start whitespace-nowrap sm:ml-0"
        aria-label={`${t(`todo.${todo.kind}.action`)}: ${subject}`}
      >
        {t(`todo.${todo.kind}.action`)}
      </LinkButton>
    </li>
  );
}

function Why({ todo }: { todo: TodoView }) {
  const { t } = useTranslation("desk");
  if (todo.kind === "draft" && todo.score !== undefined) {
    const { score, missing = 0 } = todo;
    return missing > 0
      ? t("todo.draft.whyMissing", { score, count: missing })
      : t("todo.draft.whyReady", { score });
  }
  return t(`todo.${todo.kind}.why`, { count: todo.count ?? 0 });
}

function Due({ kind, dueAt, asOf }: { kind: TodoView["kind"]; dueAt: Date; asOf: Date }) {
  const { t } = useTranslation("desk");
  const left = dueAt.getTime() - asOf.getTime();
  // A clock ends at midnight: the minute before names the right day.
  const at = formatDateTime(new Date(dueAt.getTime() - 60_000), "datetime");
  const day = formatDateTime(new Date(dueAt.getTime() - 60_000));
  const isUrgent = left <= URGENT_MS;
  return (
    <p
      className={cx(
        "mt-1 inline-flex items-center gap-1.5 text-sm",
        left < 0 ? "font-medium text-danger-600" : isUrgent ? "text-accent-700" : "text-muted",
      )}
    >
      <Icon name="clock" size={16} />
      {left < 0
        ? t("due.overdue", { at })
        : kind === "listingExpiring"
          ? t("due.expires", { at: day })
          : isUrgent
            ? t("due.urgent", { at })
            : t("due.normal", { at: day })}
    </p>
  );
}
