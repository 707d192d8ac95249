/** The file cannot be read as what it is said to be; the message names the line, never what stands there. */
export class Unreadable extends Error {}
