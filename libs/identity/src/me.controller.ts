import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '#platform';
import { MeAnswer } from './keys/api-key.dto.js';
import { allows, isPermission, POLICY } from './policy.rules.js';
import { Caller, type Principal } from './principal.js';

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
  show(@Caller() principal: Principal): MeAnswer {
    const permissions = Object.keys(POLICY).filter(
      (name) => isPermission(name) && allows(name, principal.kind),
    );
    return { ...principal, pacts: [...principal.pacts], scopes: [...principal.scopes], permissions };
  }
}
