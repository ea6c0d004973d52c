import type { APIRoute } from 'astro';
import { localePaths } from '../../components/content.ts';
import { packageCatalog } from '../../components/package-catalog.ts';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: string }> = async ({ params }) => Response.json(await packageCatalog(params['locale'] ?? ''));
