import { HttpConfig, marketSettings } from '@boxoffice/common';
import { z } from 'zod';

/** The settings of the process that answers the commands of orders. */
export const CommandConfig = z.object({ ...HttpConfig.shape, HOLD_SECONDS: marketSettings.HOLD_SECONDS });
