// Runs oidc-provider as the configuration file says; ends with its parent's SIGTERM.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { Provider } from 'oidc-provider';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const signing = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** What a resource's access tokens are: named in the settings, all else is refused. */
function resourceServer(_ctx, indicator) {
  const resource = settings.resources.find(({ uri }) => uri === indicator);
  if (!resource) throw new Error(`no resource ${indicator}`);
  return {
    scope: 'read write',
    audience: resource.audience,
    accessTokenFormat: resource.format,
    jwt: { sign: { alg: 'RS256' } },
  };
}

function person(username) {
  return settings.people.find((each) => each.username === username);
}

function claimsOf(username) {
  const { groups } = person(username);
  const email = `${username}@example.com`;
  return { sub: username, preferred_username: username, email, email_verified: true, groups };
}

const provider = new Provider(settings.issuer, {
  clients: settings.clients,
  jwks: { keys: [{ ...signing.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
  cookies: { keys: ['these-cookies-protect-nothing'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username', 'groups'] },
  scopes: ['openid', 'profile', 'email', 'offline_access', 'read', 'write'],
  findAccount: (_ctx, id) => person(id) && { accountId: id, claims: () => claimsOf(id) },
  extraTokenClaims: (_ctx, token) => {
    if (!token.accountId) return undefined;
    const { preferred_username, groups } = claimsOf(token.accountId);
    return { username: preferred_username, preferred_username, groups };
  },
  ttl: {
    AccessToken: (_ctx, _token, client) => (client.clientId === 'short-lived' ? 2 : 3600),
    ClientCredentials: 600,
  },
  clientAuthMethods: [
    'client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none',
    ...(settings.tls ? ['tls_client_auth'] : []),
  ],
  pkce: { required: () => true },
  features: {
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
    introspection: { enabled: true, allowedPolicy: (_ctx, client) => client.clientAuthMethod !== 'none' },
    revocation: { enabled: true },
    resourceIndicators: { enabled: true, getResourceServerInfo: resourceServer },
    mTLS: {
      enabled: Boolean(settings.tls),
      certificateBoundAccessTokens: true,
      tlsClientAuth: true,
      getCertificate: (ctx) => pem(ctx.socket.getPeerCertificate?.()?.raw),
      certificateAuthorized: (ctx) => ctx.socket.authorized,
      certificateSubjectMatches: (ctx, property, expected) =>
        property === 'tls_client_auth_subject_dn'
        && `CN=${ctx.socket.getPeerCertificate().subject.CN}` === expected,
    },
  },
});

function pem(der) {
  return der && `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----`;
}

/** The way past the login page, for tests only (RFC 6749, section 4.3; any password will do). */
provider.registerGrantType('password', async (ctx) => {
  const { client, params } = ctx.oidc;
  const grant = new provider.Grant({ accountId: params.username, clientId: client.clientId });
  const token = new provider.AccessToken({
    accountId: params.username, client, gty: 'password', scope: params.scope,
  });
  if (params.resource) {
    token.resourceServer = new provider.ResourceServer(params.resource, resourceServer(ctx, params.resource));
    grant.addResourceScope(params.resource, params.scope);
  } else {
    grant.addOIDCScope(params.scope);
  }
  token.grantId = await grant.save();
  if (client.tlsClientCertificateBoundAccessTokens) {
    token.setThumbprint('x5t', pem(ctx.socket.getPeerCertificate().raw));
  }
  ctx.body = {
    access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration, scope: params.scope,
  };
}, ['username', 'password', 'scope', 'resource']);

const secured = settings.tls && {
  cert: settings.tls.certificate,
  key: settings.tls.key,
  ca: settings.tls.authority,
  requestCert: true,
  rejectUnauthorized: false, // who must have a certificate is said by the client's registration
};
const server = secured ? https.createServer(secured, provider.callback()) : http.createServer(provider.callback());
server.listen(settings.port, '127.0.0.1', () => console.log(`listening as ${settings.issuer}`));
process.on('SIGTERM', () => process.exit(0));
