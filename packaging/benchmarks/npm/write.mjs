// Writes blocks as Word with the npm library docx, and prints the seconds that it took: write.mjs BLOCKS TARGET
import fs from "node:fs";
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";

const [source, target] = process.argv.slice(2);
const blocks = JSON.parse(fs.readFileSync(source, "utf8"));
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

const row = (texts) =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

const block = (one) => {
  if (one.kind === "heading") return new Paragraph({ text: one.text, heading: levels[one.level] });
  if (one.kind === "para") return new Paragraph(one.text);
  const width = { size: 100, type: WidthType.PERCENTAGE };
  return new Table({ width, rows: [one.head, ...one.rows].map(row) });
};

const start = performance.now();
const made = new Document({ sections: [{ children: blocks.map(block) }] });
fs.writeFileSync(target, await Packer.toBuffer(made));
console.log((performance.now() - start) / 1000);
