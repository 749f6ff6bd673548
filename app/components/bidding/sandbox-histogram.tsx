import { useTranslation } from "react-i18next";
import { Disclosure } from "~/components/ui/disclosure";
import { Table } from "~/components/ui/table";
import type { SimulationReport } from "~/domain/bidding/simulate-view";
import { useBiddingText, yuanText } from "./use-bidding-text";

const WIDTH = 640;
const HEIGHT = 180;
const FOOT = 30;
const HEAD = 26;

interface SandboxHistogramProps {
  classes: SimulationReport["histogram"];
}

/** Prices of the sold runs as bars, and the same as a table. */
export function SandboxHistogram({ classes }: SandboxHistogramProps) {
  const { t } = useTranslation("bidding");
  const { large } = useBiddingText();
  const amount = (fen: string) => large(fen) ?? yuanText(fen);
  const total = classes.reduce((sum, one) => sum + one.count, 0);
  const most = classes.reduce((a, b) => (b.count > a.count ? b : a));
  const slot = WIDTH / classes.length;
  const share = (count: number) => `${Math.round((count / total) * 1000) / 10}%`;
  return (
    <div className="space-y-3">
      <figure className="space-y-2">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT + HEAD}`}
          className="block h-auto w-full"
          aria-hidden="true"
          focusable="false"
        >
          {classes.map((one, at) => {
            const height = (one.count / most.count) * HEIGHT;
            const y = HEAD + HEIGHT - height;
            return (
              <g key={one.fromFen}>
                <rect
                  x={at * slot + 2}
                  y={y}
                  width={slot - 4}
                  height={Math.max(height, one.count > 0 ? 1 : 0)}
                  rx={2}
                  className="fill-brand-500"
                />
                {one.count > 0 && (
                  <text
                    x={at * slot + slot / 2}
                    y={y - 4}
                    textAnchor="middle"
                    className="fill-muted text-[24px] sm:text-[13px]"
                  >
                    {one.count}
                  </text>
                )}
              </g>
            );
          })}
          <line
            x1={0}
            x2={WIDTH}
            y1={HEAD + HEIGHT + 0.5}
            y2={HEAD + HEIGHT + 0.5}
            className="stroke-line-strong"
          />
          <text x={0} y={HEAD + HEIGHT + 24} className="fill-muted text-[24px] sm:text-[14px]">
            {amount(classes[0]?.fromFen ?? "0")}
          </text>
          <text
            x={WIDTH}
            y={HEAD + HEIGHT + 24}
            textAnchor="end"
            className="fill-muted text-[24px] sm:text-[14px]"
          >
            {amount(classes.at(-1)?.toFen ?? "0")}
          </text>
        </svg>
        <figcaption className="text-sm text-muted">
          {t("sandbox.histogramSummary", {
            count: total,
            from: amount(classes[0]?.fromFen ?? "0"),
            to: amount(classes.at(-1)?.toFen ?? "0"),
            most: `${amount(most.fromFen)} – ${amount(most.toFen)}`,
          })}
        </figcaption>
      </figure>
      <Disclosure summary={t("sandbox.table")}>
        <Table
          caption={t("sandbox.histogram")}
          rows={classes}
          rowKey={(one) => one.fromFen}
          narrow="scroll"
          dense
          columns={[
            {
              key: "from",
              header: t("sandbox.from"),
              rowHeader: true,
              align: "end",
              cell: (one) => yuanText(one.fromFen),
            },
            {
              key: "to",
              header: t("sandbox.to"),
              align: "end",
              cell: (one) => yuanText(one.toFen),
            },
            { key: "count", header: t("sandbox.count"), align: "end", cell: (one) => one.count },
            {
              key: "share",
              header: t("sandbox.share"),
              align: "end",
              cell: (one) => share(one.count),
            },
          ]}
        />
      </Disclosure>
    </div>
  );
}
