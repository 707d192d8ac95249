import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

/** What packages/client knows of the API: types, and nothing that runs. */
export async function clientTypes(api: object): Promise<string> {
  return `${COMMENT_HEADER}${astToString(await openapiTS(JSON.stringify(api)))}`;
}
