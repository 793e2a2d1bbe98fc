import type ExcelJS from 'exceljs';

/** Of titles; a font that is said in part loses its name, and becomes another in LibreOffice. */
export const HEAD: Partial<ExcelJS.Font> = { name: 'Calibri', size: 11, bold: true };

const A4: ExcelJS.PaperSize = 9;

/**
 * What of a sheet is printed: up to a column, the head on each page. The others
 * are of use on a screen alone, and would make the print too small to be read.
 *
 * @param head line of the titles
 */
export function inPrint(sheet: ExcelJS.Worksheet, last: string, head: number): void {
  // The library writes a dollar before each half.
  sheet.pageSetup.printArea = `A$1:${last}$${String(sheet.rowCount)}`;
  sheet.pageSetup.printTitlesRow = `${String(head)}:${String(head)}`;
}

/** A sheet printed on A4, no wider than the paper, with its name and its page numbers. */
export function onA4(sheet: ExcelJS.Worksheet): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    ...{ paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = '&L&A&R&P / &N';
}
