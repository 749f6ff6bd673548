import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { formatBytes } from "~/components/ui/file-size";
import { Icon } from "~/components/ui/icon";
import type { DetailView } from "~/domain/catalogue/detail-view";
import type { ListingSection } from "~/domain/catalogue/listing-kind-rules";

/** One section of the page: its content, or why this reader does not get it. */
export function Section({
  view,
  section,
  title,
  isEmpty,
  children,
}: {
  view: DetailView;
  section: ListingSection;
  title: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation("catalogue");
  const hidden = view.listing.hidden.find((one) => one.section === section);
  if (!hidden && isEmpty) return null;
  return (
    <Card title={title}>
      {hidden ? (
        <p className="flex items-start gap-2 text-muted">
          <Icon name="lock" className="mt-[0.15em]" />
          <span>
            {hidden.level === "SIGNED_IN"
              ? t("detail.hiddenSIGNED_IN")
              : hidden.level === "NDA"
                ? t("detail.hiddenNDA")
                : t("detail.hiddenNAMED")}{" "}
            {hidden.level === "SIGNED_IN" && (
              <Link className="link" to={view.signInPath}>
                {t("detail.signIn")}
              </Link>
            )}
          </span>
        </p>
      ) : (
        children
      )}
    </Card>
  );
}

/** Text with the writer's own line breaks. */
export function LongText({ text }: { text: string }) {
  return <div className="prose-text whitespace-pre-line">{text}</div>;
}

/** Price or budget in words. */
export function usePriceText(view: DetailView): string {
  const { t } = useTranslation("catalogue");
  const { min, max } = view.amounts;
  const kind =
    view.kind === "achievement" ? view.listing.content.priceKind : view.listing.content.budgetKind;
  if (kind === "ROYALTY" && view.kind === "achievement") {
    const bp = view.listing.content.royaltyRateBp;
    return bp === null ? t("priceKind.ROYALTY") : t("detail.royalty", { percent: bp / 100 });
  }
  if (kind === "FIXED" && min) return min;
  if (kind === "RANGE" && min && max) return `${min} – ${max}`;
  if (kind === "RANGE" && (min || max)) {
    return min ? t("detail.from", { amount: min }) : t("detail.upTo", { amount: max });
  }
  return t("priceKind.NEGOTIABLE");
}

/** Pictures first, then documents; what a reader may not open is only counted. */
export function Files({ view }: { view: DetailView }) {
  const { t } = useTranslation("catalogue");
  const { files, closedFileCount } = view.listing;
  const pictures = files.filter((file) => file.role === "PICTURE");
  const documents = files.filter((file) => file.role === "ATTACHMENT");
  if (files.length === 0 && closedFileCount === 0) return null;
  return (
    <>
      {pictures.length > 0 && (
        <Card title={t("detail.pictures")}>
          <ul className="grid grid-cols-2 gap-3 md:grid-cols-3">
            {pictures.map((file) => (
              <li key={file.id}>
                <a href={`/files/${file.fileId}`}>
                  <img
                    src={`/files/${file.fileId}`}
                    alt={file.caption || file.name}
                    loading="lazy"
                    className="aspect-4/3 w-full rounded-md border border-line bg-sunken object-cover"
                  />
                </a>
                {file.caption && <p className="mt-1 text-sm text-muted">{file.caption}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {(documents.length > 0 || closedFileCount > 0) && (
        <Card title={t("detail.documents")}>
          <ul>
            {documents.map((file) => (
              <li
                key={file.id}
                className="flex items-center gap-3 border-b border-line/70 py-2 last:border-b-0"
              >
                <Icon name="file" className="shrink-0 text-muted" />
                <a className="link min-w-0 break-all" href={`/files/${file.fileId}`} download>
                  {file.caption || file.name}
                </a>
                <span className="ml-auto shrink-0 text-sm text-muted">
                  {formatBytes(file.sizeBytes)}
                </span>
              </li>
            ))}
          </ul>
          {closedFileCount > 0 && (
            <p className="mt-2 flex items-center gap-2 text-sm text-muted">
              <Icon name="lock" size={16} />
              {t("detail.closedDocuments", { count: closedFileCount })}
            </p>
          )}
        </Card>
      )}
    </>
  );
}

/** Who publishes: a card with a link, or only kind and province of a blinded owner. */
export function OwnerCard({ view }: { view: DetailView }) {
  const { t, i18n } = useTranslation("catalogue");
  const { owner } = view.listing;
  const { ownerKind, ownerRegion } = view.names;
  const badge = (
    <Badge
      tone={owner.isVerified ? "success" : "neutral"}
      icon={owner.isVerified ? "shield" : "info"}
    >
      {t(owner.isVerified ? "detail.verified" : "detail.notVerified")}
    </Badge>
  );
  if (owner.isBlinded) {
    return (
      <Card title={t("detail.owner")}>
        <p className="font-medium text-ink">
          <Icon name="eye-off" className="mr-1.5" />
          {t("detail.ownerBlinded")}
        </p>
        <p className="mt-1 text-muted">
          {t("detail.ownerBlindedText", { kind: ownerKind, region: ownerRegion })}
        </p>
        <p className="mt-2">{badge}</p>
      </Card>
    );
  }
  const name = i18n.language.startsWith("zh")
    ? owner.legalName
    : (owner.englishName ?? owner.legalName);
  return (
    <Card title={t("detail.owner")}>
      <p>
        <Link className="link font-medium" to={`/organisations/${owner.id}`}>
          {name}
        </Link>
      </p>
      <p className="mt-1 text-muted">
        {ownerKind} · {ownerRegion}
      </p>
      <p className="mt-2">{badge}</p>
      {owner.intro && <p className="mt-3 line-clamp-4 text-sm">{owner.intro}</p>}
    </Card>
  );
}

/** Says to the owner's side what they are looking at. */
export function OwnNotice({ view, deskPath }: { view: DetailView; deskPath: string }) {
  const { t } = useTranslation("catalogue");
  const { state, isOwn } = view.listing;
  if (state === "PUBLISHED" && !isOwn) return null;
  return (
    <Alert
      tone={state === "PUBLISHED" ? "info" : "warning"}
      className="no-print"
      actions={
        isOwn && (
          <Link className="link" to={deskPath}>
            {t("detail.toDesk")}
          </Link>
        )
      }
    >
      {t(state === "PUBLISHED" ? "detail.ownNotice" : "detail.unpublishedNotice")}
    </Alert>
  );
}
