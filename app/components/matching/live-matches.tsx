import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Highlight } from "~/components/ui/highlight";
import { VisuallyHidden } from "~/components/ui/visually-hidden";
import type { PreviewItem, PreviewView } from "~/domain/matching/preview-view";
import { BandBadge } from "./relevance-note";
import { useLiveMatches } from "./use-live-matches";
import { useOwnerText } from "./use-owner-text";

function Item({ item }: { item: PreviewItem }) {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  return (
    <li className="grid gap-1 border-t border-line pt-3 first:border-t-0 first:pt-0">
      {/* In a window of its own: what is being written stays where it is. */}
      <a className="link wrap-anywhere" href={item.href} target="_blank" rel="noreferrer">
        <Highlight segments={item.titleSegments} />
        <VisuallyHidden>{t("live.newWindow")}</VisuallyHidden>
      </a>
      <p className="text-sm text-muted">{ownerText(item.owner)}</p>
      <p className="flex flex-wrap items-center gap-1.5 text-sm">
        <BandBadge band={item.band} />
        {item.phrases.slice(0, 4).map((phrase) => (
          <Badge key={phrase.text} tone="accent">
            <span data-phrase="met">{phrase.text}</span>
          </Badge>
        ))}
        {item.phrases.length === 0 &&
          item.nearPhrases.slice(0, 3).map((near) => (
            <Badge key={`${near.own} ${near.theirs}`} tone="neutral">
              {t("explain.nearPair", near)}
            </Badge>
          ))}
      </p>
    </li>
  );
}

type LiveMatchesProps = {
  /** Of what was saved last: what a page without scripts shows. */
  saved: PreviewView;
  /** Takes the form's fields and answers with a PreviewView. */
  url: string;
  formId: string;
};

/** Likely counterparts while a listing is being written. Only their number is announced. */
export function LiveMatches({ saved, url, formId }: LiveMatchesProps) {
  const { t } = useTranslation("matching");
  const { view, isUpdating, isTooOften } = useLiveMatches(saved, url, formId);
  const summary = () => {
    if (isTooOften) return t("live.busy");
    if (view.status === "unavailable") return t("live.away");
    if (view.status === "empty") return t("live.tooShort");
    if (view.count === 0) return t("live.none");
    return view.isMore
      ? t("live.countMore", { count: view.count })
      : t("live.count", { count: view.count });
  };
  return (
    <Card title={view.kind === "need" ? t("live.titleAchievement") : t("live.titleNeed")}>
      <div className="grid gap-3" data-live-matches={view.status}>
        <p role="status" className={view.count > 0 ? "font-medium text-ink" : "text-muted"}>
          {summary()}
        </p>
        {view.items.length > 0 && (
          <ol
            aria-label={t("live.best")}
            aria-busy={isUpdating}
            className={isUpdating ? "grid gap-3 opacity-60" : "grid gap-3"}
          >
            {view.items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ol>
        )}
        <p className="text-xs text-muted">{t("live.lead")}</p>
      </div>
    </Card>
  );
}
