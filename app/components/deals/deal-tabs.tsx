import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/ui/tabs";
import { seesArea } from "~/domain/deals/deal-role-rules";
import type { DealFrame } from "~/domain/deals/deal-view";

/** Parts of a room; what is not open to an adviser has no tab. */
export function DealTabs({ frame }: { frame: DealFrame }) {
  const { t } = useTranslation("deals");
  const { pathname } = useLocation();
  const root = `/desk/deals/${frame.id}`;
  const rest = pathname.slice(root.length + 1);
  const seesDocuments = seesArea(frame.role, frame.areas, "DOCUMENTS");
  const isUnder = (...parts: string[]) =>
    parts.some((part) => rest === part || rest.startsWith(`${part}/`));
  const tab = (part: string, label: string, also: string[] = [], count = 0) => ({
    to: part ? `${root}/${part}` : root,
    label,
    current: part === "" ? rest === "" : isUnder(part, ...also),
    ...(count > 0 ? { count } : {}),
  });
  const items = [
    // The conversation itself is being read.
    tab("", t("tabs.conversation"), [], rest === "" ? 0 : frame.unread),
    ...(seesDocuments
      ? [
          tab("terms", t("tabs.terms"), ["checks", "publicity", "related"]),
          tab("contracts", t("tabs.contract"), ["contract"]),
        ]
      : []),
    tab("disclosure", t("tabs.disclosure")),
    ...(seesArea(frame.role, frame.areas, "TASKS")
      ? [tab("tasks", t("tabs.tasks"), [], frame.openTasks)]
      : []),
    tab("people", t("tabs.people")),
    ...(seesDocuments
      ? [
          tab("registration", t("tabs.registration")),
          tab("performance", t("tabs.performance"), ["incentives"]),
          tab("log", t("tabs.log")),
        ]
      : []),
  ];
  return <Tabs label={t("tabs.label")} items={items} />;
}
