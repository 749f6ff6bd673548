import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { NotificationList } from "~/components/notifications/notification-list";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { markRead } from "~/domain/notifications/mark-read.server";
import { listNotifications } from "~/domain/notifications/notification-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { safePath } from "~/http/safe-path";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PATH = "/desk/notifications";
const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["notifications", "common"]);
    const url = new URL(request.url);
    const isUnreadOnly = url.searchParams.get("show") === "unread";
    const { page, skip, size } = readPaging(url.searchParams, PAGE_SIZE);
    const found = await listNotifications(getDb(), actor.userId, {
      isUnreadOnly,
      skip,
      take: size,
    });
    return {
      title: `${t("pageTitle")} · ${t("common:marketName")}`,
      isUnreadOnly,
      page,
      here: `${url.pathname}${url.search}`,
      total: found.total,
      unread: found.unread,
      items: found.items.map(({ createdAt, readAt, ...item }) => ({
        ...item,
        createdAt: createdAt.toISOString(),
        isRead: readAt !== null,
      })),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    const text = (name: string) => {
      const value = fields.get(name);
      return typeof value === "string" ? value : "";
    };
    switch (text("intent")) {
      case "markAll":
        await markRead({ isAll: true }, actor, getDb());
        return redirectWithFlash(PATH, { tone: "success", message: "notifications:markedAll" });
      case "mark":
        await markRead({ id: text("id") }, actor, getDb());
        return redirectWithFlash(safePath(text("returnTo"), PATH), {
          tone: "success",
          message: "common:done",
        });
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function NotificationsPage() {
  const { t } = useTranslation("notifications");
  const { items, total, unread, page, isUnreadOnly, here } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const pageLink = (to: number) => `${PATH}?page=${to}${isUnreadOnly ? "&show=unread" : ""}`;
  return (
    <>
      <PageHeader
        title={t("pageTitle")}
        lead={t("lead")}
        actions={
          <>
            {unread > 0 && (
              <Form method="post">
                <SubmitButton intent="markAll" variant="secondary" icon="check">
                  {t("markAllRead")}
                </SubmitButton>
              </Form>
            )}
            <LinkButton to={`${PATH}/preferences`} icon="settings">
              {t("preferences")}
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-5">
        <Tabs
          label={t("pageTitle")}
          items={[
            { to: PATH, label: t("all"), current: !isUnreadOnly },
            {
              to: `${PATH}?show=unread`,
              label: t("unread"),
              count: unread,
              current: isUnreadOnly,
            },
          ]}
        />
        {items.length === 0 ? (
          <EmptyState icon="bell" title={isUnreadOnly ? t("emptyUnreadTitle") : t("emptyTitle")}>
            {t("emptyText")}
          </EmptyState>
        ) : (
          <NotificationList items={items} returnTo={here} />
        )}
        {total > PAGE_SIZE && (
          <Pagination
            previousTo={page > 1 ? pageLink(page - 1) : null}
            nextTo={from + items.length < total ? pageLink(page + 1) : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
