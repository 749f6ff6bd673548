import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Badge, Tag } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import type { DetailView } from "~/domain/catalogue/detail-view";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import { Files, OwnerCard, OwnNotice } from "./detail-parts";
import { formatLastDay } from "./last-day";
import { StateBadge } from "./state-badge";

/** What both kinds of detail page share: head, columns, owner, contact, files, keywords. */
export function DetailFrame({
  view,
  facts,
  contact,
  after,
  children,
}: {
  view: DetailView;
  facts: ReactNode;
  /** Ways to get in touch: rendered by the route from the matching area. */
  contact: ReactNode;
  /** Below the content: matches. */
  after: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("catalogue");
  const { listing, kind } = view;
  const { segment } = KIND[kind];
  const { content } = listing;
  const isChallenge = kind === "need" && view.listing.content.isOpenChallenge;
  return (
    <article className="space-y-6">
      <OwnNotice view={view} deskPath={`/desk/${segment}/${listing.id}`} />
      <PageHeader
        title={content.title || t("edit.untitled")}
        lead={content.summary}
        breadcrumbs={[
          { label: t(`kind.${kind}`), to: `/${segment}` },
          { label: content.title || t("edit.untitled") },
        ]}
        meta={
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
            {listing.state !== "PUBLISHED" && <StateBadge state={listing.state} />}
            {isChallenge && (
              <Badge tone="accent" icon="flag">
                {t("detail.openChallenge")}
              </Badge>
            )}
            <span>
              {t("detail.number")} {listing.number}
            </span>
            {listing.publishedAt && (
              <span>
                {t("detail.published")} <DateTime value={listing.publishedAt} />
              </span>
            )}
            {listing.expiresAt && (
              <span>
                {t("detail.expires")} {formatLastDay(listing.expiresAt)}
              </span>
            )}
            {listing.versionNumber > 0 && (
              <Link className="link" to={`/${segment}/${listing.id}/versions`}>
                {t("detail.version", { number: listing.versionNumber })}
              </Link>
            )}
            <span>{t("detail.views", { count: listing.viewCount })}</span>
            {listing.interestCount > 0 && (
              <span>{t("detail.interests", { count: listing.interestCount })}</span>
            )}
          </div>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="order-2 min-w-0 space-y-5 lg:order-1">
          {children}
          <Files view={view} />
          {content.keywords.length > 0 && (
            <Card title={t("detail.keywords")}>
              <ul className="flex flex-wrap gap-2">
                {content.keywords.map((word) => (
                  <li key={word}>
                    <Tag to={`/${segment}?q=${encodeURIComponent(word)}`}>{word}</Tag>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <div className="order-1 space-y-5 lg:order-2">
          <Card title={t("detail.facts")}>{facts}</Card>
          <div className="no-print">
            <Card title={t("detail.contact")}>
              {view.isSignedIn ? (
                contact
              ) : (
                <div className="space-y-3">
                  <p className="text-muted">{t("detail.contactVisitor")}</p>
                  <LinkButton to={view.signInPath} variant="primary" block>
                    {t("detail.signIn")}
                  </LinkButton>
                </div>
              )}
            </Card>
          </div>
          <OwnerCard view={view} />
        </div>
      </div>
      {after}
    </article>
  );
}
