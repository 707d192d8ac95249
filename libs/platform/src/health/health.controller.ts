import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OneOf, Text } from '../fields/index.js';
import { temporarilyUnavailable } from '../http/http.problems.js';
import { Operation } from '../http/operation.js';
import { bounded } from '../queue/bounded.js';
import { HealthQueries } from './health.queries.js';

const CHECK_MS = 1_000;

class HealthAnswer {
  @OneOf(['ok'])
  status: string;
}

class StatusAnswer {
  @Text({ max: 40, description: 'What a person reads.' })
  title: string;

  @OneOf(['ok'])
  status: string;
}

/** Live: the process runs. Ready, status: it can also do its work, which needs the database. */
@ApiTags('health')
@Controller()
export class HealthController {
  /** Anybody may ask, so all who ask at the same moment are told the same. */
  private asking: Promise<void> | undefined;

  constructor(private readonly queries: HealthQueries) {}

  @Get('health/live')
  @Operation({
    id: 'health_live',
    summary: 'Is the process alive?',
    permission: 'public',
    answer: HealthAnswer,
  })
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Operation({ id: 'health_ready', summary: 'Can it work?', permission: 'public', answer: HealthAnswer })
  async ready(): Promise<HealthAnswer> {
    await this.check();
    return { status: 'ok' };
  }

  @Get('status')
  @Operation({
    id: 'status_show',
    summary: 'The state of the service',
    permission: 'public',
    answer: StatusAnswer,
  })
  async status(): Promise<StatusAnswer> {
    await this.check();
    return { title: 'Patti is working', status: 'ok' };
  }

  private async check(): Promise<void> {
    try {
      this.asking ??= bounded(this.queries.ask(), CHECK_MS).finally(() => (this.asking = undefined));
      await this.asking;
    } catch {
      throw temporarilyUnavailable({ detail: 'The database cannot be reached.' });
    }
  }
}
