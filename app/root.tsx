import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNonce } from "~/components/layout/nonce";
import { PageProblem } from "~/components/layout/page-problem";
import { useNotificationHints } from "~/components/notifications/use-notification-hints";
import { membershipOf } from "~/domain/identity/permission-rules";
import { countUnread } from "~/domain/notifications/notification-queries.server";
import { takeFlash } from "~/http/flash.server";
import { findActor } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl, env } from "~/platform/env.server";
import styles from "~/styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta: MetaFunction<typeof loader> = ({ data: root }) => [
  { title: root?.title },
  { name: "description", content: root?.description },
  { property: "og:site_name", content: root?.title },
  { property: "og:title", content: root?.title },
  { property: "og:type", content: "website" },
  { property: "og:image", content: `${root?.origin ?? ""}/og.png` },
  { property: "og:image:width", content: "1200" },
  { property: "og:image:height", content: "630" },
  { name: "theme-color", content: "#0b3e49" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, { flash, clearing }] = await Promise.all([findActor(request), takeFlash(request)]);
  const t = getFixedT(request, "common");
  const body = {
    locale: findLocale(request),
    title: t("marketName"),
    description: t("description"),
    origin: appUrl(),
    isDemo: env().DEMO,
    flash,
    unreadCount: actor ? await countUnread(getDb(), actor.userId) : 0,
    user: actor && {
      id: actor.userId,
      displayName: actor.name,
      organisationName: membershipOf(actor, actor.organisationId)?.organisationName ?? null,
      organisationId: actor.organisationId,
      memberships: actor.memberships.map((one) => ({
        organisationId: one.organisationId,
        organisationName: one.organisationName,
        role: one.role,
        scopes: one.scopes,
      })),
      offices: actor.offices,
      registrarSeats: actor.registrarSeats,
    },
  };
  return data(body, clearing ? { headers: { "set-cookie": clearing } } : {});
}

export type RootData = Awaited<ReturnType<typeof loader>>["data"];

export function Layout({ children }: { children: React.ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  const { i18n } = useTranslation();
  const locale = root?.locale ?? i18n.language;
  useEffect(() => {
    if (i18n.language !== locale) void i18n.changeLanguage(locale);
  }, [i18n, locale]);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const root = useRouteLoaderData<typeof loader>("root");
  useNotificationHints(Boolean(root?.user));
  return <Outlet />;
}

export function ErrorBoundary() {
  return <PageProblem />;
}
