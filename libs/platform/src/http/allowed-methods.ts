import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Which methods an address answers, read off the OpenAPI document: tells 405 from 404. */
@Injectable()
export class AllowedMethods {
  private readonly known: { pattern: RegExp; methods: string[] }[] = [];

  learn(document: OpenAPIObject): void {
    for (const [path, item] of Object.entries(document.paths)) {
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}/?$`);
      this.known.push({
        pattern,
        methods: METHODS.filter((method) => method in item).map((m) => m.toUpperCase()),
      });
    }
  }

  of(path: string): string[] {
    return this.known.find(({ pattern }) => pattern.test(path))?.methods ?? [];
  }
}
