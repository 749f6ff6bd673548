/**
 * What a document says, without how it is drawn: the domain writes these blocks as plain data, and
 * `renderPdf` sets them. Every text survives: a character that no font has is shown as 〔U+XXXXX〕.
 */
export type PdfText = string | readonly PdfSpan[];

export interface PdfSpan {
  text: string;
  bold?: boolean;
  /** Grey, for what is secondary. */
  muted?: boolean;
}

export type PdfAlign = "left" | "centre" | "right";

export interface PdfColumn {
  heading: string;
  /** Share of the width, relative to the other columns. */
  weight: number;
  align?: PdfAlign;
}

export type PdfBlock =
  | { kind: "title"; text: string; subtitle?: string }
  | { kind: "heading"; text: string; level?: 1 | 2 | 3 }
  /** `indent`: the first line begins two characters in, as Chinese running text does. */
  | { kind: "paragraph"; text: PdfText; indent?: boolean; align?: PdfAlign; small?: boolean }
  /** A numbered clause: "第一条", its heading, its paragraphs. The number never stands alone. */
  | { kind: "clause"; number: string; heading?: string; paragraphs: readonly PdfText[] }
  | { kind: "list"; items: readonly { label: string; text: PdfText }[] }
  | { kind: "keyValue"; rows: readonly { label: string; value: PdfText }[] }
  /** The heading row is repeated on every page; a row is cut only when it is longer than a page. */
  | {
      kind: "table";
      columns: readonly PdfColumn[];
      rows: readonly (readonly PdfText[])[];
      /** One sentence in place of rows when there are none. */
      empty?: string;
      small?: boolean;
    }
  /** A vector QR code with text beside it. `alt` is what a screen reader says. */
  | {
      kind: "qr";
      content: string;
      alt: string;
      text?: PdfText;
      sizeMm?: number;
      level?: "L" | "M" | "Q";
    }
  /** Horizontal bars, one a row, stacked where there are several series; the figures stand beside them. */
  | {
      kind: "bars";
      /** Names of the series, in the order of the values. */
      series?: readonly string[];
      rows: readonly { label: string; values: readonly number[]; text: string }[];
    }
  /** A framed remark. */
  | { kind: "note"; text: PdfText; heading?: string }
  /** Boxes to sign and seal by hand, two in a row. */
  | { kind: "signatureBoxes"; boxes: readonly { heading: string; lines: readonly string[] }[] }
  | { kind: "rule" }
  | { kind: "space"; mm: number }
  | { kind: "pageBreak" }
  /** Starts on a new page rather than being cut, when it fits on one page. */
  | { kind: "together"; blocks: readonly PdfBlock[] };

/** A file carried inside the PDF. */
export interface PdfAttachment {
  /** File name in ASCII. */
  name: string;
  type: string;
  content: Uint8Array;
  description?: string;
}

export interface PdfDocumentInput {
  title: string;
  subject?: string;
  author: string;
  keywords?: string;
  language: "zh-CN" | "en";
  /** Creation date in the file. The same input gives the same bytes. */
  createdAt: Date;
  /** Small print at the head of every page. */
  header?: { left?: string; right?: string };
  /** Small print at the foot, left of the page number. */
  footer?: string;
  /** Pale text across every page: "草稿", the name of the person who looks. */
  watermark?: string;
  blocks: readonly PdfBlock[];
  attachments?: readonly PdfAttachment[];
}
