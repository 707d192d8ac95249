import { readFile } from 'node:fs/promises';

interface Manifest {
  readonly version: string;
  readonly engines: Record<string, string>;
  readonly dependencies: Record<string, string>;
}

const manifest = async (path: string): Promise<Manifest> =>
  JSON.parse(await readFile(path, 'utf8')) as Manifest;

describe('the package of the client', () => {
  it('has the version of the service, and the packages that it was tested with', async () => {
    const house = await manifest('package.json');
    const client = await manifest('packages/client/package.json');
    const tested = Object.keys(client.dependencies).map((name) => [name, house.dependencies[name]]);
    expect(client).toMatchObject({
      version: house.version,
      engines: house.engines,
      dependencies: Object.fromEntries(tested) as object,
    });
  });
});
