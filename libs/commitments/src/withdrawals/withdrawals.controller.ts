import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PathId, type Created, type Resource } from '#platform';
import { WithdrawalAnswer, WithdrawalRequest } from './withdrawal.dto.js';
import { WithdrawalsService } from './withdrawals.service.js';

@ApiTags('members')
@Controller('v1/pacts/:pactId/members/:memberId/withdrawal')
export class WithdrawalsController {
  constructor(private readonly service: WithdrawalsService) {}

  @Post()
  @Operation({
    id: 'withdrawal_announce',
    summary: 'Announce that a member leaves, and what happens to its open commitments',
    description:
      'The member is withdrawing until its notice is over and none of its commitments is open any more; then it ' +
      'has withdrawn.',
    permission: 'membership:withdraw',
    answer: WithdrawalAnswer,
    status: 201,
  })
  announce(
    @PathId('pactId') pactId: string,
    @PathId('memberId') memberId: string,
    @Body() request: WithdrawalRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.announce(pactId, memberId, request, principal);
  }

  @Get()
  @Operation({
    id: 'withdrawal_show',
    summary: 'Show how a member leaves',
    permission: 'membership:read',
    answer: WithdrawalAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('memberId') memberId: string): Promise<Resource> {
    return this.service.get(pactId, memberId);
  }
}
