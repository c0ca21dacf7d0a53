/** API tokens in Secrets: made, listed, revoked. */
package dev.apiauth.cli.token;
