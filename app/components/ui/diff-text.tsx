import { useTranslation } from "react-i18next";
import { diffSegments } from "./diff-segments";
import { VisuallyHidden } from "./visually-hidden";

interface DiffTextProps {
  before: string;
  after: string;
}

/** What changed in a text: removed parts struck through, added parts underlined. */
export function DiffText({ before, after }: DiffTextProps) {
  const { t } = useTranslation("ui");
  const segments = diffSegments(before, after);
  return (
    <div className="prose-text">
      {segments.map((segment, index) => {
        // Segments have no identity beside their place.
        const key = `${index}-${segment.kind}`;
        if (segment.kind === "same") return <span key={key}>{segment.text}</span>;
        const Change = segment.kind === "added" ? "ins" : "del";
        return (
          <Change key={key}>
            <VisuallyHidden>
              {t(segment.kind === "added" ? "diff.added" : "diff.removed")}
            </VisuallyHidden>
            {segment.text}
          </Change>
        );
      })}
    </div>
  );
}
