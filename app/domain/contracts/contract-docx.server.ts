import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import {
  type ContractCover,
  coverTitle,
  type NumberedClause,
  SIGNATURE_LINES,
} from "./contract-layout";

// Names of fonts that Word has on Chinese systems; nothing is embedded. Half points.
const BODY = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋", cs: "仿宋" };
const HEAD = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体", cs: "宋体" };
const BODY_SIZE = 28;
const CLAUSES = "clauses";
/** Characters beyond the basic plane are in few fonts; these two have extensions B to G. */
const RARE = {
  ascii: "SimSun-ExtB",
  hAnsi: "SimSun-ExtB",
  eastAsia: "SimSun-ExtB",
  cs: "SimSun-ExtB",
};

const STYLES: IStylesOptions = {
  default: { document: { run: { font: BODY, size: BODY_SIZE, language: { eastAsia: "zh-CN" } } } },
  paragraphStyles: [
    {
      id: "ContractTitle",
      name: "Contract Title",
      next: "ContractText",
      run: { font: HEAD, size: 52, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 2400, after: 240 } },
    },
    {
      id: "ContractText",
      name: "Contract Text",
      quickFormat: true,
      run: { font: BODY, size: BODY_SIZE },
      paragraph: { indent: { firstLine: 560 }, spacing: { line: 420, after: 60 } },
    },
    {
      id: "ContractParty",
      name: "Contract Party",
      basedOn: "ContractText",
      paragraph: { indent: { firstLine: 0 }, spacing: { line: 420, after: 60 } },
    },
    {
      id: "ContractClause",
      name: "Contract Clause",
      next: "ContractText",
      quickFormat: true,
      run: { font: HEAD, size: BODY_SIZE, bold: true },
      paragraph: {
        spacing: { before: 200, after: 80, line: 420 },
        keepNext: true,
        outlineLevel: 0,
      },
    },
  ],
};

/** Runs of a text: rare characters in a font that has them. */
function runs(text: string): TextRun[] {
  const parts = text.match(/[\u{20000}-\u{3FFFF}]+|[^\u{20000}-\u{3FFFF}]+/gu) ?? [];
  return parts.map((part) =>
    /[\u{20000}-\u{3FFFF}]/u.test(part)
      ? new TextRun({ text: part, font: RARE })
      : new TextRun(part),
  );
}

function coverPage(cover: ContractCover): Paragraph[] {
  const { title, subtitle } = coverTitle(cover);
  const line = (label: string, value: string) =>
    new Paragraph({
      style: "ContractParty",
      indent: { left: 1200, hanging: 0 },
      spacing: { before: 160, line: 420 },
      children: [new TextRun({ text: `${label}：`, bold: true, font: HEAD }), ...runs(value)],
    });
  return [
    new Paragraph({ style: "ContractTitle", text: title }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 1600 },
      children: [new TextRun({ text: subtitle, font: HEAD, size: 32 })],
    }),
    line("合同编号", cover.number),
    line("项目名称", cover.title),
    line(`甲方（${cover.demandRole}）`, cover.demandName),
    line(`乙方（${cover.supplyRole}）`, cover.supplyName),
    line("签订地点", cover.place),
    line("签订日期", "　　　　年　　月　　日"),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function clauseParagraphs(clause: NumberedClause): Paragraph[] {
  const isParties = clause.key === "parties";
  const style = isParties ? "ContractParty" : "ContractText";
  const heading = clause.number
    ? [
        new Paragraph({
          style: "ContractClause",
          numbering: { reference: CLAUSES, level: 0 },
          children: runs(clause.heading),
        }),
      ]
    : [];
  const text = clause.paragraphs.map((line) => new Paragraph({ style, children: runs(line) }));
  return [...heading, ...text];
}

function signatures(cover: ContractCover): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none };
  const cell = (heading: string) =>
    new TableCell({
      borders,
      width: { size: 50, type: WidthType.PERCENTAGE },
      children: [
        new Paragraph({
          style: "ContractParty",
          spacing: { before: 400, after: 900 },
          children: runs(heading),
        }),
        ...SIGNATURE_LINES.map(
          (text) => new Paragraph({ style: "ContractParty", spacing: { after: 500 }, text }),
        ),
      ],
    });
  const demand = cell(`甲方（盖章）：${cover.demandName}`);
  const supply = cell(`乙方（盖章）：${cover.supplyName}`);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ cantSplit: true, children: [demand, supply] })],
  });
}

/**
 * A contract as a Word document: styles to restyle it, clause numbers that Word counts itself, page
 * numbers. Every character of the text stays, whatever fonts the reader has.
 * @param mark shown at the head of every page of a draft
 */
export async function contractDocx(
  cover: ContractCover,
  clauses: readonly NumberedClause[],
  mark: string | null,
): Promise<Buffer> {
  const head = [cover.title, cover.number, mark].filter(Boolean).join("　");
  const document = new Document({
    title: cover.title,
    subject: "技术合同",
    creator: "科技大市场",
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: CLAUSES,
          levels: [
            {
              level: 0,
              format: LevelFormat.CHINESE_COUNTING,
              text: "第%1条",
              suffix: LevelSuffix.SPACE,
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 0, hanging: 0 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1701, bottom: 1531, left: 1588, right: 1474 },
          },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [new TextRun({ text: head, size: 18 })] })],
          }),
          first: new Header({ children: [new Paragraph({ text: mark ?? "" })] }),
        },
        footers: { default: pageNumbers(), first: new Footer({ children: [] }) },
        children: [...coverPage(cover), ...clauses.flatMap(clauseParagraphs), signatures(cover)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function pageNumbers(): Footer {
  const size = 18;
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ size, children: ["第 ", PageNumber.CURRENT, " 页　共 "] }),
          new TextRun({ size, children: [PageNumber.TOTAL_PAGES, " 页"] }),
        ],
      }),
    ],
  });
}
