export { Day, Instant, Text, Uuid } from './text.js';
export { Decimal, Flag, OneOf, Whole } from './values.js';
export { Nested, NestedList, OneOfList, TextList, UuidList } from './lists.js';
