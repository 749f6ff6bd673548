import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SiteHeaderProps } from "./site-header";

/** What the root loader tells every page. */
export type RootView = {
  locale: string;
  title: string;
  isDemo: boolean;
  unreadCount: number;
  flash: {
    tone: "success" | "info" | "warning" | "danger";
    message: string;
    params: Record<string, string | number>;
  } | null;
  user: {
    id: string;
    displayName: string;
    organisationName: string | null;
    organisationId: string | null;
    memberships: {
      organisationId: string;
      organisationName: string;
      role: string;
      scopes: readonly string[];
    }[];
    offices: readonly { office: string; regionCode: string | null }[];
    registrarSeats: readonly { officeId: string; role: string }[];
  } | null;
};

/** The root loader's answer; undefined when the root loader itself failed. */
export function useRoot(): RootView | undefined {
  return useRouteLoaderData("root") as RootView | undefined;
}

/** Header of every page from the root loader. */
export function useHeader(extra: SiteHeaderProps = {}): SiteHeaderProps {
  const root = useRoot();
  return {
    user: root?.user ?? null,
    unreadCount: root?.unreadCount ?? 0,
    suggestUrl: "/api/search/suggest",
    ...extra,
  };
}

/**
 * The flash message as the region shows it. It stays until the reader goes on: the page may be read
 * anew by a hint from the server, and the answer then has no message any more.
 */
export function useFlash() {
  const root = useRoot();
  const { key } = useLocation();
  const kept = useRef<{ key: string; flash: RootView["flash"] }>();
  if (root?.flash) kept.current = { key, flash: root.flash };
  const { t, i18n } = useTranslation();
  const flash = kept.current?.key === key ? kept.current.flash : null;
  if (!flash || !i18n.exists(flash.message)) return [];
  // The key comes from our own signed cookie and exists.
  const text = t(flash.message as "saved", flash.params);
  return [{ id: `${flash.message}-${text}`, tone: flash.tone, text }];
}
