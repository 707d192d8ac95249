export { TemplateCatalogue } from './template-catalogue.js';
