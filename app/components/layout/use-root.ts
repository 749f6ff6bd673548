import { useRouteLoaderData } from "@remix-run/react";
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

/** The flash message as the region shows it. */
export function useFlash() {
  const root = useRoot();
  const { t, i18n } = useTranslation();
  const flash = root?.flash;
  if (!flash || !i18n.exists(flash.message)) return [];
  // The key comes from our own signed cookie and exists.
  const text = t(flash.message as "saved", flash.params);
  return [{ id: `${flash.message}-${text}`, tone: flash.tone, text }];
}
