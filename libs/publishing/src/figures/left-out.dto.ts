import { LEFT_OUT_REASONS } from '#indicators';
import { OneOf, Whole } from '#platform';

export class LeftOutRows {
  @OneOf(LEFT_OUT_REASONS)
  reason: string;

  @Whole({ min: 0, max: 2_147_483_647 })
  rows: number;
}
