import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import type { ChallengeTarget } from "~/domain/challenges/challenge-schema";

/** Requirement of a target as one text: "≤ 800 ppm". */
export function useRequirement(): (target: ChallengeTarget) => string {
  const { t } = useTranslation("challenges");
  return (target) => {
    const mark = target.comparator === "TEXT" ? "" : `${t(`comparators.${target.comparator}`)} `;
    return `${mark}${target.value} ${target.unit}`.trim();
  };
}

/** The measurable targets. */
export function TargetTable({ targets }: { targets: readonly ChallengeTarget[] }) {
  const { t } = useTranslation("challenges");
  const requirement = useRequirement();
  return (
    <Table
      caption={t("page.targets")}
      rows={targets.map((one, index) => ({ ...one, key: String(index) }))}
      rowKey={(one) => one.key}
      columns={[
        { key: "name", header: t("page.target"), rowHeader: true, cell: (one) => one.name },
        { key: "value", header: t("page.value"), cell: requirement },
        { key: "method", header: t("page.testMethod"), cell: (one) => one.testMethod || "—" },
      ]}
    />
  );
}
