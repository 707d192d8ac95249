import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLog, Operation, PlatformModule } from '#platform';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { IdentityModule } from './identity.module.js';

@Controller('undeclared')
class Undeclared {
  @Get()
  show(): string {
    return 'open to all by mistake';
  }
}

@Controller('misspelt')
class Misspelt {
  @Get()
  @Operation({ id: 'misspelt_show', summary: 'Misspelt', permission: 'pact:raed' })
  show(): string {
    return 'open to nobody knows whom';
  }
}

describe('a route without a declared permission', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  it.each([Undeclared, Misspelt])('stops the start: %p', async (controller) => {
    @Module({
      imports: [PlatformModule.with(db.settings, createLog('silent')), IdentityModule],
      controllers: [controller],
    })
    class Application {}
    const app = await NestFactory.create(Application, { logger: false, abortOnError: false });
    await expect(app.init()).rejects.toThrow(`routes without a declared permission: ${controller.name}.show`);
    await app.close();
  });
});
