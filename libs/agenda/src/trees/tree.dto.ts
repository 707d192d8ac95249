import { OneOf } from '#platform';
import { TREE_FORMATS, type TreeFormat } from './formats/formats.js';

export class TreeQuery {
  @OneOf(TREE_FORMATS, { optional: true, description: 'Else by Accept; JSON unless told.' })
  format?: TreeFormat;
}
