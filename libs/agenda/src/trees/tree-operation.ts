import { getSchemaPath } from '@nestjs/swagger';
import { negotiated, type OperationOptions } from '#platform';
import type { Request } from 'express';
import { mediaTypeOf, TREE_FORMATS, TREE_OFFERS, type TreeFormat } from './formats/formats.js';

/** The document has to name a bound, and no tree within its own bounds comes near it. */
const LONGEST_DRAWING = 20_000_000;

/** What the reading of any tree says in the OpenAPI document. */
export const answerOfTree = (shape: new () => object): Pick<OperationOptions, 'answer' | 'also'> => ({
  answer: {
    media: Object.fromEntries(
      TREE_FORMATS.map((format) => [
        mediaTypeOf(format),
        format === 'json' ? { $ref: getSchemaPath(shape) } : { type: 'string', maxLength: LONGEST_DRAWING },
      ]),
    ),
  },
  also: { 406: 'None of the formats that Accept takes.' },
});

/** The format in which a request wants a tree. */
export const formatOf = (asked: TreeFormat | undefined, request: Request): TreeFormat =>
  negotiated(asked, TREE_OFFERS, (offered) => request.accepts(offered));
