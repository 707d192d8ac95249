import type { NestExpressApplication } from '@nestjs/platform-express';
import { Router, type Request, type Response } from 'express';
import helmet from 'helmet';
import swaggerUi from 'swagger-ui-express';
import { AllowedMethods, buildOpenApi } from '#platform';
import { dashboardPages } from './dashboard-pages.js';

/** The dashboard at `/`, `/openapi.json`, and the page at `/docs` that shows it. */
export function publishDocuments(app: NestExpressApplication): void {
  const document = buildOpenApi(app);
  app.get(AllowedMethods).learn(document);
  const pages = Router()
    .get('/openapi.json', (_request: Request, response: Response) => void response.json(document))
    .use('/docs', helmet(), swaggerUi.serve, swaggerUi.setup(document, { customSiteTitle: 'Patti API' }))
    .use(dashboardPages());
  app.use((request: Request, response: Response, next: () => void) =>
    request.path.startsWith('/v1/') ? next() : pages(request, response, next),
  );
}
