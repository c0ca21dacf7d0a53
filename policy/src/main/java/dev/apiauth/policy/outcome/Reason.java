package dev.apiauth.policy.outcome;

import static dev.apiauth.policy.outcome.Acts.ADMINISTRATOR;
import static dev.apiauth.policy.outcome.Acts.CALLER;
import static dev.apiauth.policy.outcome.Acts.PLATFORM;
import static dev.apiauth.policy.outcome.BearerError.INSUFFICIENT_SCOPE;
import static dev.apiauth.policy.outcome.BearerError.INVALID_REQUEST;
import static dev.apiauth.policy.outcome.BearerError.INVALID_TOKEN;
import static dev.apiauth.policy.outcome.BearerError.NONE;
import static dev.apiauth.policy.outcome.Status.BAD_GATEWAY;
import static dev.apiauth.policy.outcome.Status.BAD_REQUEST;
import static dev.apiauth.policy.outcome.Status.CONTENT_TOO_LARGE;
import static dev.apiauth.policy.outcome.Status.EXPECTATION_FAILED;
import static dev.apiauth.policy.outcome.Status.FORBIDDEN;
import static dev.apiauth.policy.outcome.Status.GATEWAY_TIMEOUT;
import static dev.apiauth.policy.outcome.Status.HEADER_FIELDS_TOO_LARGE;
import static dev.apiauth.policy.outcome.Status.INTERNAL_ERROR;
import static dev.apiauth.policy.outcome.Status.NOT_IMPLEMENTED;
import static dev.apiauth.policy.outcome.Status.REQUEST_TIMEOUT;
import static dev.apiauth.policy.outcome.Status.UNAUTHORIZED;
import static dev.apiauth.policy.outcome.Status.UNAVAILABLE;
import static dev.apiauth.policy.outcome.Status.URI_TOO_LONG;
import static dev.apiauth.policy.outcome.Status.VERSION_NOT_SUPPORTED;

import java.util.Locale;

/**
 * Every reason for which a request can end: status, challenge, who must act, and the sentence for
 * the caller.
 *
 * <p>The code in lower case is stable: it stands in answers, audit lines and metrics. The sentence
 * is not.
 */
public enum Reason {
  // Message hygiene: a message with two meanings has none. The connection is closed.
  MALFORMED_MESSAGE(BAD_REQUEST, INVALID_REQUEST, CALLER, "The request is malformed: %s."),
  DUPLICATE_HOST(BAD_REQUEST, INVALID_REQUEST, CALLER, "Send exactly one Host header field."),
  DUPLICATE_AUTHORIZATION(
      BAD_REQUEST, INVALID_REQUEST, CALLER, "Send at most one Authorization header field."),
  METHOD_REFUSED(NOT_IMPLEMENTED, INVALID_REQUEST, CALLER, "The method is not offered here."),
  UPGRADE_REFUSED(BAD_REQUEST, INVALID_REQUEST, CALLER, "This upgrade is not offered here."),
  EXPECTATION_UNKNOWN(
      EXPECTATION_FAILED, INVALID_REQUEST, CALLER, "Only Expect: 100-continue is understood."),
  HTTP_VERSION_REFUSED(
      VERSION_NOT_SUPPORTED,
      INVALID_REQUEST,
      CALLER,
      "Only HTTP/1.1 and HTTP/1.0 are spoken here."),
  TRANSFER_CODING_REFUSED(
      NOT_IMPLEMENTED, INVALID_REQUEST, CALLER, "The only transfer coding understood is chunked."),
  TARGET_TOO_LONG(
      URI_TOO_LONG, INVALID_REQUEST, CALLER, "The request line is longer than %d bytes."),
  HEADERS_TOO_LARGE(
      HEADER_FIELDS_TOO_LARGE, INVALID_REQUEST, CALLER, "The header fields exceed the limit."),
  FORM_TOO_LARGE(
      CONTENT_TOO_LARGE, INVALID_REQUEST, CALLER, "A form is read up to %d bytes, this is longer."),
  BATCH_TOO_LARGE(
      CONTENT_TOO_LARGE,
      INVALID_REQUEST,
      CALLER,
      "A Git LFS batch is read up to %d bytes, this is longer."),
  REQUEST_TOO_SLOW(REQUEST_TIMEOUT, INVALID_REQUEST, CALLER, "The request did not arrive in time."),

  // One canonical path.
  AMBIGUOUS_PATH(
      BAD_REQUEST,
      INVALID_REQUEST,
      CALLER,
      "The path can be read in more than one way: %s. Send it in its plain form."),

  // Credentials: one, of a kind that the policy accepts.
  TWO_CREDENTIALS(
      BAD_REQUEST, INVALID_REQUEST, CALLER, "More than one credential was sent. Send one."),
  MALFORMED_CREDENTIAL(
      BAD_REQUEST, INVALID_REQUEST, CALLER, "The Authorization header field is malformed."),
  TOKEN_IN_URI(
      BAD_REQUEST,
      INVALID_REQUEST,
      CALLER,
      "A token does not belong into the URI or a form. Send it as Authorization: Bearer."),
  CREDENTIAL_MISSING(
      UNAUTHORIZED,
      NONE,
      CALLER,
      "This needs a credential. Send a token as Authorization: Bearer."),
  SESSION_UNKNOWN(
      UNAUTHORIZED, NONE, CALLER, "The session is not one that the product knows. Log in again."),
  SCHEME_UNKNOWN(
      UNAUTHORIZED, INVALID_TOKEN, CALLER, "This kind of credential is not accepted here."),
  ISSUER_UNKNOWN(
      UNAUTHORIZED,
      INVALID_TOKEN,
      CALLER,
      "The token is from an issuer that is not accepted here."),
  TOKEN_KIND_UNKNOWN(
      UNAUTHORIZED, INVALID_TOKEN, CALLER, "The token is of no kind that is accepted here."),
  PASSWORD_REFUSED(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      CALLER,
      "Basic Authentication has been disabled on this instance."),
  SESSION_LOGIN_REFUSED(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      CALLER,
      "Trading a password for a session has been disabled on this instance. Use a token."),
  INTERACTIVE_LOGIN_REFUSED(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      CALLER,
      "Login by password has been disabled on this instance."),
  PRODUCT_TOKENS_REFUSED(
      UNAUTHORIZED,
      INVALID_TOKEN,
      CALLER,
      "Personal access tokens of the product are not accepted here. Use a token of the identity"
          + " provider."),
  APPLICATION_LINK_REFUSED(
      UNAUTHORIZED,
      INVALID_TOKEN,
      ADMINISTRATOR,
      "Application links are not accepted from this caller."),

  // The client's address.
  CLIENT_ADDRESS_UNKNOWN(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      PLATFORM,
      "The address of the caller cannot be told: the request came through a proxy that the policy"
          + " does not know."),
  CLIENT_ADDRESS_MALFORMED(
      BAD_REQUEST, INVALID_REQUEST, PLATFORM, "The forwarded client address is malformed."),
  ADDRESS_REFUSED(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "Calls from this address are not allowed. Call from a network that is."),

  // The token itself.
  TOKEN_MALFORMED(UNAUTHORIZED, INVALID_TOKEN, CALLER, "The token is malformed."),
  TOKEN_UNTRUSTED(UNAUTHORIZED, INVALID_TOKEN, CALLER, "The token cannot be verified."),
  TOKEN_INACTIVE(
      UNAUTHORIZED,
      INVALID_TOKEN,
      CALLER,
      "The identity provider does not call this token good. Fetch a new one."),
  TOKEN_EXPIRED(UNAUTHORIZED, INVALID_TOKEN, CALLER, "The token has expired. Fetch a new one."),
  TOKEN_NOT_YET_VALID(UNAUTHORIZED, INVALID_TOKEN, CALLER, "The token is not valid yet."),
  TOKEN_TOO_LONG_LIVED(
      UNAUTHORIZED, INVALID_TOKEN, ADMINISTRATOR, "The token lives longer than is accepted here."),
  TOKEN_NOT_FOR_US(
      UNAUTHORIZED, INVALID_TOKEN, CALLER, "The token was not issued for this service."),
  TOKEN_NOT_AN_ACCESS_TOKEN(
      UNAUTHORIZED, INVALID_TOKEN, CALLER, "This is not an access token. Send the access token."),
  TOKEN_SENDER_CONSTRAINED(
      UNAUTHORIZED,
      INVALID_TOKEN,
      CALLER,
      "The token is bound to a key or certificate and cannot be used as a plain bearer token."),
  TOKEN_CLAIM_REFUSED(
      UNAUTHORIZED, INVALID_TOKEN, ADMINISTRATOR, "The token lacks a claim that is required here."),
  USER_UNMAPPED(
      FORBIDDEN, INSUFFICIENT_SCOPE, ADMINISTRATOR, "The token names no user of the product."),
  APPLICATION_UNMAPPED(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "The token is an application's, and this application is not mapped to a user."),
  USERNAME_REFUSED(
      FORBIDDEN, INSUFFICIENT_SCOPE, ADMINISTRATOR, "Nobody may act as this user through a token."),
  PROVIDER_SILENT(
      UNAVAILABLE,
      NONE,
      PLATFORM,
      "The identity provider cannot be asked. Nothing was decided in its place."),

  // API tokens: 401 for the token itself, 403 for what it may not be used for.
  API_TOKEN_MISSING(
      BAD_REQUEST,
      INVALID_REQUEST,
      CALLER,
      "The header field for API tokens is empty. Send the token in it, or leave it out."),
  API_TOKEN_MALFORMED(
      UNAUTHORIZED, INVALID_TOKEN, CALLER, "This is no whole API token. Send it as it was issued."),
  API_TOKEN_UNKNOWN(
      UNAUTHORIZED,
      INVALID_TOKEN,
      CALLER,
      "The API token is not one that is accepted here. It may have been revoked."),
  API_TOKEN_EXPIRED(
      UNAUTHORIZED, INVALID_TOKEN, CALLER, "The API token has expired. Ask for a new one."),
  API_TOKEN_NOT_YET_VALID(UNAUTHORIZED, INVALID_TOKEN, CALLER, "The API token is not valid yet."),
  API_TOKEN_ADDRESS_REFUSED(
      FORBIDDEN, INSUFFICIENT_SCOPE, CALLER, "The API token may not be used from this address."),
  API_TOKEN_OPERATION_REFUSED(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      CALLER,
      "The API token may not be used for this kind of operation: %s."),
  API_TOKEN_METHOD_REFUSED(
      FORBIDDEN, INSUFFICIENT_SCOPE, CALLER, "The API token may not be used with this method."),
  API_TOKEN_PATH_REFUSED(
      FORBIDDEN, INSUFFICIENT_SCOPE, CALLER, "The API token may not be used on this path."),

  // What the proven caller may do.
  SCOPE_MISSING(
      FORBIDDEN, INSUFFICIENT_SCOPE, CALLER, "The token lacks a scope that is required here."),
  GROUPS_SILENT(
      UNAVAILABLE,
      NONE,
      PLATFORM,
      "The product cannot be asked for your groups. Nothing was decided in its place."),
  GROUPS_UNKNOWN(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "The credential does not tell your groups, and groups count here. Use a token that tells"
          + " them."),
  GROUP_DENIED(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "You are in a group that may not call this API. Ask an administrator."),
  GROUP_MISSING(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "You are in none of the groups that may call this API. Ask an administrator for one."),
  GROUP_READS_ONLY(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "You are in a group that may only read here. Reading works; this call would change"
          + " something."),

  // Acting as the user.
  VAULT_ENTRY_MISSING(
      FORBIDDEN, INSUFFICIENT_SCOPE, CALLER, "No personal access token is on file for you."),
  VAULT_ENTRY_AMBIGUOUS(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "More than one personal access token is on file for you. One must be removed."),
  VAULT_ENTRY_EXPIRED(
      FORBIDDEN, INSUFFICIENT_SCOPE, CALLER, "Your personal access token on file has expired."),
  VAULT_ENTRY_DEAD(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      CALLER,
      "The product no longer honours your personal access token on file."),
  VAULT_ENTRY_FOREIGN(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "The personal access token on file for you belongs to somebody else."),
  PRODUCT_TOKEN_DEAD(
      UNAUTHORIZED, INVALID_TOKEN, CALLER, "The product does not honour this token."),
  ADAPTER_CANNOT_REACH(
      FORBIDDEN,
      INSUFFICIENT_SCOPE,
      ADMINISTRATOR,
      "The product does not accept access tokens on this path, so it cannot be called with one."),

  // The product.
  PRODUCT_UNREACHABLE(BAD_GATEWAY, NONE, PLATFORM, "The product cannot be reached."),
  PRODUCT_OVERLOADED(UNAVAILABLE, NONE, PLATFORM, "The product is busy. Try again."),
  PRODUCT_SILENT(GATEWAY_TIMEOUT, NONE, PLATFORM, "The product did not answer in time."),
  PRODUCT_ANSWER_MALFORMED(BAD_GATEWAY, NONE, PLATFORM, "The product's answer is malformed."),
  ACTED_AS_OTHER(
      BAD_GATEWAY,
      NONE,
      PLATFORM,
      "The product acted as somebody else. The call may have been carried out; do not repeat it."),

  // Ourselves.
  POLICY_MISSING(
      UNAVAILABLE, NONE, PLATFORM, "No policy is loaded yet. Nothing is let through until one is."),
  INTERNAL(INTERNAL_ERROR, NONE, PLATFORM, "The request could not be decided.");

  private final Status status;
  private final BearerError bearerError;
  private final Acts acts;
  private final String sentence;

  Reason(Status status, BearerError bearerError, Acts acts, String sentence) {
    this.status = status;
    this.bearerError = bearerError;
    this.acts = acts;
    this.sentence = sentence;
  }

  /** The stable code, for example {@code token_expired}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Status status() {
    return status;
  }

  /** What the Bearer challenge says, where the answer carries one. */
  public BearerError bearerError() {
    return bearerError;
  }

  public Acts acts() {
    return acts;
  }

  /** The sentence for the caller, with {@link String#format} places. */
  public String sentence() {
    return sentence;
  }
}
