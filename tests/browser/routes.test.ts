/** Single-page apps, in each browser as it is. */
import { describeRoutes } from './route-cases.ts';
import { useSession } from './session.ts';

describeRoutes(useSession());
