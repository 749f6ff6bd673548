import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import type { TranscriptPage } from "~/domain/bidding/transcript-view";
import { useBiddingText, yuanText } from "./use-bidding-text";

/** What a transcript leads to, and what it can be checked by. */
export function TranscriptFacts({ transcript }: { transcript: TranscriptPage }) {
  const { t } = useTranslation("bidding");
  const { code } = useBiddingText();
  const { lot, names, result, head, fingerprint, publishedAt, hasNotice } = transcript;
  const named = ({ number, name }: { number: number; name: string }) =>
    t("transcript.named", { code: code(number), name });
  const winner = names.find((one) => result?.outcome === "WON" && one.number === result.bidder);
  const outcome = () => {
    if (!result || result.outcome === "VOID") return t("result.void");
    if (result.outcome === "FAILED") {
      return t("result.failed", { reason: t(`result.${result.reason}`) });
    }
    return t(result.isPreemptive ? "result.wonPreemptive" : "result.won", {
      who: winner ? named(winner) : code(result.bidder),
      amount: yuanText(result.amountFen),
    });
  };
  const hash = (text: string) => <code className="break-all">{text}</code>;
  const base = `/lots/${lot.number}`;
  return (
    <Card>
      <DescriptionList
        items={[
          { label: t("transcript.result"), value: outcome() },
          {
            label: t("result.names"),
            value:
              names.length === 0 ? null : (
                <ul>
                  {names.map((one) => (
                    <li key={one.number}>{named(one)}</li>
                  ))}
                </ul>
              ),
          },
          { label: t("transcript.publishedAt"), value: formatDateTime(publishedAt, "datetime") },
          { label: t("transcript.head"), value: hash(head.hash) },
          { label: t("transcript.key"), value: hash(fingerprint) },
        ]}
      />
      <p className="mt-4 flex flex-wrap gap-2">
        <LinkButton to={`${base}/transcript.json`} icon="download" reloadDocument>
          {t("transcript.download")}
        </LinkButton>
        <LinkButton to="/verify/transcripts" icon="shield">
          {t("transcript.verify")}
        </LinkButton>
        {hasNotice && (
          <LinkButton to={`${base}/result.pdf`} icon="file" reloadDocument>
            {t("transcript.notice")}
          </LinkButton>
        )}
      </p>
    </Card>
  );
}
