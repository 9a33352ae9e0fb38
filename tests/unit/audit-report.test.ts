import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/model/annotation.ts';
import { writeAuditCsv } from '../../src/model/reuse/audit-csv.ts';
import { auditReportSchema, composeAuditReport } from '../../src/model/reuse/audit-report.ts';
import { composeExport } from '../../src/pages/popup/check/compose-export.ts';
import { readCsv } from '../endpoint/read-csv.ts';
import { makeChecked, makeFinding, PAGE } from './checked-fake.ts';

const NOW = Date.UTC(2024, 4, 10, 12);
const readRows = (csv: string) => readCsv(csv.replace(/^\ufeff/, ''));

describe('the report of a check', () => {
  it('is of one form, with nothing else in it', () => {
    const { text, name, type } = composeExport(makeChecked(), 'json');
    expect(name).toBe('attribution-reuse.example-2024-05-10.json');
    expect(type).toBe('application/json');
    const read = parse(auditReportSchema, JSON.parse(text));
    const { service: _, language: __, ...finding } = makeFinding();
    expect(read).toEqual({
      ok: true,
      value: {
        ...{ version: 1, checkedAt: '2024-05-10T00:00:00.000Z' },
        pages: [{ page: PAGE, title: 'What others say', failure: null, findings: [finding] }],
      },
    });
    expect(JSON.stringify(JSON.parse(text))).not.toContain('editors.example');
  });

  it.each(['file:///tmp/a', '', 'https://x'.repeat(3)])('names a file for %s', (url) => {
    expect(composeExport(makeChecked([], { url }), 'csv').name).toMatch(
      /^attribution-([\w.-]+-)?2024-05-10\.csv$/,
    );
  });
});

describe('the table of a check', () => {
  it('has a row for each passage, and for each page that could not be checked', () => {
    const findings = [makeFinding(), makeFinding({ verdict: 'wrong', faults: ['home', 'share'] })];
    const ok = { page: PAGE, title: 'a', failure: null };
    const csv = writeAuditCsv(
      composeAuditReport(
        [
          { ...ok, findings },
          { ...ok, findings: [] },
          { page: 'b.html', title: '', failure: 'not there', findings: [] },
        ],
        NOW,
      ),
    );
    const [head, ...rows] = readRows(csv);
    expect(rows.map((row) => row.length)).toEqual([14, 14, 14]);
    const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1]);
    expect(column('verdict')).toEqual(['missing', 'wrong', '']);
    expect(column('faults')).toEqual(['link', 'home share', '']);
    expect(column('share')).toEqual(['0.250', '0.250', '']);
    expect(column('failure')).toEqual(['', '', 'not there']);
    expect(column('words')).toEqual(['60', '60', '']);
  });

  it('begins no formula, whatever pages say', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '@SUM(1)', '\t=x', 'a;=b', '"=c', '+1', '-1', 'a\r\n=d'),
    );
    fc.assert(
      fc.property(words, words, words, (opening, title, evidence) => {
        const source = { ...makeFinding().source, title };
        const pages = [
          {
            ...{ page: title, title, failure: null },
            findings: [makeFinding({ opening, evidence, source })],
          },
        ];
        const [, row = []] = readRows(writeAuditCsv(composeAuditReport(pages, NOW)));
        expect(row).toHaveLength(14);
        for (const cell of row) expect(cell).not.toMatch(/(?:^|[;\t\r\n])(?!')['" ]*[=+\-@]/);
      }),
    );
  });
});
