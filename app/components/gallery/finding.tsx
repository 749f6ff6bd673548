import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { DiffText } from "~/components/ui/diff-text";
import { ActiveFilters, FacetGroup } from "~/components/ui/facet-group";
import { Highlight } from "~/components/ui/highlight";
import { markWords } from "~/components/ui/highlight-segments";
import { Pagination } from "~/components/ui/pagination";
import { SearchBox } from "~/components/ui/search-box";
import { Tabs } from "~/components/ui/tabs";
import type { GallerySamples } from "./samples";
import { GallerySection } from "./section";

const here = "/design#find";

export function Finding({ samples }: { samples: GallerySamples }) {
  const { find, sections } = samples;
  const [first = "", second = "", third = "", fourth = ""] = find.regions;
  return (
    <GallerySection id="find" title={sections.find}>
      <SearchBox
        action="/achievements"
        label={find.search}
        placeholder={find.placeholder}
        suggestUrl="/api/search/suggest"
        size="lg"
        className="max-w-2xl"
      />
      <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <Card>
          <FacetGroup
            title={find.facetField}
            shown={5}
            items={find.facets.map(([label = "", count = ""], index) => ({
              value: label,
              label,
              to: here,
              count: Number(count),
              selected: index === 1,
            }))}
          />
          <FacetGroup
            title={find.facetRegion}
            items={[
              {
                value: "37",
                label: first,
                to: here,
                count: 201,
                selected: true,
                children: [
                  { value: "3701", label: second, to: here, count: 120 },
                  { value: "3702", label: third, to: here, count: 81 },
                ],
              },
              { value: "32", label: fourth, to: here, count: 85 },
            ]}
          />
        </Card>
        <div className="min-w-0 space-y-4">
          <Tabs
            label={find.tabs}
            items={find.tab.map((label, index) => ({
              to: `?tab=${index}#find`,
              label,
              count: [286, 12, 274][index],
              current: index === 0,
            }))}
          />
          <ActiveFilters
            clearTo={here}
            items={[
              { label: find.facets[1]?.[0] ?? "", removeTo: "?without=field#find" },
              { label: first, removeTo: "?without=region#find" },
            ]}
          />
          <Pagination
            previousTo="?page=1#find"
            nextTo="?page=3#find"
            summary={find.summary}
            pages={[
              { label: "1", to: "?page=1#find" },
              { label: "2", to: "?page=2#find", current: true },
              { label: "3", to: "?page=3#find" },
              { label: "…", to: null },
              { label: "15", to: "?page=15#find" },
            ]}
          />
        </div>
      </div>
    </GallerySection>
  );
}

export function MarkedText({ samples }: { samples: GallerySamples }) {
  const { sections, text } = samples;
  return (
    <GallerySection id="text" title={sections.text}>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <p className="text-lg text-ink">
            <Highlight segments={markWords(text.highlight, text.words)} />
          </p>
          <p className="mt-3 flex flex-wrap items-center gap-2">
            <code className="font-mono text-sm">{text.number}</code>
            <CopyButton text={text.number} label={text.copy} />
          </p>
        </Card>
        <Card>
          <DiffText before={text.before} after={text.after} />
        </Card>
      </div>
    </GallerySection>
  );
}
