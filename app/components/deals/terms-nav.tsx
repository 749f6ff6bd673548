import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/ui/tabs";

/** The three parts of agreeing on terms, under the room's tab. */
export function TermsNav({ dealId }: { dealId: string }) {
  const { t } = useTranslation("terms");
  const { pathname } = useLocation();
  const parts = ["terms", "checks", "publicity"] as const;
  return (
    <Tabs
      label={t("nav.label")}
      items={parts.map((part) => {
        const to = `/desk/deals/${dealId}/${part}`;
        const current = pathname === to || pathname.startsWith(`${to}/`);
        return { to, label: t(`nav.${part}`), current };
      })}
    />
  );
}
