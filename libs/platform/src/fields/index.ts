export { OptionalBody } from './optional-body.js';
export { wrongType, type Check, type FieldOptions, type Misfit } from './field.js';
export { checkText, checkUuid, Day, Instant, Text, Uuid } from './text.js';
export { checkOneOf, Decimal, Flag, OneOf, Whole } from './values.js';
export { TextMap } from './maps.js';
export { Nested, NestedList, OneOfList, TextList, UuidList } from './lists.js';
