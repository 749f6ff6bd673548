import { BarRow } from "~/components/ui/bar-row";
import { Card } from "~/components/ui/card";
import type { CheckState } from "~/components/ui/checklist";
import { ProgressBar } from "~/components/ui/progress-bar";
import { QualityMeter } from "~/components/ui/quality-meter";
import { Stepper } from "~/components/ui/stepper";
import { Timeline, type TimelineItem } from "~/components/ui/timeline";
import type { GallerySamples } from "./samples";
import { GallerySection } from "./section";

const stepStates = ["done", "done", "error", "current", "todo"] as const;
const eventLooks = [
  { tone: "success", icon: "check", at: "2026-03-05T01:30:00Z" },
  { tone: "brand", icon: "shield", at: "2026-03-03T08:12:00Z" },
  { tone: "warning", icon: "arrow-left", at: "2026-03-02T02:40:00Z" },
  { tone: "brand", icon: "upload", at: "2026-03-01T07:05:00Z" },
] as const;

function checkState(text: string): CheckState {
  return text === "met" || text === "unmet" ? text : "person";
}

export function Procedures({ samples }: { samples: GallerySamples }) {
  const { progress, sections } = samples;
  const events: TimelineItem[] = progress.events.map(
    ([title = "", actor = "", note = ""], index) => ({
      id: title,
      title,
      actor,
      note: note || undefined,
      ...eventLooks[index],
    }),
  );
  return (
    <GallerySection id="progress" title={sections.progress}>
      <Stepper
        label={progress.stepper}
        steps={progress.steps.map((label, index) => ({
          id: label,
          label,
          status: stepStates[index] ?? "todo",
          to: index < 4 ? "/design#progress" : undefined,
        }))}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title={progress.timeline} headingLevel={3}>
          <Timeline
            items={[{ id: "pending", title: progress.pending, pending: true }, ...events]}
          />
        </Card>
        <div className="space-y-6">
          <Card>
            <QualityMeter
              value={7}
              max={10}
              items={progress.quality.map(([state = "", label = "", note = ""]) => ({
                id: label,
                label,
                state: checkState(state),
                note: note || undefined,
              }))}
            />
          </Card>
          <Card title={progress.reasons} headingLevel={3}>
            <ul>
              {progress.reasonRows.map(([label = "", value = "", note]) => (
                <BarRow
                  key={label}
                  label={label}
                  value={Number(value)}
                  max={0.5}
                  valueText={`+${value}`}
                  note={note}
                />
              ))}
            </ul>
          </Card>
          <Card>
            <div className="space-y-4">
              <ProgressBar
                label={progress.import}
                value={1200}
                max={2000}
                valueText={progress.importValue}
              />
              <ProgressBar label={progress.indeterminate} value={null} />
            </div>
          </Card>
        </div>
      </div>
    </GallerySection>
  );
}
