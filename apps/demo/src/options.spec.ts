import { readOptions } from './options.js';

describe('the options of the demo', () => {
  it('have defaults for a newcomer', () => {
    expect(readOptions([], {})).toEqual({
      seed: 7,
      scale: 1,
      localUrl: 'http://127.0.0.1:3000',
      dataDir: '.data',
      exit: false,
    });
  });

  it('come from the command line before the environment', () => {
    const env = { PATTI_URL: 'http://other/', BOOTSTRAP_ADMIN_KEY: 'from-environment', PORT: '3999' };
    expect(readOptions(['--key', 'given', '--scale', '0.1'], env)).toMatchObject({
      url: 'http://other',
      key: 'given',
      scale: 0.1,
      localUrl: 'http://127.0.0.1:3999',
    });
  });

  it('are refused in one line when they make no sense', () => {
    expect(() => readOptions(['--scale', 'big'], {})).toThrow('--scale takes a number from 0.01 to 10');
    expect(() => readOptions(['--sale', '1'], {})).toThrow(/--sale/);
  });

  it('can be asked for', () => {
    expect(readOptions(['--help'], {})).toBeUndefined();
  });
});
