import { Button, LinkButton } from "~/components/ui/button";
import { cx } from "~/components/ui/class-names";
import { Icon, type IconName } from "~/components/ui/icon";
import { iconPaths } from "~/components/ui/icon-paths";
import type { GallerySamples } from "./samples";
import { GallerySection } from "./section";

const brand = [
  "bg-brand-50",
  "bg-brand-100",
  "bg-brand-200",
  "bg-brand-300",
  "bg-brand-400",
  "bg-brand-500",
  "bg-brand-600",
  "bg-brand-700",
  "bg-brand-800",
  "bg-brand-900",
  "bg-brand-950",
];
const accent = [
  "bg-accent-50",
  "bg-accent-100",
  "bg-accent-200",
  "bg-accent-400",
  "bg-accent-500",
  "bg-accent-600",
  "bg-accent-700",
  "bg-accent-800",
];
const neutral = [
  "bg-surface",
  "bg-canvas",
  "bg-sunken",
  "bg-line",
  "bg-line-strong",
  "bg-faint",
  "bg-muted",
  "bg-body",
  "bg-ink",
];
const states = [
  "bg-success-50",
  "bg-success-500",
  "bg-success-700",
  "bg-warning-50",
  "bg-warning-500",
  "bg-warning-700",
  "bg-danger-50",
  "bg-danger-500",
  "bg-danger-700",
  "bg-info-50",
  "bg-info-500",
  "bg-info-700",
];

function Ramp({ label, colours }: { label: string; colours: ReadonlyArray<string> }) {
  return (
    <div>
      <p className="mb-1.5 text-sm text-muted">{label}</p>
      <div className="flex overflow-hidden rounded-md border border-line">
        {colours.map((colour) => (
          <span key={colour} title={colour.slice(3)} className={cx("h-12 flex-1", colour)} />
        ))}
      </div>
    </div>
  );
}

export function Foundations({ samples }: { samples: GallerySamples }) {
  const { colour, type, buttons, sections } = samples;
  return (
    <>
      <GallerySection id="colours" title={sections.colours}>
        <div className="grid gap-5 md:grid-cols-2">
          <Ramp label={colour.brand} colours={brand} />
          <Ramp label={colour.accent} colours={accent} />
          <Ramp label={colour.neutral} colours={neutral} />
          <Ramp label={colour.states} colours={states} />
        </div>
        <p className="flex flex-wrap gap-x-6 text-lg">
          <span className="text-ink">{colour.ink}</span>
          <span className="text-body">{colour.body}</span>
          <span className="text-muted">{colour.muted}</span>
          <span className="text-faint">{colour.faint}</span>
        </p>
      </GallerySection>
      <GallerySection id="type" title={sections.type}>
        <div className="max-w-prose space-y-3">
          <p className="text-3xl font-semibold text-ink">{type.display}</p>
          <p className="text-xl font-semibold text-ink">{type.heading}</p>
          <p>{type.body}</p>
          <p className="text-sm text-muted">{type.small}</p>
          <p className="tabular text-lg">{type.figures}</p>
        </div>
      </GallerySection>
      <GallerySection id="buttons" title={sections.buttons}>
        <div className="flex flex-wrap items-start gap-3">
          <Button variant="primary">{buttons.primary}</Button>
          <Button>{buttons.secondary}</Button>
          <Button variant="quiet">{buttons.quiet}</Button>
          <Button variant="danger" icon="trash">
            {buttons.danger}
          </Button>
          <Button variant="accent" icon="clock">
            {buttons.accent}
          </Button>
        </div>
        <div className="flex flex-wrap items-start gap-3">
          <Button size="sm" icon="edit">
            {buttons.small}
          </Button>
          <Button variant="primary" size="lg" iconEnd="arrow-right">
            {buttons.large}
          </Button>
          <Button variant="primary" busy busyLabel={buttons.busy}>
            {buttons.primary}
          </Button>
          <Button variant="primary" disabledReason={buttons.reason}>
            {buttons.primary}
          </Button>
          <LinkButton to="/design#data" iconEnd="arrow-right">
            {buttons.link}
          </LinkButton>
        </div>
      </GallerySection>
    </>
  );
}

export function Icons({ title }: { title: string }) {
  return (
    <GallerySection id="icons" title={title}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-2">
        {(Object.keys(iconPaths) as IconName[]).map((name) => (
          <li
            key={name}
            className="flex flex-col items-center gap-1.5 rounded-md border border-line bg-surface px-1 py-3 text-xs text-muted"
          >
            <Icon name={name} size={24} className="text-ink" />
            <span lang="en">{name}</span>
          </li>
        ))}
      </ul>
    </GallerySection>
  );
}
