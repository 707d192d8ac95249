import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Download, notFound, Operation, PageQuery, Pages, Resource, type Page } from '#platform';
import type { RecordKind } from '../kinds/define-kind.js';
import { KINDS } from '../kinds/index.js';
import { RecordKindAnswer, RecordKindSummary, TemplateQuery } from './record-kind.dto.js';
import { describe, summarise } from './record-kind.view.js';
import { csvTemplate, xlsxTemplate } from './template.js';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The document has to name a bound: no template comes near it. */
const FILE = { type: 'string', maxLength: 1_048_576 };
const KIND = { name: 'kind', schema: { type: 'string' as const, maxLength: 60 } };

const IN_ORDER = KINDS.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));

/** What can be pushed, for whoever writes the program that pushes it. */
@ApiTags('outcome batches')
@Controller('v1/record-kinds')
export class RecordKindsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Operation({
    id: 'record_kind_list',
    summary: 'List the kinds of records that can be pushed',
    permission: 'record-kind:read',
    answer: { list: RecordKindSummary },
  })
  list(@Query() query: PageQuery): Page {
    const list = this.pages.of(query, 'record-kinds');
    const [after = ''] = list.after ?? [];
    const rows = IN_ORDER.filter(({ kind }) => kind > after).map((kind) => ({
      kind: kind.kind,
      body: JSON.stringify(summarise(kind)),
    }));
    return list.page(rows, (row) => [row.kind]);
  }

  @Get(':kind')
  @ApiParam(KIND)
  @Operation({
    id: 'record_kind_show',
    summary: 'Show a kind of record: its fields, their values and columns, and an example',
    permission: 'record-kind:read',
    answer: RecordKindAnswer,
  })
  show(@Param('kind') kind: string): Resource {
    return new Resource(JSON.stringify(describe(find(kind))));
  }

  @Get(':kind/template')
  @ApiParam(KIND)
  @Operation({
    id: 'record_kind_template',
    summary: 'Download an empty table of the kind',
    description:
      'CSV has the header and nothing else. The workbook has a second sheet that explains each column in Italian ' +
      'and English; save its first sheet as CSV in UTF-8 to push it.',
    permission: 'record-kind:read',
    answer: { media: { [CSV]: FILE, [XLSX]: { ...FILE, format: 'binary' } } },
  })
  async template(@Param('kind') kind: string, @Query() query: TemplateQuery): Promise<Download> {
    const found = find(kind);
    if (query.format === 'xlsx') return new Download(XLSX, `${found.kind}.xlsx`, await xlsxTemplate(found));
    const csv = csvTemplate(found, query.delimiter ?? 'semicolon');
    return new Download(`${CSV}; charset=utf-8`, `${found.kind}.csv`, csv);
  }
}

function find(name: string): RecordKind {
  const kind = KINDS.find((one) => one.kind === name);
  if (kind === undefined) throw notFound();
  return kind;
}
