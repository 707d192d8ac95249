/** What people read, in the two languages of the service. */
export interface Label {
  readonly en: string;
  readonly it: string;
}
