import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { FlagKind } from "~/domain/oversight/flag-rules";

type Figures = { kind: FlagKind; open: number; dismissed: number; confirmed: number };

/** Below this many decisions a share says little. */
const ENOUGH = 10;

/** How often people found that there was nothing to a clue, by kind of rule. */
export function FlagFigures({ figures }: { figures: readonly Figures[] }) {
  const { t } = useTranslation("oversight");
  const rate = ({ dismissed, confirmed }: Figures) => {
    const decided = dismissed + confirmed;
    if (decided === 0) return t("flags.noRate");
    const percent = `${Math.round((dismissed / decided) * 100)}%`;
    return decided < ENOUGH ? `${percent} ${t("flags.few")}` : percent;
  };
  return (
    <Card title={t("flags.figures")}>
      <p className="mb-3 text-sm text-muted">{t("flags.figuresLead")}</p>
      <Table
        caption={t("flags.figuresCaption")}
        narrow="scroll"
        dense
        rows={figures}
        rowKey={(one) => one.kind}
        columns={[
          {
            key: "kind",
            header: t("flags.kind"),
            rowHeader: true,
            cell: (one) => t(`kinds.${one.kind}`),
          },
          { key: "open", header: t("flags.open"), align: "end", cell: (one) => one.open },
          {
            key: "dismissed",
            header: t("flags.dismissed"),
            align: "end",
            cell: (one) => one.dismissed,
          },
          {
            key: "confirmed",
            header: t("flags.confirmed"),
            align: "end",
            cell: (one) => one.confirmed,
          },
          { key: "rate", header: t("flags.falseRate"), align: "end", cell: rate },
        ]}
      />
    </Card>
  );
}
