import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/ui/tabs";

const PAGES = [
  { key: "flags", to: "/office/oversight" },
  { key: "strikes", to: "/office/oversight/strikes" },
  { key: "disputes", to: "/office/oversight/disputes" },
  { key: "retention", to: "/office/oversight/retention" },
] as const;

/** The parts of watching over trades. */
export function OversightTabs({ current }: { current: (typeof PAGES)[number]["key"] }) {
  const { t } = useTranslation("oversight");
  return (
    <Tabs
      label={t("title")}
      items={PAGES.map((page) => ({
        to: page.to,
        label: t(`tabs.${page.key}`),
        current: page.key === current,
      }))}
    />
  );
}
