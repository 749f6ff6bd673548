import { Fragment } from "react";
import type { HighlightSegment } from "./highlight-segments";

/** Text with its hits in <mark>; segments are plain text, so nothing can be injected. */
export function Highlight({ segments }: { segments: ReadonlyArray<HighlightSegment> }) {
  return (
    <>
      {segments.map((segment, index) => {
        // Segments have no identity beside their place.
        const key = `${index}-${segment.text}`;
        return segment.match ? (
          <mark key={key}>{segment.text}</mark>
        ) : (
          <Fragment key={key}>{segment.text}</Fragment>
        );
      })}
    </>
  );
}
