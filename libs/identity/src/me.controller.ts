import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '#platform';
import { MeAnswer, type RoleAnswer } from './me.dto.js';
import { allows, isPermission, POLICY } from './policy.rules.js';
import { SignedIn, type Account } from './principal.js';
import type { Role } from './role.rules.js';

@ApiTags('access')
@Controller('v1/me')
export class MeController {
  @Get()
  @Operation({
    id: 'caller_show',
    summary: 'Who am I, and what may I do?',
    permission: 'caller:read',
    answer: MeAnswer,
  })
  show(@SignedIn() { id, name, roles: held, person }: Account): MeAnswer {
    const roles = held.map(roleAnswer);
    const [only, ...others] = roles;
    const all = <T>(of: (role: RoleAnswer) => T[]): T[] => [...new Set(roles.flatMap(of))];
    return {
      id,
      name,
      ...person,
      roles,
      ...(only && others.length === 0 && { kind: only.kind, ...(only.actorId && { actorId: only.actorId }) }),
      pacts: all(({ pacts }) => pacts),
      scopes: all(({ scopes }) => scopes),
      permissions: all(({ permissions }) => permissions),
    };
  }
}

const roleAnswer = (role: Role): RoleAnswer => ({
  ...role,
  pacts: [...role.pacts],
  scopes: [...role.scopes],
  permissions: Object.keys(POLICY).filter((name) => isPermission(name) && allows(name, role.kind)),
});
