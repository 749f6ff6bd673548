import { Fragment } from "react";
import type { PassageSegment } from "~/domain/matching/passage-rules";

/** Text with the words that met in <mark>, and near words under a dotted line. */
export function MarkedText({ segments }: { segments: readonly PassageSegment[] }) {
  return (
    <>
      {segments.map((segment, index) => {
        // Segments have no identity beside their place.
        const key = `${index}-${segment.text}`;
        if (segment.match) return <mark key={key}>{segment.text}</mark>;
        if (segment.near) {
          return (
            <span key={key} className="border-b-2 border-dotted border-brand-500">
              {segment.text}
            </span>
          );
        }
        return <Fragment key={key}>{segment.text}</Fragment>;
      })}
    </>
  );
}
