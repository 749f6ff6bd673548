import { Outlet, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Tabs } from "~/components/ui/tabs";

const ROOT = "/desk/account";

export default function AccountLayout() {
  const { t } = useTranslation("account");
  const { pathname } = useLocation();
  const items = [
    {
      to: ROOT,
      label: t("tabs.profile"),
      current: pathname === ROOT || pathname === `${ROOT}/contact`,
    },
    {
      to: `${ROOT}/security`,
      label: t("tabs.security"),
      current: pathname === `${ROOT}/security` || pathname === `${ROOT}/two-factor`,
    },
    {
      to: `${ROOT}/real-name`,
      label: t("tabs.realName"),
      current: pathname === `${ROOT}/real-name`,
    },
    { to: `${ROOT}/privacy`, label: t("tabs.privacy"), current: pathname === `${ROOT}/privacy` },
  ];
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="mb-6">
        <Tabs label={t("title")} items={items} />
      </div>
      <Outlet />
    </>
  );
}
